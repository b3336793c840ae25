//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A clone of a frame, made in any state, goes on from there on its own.

#![feature(native_generators)]

use std::generator::*;

fn words(words: Vec<String>) => impl Iterator<Item = String> + Clone {
    let mut seen = String::new();
    for word in words {
        seen.push_str(&word);
        yield seen.clone();
    }
}

fn echo(mut last: String) => impl Generator<Arg<String>, Yield = usize, Return = String> + Clone {
    for _ in 0..2 {
        let sent = yield last.len();
        last.push_str(&sent);
    }
    last
}

fn main() {
    let all = ["a", "ab", "abc"];
    let mut frame = words("a b c".split(' ').map(String::from).collect());
    for taken in 0..5 {
        let copy = frame.clone();
        let copy_of_copy = copy.clone();
        let rest = &all[taken.min(3)..];
        assert_eq!(copy.collect::<Vec<_>>(), rest);
        assert_eq!(frame.next().as_ref().map(|word| &word[..]), rest.first().cloned());
        assert_eq!(copy_of_copy.collect::<Vec<_>>(), rest);
    }

    let mut first = echo("x".to_string());
    assert_eq!(first.start(), State::Yielded(1));
    let mut second = first.clone();
    assert_eq!(first.send("yy".to_string()), State::Yielded(3));
    assert_eq!(second.send(String::new()), State::Yielded(1));
    assert_eq!(first.send("z".to_string()), State::Complete("xyyz".to_string()));
    assert_eq!(second.send("z".to_string()), State::Complete("xz".to_string()));
}
