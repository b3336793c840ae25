//@ edition: 2024
//@ run-rustfix

// Where a suggestion calls a method of `Generator`, it imports that as well, if nobody has.

#![feature(native_generators)]

use std::generator::Stream;

fn stream() => impl Stream<Yield = u32, Return = ()> {
    yield 1;
    yield 2;
}

fn returning() => impl Stream<Yield = u32, Return = u8> {
    yield 3;
    4
}

fn total(numbers: impl Iterator<Item = u32>) -> u32 {
    numbers.sum()
}

mod plain {
    use std::generator::Stream;

    fn pinned(n: u32) => static impl Stream<Yield = u32, Return = ()> {
        let lent = &n;
        yield *lent;
    }

    pub fn both_traits() -> u32 {
        crate::total(pinned(7)) //~ ERROR is not an iterator
    }
}

mod of_a_return_value {
    pub fn converted() -> u32 {
        crate::total(crate::returning()) //~ ERROR is not an iterator
    }
}

mod through_the_module_above {
    use super::*;

    #[allow(unused_imports)]
    use std::generator::Generator as _;

    pub mod within {
        use super::*;

        pub fn total_of_stream() -> u32 {
            total(stream()) //~ ERROR is not an iterator
        }
    }
}

mod within_the_function {
    use super::{stream, total};

    pub fn total_of_stream() -> u32 {
        #[allow(unused_imports)]
        use std::generator::Generator;
        total(stream()) //~ ERROR is not an iterator
    }
}

mod tasks {
    use std::generator::ready;

    pub async fn seven() -> u32 {
        ready(7).await //~ ERROR is not a future
    }
}

fn main() {
    assert_eq!(plain::both_traits(), 7);
    assert_eq!(of_a_return_value::converted(), 3);
    assert_eq!(through_the_module_above::within::total_of_stream(), 3);
    assert_eq!(within_the_function::total_of_stream(), 3);
    assert_eq!(std::generator::block_on(tasks::seven()), 7);
}
