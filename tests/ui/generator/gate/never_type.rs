//@ check-pass
//@ edition: 2024

// What never yields says so with `!`, and needs no gate of its own for that.

#![feature(native_generators)]

use std::generator::{Boxed, Executor, Generator, State};
use std::pin::Pin;

struct Once(u32);

impl<E: Executor> Generator<E> for Once {
    type Yield = !;
    type Return = u32;

    fn resume(self: Pin<&mut Self>, _: &mut E) -> State<!, u32, E::Blocked> {
        State::Complete(self.0)
    }
}

type Erased<'a, R> = Boxed<'a, (), !, R>;

fn main() {
    let _: Option<Erased<'_, u32>> = None;
}
