//@ edition: 2024

// A generator method that is declared has to be implemented, and only such a one can be.

#![feature(native_generators)]

trait Source {
    fn items(&self) => impl Iterator<Item = u32>;

    fn twice(&self) => impl Iterator<Item = u32> {
        for item in self.items() {
            yield item;
            yield item;
        }
    }
}

struct Neither;

impl Source for Neither {} //~ ERROR not all trait items implemented, missing: `items`

struct More;

impl Source for More {
    fn items(&self) => impl Iterator<Item = u32> {
        yield 1
    }

    fn thrice(&self) => impl Iterator<Item = u32> { //~ ERROR method `thrice` is not a member of
        yield 1
    }
}

fn main() {}
