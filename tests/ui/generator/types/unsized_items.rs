//@ edition: 2024

// What has no size can be neither yielded nor returned, which is said once.

#![feature(native_generators)]

use std::fmt::Debug;
use std::generator::Future;

fn words(s: &str) => impl Iterator<Item = str> { //~ ERROR E0277
    for w in s.split(' ') {
        yield w
    }
}

fn parameters<T: ?Sized>(value: &T) => impl Iterator<Item = T> { //~ ERROR E0277
    yield value
}

fn returned() => impl Future<Return = [u32]> { //~ ERROR E0277
    [1, 2]
}

fn objects(d: &dyn Debug) => impl Iterator<Item = dyn Debug> { //~ ERROR E0277
    yield *d
}

fn main() {}
