//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Arguments may be patterns of every kind, as in an ordinary function.

#![feature(native_generators)]

struct Point {
    x: u32,
    y: u32,
}

fn parts(
    (a, b): (u32, u32),
    [first, .., last]: [u32; 4],
    Point { x, y: height }: Point,
    &reference: &u32,
    whole @ (_, inner): (u32, u32),
    _: String,
) => impl Iterator<Item = u32> {
    yield a;
    yield b;
    yield first;
    yield last;
    yield x;
    yield height;
    yield reference;
    yield whole.0 + inner;
}

fn main() {
    let frame = parts((1, 2), [3, 0, 0, 4], Point { x: 5, y: 6 }, &7, (3, 5), String::new());
    assert_eq!(frame.collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7, 8]);
}
