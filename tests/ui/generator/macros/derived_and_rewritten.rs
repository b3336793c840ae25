//@ run-pass
//@ edition: 2024
//@ proc-macro: derive_walk.rs

// Procedural macros write generator methods, and rewrite the bodies of generators.

#![feature(native_generators)]

extern crate derive_walk;

use derive_walk::{Walk, framed};

#[derive(Walk)]
struct Point {
    x: u32,
    y: f32,
}

#[framed]
fn words<'a, T: AsRef<str>>(text: &'a T) => impl Iterator<Item = String> {
    for word in text.as_ref().split(' ') {
        yield word.to_string()
    }
}

struct Empty;

impl Empty {
    #[framed]
    fn nothing(self) => impl Iterator<Item = String> {}
}

fn main() {
    let point = Point { x: 1, y: 2.5 };
    let walked: Vec<_> = point.walk().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(walked, ["Point=", "x=1", "y=2.5"]);

    assert_eq!(words(&"a b").collect::<Vec<_>>(), ["<", "a", "b", ">"]);
    assert_eq!(Empty.nothing().collect::<String>(), "<>");
}
