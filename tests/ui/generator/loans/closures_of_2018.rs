//@ revisions: e2018 e2021
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2021] check-pass

// Before edition 2021 a closure captures a whole variable where it uses a place in it, and so the
// reference itself, which is stored in the frame.

#![feature(native_generators)]
#![allow(dead_code)]

fn through_a_reference(numbers: &mut Vec<u32>) => impl Iterator<Item = usize> {
    let mut push = |n| {
        numbers.push(n); //[e2018]~ ERROR [E0626]
        numbers.len()
    };
    yield push(1);
    yield push(2);
}

fn through_a_shared_reference(pair: &(u32, u32)) => impl Iterator<Item = u32> {
    let first = || pair.0; //[e2018]~ ERROR [E0626]
    yield first();
    yield first();
}

fn main() {}
