//@ edition: 2024
//@ run-rustfix

// A loan that must live on: the generator does not move.

#![feature(native_generators)]

use std::generator::{self, Future, ready};

fn keeps() => impl Future<Return = usize> {
    let text = String::from("text");
    let words = text.split('x'); //~ ERROR `text` is still borrowed while the generator is suspended
    await ready(());
    words.count()
}

struct Reader;

impl Reader {
    fn reads(&self) => impl Future<(), Return = u8> {
        let mut buffer = [0; 4];
        let first = &mut buffer[0]; //~ ERROR still borrowed while the generator is suspended
        *first = await ready(7);
        *first += 1;
        buffer[0]
    }
}

fn main() {
    assert_eq!(generator::run(keeps()), 2);
    assert_eq!(generator::run(Reader.reads()), 8);
}
