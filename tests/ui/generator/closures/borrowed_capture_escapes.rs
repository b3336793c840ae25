//@ run-rustfix
//@ edition: 2024

// A closure that borrows gives the loan to its frame, which does not outlive what was borrowed. The
// help moves it into the closure.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::Generator;
use std::thread;

fn frame(n: u32) -> impl Generator<Yield = u32, Return = ()> {
    let closure = || => { yield n }; //~ ERROR closure may outlive the current function
    closure()
}

fn iterator(n: u32) -> Box<dyn Iterator<Item = u32>> {
    let closure = || => { yield n }; //~ ERROR closure may outlive the current function
    Box::new(closure().into_iter())
}

fn thread(n: u32) {
    let closure = || => { yield n }; //~ ERROR closure may outlive the current function
    thread::spawn(move || closure().into_iter().count());
}

fn main() {}
