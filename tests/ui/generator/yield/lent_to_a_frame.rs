//@ edition: 2024

// While a frame lives, what was lent to it is lent, between two resumptions as well.

#![feature(native_generators)]

use std::generator::Generator;

fn drain(numbers: &mut Vec<u32>) => impl Iterator<Item = u32> {
    while let Some(number) = numbers.pop() {
        yield number;
    }
}

fn first(numbers: &Vec<u32>) => impl Generator<Yield = u32, Return = ()> {
    yield numbers[0];
}

fn main() {
    let mut numbers = vec![1];
    let mut frame = drain(&mut numbers);
    numbers.push(2); //~ ERROR cannot borrow `numbers` as mutable more than once at a time
    frame.next();
    drop(frame);

    let mut others = vec![1];
    let mut frame = first(&others);
    others.push(3); //~ ERROR cannot borrow `others` as mutable because it is also borrowed
    frame.step(&mut ());

    for number in drain(&mut numbers) {
        numbers.push(number); //~ ERROR cannot borrow `numbers` as mutable more than once at a time
    }

    let mut one = drain(&mut numbers);
    let mut two = drain(&mut numbers); //~ ERROR cannot borrow `numbers` as mutable more than once
    one.next();
    two.next();
}
