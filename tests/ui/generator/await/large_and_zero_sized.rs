//@ run-pass
//@ edition: 2024

// A frame keeps what it awaits in place: nothing more, once at a time.

#![feature(native_generators)]
#![feature(never_type)]

use std::generator::{self, Executor, Future, Generator, State};

struct Steps(bool);

impl Executor for Steps {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

struct Large([u8; 1000]);

impl Generator<Steps> for Large {
    type Yield = !;
    type Return = u8;

    fn resume(self: std::pin::Pin<&mut Self>, steps: &mut Steps) -> State<!, u8, ()> {
        if steps.0 { State::Complete(self.0[0] + self.0[999]) } else { State::Blocked(()) }
    }
}

struct Empty;

impl Generator<Steps> for Empty {
    type Yield = !;
    type Return = ();

    fn resume(self: std::pin::Pin<&mut Self>, steps: &mut Steps) -> State<!, (), ()> {
        if steps.0 { State::Complete(()) } else { State::Blocked(()) }
    }
}

fn empty() => impl Future<Steps, Return = ()> {
    await Empty;
    Empty.await;
}

fn in_turn() => impl Future<Steps, Return = u8> {
    await Empty;
    await Large([1; 1000]) + await Large([2; 1000])
}

fn main() {
    assert!(size_of_val(&empty()) <= 4);
    assert!(size_of_val(&in_turn()) < 1100);
    let mut frame = in_turn();
    assert_eq!(frame.step(&mut Steps(false)), State::Blocked(()));
    let mut frame = Box::new(frame);
    assert_eq!(frame.step(&mut Steps(true)), State::Complete(6));
    assert!(generator::run(generator::ready(true)));
}
