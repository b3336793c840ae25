//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `await for` as an operand and as a statement: where it ends, and what its head takes.

#![feature(native_generators)]

use std::generator::{self, Future, Stream, ready};

fn count(n: u32) => impl Stream<(), Yield = u32, Return = u32> {
    for m in 0..n {
        yield m;
    }
    n
}

fn checked(n: u32) => impl Stream<(), Yield = u32, Return = Result<u32, String>> {
    yield n;
    if n > 9 { Err(n.to_string()) } else { Ok(n) }
}

struct Limits {
    low: u32,
    high: u32,
}

fn heads() => impl Future<(), Return = Vec<u32>> {
    let mut all = vec![];
    let limits = Limits { low: 1, high: 3 };
    await for n in limits.low..limits.high { all.push(n); }
    await for n in (Limits { low: 3, high: 5 }).low..5 { all.push(n); }
    await for n in await ready(5)..=await ready(6) { all.push(n); }
    await for n in await ready([7]) { all.push(n); }
    await for n in (|n| [n])(8) { all.push(n); }
    await for n in if all.len() == 8 { [9] } else { [90] } { all.push(n); }
    await for n in match all.last() { Some(9) => Some(10), _ => None } { all.push(n); }
    await for n in { [11] } { all.push(n); }
    await for n in [{ await ready(()); 12 }] { all.push(n); }
    await for n in unsafe { std::mem::transmute::<[u8; 4], [u8; 4]>([13; 4]) } {
        if all.len() < 13 { all.push(n.into()); }
    }
    all
}

fn operands() => impl Future<(), Return = (i64, u32, bool)> {
    let negative = -i64::from(await for _ in count(3) {});
    let sum = 1 + await for _ in count(4) {} * 2;
    let cast = (await for _ in count(300) {}) as u8;
    let compared = 5 == await for _ in count(5) {};
    (negative, sum + u32::from(cast), compared && !(await for _ in count(0) {} == 1))
}

/// In a statement the loop ends with its block, as `for` and `match` do.
fn statements(done: &mut Vec<&'static str>) => impl Future<(), Return = i32> {
    await for _ in 0..1 { done.push("first"); }
    (done.push("second"));
    await for _ in 0..1 { done.push("third"); }
    [0][0];
    'label: await for n in 0.. { if n == 3 { break 'label } }
    await for _ in 0..2 {}
    -1
}

fn chains(n: u32) => impl Future<(), Return = Result<String, String>> {
    await for _ in checked(n) {}?;
    let doubled = await for _ in checked(n + 1) {}? * 2;
    let text = (await for _ in checked(n) {}).map(|n| n + 1)?.to_string();
    await for _ in checked(doubled) {}.map(|n| n.to_string() + &text)
}

fn main() {
    assert_eq!(generator::run(heads()), (1..14).collect::<Vec<_>>());
    assert_eq!(generator::run(operands()), (-3, 9 + 44, true));
    let mut done = vec![];
    assert_eq!(generator::run(statements(&mut done)), -1);
    assert_eq!(done, ["first", "second", "third"]);
    assert_eq!(generator::run(chains(3)), Ok("84".to_string()));
    assert_eq!(generator::run(chains(5)), Err("12".to_string()));
    assert_eq!(generator::run(chains(9)), Err("10".to_string()));
    assert_eq!(generator::run(chains(10)), Err("10".to_string()));
}
