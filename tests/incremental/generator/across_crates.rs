//@ revisions: rpass1 rpass2 rpass3
//@ edition: 2024
//@ compile-flags: -Copt-level=3
//@ aux-build: source.rs

// A generator of another crate is taken up as that crate has it now.

#![feature(native_generators)]

extern crate source;

fn collected(text: &str) => impl Iterator<Item = String> {
    await for item in source::items(text.to_owned()) {
        yield item + "!";
    }
}

fn main() {
    let items: Vec<String> = collected("a").collect();
    assert_eq!(items.len(), if cfg!(rpass2) { 4 } else { 2 });
    assert!(items.iter().all(|item| item == "a!"));
}
