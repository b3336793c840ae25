//@ edition: 2024

// The frame of a generator closure stores its arguments, and what its body takes from the closure
// by value. What the body captures by reference is not in the frame, nor is what a plain closure
// lends to it.

#![feature(native_generators)]

use std::generator::{Generator, ready};

fn arguments() {
    let _ = |text: String| => {
        let lent = &text; //~ ERROR [E0626]
        yield 1;
        yield lent.len();
    };
    let _ = |all: Vec<u32>| => {
        for n in &all { //~ ERROR [E0626]
            yield *n;
        }
    };
}

fn locals() {
    let _ = || => {
        let all = vec![1, 2];
        let sum: u32 = all.iter().sum();
        let lent = &all; //~ ERROR [E0626]
        await ready(());
        lent.len() as u32 + sum
    };
}

fn captured_by_value(text: String) {
    let _ = move || => {
        for letter in text.chars() { //~ ERROR [E0626]
            yield letter;
        }
    };
}

// What follows is accepted.

fn captured_by_reference(text: String, mut all: Vec<u32>) -> usize {
    let letters = || => {
        for letter in text.chars() {
            yield letter;
        }
    };
    let grow = || => {
        let lent = &mut all;
        yield 1;
        lent.push(1);
        let n = &mut lent[0];
        yield *n;
        *n += 1;
    };
    letters().into_iter().count() + grow().into_iter().count()
}

fn captured_reference(text: &str) -> usize {
    let letters = move || => {
        let lent = text.trim();
        for letter in lent.chars() {
            yield letter;
        }
        yield lent.len() as u8 as char;
    };
    letters().into_iter().count()
}

fn indexed() {
    let each = |all: Vec<u32>| => {
        for i in 0..all.len() {
            yield all[i];
        }
    };
    each(vec![1, 2]).step(&mut ());
}

fn main() {}
