//@ edition: 2024
//@ run-rustfix

// Where the trait that has `.into_box()` is not imported, importing it is a part of the suggestion.

#![feature(native_generators)]

use std::generator::Stream;

fn pinned(n: u32) => static impl Stream<Yield = u32, Return = ()> {
    let lent = &n;
    yield 1;
    yield *lent;
}

fn delegates() => impl Iterator<Item = u32> {
    yield.. pinned(2); //~ ERROR cannot be run in place by a generator that may move
}

mod without_any_import {
    pub fn down(n: u32) => impl Iterator<Item = u32> {
        //~^ ERROR recursion in a generator requires boxing
        if n > 0 {
            yield n;
            yield.. down(n - 1);
        }
    }
}

mod with_all_that_is_there {
    use std::generator::*;

    fn sum(of: impl Iterator<Item = u32>) -> u32 {
        of.sum()
    }

    fn pinned() => static impl Stream<Yield = u32, Return = ()> {
        let lent = &1;
        yield *lent;
    }

    pub fn sum_of_pinned() -> u32 {
        sum(pinned()) //~ ERROR is not an iterator
    }
}

mod with_a_name_of_its_own {
    use std::generator::{IntoBox as Boxes, Stream};

    pub fn up(n: u32) => impl Stream<Yield = u32, Return = ()> {
        //~^ ERROR recursion in a generator requires boxing
        if n > 0 {
            yield.. up(n - 1);
            yield n;
        }
    }
}

mod an_iterator {
    use std::generator::Generator as _;

    fn sum(of: impl Iterator<Item = u32>) -> u32 {
        of.sum()
    }

    pub fn of_pinned() -> u32 {
        sum(crate::pinned(5)) //~ ERROR is not an iterator
    }
}

fn main() {
    assert!(delegates().eq([1, 2]));
    assert!(without_any_import::down(3).eq([3, 2, 1]));
    assert_eq!(with_all_that_is_there::sum_of_pinned(), 1);
    assert_eq!(an_iterator::of_pinned(), 6);
    assert!(std::generator::Generator::iter(with_a_name_of_its_own::up(2)).eq([1, 2]));
}
