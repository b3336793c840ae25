//@ run-pass
//@ edition: 2024

// `yield` on the right and on the left of assignments of every kind.

#![feature(native_generators)]

use std::generator::*;

struct Pair {
    a: usize,
    b: usize,
}

fn assigns(
    through: &mut usize,
    pair: &mut Pair,
) => impl Generator<Arg<usize>, Yield = &'static str, Return = usize> {
    let late;
    let mut array = [0; 3];
    late = yield "let";
    array[1] = yield "element";
    array[yield "index"] = 7;
    pair.a = yield "field";
    *through = yield "place";
    (pair.b, _) = (yield "destructured", yield "thrown away");
    pair.b += yield "added";
    pair.b <<= yield "shifted";
    late + array[0] + array[1] + array[2] + pair.a + pair.b
}

fn main() {
    let mut through = 0;
    let mut pair = Pair { a: 0, b: 0 };
    let mut frame = assigns(&mut through, &mut pair);
    assert_eq!(frame.start(), State::Yielded("let"));
    assert_eq!(frame.send(100_000), State::Yielded("element"));
    assert_eq!(frame.send(20_000), State::Yielded("index"));
    assert_eq!(frame.send(2), State::Yielded("field"));
    assert_eq!(frame.send(3000), State::Yielded("place"));
    assert_eq!(frame.send(4), State::Yielded("destructured"));
    assert_eq!(frame.send(5), State::Yielded("thrown away"));
    assert_eq!(frame.send(99), State::Yielded("added"));
    assert_eq!(frame.send(5), State::Yielded("shifted"));
    assert_eq!(frame.send(1), State::Complete(123_027));
    drop(frame);
    assert_eq!((through, pair.a, pair.b), (4, 3000, 20));
}
