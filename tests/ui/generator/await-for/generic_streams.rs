//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `await for` over what is known by its bounds only: type parameters, associated types, trait
// objects, and types that turn into a stream.

#![feature(native_generators)]

use std::generator::{
    self, Boxed, ByMut, Executor, Future, Generator, IntoBox, IntoGenerator, Stream, from_iter,
};
use std::pin::{Pin, pin};

fn fold<E, S, A>(
    stream: S,
    start: A,
    f: fn(A, S::Yield) -> A,
) => impl Future<E, Return = (A, S::Return)>
where
    E: Executor,
    S: Stream<E> + Unpin,
{
    let mut value = start;
    let end = await for next in stream {
        value = f(value, next);
    };
    (value, end)
}

fn collect<E, T>(items: T) => impl Future<E, Return = Vec<T::Yield>>
where
    E: Executor,
    T: IntoGenerator<E, Return = ()>,
    T::IntoGenerator: Unpin,
{
    let mut all = vec![];
    await for item in items {
        all.push(item);
    }
    all
}

trait Source {
    type Item: Ord;
    type Items: Stream<(), Yield = Self::Item, Return = ()> + Unpin;

    fn items(self) -> Self::Items;
}

impl Source for &'static str {
    type Item = char;
    type Items = std::str::Chars<'static>;

    fn items(self) -> std::str::Chars<'static> {
        self.chars()
    }
}

impl Source for Vec<u32> {
    type Item = u32;
    type Items = Boxed<'static, (), u32, ()>;

    fn items(self) -> Boxed<'static, (), u32, ()> {
        self.into_iter().into_box()
    }
}

fn largest<S: Source>(source: S) => impl Future<(), Return = Option<S::Item>> {
    let mut largest = None;
    await for item in source.items() {
        if Some(&item) > largest.as_ref() {
            largest = Some(item);
        }
    }
    largest
}

/// A request that is answered item by item.
struct Squares(u32);

impl IntoGenerator<()> for Squares {
    type Yield = u32;
    type Return = ();
    type IntoGenerator = Boxed<'static, (), u32, ()>;

    fn into_generator(self) -> Boxed<'static, (), u32, ()> {
        fn squares(n: u32) => impl Stream<(), Yield = u32, Return = ()> {
            for m in 0..n {
                yield m * m;
            }
        }
        squares(self.0).into_box()
    }
}

fn erased(
    stream: Pin<&mut dyn Generator<(), Yield = u32, Return = &'static str>>,
) => impl Future<(), Return = (u32, &'static str)> {
    let mut sum = 0;
    let end = await for n in ByMut::from(stream) {
        sum += n;
    };
    (sum, end)
}

fn ended(n: u32) => impl Stream<(), Yield = u32, Return = &'static str> {
    yield n;
    yield n;
    "ended"
}

fn main() {
    assert_eq!(generator::run(fold(ended(2), 1, |a, n| a * n)), (4, "ended"));
    assert_eq!(generator::run(fold("abc".chars(), 0, |n, c| n * 2 + c as u32 - 97)), (4, ()));
    assert_eq!(generator::run(collect(Squares(4))), [0, 1, 4, 9]);
    assert_eq!(generator::run(collect(from_iter(vec![1]))), [1]);
    assert_eq!(generator::run(collect([1, 2])), [1, 2]);
    assert_eq!(generator::run(largest("some")), Some('s'));
    assert_eq!(generator::run(largest(vec![3, 5, 4])), Some(5));
    assert_eq!(generator::run(largest(Vec::new())), None);
    assert_eq!(generator::run(erased(pin!(ended(21)))), (42, "ended"));
}
