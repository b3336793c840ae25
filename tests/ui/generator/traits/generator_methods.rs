//@ run-pass
//@ edition: 2024

// Trait methods with the face `Generator`, with and without values sent, called through generics.

#![feature(native_generators)]

use std::generator::*;

trait Machine {
    fn run(self) => impl Generator<Yield = u32, Return = String>;
    fn ask(&self) => impl Generator<Arg<u32>, Yield = &'static str, Return = u32>;
}

struct Counter(u32);

impl Machine for Counter {
    fn run(self) => impl Generator<Yield = u32, Return = String> {
        for i in 0..self.0 {
            yield i
        }
        format!("ran {}", self.0)
    }

    fn ask(&self) => impl Generator<Arg<u32>, Yield = &'static str, Return = u32> {
        self.0 + (yield "more?")
    }
}

// A generic caller cannot see the frame: it pins what might not be `Unpin`.
fn last<M: Machine>(machine: M) -> (Vec<u32>, String) {
    let mut frame = Box::pin(machine.run());
    let mut yielded = vec![];
    loop {
        match frame.as_mut().resume(&mut ()) {
            State::Yielded(n) => yielded.push(n),
            State::Complete(end) => return (yielded, end),
        }
    }
}

fn answer<M: Machine>(machine: &M, answer: u32) -> u32 {
    let mut frame = machine.ask().into_box();
    assert_eq!(frame.start(), State::Yielded("more?"));
    frame.send(answer).complete().unwrap()
}

fn main() {
    assert_eq!(answer(&Counter(3), 4), 7);
    assert_eq!(last(Counter(2)), (vec![0, 1], "ran 2".to_string()));
}
