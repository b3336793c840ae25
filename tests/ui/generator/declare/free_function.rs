//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A free function declared with `=>` returns a frame, seen through the trait after the arrow.

#![feature(native_generators)]

fn count(n: u32) => impl Iterator<Item = u32> {
    for i in 0..n {
        yield i
    }
}

fn main() {
    let mut frame = count(3);
    assert_eq!(frame.next(), Some(0));
    assert_eq!(frame.next(), Some(1));
    assert_eq!(frame.next(), Some(2));
    assert_eq!(frame.next(), None);

    assert_eq!(count(4).collect::<Vec<_>>(), [0, 1, 2, 3]);
    assert_eq!(count(0).next(), None);
}
