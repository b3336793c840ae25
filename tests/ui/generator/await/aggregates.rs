//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `await` inside struct, tuple and array literals.

#![feature(native_generators)]

use std::generator::{self, Future, ready};

#[derive(Debug, Default, PartialEq)]
struct Record {
    name: String,
    age: u32,
    tags: (u8, [u8; 2]),
}

#[derive(Debug, PartialEq)]
struct Wrapper(u32, Option<u32>);

fn record() => impl Future<(), Return = Record> {
    Record { age: await ready(30), name: await ready("Ann".to_string()), ..Record::default() }
}

fn based() => impl Future<(), Return = Record> {
    Record { age: 31, ..await record() }
}

fn mixed() => impl Future<(), Return = (u8, [u8; 2], [u8; 3], Wrapper)> {
    (
        await ready(1),
        [await ready(2), ready(3).await],
        [await ready(4); 3],
        Wrapper(await ready(5), Some(await ready(6))),
    )
}

fn main() {
    let ann = Record { name: "Ann".to_string(), age: 30, tags: (0, [0, 0]) };
    assert_eq!(generator::run(record()), ann);
    assert_eq!(generator::run(based()), Record { age: 31, ..ann });
    assert_eq!(generator::run(mixed()), (1, [2, 3], [4; 3], Wrapper(5, Some(6))));
}
