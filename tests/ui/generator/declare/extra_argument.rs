//@ run-rustfix
//@ edition: 2024

// The help for an argument too many compiles.

#![feature(native_generators)]

fn count(to: u32) => impl Iterator<Item = u32> {
    for i in 0..to {
        yield i
    }
}

fn main() {
    let _ = count(1, 2); //~ ERROR this function takes 1 argument but 2 arguments were supplied
    let twice = |n: u32| => {
        yield n;
        yield n;
    };
    let _ = twice(1, 2); //~ ERROR this function takes 1 argument but 2 arguments were supplied
}
