//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A `static` body keeps across its suspend points what a movable one may not: loans of locals,
// arguments and temporaries, by patterns, closures, guards, operands and frames inside.

#![feature(native_generators)]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::generator::{self, Executor, Future, Generator, IntoBox, State, Stream, join};
use std::pin::{Pin, pin};
use std::sync::Mutex;

/// Blocks once for each `pause`, and passes in how often it was resumed.
#[derive(Default)]
struct Turns {
    taken: u32,
}

impl Executor for Turns {
    type Blocked = ();
    type Resume = u32;

    fn take_resume(&mut self) -> u32 {
        self.taken
    }
}

fn pause<T>(value: T) => impl Future<Turns, Return = T> {
    let (mut value, mut blocked) = (Some(value), false);
    await generator::from_fn(move |_: &mut Turns| {
        blocked = !blocked;
        if blocked { State::Blocked(()) } else { State::Complete(value.take().unwrap()) }
    })
}

struct Page {
    title: String,
    lines: Vec<String>,
    next: Option<Box<Page>>,
}

fn page(title: &str) -> Page {
    Page {
        title: title.to_string(),
        lines: vec!["one".to_string(), "two".to_string()],
        next: Some(Box::new(Page { title: "next".to_string(), lines: vec![], next: None })),
    }
}

fn patterns(mut page: Page) => static impl Future<Turns, Return = String> {
    let Page { ref mut title, ref lines, ref mut next } = page;
    await pause(());
    title.push_str(&lines[0]);
    if let Some(ref mut next) = *next {
        await pause(());
        next.title.push_str(title);
    }
    let Some(next) = next else { return String::new() };
    let (first, rest) = lines.split_first().unwrap();
    await pause(());
    for line in rest {
        next.title.push_str(await pause(line));
    }
    let Page { title: joined, .. } = &**next;
    await pause(());
    joined.clone() + first
}

fn operands(
    mut text: String,
    mut all: Vec<u32>,
) => static impl Stream<Turns, Yield = u32, Return = (String, Vec<u32>)> {
    all.push(yield all.len() as u32);
    all.push(await pause(7));
    let last = all.len() - 1;
    all[last] += yield 1;
    let sum = add(&all[0], await pause(&all[1])) + (&text).len() as u32;
    write!(text, "{} {} {}", sum, await pause(String::from("-")), all.len()).unwrap();
    text.push_str(&format!("{:?}", (all.iter().max(), yield 2)));
    let pair = (&mut text, yield 3);
    pair.0.push_str(&pair.1.to_string());
    assert_eq!(text.len(), await pause(text.len()));
    (text, all)
}

fn add(a: &u32, b: &u32) -> u32 {
    a + b
}

fn guards(cell: RefCell<u32>, mutex: Mutex<Vec<u32>>) => static impl Future<Turns, Return = u32> {
    let mut borrowed = cell.borrow_mut();
    *borrowed += await pause(1);
    drop(borrowed);
    for n in mutex.lock().unwrap().iter_mut() {
        *n += await pause(*cell.borrow());
    }
    match cell.borrow().checked_sub(1) {
        Some(n) if await pause(n > 0) => {
            await pause(());
            assert!(cell.try_borrow_mut().is_err());
        }
        _ => {}
    }
    let sum = mutex.lock().unwrap().iter().sum::<u32>() + await pause(*cell.borrow());
    *cell.borrow_mut() += 1;
    sum + cell.into_inner()
}

fn closures(text: String, mut count: u32) => static impl Stream<Turns, Yield = u32, Return = u32> {
    let length = || text.len() as u32;
    let mut next = || {
        count += 1;
        count
    };
    yield next() + length();
    await pause(());
    yield next() + length();
    let each = || => {
        for byte in text.bytes() {
            yield byte as u32;
        }
    };
    for n in each() {
        yield n;
    }
    let boxed: Box<dyn Fn(u32) -> u32 + '_> = Box::new(|n| n + text.len() as u32);
    await pause(());
    boxed(next())
}

fn push(all: &mut Vec<u32>, n: u32) => impl Future<Turns, Return = ()> {
    await pause(());
    all.push(n);
}

fn push_in_place(all: &mut Vec<u32>, n: u32) => static impl Future<Turns, Return = usize> {
    let n = &n;
    await pause(());
    all.push(*n);
    all.len()
}

fn frames() => static impl Future<Turns, Return = Vec<u32>> {
    let (mut first, mut second) = (vec![], vec![]);
    await push(&mut first, 1);
    await push_in_place(&mut first, 2);
    await push(&mut second, 3).into_box();
    await join((push(&mut first, 4), push_in_place(&mut second, 5)));
    let lent = &mut first;
    for n in &second {
        await push(lent, *n);
    }
    {
        let mut inner = pin!(push_in_place(&mut second, 6));
        while let State::Blocked(()) = inner.as_mut().resume(ref executor) {
            await pause(());
        }
    }
    first.append(&mut second);
    first
}

fn temporaries(words: BTreeMap<String, u32>) => static impl Future<Turns, Return = u32> {
    let lent = &String::from("extended");
    await pause(());
    let sum = add(&(lent.len() as u32), await pause(&3));
    for (word, n) in &words {
        await pause(word);
        assert_eq!(words.get(word), Some(n));
    }
    let found = match words.keys().map(|word| word.to_uppercase()).max() {
        Some(ref word) if await pause(word.starts_with('T')) => await pause(word.len()),
        _ => 0,
    };
    sum + found as u32
}

/// Loans of what an argument pattern binds, and of a reference itself.
fn arguments(
    (ref first, second): (String, String),
    third: &str,
) => static impl Future<Turns, Return = usize> {
    let lent = (&second, &third);
    await pause(());
    first.len() + lent.0.len() + lent.1.len()
}

fn lent_onwards() => static impl Stream<Turns, Yield = u32, Return = ()> {
    let mut numbers = [1, 2, 3];
    {
        let (left, right) = numbers.split_at_mut(1);
        yield left[0];
        std::mem::swap(&mut left[0], &mut right[1]);
        yield left[0];
    }
    let mut iter = numbers.iter();
    for n in iter.by_ref().take(1) {
        yield *n;
    }
    yield.. generator::from_iter(iter.copied());
}

fn drive<G: Generator<Turns>>(mut frame: Pin<&mut G>) -> (Vec<G::Yield>, u32, G::Return) {
    let mut turns = Turns::default();
    let (mut yielded, mut blocked) = (vec![], 0);
    loop {
        match frame.as_mut().resume(&mut turns) {
            State::Yielded(value) => yielded.push(value),
            State::Blocked(()) => blocked += 1,
            State::Complete(value) => return (yielded, blocked, value),
        }
        turns.taken += 1;
    }
}

fn main() {
    let (_, blocked, text) = drive(pin!(patterns(page("title"))));
    assert_eq!((blocked, &*text), (5, "nexttitleonetwoone"));

    let (yielded, blocked, (text, all)) =
        drive(Box::pin(operands("x".to_string(), vec![])).as_mut());
    assert_eq!((yielded, blocked), (vec![0, 1, 2, 3], 4));
    assert_eq!((&*text, all), ("x12 - 2(Some(10), 6)7", vec![1, 10]));

    let cell_and_lock = (RefCell::new(1), Mutex::new(vec![1, 2]));
    let (_, blocked, sum) = drive(pin!(guards(cell_and_lock.0, cell_and_lock.1)));
    assert_eq!((blocked, sum), (6, 3 + 4 + 2 + 3));

    let (yielded, blocked, last) = drive(pin!(closures("ab".to_string(), 0)));
    assert_eq!((yielded, blocked, last), (vec![3, 4, 97, 98], 2, 5));

    let (_, _, all) = drive(pin!(frames()));
    assert_eq!(all, [1, 2, 4, 3, 5, 3, 5, 6]);

    let words = vec![("three".to_string(), 3), ("one".to_string(), 1)].into_iter().collect();
    assert_eq!(drive(pin!(temporaries(words))).2, 8 + 3 + 5);

    let pair = ("a".to_string(), "bc".to_string());
    assert_eq!(drive(Box::pin(arguments(pair, "def")).as_mut()).2, 6);
    assert_eq!(drive(pin!(lent_onwards())).0, [1, 3, 3, 2, 1]);
}

