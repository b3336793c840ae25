//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A method that yields what its receiver refers to: the items outlive both frame and receiver.

#![feature(native_generators)]

struct Words<'t> {
    text: &'t str,
}

impl<'t> Words<'t> {
    fn rest(&mut self) => impl Iterator<Item = &'t str> {
        while let Some(at) = self.text.find(' ') {
            let (word, rest) = self.text.split_at(at);
            self.text = &rest[1..];
            yield word
        }
        yield std::mem::replace(&mut self.text, "")
    }
}

fn main() {
    let text = String::from("one two three");
    let first = {
        let mut words = Words { text: &text };
        let first = words.rest().next();
        assert_eq!(words.rest().collect::<Vec<_>>(), ["two", "three"]);
        assert_eq!(words.text, "");
        first
    };
    assert_eq!(first, Some("one"));
}
