//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A generator function may be generic over types, with bounds inline and in a `where` clause.

#![feature(native_generators)]

use std::ops::Add;

fn repeat<T: Clone>(value: T, times: usize) => impl Iterator<Item = T> {
    for _ in 0..times {
        yield value.clone()
    }
}

fn sums<I, T>(items: I) => impl Iterator<Item = T>
where
    I: IntoIterator<Item = T>,
    T: Add<Output = T> + Default + Copy,
{
    let mut sum = T::default();
    for item in items {
        sum = sum + item;
        yield sum
    }
}

fn main() {
    assert_eq!(repeat("ab".to_string(), 2).collect::<String>(), "abab");
    assert_eq!(sums(vec![1, 2, 3]).collect::<Vec<_>>(), [1, 3, 6]);
    assert_eq!(sums::<_, f64>(Some(0.5)).collect::<Vec<_>>(), [0.5]);
}
