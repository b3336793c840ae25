//@ run-pass
//@ edition: 2024
//@ proc-macro: identity.rs

// Procedural macros take generators in and give them out: as items, as expressions, by attribute.

#![feature(native_generators)]

extern crate identity;

use identity::{identity, reparsed, unchanged};

#[unchanged]
fn by_attribute(n: u32) => impl Iterator<Item = u32> {
    yield n
}

reparsed! {
    fn reparsed_function(text: &str) => impl Iterator<Item = char> {
        for letter in text.chars() {
            yield letter
        }
    }
}

struct Type;

#[unchanged]
impl Type {
    fn method(&self) => impl Iterator<Item = u32> {
        yield identity!(2);
        identity!(yield 3);
        identity! { yield 4 }
    }
}

fn main() {
    assert_eq!(by_attribute(1).next(), Some(1));
    assert_eq!(reparsed_function("ab").collect::<String>(), "ab");
    assert_eq!(Type.method().collect::<Vec<_>>(), [2, 3, 4]);

    let closure = identity!(|n: u32| => { yield n + 1 });
    assert_eq!(closure(4).into_iter().next(), Some(5));
}
