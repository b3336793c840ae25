//@ run-pass
//@ edition: 2024

// `Debug` tells where in the source a frame comes from, and how far it has come.

#![feature(native_generators)]

use std::fmt::Debug;
use std::generator::*;

const LINE: u32 = line!() + 1;
fn iterator() => impl Iterator<Item = u32> + Debug {
    yield 1
}

fn shown(value: &impl Debug) -> String {
    format!("{value:?}")
}

fn main() {
    let place = format!("debug_state.rs:{LINE}:");
    let mut frame = iterator();
    let unresumed = shown(&frame);
    frame.next();
    let suspended = shown(&frame);
    frame.next();
    let complete = shown(&frame);
    for text in [&unresumed, &suspended, &complete] {
        assert!(text.starts_with("{generator@"), "{text}");
        assert!(text.contains(&place), "{text}");
        assert!(text.contains('}'), "{text}");
    }
    assert_ne!(unresumed, suspended);
    assert_ne!(suspended, complete);
    assert_ne!(unresumed, complete);

    let closure = |n: u32| => { yield n };
    let mut frame = closure(1);
    let unresumed = shown(&frame);
    assert!(unresumed.starts_with("{generator@"), "{unresumed}");
    assert!(frame.step(&mut ()).is_yielded());
    assert_ne!(shown(&frame), unresumed);
}
