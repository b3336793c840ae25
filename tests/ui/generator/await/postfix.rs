//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `e.await` is `await e`, in the middle of a postfix chain.

#![feature(native_generators)]

use std::generator::{self, Future, ready};

struct Door {
    key: Result<u32, &'static str>,
}

impl Door {
    fn open(&self) => impl Future<(), Return = Result<Room, &'static str>> {
        let number = ready(self.key).await?;
        Ok(Room { number })
    }
}

struct Room {
    number: u32,
}

impl Room {
    fn next(self) => impl Future<(), Return = Room> {
        Room { number: self.number + 1 }
    }
}

fn walk(door: &Door) => impl Future<(), Return = Result<u32, &'static str>> {
    let third = door.open().await?.next().await.next().await.number;
    let again = await door.open()?.next().await.next().await;
    let nested = ready(ready(ready(1))).await.await.await;
    Ok(third * 100 + again.number * 10 + nested + !ready(!0).await)
}

fn main() {
    assert_eq!(generator::run(walk(&Door { key: Ok(1) })).map(i64::from), Ok(331));
    assert_eq!(generator::run(walk(&Door { key: Err("locked") })), Err("locked"));
}
