//@ edition: 2024
//@ run-rustfix

// A closure among the adapters of a loop may own what it captures.

#![feature(native_generators)]

fn at_least(numbers: Vec<u32>, least: u32) => impl Iterator<Item = u32> {
    for n in numbers.into_iter().filter(|n| *n >= least) { //~ ERROR E0626
        yield n;
    }
}

fn main() {
    assert!(at_least(vec![1, 2, 3], 2).eq([2, 3]));
}
