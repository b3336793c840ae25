//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Executors with lifetimes, types and constants as parameters, lent and boxed; several in one
// program, each with its own frames.

#![feature(native_generators)]

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Debug;
use std::generator::{Executor, Future, Generator, State, Stream, from_fn};
use std::hash::Hash;
use std::marker::PhantomData;

/// Borrows its input for all of its life.
struct Reading<'text, 'log> {
    words: Vec<&'text str>,
    log: &'log RefCell<Vec<&'text str>>,
}

impl<'text, 'log> Executor for Reading<'text, 'log> {
    type Blocked = &'text str;
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn word<'text: 'log, 'log>(
    last: &'text str,
) => impl Future<Reading<'text, 'log>, Return = &'text str> {
    let word = await from_fn(move |reading: &mut Reading<'text, 'log>| match reading.words.pop() {
        Some(word) => State::Complete(word),
        None => State::Blocked(last),
    });
    ref executor.log.borrow_mut().push(word);
    word
}

fn longest<'text: 'log, 'log>() => impl Future<Reading<'text, 'log>, Return = &'text str> {
    let mut longest = "";
    loop {
        match await word(longest) {
            "." => return longest,
            word if word.len() > longest.len() => longest = word,
            _ => {}
        }
    }
}

/// Of every key and value type, with a limit.
struct Cache<K, V, const LIMIT: usize> {
    map: HashMap<K, V>,
}

impl<K: Hash + Eq + Clone, V, const LIMIT: usize> Executor for Cache<K, V, LIMIT> {
    type Blocked = K;
    type Resume = PhantomData<V>;

    fn take_resume(&mut self) -> PhantomData<V> {
        PhantomData
    }
}

fn get<K, V, const LIMIT: usize>(key: K) => impl Future<Cache<K, V, LIMIT>, Return = V>
where
    K: Hash + Eq + Clone,
    V: Clone,
{
    await from_fn(move |cache: &mut Cache<K, V, LIMIT>| match cache.map.get(&key) {
        Some(value) => State::Complete(value.clone()),
        None => State::Blocked(key.clone()),
    })
}

fn entries<K, V, const LIMIT: usize>(
    keys: Vec<K>,
) => impl Stream<Cache<K, V, LIMIT>, Yield = String, Return = usize>
where
    K: Hash + Eq + Clone + Debug,
    V: Clone + Debug,
{
    for key in keys {
        let value = await get(key.clone());
        if ref executor.map.len() > LIMIT {
            break;
        }
        let _: PhantomData<V> = yield format!("{:?}={:?}", key, value);
    }
    LIMIT
}

fn main() {
    let text = "some short and longer words .".to_string();
    let log = RefCell::new(vec![]);
    let found = {
        let mut frame = longest();
        let mut reading = Reading { words: vec![], log: &log };
        assert_eq!(frame.step(&mut reading), State::Blocked(""));
        reading.words = text.split(' ').take(4).collect();
        assert_eq!(frame.step(&mut reading), State::Blocked("longer"));
        reading.words = text.split(' ').skip(4).collect();
        reading.words.reverse();
        let State::Complete(found) = frame.step(&mut reading) else { panic!() };
        found
    };
    assert_eq!(found, "longer");
    assert_eq!(log.borrow().len(), 6);

    let mut cache = Cache::<&str, u32, 2> { map: HashMap::new() };
    let mut frame = entries(vec!["a", "b", "c"]);
    assert_eq!(frame.step(&mut cache), State::Blocked("a"));
    cache.map.insert("a", 1);
    cache.map.insert("b", 2);
    assert_eq!(frame.step(&mut cache), State::Yielded("\"a\"=1".to_string()));
    assert_eq!(frame.step(&mut cache), State::Yielded("\"b\"=2".to_string()));
    assert_eq!(frame.step(&mut cache), State::Blocked("c"));
    cache.map.insert("c", 3);
    assert_eq!(frame.step(&mut cache), State::Complete(2));

    let mut wide = Cache::<(u8, char), Option<()>, 9> { map: HashMap::new() };
    wide.map.insert((1, 'x'), None);
    let boxed: &mut Cache<_, _, 9> = &mut Box::new(wide);
    assert_eq!(entries(vec![(1, 'x')]).step(boxed), State::Yielded("(1, 'x')=None".to_string()));
}
