//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A loan that is over before the suspend point is none of its business, whatever the scope of the
// variable that held it.

#![feature(native_generators)]

use std::generator::{Arg, Future, Generator, State, Stream, ready, run};

fn by_last_use() => impl Iterator<Item = usize> {
    let mut text = String::from("a");
    let lent = &mut text;
    lent.push('b');
    yield 1;
    let lent = &text;
    let length = lent.len();
    yield length;
    yield text.len();
}

fn by_block(mut numbers: Vec<u32>) => impl Iterator<Item = u32> {
    let first = {
        let lent = &numbers;
        lent[0]
    };
    yield first;
    {
        let lent = &mut numbers;
        lent.push(first);
    }
    yield numbers.len() as u32;
}

struct Guard<'a>(&'a mut u32);

impl<'a> Drop for Guard<'a> {
    fn drop(&mut self) {
        *self.0 += 1;
    }
}

fn by_drop() => impl Iterator<Item = u32> {
    let mut count = 0;
    let guard = Guard(&mut count);
    drop(guard);
    yield count;
    {
        let guard = Guard(&mut count);
        *guard.0 += 10;
    }
    yield count;
    let guard = Guard(&mut count);
    std::mem::forget(guard);
    yield count;
}

fn by_moving_away() => impl Future<Return = u32> {
    let mut count = 0;
    let guard = Guard(&mut count);
    let kept = vec![guard];
    let counted = consume(kept);
    await ready(());
    count += counted;
    count
}

fn consume(guards: Vec<Guard<'_>>) -> u32 {
    guards.len() as u32
}

fn on_one_way(mut numbers: Vec<u32>, at: usize) => impl Iterator<Item = u32> {
    match numbers.get(at) {
        Some(n) => {
            let n = *n;
            yield n
        }
        None => {
            numbers.push(7);
            yield numbers[numbers.len() - 1];
        }
    }
    let lent = &mut numbers;
    if at > 1 {
        yield 0;
    } else {
        lent.push(8);
        yield 1;
    }
    yield numbers.len() as u32;
}

fn taken_anew() => impl Stream<Arg<u32>, Yield = usize, Return = Vec<u32>> {
    let mut numbers = vec![];
    loop {
        let n = yield numbers.len();
        let lent = &mut numbers;
        if n == 0 {
            break;
        }
        lent.push(n);
        for n in lent.iter_mut() {
            *n += 1;
        }
    }
    numbers
}

fn reassigned() => impl Iterator<Item = usize> {
    let (first, second) = (String::from("first"), String::from("second"));
    let mut lent = &first;
    for round in 0..2 {
        let length = lent.len();
        yield length;
        lent = if round == 0 { &second } else { &first };
        let length = lent.len();
        yield length;
        lent = &second;
    }
}

fn indices(numbers: Vec<u32>) => impl Iterator<Item = u32> {
    for i in 0..numbers.len() {
        yield numbers[i];
    }
    let mut i = 0;
    while let Some(n) = numbers.get(i).copied() {
        yield n;
        i += 1;
    }
}

fn popped(mut numbers: Vec<u32>) => impl Iterator<Item = u32> {
    while let Some(n) = numbers.pop() {
        yield n;
        if n == 3 {
            numbers.extend(vec![1, 1]);
        }
    }
}

fn copied_out(page: (String, u32)) => impl Future<Return = usize> {
    let (ref title, number) = page;
    let length = title.len();
    await ready(number);
    length + page.0.len()
}

fn value_of_a_call(text: String) => impl Future<Return = usize> {
    await ready(text.as_str().len()) + ready(text.trim().len()).await
}

fn moved_in(text: String) => impl Iterator<Item = u8> {
    let bytes = text.into_bytes();
    for byte in bytes {
        yield byte;
    }
}

fn main() {
    assert_eq!(by_last_use().collect::<Vec<_>>(), [1, 2, 2]);
    assert_eq!(by_block(vec![5]).collect::<Vec<_>>(), [5, 2]);
    assert_eq!(by_drop().collect::<Vec<_>>(), [1, 12, 12]);
    assert_eq!(run(by_moving_away()), 2);
    assert_eq!(on_one_way(vec![1, 2], 1).collect::<Vec<_>>(), [2, 1, 3]);
    assert_eq!(on_one_way(vec![1, 2], 2).collect::<Vec<_>>(), [7, 0, 3]);
    let mut frame = taken_anew();
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(3), State::Yielded(1));
    assert_eq!(frame.send(4), State::Yielded(2));
    assert_eq!(frame.send(0), State::Complete(vec![5, 5]));
    assert_eq!(reassigned().collect::<Vec<_>>(), [5, 6, 6, 5]);
    assert_eq!(indices(vec![1, 2]).collect::<Vec<_>>(), [1, 2, 1, 2]);
    assert_eq!(popped(vec![3, 2]).collect::<Vec<_>>(), [2, 3, 1, 1]);
    assert_eq!(run(copied_out(("ab".to_string(), 1))), 4);
    assert_eq!(run(value_of_a_call(" a".to_string())), 3);
    assert_eq!(moved_in("ab".to_string()).collect::<Vec<_>>(), b"ab");
}
