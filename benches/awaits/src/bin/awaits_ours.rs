//! The chains as native generators, polled as a future of `core`.

#![feature(native_generators)]
// What 64 levels take: the compiler asks for it.
#![recursion_limit = "256"]

use std::generator::{Future, Generator, State, Task};
use std::hint::black_box;
use std::pin::Pin;
use std::process::ExitCode;

use awaits::{noted, poll_to_end, with_levels};

struct Leaf {
    left: u64,
}

impl Generator<Task> for Leaf {
    type Yield = !;
    type Return = u64;

    fn resume(self: Pin<&mut Self>, _: &mut Task) -> State<!, u64, ()> {
        let this = self.get_mut();
        if this.left == 0 {
            return State::Complete(1);
        }
        this.left = black_box(this.left - 1);
        State::Blocked(())
    }
}

fn leaf(_: u64, left: u64) -> Leaf {
    Leaf { left }
}

macro_rules! levels {
    ($($level:ident)*) => {
        levels! { @ leaf $($level)* }
    };
    (@ $below:ident $level:ident $($above:ident)*) => {
        fn $level(number: u64, left: u64) => impl Future<Task, Return = u64> {
            noted(number, await $below(number + 1, left))
        }
        levels! { @ $level $($above)* }
    };
    (@ $top:ident) => {};
}

with_levels!(levels);

fn main() -> ExitCode {
    measure::main(&[
        ("depth-1", |n| poll_to_end(level_1(0, n).into_core())),
        ("depth-4", |n| poll_to_end(level_4(0, n).into_core())),
        ("depth-16", |n| poll_to_end(level_16(0, n).into_core())),
        ("depth-64", |n| poll_to_end(level_64(0, n).into_core())),
    ])
}
