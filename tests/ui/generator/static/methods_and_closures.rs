//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `static` faces on methods, in traits and on functions called by closures.

#![feature(native_generators)]

use std::generator::{self, Executor, Future, State, Stream};
use std::pin::{Pin, pin};

trait Report {
    fn lines(&self) => static impl Stream<(), Yield = String, Return = usize>;

    fn total<E: Executor>(&self) => static impl Future<E, Return = usize> {
        let numbers = [1, 2, 3];
        let mut sum = 0;
        for n in &numbers {
            sum += await generator::ready(*n);
        }
        sum
    }
}

struct Words(Vec<&'static str>);

impl Report for Words {
    fn lines(&self) => static impl Stream<(), Yield = String, Return = usize> {
        let copy = self.0.clone();
        let longest = copy.iter().max_by_key(|word| word.len());
        for word in &copy {
            yield format!("{}/{:?}", word, longest);
        }
        copy.len()
    }
}

impl Words {
    fn by_value(self) => static impl Future<(), Return = String> {
        let all = &self.0;
        let count = await self.total();
        all.join("+") + &count.to_string()
    }
}

fn drain<S: Stream<(), Yield = String>>(mut stream: Pin<&mut S>) -> (Vec<String>, S::Return) {
    let mut all = vec![];
    loop {
        match stream.as_mut().resume(&mut ()) {
            State::Yielded(line) => all.push(line),
            State::Complete(end) => return (all, end),
        }
    }
}

fn main() {
    let words = Words(vec!["a", "bc"]);
    let (lines, count) = drain(pin!(words.lines()));
    assert_eq!(lines, ["a/Some(\"bc\")", "bc/Some(\"bc\")"]);
    assert_eq!(count, 2);
    assert_eq!(generator::run(words.total()), 6);
    let run = |words: Words| generator::run(words.by_value());
    assert_eq!(run(words), "a+bc6");
}
