//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Awaiting what is known by its bounds only: type parameters, associated types, `impl Trait`,
// constants, and closures that return futures.

#![feature(native_generators)]
#![feature(never_type)]

use std::generator::{self, Executor, Future, IntoGenerator, Ready, ready};

fn both<E, A, B>(a: A, b: B) => impl Future<E, Return = (A::Return, B::Return)>
where
    E: Executor,
    A: Future<E> + Unpin,
    B: Future<E> + Unpin,
{
    (await a, b.await)
}

fn converted<E, T>(value: T) => impl Future<E, Return = T::Return>
where
    E: Executor,
    T: IntoGenerator<E, Yield = !>,
    T::IntoGenerator: Unpin,
{
    await value
}

fn called<E: Executor, F, G>(f: F, times: u32) => impl Future<E, Return = Vec<G::Return>>
where
    F: Fn(u32) -> G,
    G: Future<E> + Unpin,
{
    let mut all = vec![];
    for n in 0..times {
        let value = await f(n);
        all.push(value);
    }
    all
}

trait Store {
    type Value: Clone;
    type Fetch: Future<(), Return = Self::Value> + Unpin;

    fn fetch(&self) -> Self::Fetch;
}

struct Fixed<T>(T);

impl<T: Clone> Store for Fixed<T> {
    type Value = T;
    type Fetch = Ready<T>;

    fn fetch(&self) -> Ready<T> {
        ready(self.0.clone())
    }
}

fn twice<S: Store>(store: &S) => impl Future<(), Return = [S::Value; 2]> {
    let value = await store.fetch();
    [value, store.fetch().await]
}

fn array<const N: usize, T>(
    pending: [impl Future<(), Return = T> + Unpin; N],
) => impl Future<(), Return = [T; N]> {
    let mut all = vec![];
    await for each in Vec::from(pending) {
        let value = await each;
        all.push(value);
    }
    std::convert::TryInto::try_into(all).ok().unwrap()
}

fn main() {
    assert_eq!(generator::run(both(ready(1), ready("b"))), (1, "b"));
    assert_eq!(generator::run(both(both(ready(1), ready(2)), ready(3))), ((1, 2), 3));
    assert_eq!(generator::run(converted(ready('c'))), 'c');
    assert_eq!(generator::run(called(|n| ready(n * n), 4)), [0, 1, 4, 9]);
    assert_eq!(generator::run(called(|n| both(ready(n), ready(())), 2)), [(0, ()), (1, ())]);
    assert_eq!(generator::run(twice(&Fixed("text".to_string()))), ["text", "text"]);
    assert_eq!(generator::run(array([ready(1), ready(2), ready(3)])), [1, 2, 3]);
    assert_eq!(generator::run(array::<0, u8>([ready(1); 0])), []);
}
