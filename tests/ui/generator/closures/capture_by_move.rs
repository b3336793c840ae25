//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A `move` closure carries what it captures into its frame, which then lives on its own.

#![feature(native_generators)]

fn letters(text: String) -> impl IntoIterator<Item = char> {
    let closure = move |suffix: char| => {
        for letter in text.chars().collect::<Vec<_>>() {
            yield letter
        }
        yield suffix;
        drop(text);
    };
    closure('!')
}

fn consumed() -> impl IntoIterator<Item = String> {
    let (first, second) = ("a".to_string(), "b".to_string());
    // Without `move`: the body moves both out, so it owns both.
    let closure = || => {
        yield first;
        yield second;
    };
    closure()
}

fn main() {
    assert_eq!(letters("ab".to_string()).into_iter().collect::<String>(), "ab!");
    assert_eq!(consumed().into_iter().collect::<Vec<_>>(), ["a", "b"]);
}
