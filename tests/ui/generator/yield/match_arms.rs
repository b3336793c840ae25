//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `yield` in the arms of a `match` and in the branches of an `if`, with or without a block.

#![feature(native_generators)]

use std::generator::*;

enum Shape {
    Dot,
    Line(u32),
    Box { width: u32, height: u32 },
}

fn sizes(shapes: Vec<Shape>) => impl Iterator<Item = u32> {
    for shape in shapes {
        match shape {
            Shape::Dot => {}
            Shape::Line(length) => yield length,
            Shape::Box { width, height } => {
                yield width;
                yield height;
            }
        }
    }
}

fn branches(n: u32) => impl Generator<Arg<u32>, Yield = &'static str, Return = u32> {
    let size = if n < 10 {
        yield "small"
    } else if n < 100 {
        match n % 2 {
            0 => yield "even",
            _ => yield "odd",
        }
    } else {
        n
    };
    size + 1
}

fn main() {
    let shapes = vec![Shape::Line(3), Shape::Dot, Shape::Box { width: 4, height: 5 }];
    assert_eq!(sizes(shapes).collect::<Vec<_>>(), [3, 4, 5]);

    let mut frame = branches(4);
    assert_eq!(frame.start(), State::Yielded("small"));
    assert_eq!(frame.send(20), State::Complete(21));

    let mut frame = branches(41);
    assert_eq!(frame.start(), State::Yielded("odd"));
    assert_eq!(frame.send(30), State::Complete(31));

    assert_eq!(branches(200).start(), State::Complete(201));
}
