//@ run-pass
//@ edition: 2024

// Well-written generators raise no warnings: about arguments, variables, loops, paths or results.

#![feature(native_generators)]
#![deny(warnings, unused, future_incompatible, let_underscore, nonstandard_style)]
#![deny(rust_2018_idioms, rust_2021_compatibility, rust_2024_compatibility)]
#![deny(missing_docs, unused_qualifications, elided_lifetimes_in_paths, single_use_lifetimes)]

//! Documented, since that is asked for.

use std::generator::*;

/// Documented.
pub trait Source {
    /// Documented.
    fn items(&self) => impl Iterator<Item = u32>;

    /// Documented.
    fn twice(&self) => impl Iterator<Item = u32> {
        for item in self.items() {
            yield item;
            yield item;
        }
    }
}

struct Countdown {
    from: u32,
}

impl Source for Countdown {
    fn items(&self) => impl Iterator<Item = u32> {
        let mut n = self.from;
        while n > 0 {
            yield n;
            n -= 1;
        }
    }
}

fn only_moved(text: String, mut trail: Vec<String>) => impl Iterator<Item = String> {
    trail.push(text);
    for item in trail {
        yield item;
    }
}

fn endless<T: Clone>(value: T) => impl Iterator<Item = T> {
    loop {
        yield value.clone();
    }
}

fn sum() => impl Generator<Arg<Option<u32>>, Yield = u32, Return = u32> {
    let mut sum = 0;
    while let Some(n) = (yield sum) {
        sum += n;
    }
    sum
}

fn ignores(_unused: u32, _: &str) => impl Iterator<Item = Result<(), String>> {
    Err("only")?;
}

fn main() {
    let countdown = Countdown { from: 2 };
    assert_eq!(countdown.twice().collect::<Vec<_>>(), [2, 2, 1, 1]);
    assert_eq!(only_moved("b".into(), vec!["a".into()]).collect::<String>(), "ab");
    assert_eq!(endless('x').take(2).collect::<String>(), "xx");

    let mut frame = sum();
    frame.start();
    frame.send(Some(3));
    assert_eq!(frame.send(None), State::Complete(3));

    for item in ignores(1, "") {
        assert_eq!(item, Err("only".to_string()));
    }
    let closure = |n: u32| => {
        yield n;
    };
    for n in closure(1) {
        assert_eq!(n, 1);
    }
}
