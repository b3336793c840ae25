//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: tracer.rs

// Closures own what they captured: it goes where they go.

#![feature(native_generators)]

extern crate tracer;

use tracer::{Traced, both};

both! {
    fn called_once(yes: bool = true, argument: Traced = Traced("argument")) {
        let local = Traced("local");
        let consume = move || drop(argument);
        pause!();
        if yes {
            consume();
        }
        pause!();
        let both = move || (local, Traced("made"));
        pause!();
        let (_, made) = both();
        pause!();
        drop(made);
        pause!();
    }

    fn not_called(yes: bool = false, argument: Traced = Traced("argument")) {
        let consume = move || drop(argument);
        pause!();
        if yes {
            consume();
        }
        pause!();
    }

    fn boxed_and_listed() {
        let mut list: Vec<Box<dyn FnOnce() -> Traced>> = Vec::new();
        for name in ["a", "b", "c"] {
            let traced = Traced(name);
            list.push(Box::new(move || traced));
            pause!();
        }
        let last = list.pop().map(|f| f());
        pause!();
        drop(list);
        pause!();
        drop(last);
        pause!();
    }

    fn part_of_a_tuple() {
        let pair = (Traced("x"), Traced("y"));
        let take = move || pair.1;
        pause!();
        let _taken = take();
        pause!();
    }

    fn part_of_an_argument(pair: (Traced, Traced) = (Traced("x"), Traced("y"))) {
        let take = move || pair.0;
        pause!();
        drop(take());
        pause!();
    }
}

fn main() {
    called_once();
    not_called();
    boxed_and_listed();
    part_of_a_tuple();
    part_of_an_argument();
}
