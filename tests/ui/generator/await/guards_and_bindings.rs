//@ run-pass
//@ edition: 2024

// A guard may suspend although its arm binds something, if it does not look at that afterwards.

#![feature(native_generators)]

use std::generator::{self, Executor, Future, State};
use std::pin::Pin;

/// Blocks as often as it is told to, so that the frame moves in between.
struct Blocking;

impl Executor for Blocking {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

struct Ready<T>(Option<T>, bool);

impl<T: Unpin> generator::Generator<Blocking> for Ready<T> {
    type Yield = !;
    type Return = T;

    fn resume(mut self: Pin<&mut Self>, _: &mut Blocking) -> State<!, T, ()> {
        self.1 = !self.1;
        if self.1 { State::Blocked(()) } else { State::Complete(self.0.take().unwrap()) }
    }
}

fn ready<T>(value: T) -> Ready<T> {
    Ready(Some(value), false)
}

fn by_value(o: Option<String>, go: bool) => impl Future<Blocking, Return = String> {
    match o {
        Some(text) if await ready(go) => text,
        Some(text) => text + "!",
        None if await ready(go) => String::from("none"),
        None => String::new(),
    }
}

fn looked_at_before(o: Option<u32>) => impl Future<Blocking, Return = u32> {
    match o {
        Some(n) if n > 1 && await ready(true) => n,
        Some(n) if await ready(n + 1) == 2 => n * 100,
        _ => 0,
    }
}

fn run<F: Future<Blocking>>(mut frame: F) -> F::Return
where
    F: Unpin,
{
    loop {
        let mut moved = Box::new(frame);
        match moved.step(&mut Blocking) {
            State::Complete(value) => return value,
            State::Blocked(()) => frame = *moved,
        }
    }
}

fn main() {
    let text = || Some(String::from("text"));
    assert_eq!(run(by_value(text(), true)), "text");
    assert_eq!(run(by_value(text(), false)), "text!");
    assert_eq!(run(by_value(None, true)), "none");
    assert_eq!(run(by_value(None, false)), "");
    assert_eq!(run(looked_at_before(Some(5))), 5);
    assert_eq!(run(looked_at_before(Some(1))), 100);
    assert_eq!(run(looked_at_before(Some(0))), 0);
    assert_eq!(run(looked_at_before(None)), 0);
}
