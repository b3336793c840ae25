//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A `move` closure that owns what its frames look at lends it to them, and can be called again.

#![feature(native_generators)]

fn main() {
    let words = vec!["a".to_string(), "bc".to_string()];
    let repeated = move |times: usize| => {
        for i in 0..words.len() {
            yield words[i].repeat(times)
        }
    };
    assert_eq!(repeated(1).into_iter().collect::<Vec<_>>(), ["a", "bc"]);
    assert_eq!(repeated(2).into_iter().collect::<Vec<_>>(), ["aa", "bcbc"]);
    let (mut left, mut right) = (repeated(1).into_iter(), repeated(3).into_iter());
    assert_eq!((left.next(), right.next()), (Some("a".to_string()), Some("aaa".to_string())));
}
