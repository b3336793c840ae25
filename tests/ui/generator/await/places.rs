//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// What is awaited as a place: dereferenced, indexed, assigned to, and borrowed from.

#![feature(native_generators)]

use std::generator::{self, Future, ready};

#[derive(Debug, Default, PartialEq)]
struct Account {
    owner: String,
    entries: Vec<i32>,
}

fn find<'a>(all: &'a mut [Account], owner: &str) => impl Future<(), Return = &'a mut Account> {
    all.iter_mut().find(|account| account.owner == owner).unwrap()
}

fn places(all: &mut [Account]) => impl Future<(), Return = usize> {
    (await find(all, "a")).entries.push(1);
    (await find(all, "a")).entries[0] += await ready(10);
    find(all, "b").await.entries = [await ready(2); 2].to_vec();
    *await find(all, "c") = Account { owner: "d".to_string(), entries: await ready(vec![7]) };
    let Account { owner, entries } = await find(all, "b");
    owner.push_str("!");
    entries.extend([3, 4]);
    if let [first, .., last] = &mut (await find(all, "b!")).entries[..] {
        std::mem::swap(first, last);
    }
    let moved = std::mem::take(&mut (await find(all, "d")).entries);
    moved.len() + (await ready([1, 2, 3]))[1] + ready((4, 5)).await.1
}

fn temporaries() => static impl Future<(), Return = String> {
    let lent = &await ready(vec![1, 2, 3]);
    let slice = &(await ready([4, 5, 6]))[1..];
    let text = (&mut await ready("a".to_string())).clone() + await ready("b");
    let mut counter = await ready(1);
    *&mut counter += await ready(1);
    format!("{:?} {:?} {} {}", lent, slice, text, counter)
}

fn main() {
    let account = |owner: &str, entries| Account { owner: owner.to_string(), entries };
    let mut all = [account("a", vec![]), account("b", vec![]), account("c", vec![])];
    assert_eq!(generator::run(places(&mut all)), 1 + 2 + 5);
    let expected = [("a", vec![11]), ("b!", vec![4, 2, 3, 2]), ("d", vec![])];
    assert_eq!(all, expected.map(|(owner, entries)| account(owner, entries)));
    assert_eq!(generator::run(temporaries()), "[1, 2, 3] [5, 6] ab 2");
}
