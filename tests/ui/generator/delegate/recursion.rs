//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Boxed recursion through `yield..`: mutual, with values sent through every level, and chosen.

#![feature(native_generators)]

use std::generator::{Arg, Boxed, Generator, IntoBox, State, Stream};

enum Json {
    Null,
    Number(i32),
    List(Vec<Json>),
    Object(Vec<(&'static str, Json)>),
}

fn value<'a>(json: &'a Json) => impl Stream<(), Yield = String, Return = usize> {
    match json {
        Json::Null => yield "null".to_string(),
        Json::Number(n) => yield n.to_string(),
        Json::List(list) => return yield.. items(list).into_box(),
        Json::Object(fields) => {
            let mut depth = 0;
            yield "{".to_string();
            for (name, field) in fields {
                yield format!("{}:", name);
                depth = depth.max(yield.. value(field).into_box());
            }
            yield "}".to_string();
            return depth + 1;
        }
    }
    0
}

fn items<'a>(list: &'a [Json]) => impl Stream<(), Yield = String, Return = usize> {
    let mut depth = 0;
    yield "[".to_string();
    for json in list {
        depth = depth.max(yield.. value(json).into_box());
    }
    yield "]".to_string();
    depth + 1
}

/// Hanoi, where each move may be answered by how many more to show.
fn hanoi(
    disks: u32,
    from: char,
    over: char,
    to: char,
) => impl Stream<Arg<bool>, Yield = (char, char), Return = Result<u32, u32>> {
    if disks == 0 {
        return Ok(0);
    }
    let before = (yield.. hanoi(disks - 1, from, to, over).into_box())?;
    if !(yield (from, to)) {
        return Err(disks);
    }
    let after = (yield.. hanoi(disks - 1, over, from, to).into_box())?;
    Ok(before + 1 + after)
}

/// The recursion is a function of its own, that makes one of two generators.
fn collatz(n: u64) -> Boxed<'static, (), u64, u32> {
    fn even(n: u64) => impl Stream<(), Yield = u64, Return = u32> {
        yield n;
        1 + yield.. collatz(n / 2)
    }
    fn odd(n: u64) => impl Stream<(), Yield = u64, Return = u32> {
        yield n;
        if n == 1 { 0 } else { 1 + yield.. collatz(3 * n + 1) }
    }
    if n % 2 == 0 { even(n).into_box() } else { odd(n).into_box() }
}

fn main() {
    let json = Json::List(vec![
        Json::Null,
        Json::Object(vec![("a", Json::Number(1)), ("b", Json::List(vec![Json::Number(-2)]))]),
    ]);
    let mut text = String::new();
    let mut frame = value(&json);
    let depth = loop {
        match frame.step(&mut ()) {
            State::Yielded(part) => text += &part,
            State::Complete(depth) => break depth,
        }
    };
    assert_eq!((text.as_str(), depth), ("[null{a:1b:[-2]}]", 3));

    let mut frame = hanoi(4, 'a', 'b', 'c');
    let mut state = frame.start();
    let mut moves = vec![];
    while let State::Yielded(next) = state {
        moves.push(next);
        state = frame.send(true);
    }
    assert_eq!(state, State::Complete(Ok(15)));
    assert_eq!(moves[..3], [('a', 'b'), ('a', 'c'), ('b', 'c')]);
    assert_eq!(moves.len(), 15);
    let mut frame = hanoi(4, 'a', 'b', 'c');
    frame.start();
    frame.send(true);
    assert_eq!(frame.send(false), State::Complete(Err(2)));

    let mut path = vec![];
    let mut frame = collatz(6);
    let steps = loop {
        match frame.step(&mut ()) {
            State::Yielded(n) => path.push(n),
            State::Complete(steps) => break steps,
        }
    };
    assert_eq!(path, [6, 3, 10, 5, 16, 8, 4, 2, 1]);
    assert_eq!(steps, 8);
}
