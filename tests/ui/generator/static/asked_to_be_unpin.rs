//@ edition: 2024

// A `static` generator is not `Unpin`, and nothing is said of what follows from that.

#![feature(native_generators)]

use std::generator::Stream;

fn pinned() => static impl Stream<Yield = u8, Return = ()> + Unpin { //~ ERROR E0277
    let a = 1;
    let lent = &a;
    yield 1;
    yield *lent;
}

fn main() {
    pinned();
}
