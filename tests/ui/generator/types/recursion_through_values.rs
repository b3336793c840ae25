//@ edition: 2024

// A frame that holds others of its kind is told how it may.

#![feature(native_generators)]

fn walk(n: u32) => impl Iterator<Item = u32> {
    //~^ ERROR recursion in a generator requires boxing
    let parts: Vec<_> = (0..n).map(walk).collect();
    for part in parts {
        for x in part {
            yield x
        }
    }
    yield n;
}

fn main() {
    for _ in walk(3) {}
}
