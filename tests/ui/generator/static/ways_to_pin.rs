//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A `static` frame is resumed wherever it is pinned: on the stack, in a box, in a field, behind a
// trait object, lent, erased, by `run`, and inside of a movable frame that holds it boxed.

#![feature(native_generators)]
#![feature(never_type)]

use std::generator::{self, Boxed, ByMut, Executor, Future, Generator, IntoBox, State, Stream};
use std::pin::{Pin, pin};
use std::rc::Rc;

fn letters(text: &str) => static impl Stream<(), Yield = char, Return = usize> {
    let copy = text.to_string();
    for letter in copy.chars() {
        yield letter;
    }
    copy.len()
}

fn length<E: Executor>(text: String) => static impl Future<E, Return = usize> {
    let lent = text.as_str();
    await generator::ready(());
    lent.len()
}

fn drain(mut stream: Pin<&mut dyn Generator<Yield = char, Return = usize>>) -> (String, usize) {
    let mut text = String::new();
    loop {
        match stream.as_mut().resume(&mut ()) {
            State::Yielded(letter) => text.push(letter),
            State::Complete(length) => return (text, length),
        }
    }
}

struct Held<G> {
    name: &'static str,
    frame: Pin<Box<G>>,
}

impl<G: Stream<(), Yield = char, Return = usize>> Held<G> {
    fn next(&mut self) -> Option<(&'static str, char)> {
        let name = self.name;
        self.frame.as_mut().resume(&mut ()).yielded().map(|letter| (name, letter))
    }
}

/// A movable frame with a `static` one in it.
fn around(text: &str) => impl Iterator<Item = char> {
    let mut inner = Box::pin(letters(text));
    while let State::Yielded(letter) = inner.as_mut().resume(&mut ()) {
        yield letter;
    }
    let returned = yield.. letters(text).into_box();
    let mut lent = Box::pin(letters(text));
    let mut counted = 0;
    while let State::Yielded(letter) = lent.as_mut().resume(&mut ()) {
        counted += letter.len_utf8();
    }
    assert_eq!(returned, counted);
    yield.. (await length(text.to_string()).into_box()).to_string().chars().collect::<Vec<_>>();
}

fn main() {
    assert_eq!(drain(pin!(letters("pin"))), ("pin".to_string(), 3));
    assert_eq!(drain(Box::pin(letters("boxed")).as_mut()).1, 5);
    let mut boxes: Vec<Pin<Box<dyn Generator<Yield = char, Return = usize>>>> =
        vec![Box::pin(letters("a")), Box::pin(letters("bc")), Box::pin(Boxed::from(empty()))];
    boxes.swap(0, 1);
    let all: Vec<_> = boxes.iter_mut().map(|frame| drain(frame.as_mut())).collect();
    assert_eq!(all, [("bc".to_string(), 2), ("a".to_string(), 1), (String::new(), 7)]);

    let mut held = Held { name: "held", frame: Box::pin(letters("xy")) };
    assert_eq!(held.next(), Some(("held", 'x')));
    let mut moved = Rc::new(held);
    assert_eq!(Rc::get_mut(&mut moved).unwrap().next(), Some(("held", 'y')));
    assert_eq!(Rc::get_mut(&mut moved).unwrap().next(), None);

    let mut lent = pin!(letters("lent"));
    let first: String = ByMut::from(lent.as_mut()).map_return(drop).iter().take(2).collect();
    assert_eq!((first, drain(lent)), ("le".to_string(), ("nt".to_string(), 4)));

    assert_eq!(generator::run(length("run".to_string())), 3);
    let erased: Boxed<'_, (), !, usize> = length("erased".to_string()).into_box();
    assert_eq!(generator::run(erased), 6);
    assert_eq!(around("ab").collect::<String>(), "abab2");
}

fn empty() -> Pin<Box<dyn Generator<Yield = char, Return = usize>>> {
    Box::pin(std::iter::empty().map_return(|()| 7))
}
