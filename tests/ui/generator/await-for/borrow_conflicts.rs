//@ edition: 2024

// What the stream borrows is borrowed for the loop, and what is moved in it is gone in the next
// round: the head is what the error points at.

#![feature(native_generators)]

use std::generator::{Future, Stream};

fn words() => impl Stream<Yield = String, Return = ()> {
    yield String::new();
}

fn grows(numbers: &mut Vec<u32>) => impl Future<Return = ()> {
    await for n in numbers.iter() {
        numbers.push(*n); //~ ERROR cannot borrow `*numbers` as mutable because it is also borrowed
    }
}

fn reads(numbers: &mut Vec<u32>) => impl Future<Return = usize> {
    await for n in numbers.iter_mut() {
        *n += 1;
        if numbers.len() > 9 { //~ ERROR cannot borrow `*numbers` as immutable because it is also
            break;
        }
    }
    numbers.len()
}

fn moves(all: Vec<u32>) => impl Future<Return = ()> {
    await for _ in words() {
        drop(all); //~ ERROR use of moved value: `all`
    }
}

fn moves_the_stream(stream: std::vec::IntoIter<u32>) => impl Future<Return = ()> {
    await for n in stream {
        drop(stream); //~ ERROR use of moved value: `stream`
        assert!(n > 0);
    }
}

fn immutable() => impl Future<Return = ()> {
    await for word in words() {
        word.push('!'); //~ ERROR cannot borrow `word` as mutable, as it is not declared as mutable
    }
}

fn outlives() => impl Future<Return = ()> {
    let mut longest: &str = "";
    await for word in words() {
        longest = &word; //~ ERROR `word` does not live long enough
    }
    assert!(longest.is_empty());
}

fn main() {}
