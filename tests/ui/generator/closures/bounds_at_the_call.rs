//@ run-pass
//@ edition: 2024

// What a generator closure is passed to may ask for any of the traits that frames have.

#![feature(native_generators)]

use std::fmt::Display;
use std::generator::{Arg, Executor, Generator, IntoGenerator, State};
use std::pin::pin;

fn twice<G>(f: impl Fn() -> G) -> u32
where
    G: Generator<Yield = u32, Return = ()> + Unpin,
{
    f().iter().sum::<u32>() + f().iter().max().unwrap_or(0)
}

fn once<G: IntoIterator<Item: Display>>(f: impl FnOnce(u32) -> G) -> String {
    f(3).into_iter().map(|item| item.to_string()).collect()
}

fn by_any_means<G: IntoGenerator<(), Yield = u64>>(mut f: impl FnMut() -> G) -> [Option<u64>; 2] {
    [(); 2].map(|()| pin!(f().into_generator()).resume(&mut ()).yielded())
}

fn asked<G>(f: impl FnOnce(String) -> G) -> usize
where
    G: Generator<Arg<String>, Yield = String, Return = usize> + Unpin,
{
    let mut asked = f("name".to_string());
    let State::Yielded(question) = asked.start() else { panic!() };
    asked.send(question + "!").complete().unwrap()
}

fn with<E: Executor, G: Generator<E>>(
    executor: &mut E,
    f: impl FnOnce() -> G,
) -> State<G::Yield, G::Return, E::Blocked> {
    pin!(f()).resume(executor)
}

fn lent<'a, G>(text: &'a str, f: impl Fn(&'a str) -> G) -> Vec<&'a str>
where
    G: IntoIterator<Item = &'a str>,
{
    f(text).into_iter().collect()
}

fn main() {
    assert_eq!(twice(|| => { yield 1; yield 2 }), 5);
    assert_eq!(twice(|| => {}), 0);
    assert_eq!(once(|n| => { for i in 0..n { yield i } }), "012");
    assert_eq!(once(|_| => { yield 'a'; yield 'b' }), "ab");

    let mut calls = 0u64;
    let seen = by_any_means(|| {
        calls += 1;
        let frame = move || => { yield 10 * calls };
        frame()
    });
    assert_eq!(seen, [Some(10), Some(20)]);

    // `len` is found on what is sent: its type is known before the body is checked.
    assert_eq!(asked(|question| => { let answer = yield question; answer.len() }), 5);

    let sent = with(&mut Arg::new(1u8), || => { let byte = yield "byte"; byte.pow(2) });
    assert_eq!(sent.yielded(), Some("byte"));
    assert_eq!(with(&mut (), || => { if false { yield } 5 }).complete(), Some(5));

    assert_eq!(lent("ab", |text| => { yield &text[1..]; yield &text[..1] }), ["b", "a"]);
}
