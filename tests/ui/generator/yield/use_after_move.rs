//@ edition: 2024

// Calling a generator function moves its arguments into the frame, though nothing runs yet.

#![feature(native_generators)]

use std::generator::Generator;

fn letters(text: String) => impl Iterator<Item = char> {
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        at += letter.len_utf8();
        yield letter;
    }
}

struct Lines(Vec<String>);

impl Lines {
    fn into_lines(self) => impl Generator<Yield = String, Return = ()> {
        for line in self.0 {
            yield line;
        }
    }
}

fn main() {
    let text = String::new();
    let frame = letters(text);
    println!("{text}"); //~ ERROR borrow of moved value: `text`
    for _ in frame {}
    drop(frame); //~ ERROR use of moved value: `frame`

    let lines = Lines(Vec::new());
    let _frame = lines.into_lines();
    drop(lines); //~ ERROR use of moved value: `lines`

    let name = String::new();
    let _greet = move || => { yield name.len() };
    println!("{name}"); //~ ERROR borrow of moved value: `name`
}
