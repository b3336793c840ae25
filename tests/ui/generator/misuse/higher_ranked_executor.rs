//@ edition: 2024
//@ compile-flags: -Zdeduplicate-diagnostics=yes

// A frame that keeps what it is sent is a generator for one lifetime of that, never for all.

#![feature(native_generators)]

use std::generator::{Arg, Generator};

fn face() => impl for<'a> Generator<Arg<&'a str>, Yield = (), Return = ()> {
//~^ ERROR the executor of a generator cannot depend on a lifetime that its face
    let mut kept = vec![];
    loop {
        let text = yield ();
        kept = [kept, vec![text]].concat();
    }
}

fn all<G: for<'a> Generator<Arg<&'a str>, Yield = (), Return = ()> + Unpin>(_: G) {}

fn sent_what_ends() {
    let mut frame = (|| => {
        let mut kept: Vec<&str> = vec![];
        loop {
            let text: &str = yield ();
            kept = [kept, vec![text]].concat();
        }
    })();
    frame.start();
    {
        let text = String::from("short");
        frame.send(&text); //~ ERROR `text` does not live long enough
    }
    frame.send("long");
}

fn closure() {
    all((|| => { //~ ERROR is not general enough
        let _: &str = yield ();
    })());
}

fn main() {}
