//@ edition: 2024

// The parameters of an implementation are compared as those of any method.

#![feature(native_generators)]

trait Source {
    fn limited(&self, limit: u32) => impl Iterator<Item = u32>;
    fn generic<T>(&self, first: T) => impl Iterator<Item = T>;
    fn bounded<T>(&self, first: T) => impl Iterator<Item = T>;
    fn associated() => impl Iterator<Item = u32>;
}

struct Upto(u32);

impl Source for Upto {
    fn limited(&self) => impl Iterator<Item = u32> { //~ ERROR method `limited` has 1 parameter but
        yield self.0
    }

    fn generic(&self, first: u32) => impl Iterator<Item = u32> { //~ ERROR has 0 type parameters but
        yield first
    }

    fn bounded<T: Clone>(&self, first: T) => impl Iterator<Item = T> {
        //~^ ERROR impl has stricter requirements than trait
        yield first
    }

    fn associated(&self) => impl Iterator<Item = u32> { //~ ERROR has a `&self` declaration in the
        yield self.0
    }
}

fn main() {}
