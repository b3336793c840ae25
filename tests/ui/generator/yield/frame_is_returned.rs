//@ edition: 2024

// A frame that holds a loan cannot be returned, sent to a thread or boxed as if it held none.

#![feature(native_generators)]

use std::thread;

fn each(numbers: &[u32]) => impl Iterator<Item = u32> {
    for number in numbers {
        yield *number;
    }
}

fn returned() -> impl Iterator<Item = u32> {
    let numbers = vec![1];
    each(&numbers) //~ ERROR `numbers` does not live long enough
}

fn boxed(numbers: &[u32]) -> Box<dyn Iterator<Item = u32>> {
    Box::new(each(numbers)) //~ ERROR lifetime may not live long enough
}

fn sent(numbers: Vec<u32>) {
    let frame = each(&numbers); //~ ERROR `numbers` does not live long enough
    thread::spawn(move || frame.count());
}

fn generic<T>(value: T) => impl Iterator<Item = T> {
    yield value;
}

fn boxed_generic<T>(value: T) -> Box<dyn Iterator<Item = T>> {
    Box::new(generic(value)) //~ ERROR the parameter type `T` may not live long enough
}

fn main() {}
