//@ edition: 2024

// A frame captures the lifetimes of its arguments, whether the body uses them or not.

#![feature(native_generators)]

use std::generator::Generator;

fn each(numbers: &[u32]) => impl Iterator<Item = u32> {
    for number in numbers {
        yield *number;
    }
}

fn ignores(_numbers: &[u32]) => impl Generator<Yield = u32, Return = ()> {
    yield 1;
}

struct Counter(u32);

impl Counter {
    fn counts(&self) => impl Iterator<Item = u32> {
        yield self.0;
    }
}

fn main() {
    let frame;
    {
        let numbers = vec![1, 2];
        frame = each(&numbers); //~ ERROR `numbers` does not live long enough
    }
    for _ in frame {}

    let frame = each(&vec![1]); //~ ERROR temporary value dropped while borrowed
    for _ in frame {}

    let counter = Counter(1);
    let frame = counter.counts();
    drop(counter); //~ ERROR cannot move out of `counter` because it is borrowed
    for _ in frame {}

    let numbers = vec![1];
    let mut frame = ignores(&numbers);
    drop(numbers); //~ ERROR cannot move out of `numbers` because it is borrowed
    frame.step(&mut ());
}
