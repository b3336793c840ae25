//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Arguments that were evaluated before an `await` wait in the frame.

#![feature(native_generators)]

use std::generator::{self, Future, ready};

fn join(a: String, b: &str, c: u32) -> String {
    format!("{}-{}-{}", a, b, c)
}

struct Log(Vec<String>);

impl Log {
    fn with(mut self, entry: String, times: usize) -> Log {
        for _ in 0..times {
            self.0.push(entry.clone());
        }
        self
    }
}

fn calls() => impl Future<(), Return = Vec<String>> {
    let text = "shared";
    let joined = join(await ready("x".to_string()), text, await ready(1));
    let nested = join(await ready(join("y".into(), await ready("z"), 2)), text, 3);
    let log = ready(Log(vec![]))
        .await
        .with(joined, await ready(1))
        .with(nested, await ready(2))
        .with(String::new(), await ready(0));
    log.0
}

fn inner(n: u32, m: u32) => impl Future<(), Return = u32> {
    n * await ready(m)
}

fn frames() => impl Future<(), Return = u32> {
    await inner(await inner(2, 3), await inner(4, await inner(1, 5)))
}

fn main() {
    assert_eq!(generator::run(calls()), ["x-shared-1", "y-z-2-shared-3", "y-z-2-shared-3"]);
    assert_eq!(generator::run(frames()), 120);
}
