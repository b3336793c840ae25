//@ run-pass
//@ edition: 2024

// The standard macros take `yield` as an argument.

#![feature(native_generators)]

use std::generator::{Arg, Generator, State};

fn asks() => impl Generator<Arg<u32>, Yield = &'static str, Return = Vec<u32>> {
    assert_eq!(yield "equal", 1);
    assert!((yield "asserted") == 2, "not 2 but {}", yield "never");
    let text = format!("<{:>3}>", yield "formatted");
    assert_eq!(text, "<  3>");
    if matches!(yield "matched", 4 | 5) {
        let filled = vec![yield "filled"; 2];
        assert_eq!(filled, [5, 5]);
    }
    assert_ne!(yield "different", 7);
    let written = {
        use std::fmt::Write;
        let mut written = String::new();
        let n = yield "written";
        write!(written, "{n}").unwrap();
        written
    };
    assert_eq!(written, "7");
    vec![yield "first", yield "second", u32::from_str_radix(concat!("1", 2), 10).unwrap()]
}

fn main() {
    let mut asks = asks();
    let mut state = asks.start();
    let mut asked = Vec::new();
    let mut n = 0;
    let answers = loop {
        match state {
            State::Yielded(question) => asked.push(question),
            State::Complete(answers) => break answers,
        }
        n += 1;
        state = asks.send(n);
    };
    assert_eq!(answers, [8, 9, 12]);
    assert_eq!(
        asked,
        [
            "equal", "asserted", "formatted", "matched", "filled", "different", "written", "first",
            "second",
        ],
    );
}
