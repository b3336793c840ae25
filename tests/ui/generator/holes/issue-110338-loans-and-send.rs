//@ run-pass
//@ edition: 2024

// A frame that keeps loans across its suspend points is `Send` where they are, without a word about
// lifetimes: of what it was passed, of statics, of itself, by closures, boxes, trait objects and
// frames.

#![feature(native_generators)]

use std::collections::BTreeMap;
use std::fmt::{Display, Write};
use std::generator::{BoxedSend, Executor, Future, Generator, IntoBox, Stream, join, ready, run};
use std::thread;

static NUMBERS: [u32; 3] = [1, 2, 3];

fn of_a_static() => impl Future<Return = u32> {
    let lent = &NUMBERS;
    await ready(());
    lent.iter().sum()
}

fn length<E: Executor>(text: &str) => impl Future<E, Return = usize> {
    text.len()
}

fn by_closures(names: &[String]) => impl Future<Return = usize> {
    let lengths = |name: &String| name.len();
    let mut sum = 0;
    for n in names.iter().map(lengths) {
        sum += await ready(n);
    }
    for name in names.iter().map(|name| name.as_str()).filter(|name| !name.is_empty()) {
        sum += await length(name);
    }
    sum
}

fn of_a_map(map: &BTreeMap<String, Vec<&str>>) => impl Future<Return = usize> {
    let mut sum = 0;
    for (name, words) in map.iter().filter(|(name, _)| !name.is_empty()) {
        for word in words.iter().copied() {
            sum += await length(word) + name.len();
        }
    }
    sum
}

trait Named {
    type Name: ?Sized;

    fn name(&self) -> &Self::Name;
}

impl Named for &str {
    type Name = str;

    fn name(&self) -> &str {
        self
    }
}

fn projected<T: Named + Sync>(all: &[T]) => impl Future<Return = usize>
where
    T::Name: Sync,
{
    let mut sum = 0;
    for name in all.iter().map(Named::name) {
        await ready(());
        sum += size_of_val(name);
    }
    sum
}

trait Service: Sync {
    fn call<'a>(&'a self, text: &'a str) -> BoxedSend<'a, (), !, usize>;
}

impl<F: Fn(&str) -> usize + Sync> Service for F {
    fn call<'a>(&'a self, text: &'a str) -> BoxedSend<'a, (), !, usize> {
        ready(self(text)).into_box_send()
    }
}

fn dynamic(service: &dyn Service) => impl Future<Return = usize> {
    await service.call("a") + await service.call("bc")
}

fn erased<'a>(items: &'a [&'a (dyn Display + Sync + 'a)]) => impl Future<Return = String> {
    let mut text = String::new();
    for item in items {
        write!(text, "{item} ").unwrap();
        await ready(item);
    }
    text
}

fn functions(all: &[for<'a> fn(&'a str) -> &'a str], text: &str) => impl Future<Return = usize> {
    let mut text = text;
    for f in all {
        text = await ready(f(text));
    }
    text.len()
}

fn exclusive(numbers: &mut [u32]) => impl Stream<Yield = u32, Return = ()> {
    for n in numbers.iter_mut() {
        yield *n;
        *n += 1;
    }
    yield.. numbers.iter().copied();
}

fn joined(first: &str, second: &str) => impl Future<Return = usize> {
    let (a, b) = await join((length(first), length(second)));
    let all = [first, second].map(|text| length(text));
    a + b + (await join(all)).into_iter().sum::<usize>()
}

fn of_itself(text: String, names: Vec<String>) => static impl Future<Return = usize> {
    let words = text.split(' ').map(|word| word.trim()).filter(|word| !word.is_empty());
    let mut sum = 0;
    for word in words {
        await ready(());
        sum += await length(word);
    }
    let lengths: Vec<_> = names.iter().map(|name| length(name)).collect();
    sum += (await join(lengths)).into_iter().sum::<usize>();
    let service: &dyn Service = &|text: &str| text.len();
    sum + await dynamic(service) + await by_closures(&names)
}

struct Desk<'a> {
    name: &'a str,
}

impl Executor for Desk<'_> {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn at_a_desk<'a>(n: &usize) => impl Future<Desk<'a>, Return = usize> {
    let name: &'a str = ref executor.name;
    let length = await length(name);
    *n + length + await at_any_desk(n).into_box_send()
}

fn at_any_desk<'a>(n: &usize) => impl Future<Desk<'a>, Return = usize> {
    await ready(*n) + ref executor.name.len()
}

fn elsewhere<R: Send>(future: impl Future<Return = R> + Send) -> R {
    thread::scope(|scope| scope.spawn(|| run(future)).join().unwrap())
}

fn assert_send<T: Send>(value: T) -> T {
    value
}

fn main() {
    assert_eq!(elsewhere(of_a_static()), 6);
    let names = ["a".to_string(), "bcd".to_string()];
    assert_eq!(elsewhere(by_closures(&names)), 8);
    let map = BTreeMap::from([("ab".to_string(), vec!["c", "de"])]);
    assert_eq!(elsewhere(of_a_map(&map)), 7);
    assert_eq!(elsewhere(projected(&["a", "bcd"])), 4);
    assert_eq!(elsewhere(dynamic(&|text: &str| text.len())), 3);
    assert_eq!(elsewhere(erased(&[&1, &"a"])), "1 a ");
    assert_eq!(elsewhere(functions(&[str::trim, str::trim_end], " a ")), 1);
    let mut numbers = [1, 2];
    let all: Vec<u32> = assert_send(exclusive(&mut numbers)).iter().collect();
    assert_eq!(all, [1, 2, 2, 3]);
    assert_eq!(elsewhere(joined("a", "bc")), 6);
    assert_eq!(elsewhere(of_itself("a bc ".to_string(), names.into())), 3 + 4 + 3 + 8);
    let mut frame = assert_send(at_a_desk(&1));
    assert_eq!(frame.step(&mut Desk { name: "desk" }).complete(), Some(1 + 4 + 1 + 4));
}
