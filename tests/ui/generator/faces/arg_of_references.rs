//@ run-pass
//@ edition: 2024

// What is sent may be borrowed from the sender for longer than the frame lives.

#![feature(native_generators)]

use std::generator::*;

fn longest<'a>() => impl Generator<Arg<Option<&'a str>>, Yield = usize, Return = &'a str> {
    let mut best = "";
    while let Some(word) = (yield best.len()) {
        if word.len() > best.len() {
            best = word;
        }
    }
    best
}

fn fill() => impl Generator<Arg<&'static mut [u8]>, Yield = u8, Return = ()> {
    for byte in 0..3 {
        (yield byte).fill(byte);
    }
}

fn main() {
    let text = String::from("a long word");
    let best = {
        let mut frame = longest();
        assert_eq!(frame.start(), State::Yielded(0));
        for word in text.split(' ') {
            assert!(frame.send(Some(word)).is_yielded());
        }
        frame.send(None).complete()
    };
    assert_eq!(best, Some("long"));

    let [first, second, third]: &mut [u8; 3] = Box::leak(Box::new([9; 3]));
    let mut frame = fill();
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(std::slice::from_mut(first)), State::Yielded(1));
    assert_eq!(frame.send(std::slice::from_mut(second)), State::Yielded(2));
    assert_eq!(frame.send(std::slice::from_mut(third)), State::Complete(()));
}
