//@ edition: 2024
//@ run-rustfix

// `yield..` needs something to delegate to; a range is yielded in parentheses.

#![feature(native_generators)]

fn full() => impl Iterator<Item = std::ops::RangeFull> {
    yield..; //~ ERROR expected a generator after `yield..`
}

fn main() {
    let _ = full();
}
