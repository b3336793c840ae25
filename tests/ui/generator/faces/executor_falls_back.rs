//@ run-pass
//@ edition: 2024

// Of a generator for any executor, a method that is for one executor decides it; else it is `()`.

#![feature(native_generators)]

use std::generator::{self, Arg, Executor, Generator, State, Stream};

fn count<E: Executor>(n: u32) => impl Stream<E, Yield = u32, Return = ()> {
    for i in 0..n {
        yield i;
    }
}

fn main() {
    assert_eq!(generator::block_on(generator::ready(1).into_core()), 1);
    assert_eq!(generator::from_iter([1, 2]).iter().sum::<u32>(), 3);
    assert_eq!(count(4).iter().sum::<u32>(), 6);
    assert_eq!(generator::run(generator::ready(1).map_return(|n| n + 1)), 2);
    assert!(count(2).map_yield(|n| n + 1).iter().eq([1, 2]));
    assert_eq!(count(3).by_mut().iter().count(), 3);

    let mut sent = count(2);
    assert_eq!(sent.start(), State::Yielded(0));
    assert_eq!(sent.send(5u8), State::Yielded(1));
    assert_eq!(sent.step(&mut Arg::new(6)), State::Complete(()));
}
