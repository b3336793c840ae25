//@ run-pass
//@ edition: 2024

// A trait method may promise more of its frames, and generic callers can rely on it.

#![feature(native_generators)]

use std::generator::*;

trait Source {
    fn items(&self) => impl Iterator<Item = u32> + Clone + Send;
    fn steps(self) => impl Generator<Yield = u32, Return = ()> + Unpin + Send + 'static;
}

#[derive(Clone, Copy)]
struct Upto(u32);

impl Source for Upto {
    fn items(&self) => impl Iterator<Item = u32> + Clone + Send {
        for i in 0..self.0 {
            yield i
        }
    }

    fn steps(self) => impl Generator<Yield = u32, Return = ()> + Unpin + Send + 'static {
        yield self.0;
    }
}

fn both_halves<S: Source>(source: &S) -> (u32, u32) {
    let mut items = source.items();
    items.next();
    let copy = items.clone();
    (items.sum(), copy.map(|n| n * 10).sum())
}

fn elsewhere<S: Source>(source: S) -> Option<u32> {
    let mut frame = source.steps();
    std::thread::spawn(move || frame.step(&mut ()).yielded()).join().unwrap()
}

fn main() {
    assert_eq!(both_halves(&Upto(4)), (6, 60));
    assert_eq!(elsewhere(Upto(9)), Some(9));
}
