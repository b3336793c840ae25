//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A type parameter that the face does not mention is captured, the lifetimes inside it too.

#![feature(native_generators)]

fn hold<T>(value: T) => impl Iterator<Item = &'static str> {
    yield "held";
    drop(value);
    yield "dropped";
}

fn main() {
    let text = String::from("borrowed");
    assert_eq!(hold(&text).collect::<Vec<_>>(), ["held", "dropped"]);
    assert_eq!(hold(text.as_str()).count(), 2);
    assert_eq!(hold(text).last(), Some("dropped"));
}
