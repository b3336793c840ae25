//@ edition: 2024

// A frame may keep what it was passed in, or found in its executor: it lives as long as that does
// at most.

#![feature(native_generators)]

use std::any::Any;
use std::generator::{Arg, Boxed, Executor, Generator, IntoBox, Stream};
use std::thread;

struct Post<'a> {
    letter: Option<&'a str>,
}

impl Executor for Post<'_> {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn assert_static<T: 'static>(_: &T) {}

fn sent<'a>() => impl Stream<Arg<&'a str>, Yield = (), Return = usize> + 'static {
    //~^ ERROR lifetime may not live long enough
    let kept = yield;
    yield;
    kept.len()
}

fn sent_in_place<'a>() => static impl Stream<Arg<&'a str>, Yield = (), Return = usize> + 'static {
    //~^ ERROR lifetime may not live long enough
    let kept = yield;
    yield;
    kept.len()
}

fn found<'a>() => impl Stream<Post<'a>, Yield = (), Return = usize> + 'static {
    //~^ ERROR lifetime may not live long enough
    let kept = ref executor.letter.unwrap();
    yield;
    kept.len()
}

fn found_in_place<'a>() => static impl Stream<Post<'a>, Yield = (), Return = usize> + 'static {
    //~^ ERROR lifetime may not live long enough
    let kept = ref executor.letter.unwrap();
    yield;
    kept.len()
}

fn generic<E: Executor>() => impl Stream<E, Yield = (), Return = ()> + 'static {
    //~^ ERROR the parameter type `E` may not live long enough
    //~| ERROR the associated type `<E as Executor>::Blocked` may not live long enough
    yield;
}

fn sent_away<'a>(text: &'a str) -> thread::JoinHandle<()> {
    let keep = || => {
        let kept: &'a str = yield;
        yield;
        drop(kept.len());
    };
    let mut frame = keep();
    frame.start();
    frame.send(text);
    thread::spawn(move || { //~ ERROR borrowed data escapes outside of function
        frame.send("");
    })
}

fn erased<'a>(text: &'a str) -> Box<dyn Any> {
    let keep = || => {
        let kept: &'a str = yield;
        yield;
        drop(kept.len());
    };
    let mut frame = keep();
    frame.start();
    frame.send(text);
    Box::new(frame) //~ ERROR lifetime may not live long enough
}

fn kept<'a>() -> Boxed<'static, Post<'a>, (), ()> {
    let keep = || => {
        let kept = (ref executor as &mut Post<'a>).letter;
        yield;
        drop(kept);
    };
    keep().into_box() //~ ERROR lifetime may not live long enough
}

fn keep() => impl Stream<Arg<&'static str>, Yield = (), Return = usize> {
    let kept = yield;
    yield;
    kept.len()
}

fn too_short() {
    let mut frame = keep();
    frame.start();
    let text = String::from("a text");
    frame.send(&text); //~ ERROR `text` does not live long enough
}

fn outlived() {
    let keep = || => {
        let kept: &str = yield;
        yield;
        drop(kept.len());
    };
    let mut frame = keep();
    frame.start();
    {
        let text = String::from("a text");
        frame.send(&text); //~ ERROR `text` does not live long enough
    }
    frame.send("");
}

fn main() {
    assert_static(&keep());
}
