//@ run-pass
//@ edition: 2024

// Closures and their frames are values: kept in structs, captured by other closures, cloned.

#![feature(native_generators)]

use std::generator::*;

struct Factory<F> {
    make: F,
    made: u32,
}

impl<F, G> Factory<F>
where
    F: Fn(u32) -> G,
    G: Generator<Yield = u32, Return = ()> + Unpin,
{
    fn first(&mut self) -> Option<u32> {
        self.made += 1;
        (self.make)(self.made).step(&mut ()).yielded()
    }
}

fn returned(step: u32) -> impl Fn(u32) -> std::ops::ControlFlow<u32> + Clone {
    let steps = move |from: u32| => {
        let mut n = from;
        while n < 10 {
            n += step;
            yield n;
        }
    };
    move |from| match steps(from).into_iter().last() {
        Some(last) => std::ops::ControlFlow::Break(last),
        None => std::ops::ControlFlow::Continue(()),
    }
}

fn main() {
    let mut factory = Factory { make: |n: u32| => { yield n * 3 }, made: 0 };
    assert_eq!(factory.first(), Some(3));
    assert_eq!(factory.first(), Some(6));

    let steps = returned(4);
    assert_eq!(steps.clone()(1), std::ops::ControlFlow::Break(13));
    assert_eq!(steps(10), std::ops::ControlFlow::Continue(()));

    let captures_nothing = || => { yield 1 };
    assert_eq!(size_of_val(&captures_nothing), 0);
    assert!(captures_nothing().clone().into_iter().eq([1]));
}
