//@ edition: 2024

// A frame cannot contain itself, and what breaks the cycle is offered.

#![feature(native_generators)]

fn direct(n: u32) => impl Iterator<Item = u32> { //~ ERROR recursion in a generator requires boxing
    if n > 0 {
        for inner in direct(n - 1) {
            yield inner
        }
    }
    yield n
}

fn ping(n: u32) => impl Iterator<Item = u32> { //~ ERROR recursion in a generator requires boxing
    for inner in pong(n) {
        yield inner
    }
}

fn pong(n: u32) => impl Iterator<Item = u32> {
    for inner in ping(n) {
        yield inner
    }
}

fn main() {
    let _ = (direct(1), ping(1));
}
