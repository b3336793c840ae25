//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Literals, references and functions take the type that the face names, without annotations.

#![feature(native_generators)]

use std::fmt::Display;
use std::mem::size_of_val;

fn bytes() => impl Iterator<Item = u8> {
    yield 255;
    let small = 7;
    yield small;
}

fn floats() => impl Iterator<Item = f32> {
    yield 0.5;
    yield -1.0;
}

fn shown() => impl Iterator<Item = &'static dyn Display> {
    yield &1;
    yield &"two";
    yield &'3';
}

fn slices() => impl Iterator<Item = &'static [u16]> {
    yield &[];
    yield &[1, 2, 3];
}

fn double(n: u32) -> u32 {
    n * 2
}

fn functions() => impl Iterator<Item = fn(u32) -> u32> {
    yield double;
    yield |n| n + 1;
    yield u32::count_ones;
}

fn strings(owned: String) => impl Iterator<Item = Option<Vec<String>>> {
    yield None;
    yield Some(vec![owned.clone(), "a".into(), Default::default()]);
    yield Some("b c".split(' ').map(From::from).collect());
    yield "d".parse().ok().map(|item| vec![item]);
}

fn main() {
    assert_eq!(bytes().map(|byte| size_of_val(&byte)).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(floats().sum::<f32>(), -0.5);
    assert_eq!(shown().map(|item| item.to_string()).collect::<String>(), "1two3");
    assert_eq!(slices().map(|slice| slice.len()).collect::<Vec<_>>(), [0, 3]);
    assert_eq!(functions().map(|f| f(6)).collect::<Vec<_>>(), [12, 7, 2]);

    let all = strings("x".to_string()).flatten().flatten().collect::<Vec<_>>();
    assert_eq!(all, ["x", "a", "", "b", "c", "d"]);
}
