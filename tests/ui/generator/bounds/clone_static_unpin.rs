//@ edition: 2024

// `Clone`, `'static` and `Unpin`: what a frame holds across a suspend point decides, and the error
// names it.

#![feature(native_generators)]

use std::generator::{Future, Generator, Stream, ready};
use std::marker::PhantomPinned;
use std::pin::Pin;

fn assert_clone<T: Clone>(_: T) {}
fn assert_static<T: 'static>(_: T) {}
fn assert_unpin<T: Unpin>(_: T) {}

struct Once;

fn kept() => impl Stream<Yield = u32, Return = ()> + Clone { //~ ERROR [E0277]
    let once = Once;
    yield 1;
    drop(once);
}

fn not_kept() => impl Stream<Yield = u32, Return = ()> + Clone {
    let once = Once;
    drop(once);
    yield 1;
    drop(Once);
}

fn argument(once: Once) => impl Future<Return = ()> + Clone { //~ ERROR [E0277]
    await ready(());
    drop(once);
}

fn exclusive(number: &mut u32) => impl Stream<Yield = u32, Return = ()> + Clone { //~ ERROR [E0277]
    yield *number;
    *number += 1;
}

fn shared(text: &str) => impl Stream<Yield = usize, Return = ()> + Clone {
    for word in text.split(' ') {
        yield word.len();
    }
}

/// What an ordinary value asks for, the frame asks for too, but not what its own loans do.
fn of_parameters<T: Copy, U>(
    value: T,
    make: fn() -> U,
) => impl Stream<Yield = T, Return = ()> + Clone {
    drop(make());
    yield value;
}

/// Movable, although it holds what must not move once it is pinned: nothing pins it in the frame.
fn holds_pinned() => impl Stream<Yield = u32, Return = ()> {
    let (rooted, boxed) = (PhantomPinned, Box::pin(PhantomPinned));
    yield 1;
    drop((rooted, boxed));
}

fn lends_itself() => static impl Stream<Yield = u32, Return = ()> {
    let n = 1;
    let lent = &n;
    yield *lent;
    yield *lent;
}

fn clones() {
    assert_clone(not_kept());
    assert_clone(shared("text"));
    assert_clone(of_parameters(1, String::new));
    let own = |once: Once| => {
        yield 1;
        drop(once);
    };
    assert_clone(own(Once)); //~ ERROR the trait bound `Once: Clone` is not satisfied
}

fn clones_in_place() {
    assert_clone(lends_itself()); //~ ERROR Clone` is not satisfied
}

fn unpins() {
    assert_unpin(kept());
    assert_unpin(exclusive(&mut 1));
    assert_unpin(holds_pinned());
    assert_unpin(Box::pin(lends_itself()));
    assert_unpin(lends_itself()); //~ ERROR `{generator of `lends_itself`}` cannot be unpinned
}

fn outlives() {
    let text = String::from("a text");
    assert_static(kept());
    assert_static(shared("a text"));
    assert_static(lends_itself());
    assert_static(of_parameters("text", || text_of(&"")));
    assert_static(shared(&text)); //~ ERROR `text` does not live long enough
    let mut number = 1;
    assert_static(exclusive(&mut number)); //~ ERROR `number` does not live long enough
    let words = || => { //~ ERROR closure may outlive the current function, but it borrows `text`
        for word in text.split(' ') {
            yield word.len();
        }
    };
    assert_static(words());
}

fn text_of(text: &str) -> usize {
    text.len()
}

fn of_a_parameter<T: Copy>(value: T) {
    assert_static(of_parameters(value, || ())); //~ ERROR the parameter type `T` may not live
    assert_clone(of_parameters(value, || ()));
}

fn of_a_lifetime<'a>(text: &'a str) -> Pin<Box<dyn Generator<Yield = usize, Return = ()>>> {
    Box::pin(shared(text)) //~ ERROR lifetime may not live long enough
}

fn main() {}
