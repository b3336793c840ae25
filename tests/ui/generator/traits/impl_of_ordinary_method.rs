//@ edition: 2024

// A generator where the trait declares an ordinary method: nothing to be put after `=>` would help.

#![feature(native_generators)]

use std::fmt;

struct Words(Vec<String>);

trait Count {
    fn count(&self) -> u32;
    fn boxed(&self) -> Box<dyn Iterator<Item = u32>>;
}

impl Count for Words {
    fn count(&self) => impl Iterator<Item = u32> { //~ ERROR E0053
        yield 1
    }

    fn boxed(&self) => impl Iterator<Item = u32> { //~ ERROR E0053
        yield 1
    }
}

impl Drop for Words {
    fn drop(&mut self) => impl Iterator<Item = u32> { //~ ERROR E0053
        yield 1
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) => impl Iterator<Item = u32> { //~ ERROR E0053
        yield 1
    }
}

fn main() {}
