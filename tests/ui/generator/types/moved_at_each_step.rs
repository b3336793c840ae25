//@ run-pass
//@ edition: 2024

// A frame that moves between all its resumptions leaves nothing behind at its old places.

#![feature(native_generators)]

use std::generator::{Arg, Generator, State};
use std::mem::MaybeUninit;

/// Moves its content at each use, and overwrites the place that it leaves.
struct Restless<T> {
    places: [MaybeUninit<T>; 2],
    at: usize,
}

impl<T> Restless<T> {
    fn new(value: T) -> Self {
        Restless { places: [MaybeUninit::new(value), MaybeUninit::uninit()], at: 0 }
    }

    fn get(&mut self) -> &mut T {
        let (from, to) = (self.at, 1 - self.at);
        unsafe {
            let value = self.places[from].assume_init_read();
            self.places[from].as_mut_ptr().cast::<u8>().write_bytes(0xA5, size_of::<T>());
            self.at = to;
            self.places[to].write(value)
        }
    }
}

impl<T> Drop for Restless<T> {
    fn drop(&mut self) {
        self.get();
        unsafe { self.places[self.at].assume_init_drop() }
    }
}

fn words(
    text: String,
    mut skip: Vec<String>,
) => impl Generator<Arg<String>, Yield = usize, Return = (String, Vec<String>)> {
    let mut longest = [const { String::new() }; 3];
    let mut joined = String::with_capacity(8);
    let mut round = 0;
    while round < 3 {
        let given = yield joined.len();
        if !skip.contains(&given) {
            joined.push_str(&given);
        }
        skip.push(given.clone());
        longest[round] = (given, yield round).0;
        round += 1;
    }
    let [a, b, c] = longest;
    (joined + &text, vec![a, b, c])
}

fn main() {
    let mut frame = Restless::new(words("end".to_string(), vec!["no".to_string()]));
    assert_eq!(frame.get().start(), State::Yielded(0));
    for (round, word) in ["one", "no"].into_iter().enumerate() {
        assert_eq!(frame.get().send(word.to_string()), State::Yielded(round));
        assert_eq!(frame.get().send("ignored".to_string()), State::Yielded(3));
    }
    assert_eq!(frame.get().send("two".to_string()), State::Yielded(2));
    let State::Complete((joined, longest)) = frame.get().send(String::new()) else { panic!() };
    assert_eq!(joined, "onetwoend");
    assert_eq!(longest, ["one", "no", "two"]);

    // Dropped before it is complete, too.
    let mut frame = Restless::new(words("end".to_string(), Vec::new()));
    frame.get().start();
    frame.get().send("one".to_string());
}
