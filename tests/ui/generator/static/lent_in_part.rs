//@ run-pass
//@ edition: 2024
//@ revisions: plain optimised prefix
//@[optimised] compile-flags: -O
//@[prefix] compile-flags: -Zcoroutine-layout=prefix

// Of a variable that is there only in part, or only on some ways, the part may be lent. A frame that
// does not move holds that, although nobody names the variable again.

#![feature(native_generators)]

use std::generator::Generator;
use std::hint::black_box;
use std::pin::Pin;

type Frame<'a> = Pin<Box<dyn Generator<Yield = (), Return = u64> + 'a>>;

fn set_on_one_way(own: bool, given: &[u64]) => static impl Generator<Yield = (), Return = u64> {
    let buffer;
    let numbers: &[u64] = if own {
        buffer = black_box([42; 4]);
        &buffer
    } else {
        given
    };
    yield;
    numbers[0]
}

fn rest_of_an_argument(pair: (String, [u64; 4])) => static impl Generator<Yield = (), Return = u64> {
    let rest = &pair.1;
    drop(pair.0);
    yield;
    rest[0]
}

fn rest_to_write(mut pair: (String, u64)) => static impl Generator<Yield = (), Return = u64> {
    let rest = &mut pair.1;
    drop(pair.0);
    yield;
    *rest += 1;
    yield;
    *rest
}

fn moved_on_the_other_way(is_moved: bool) => static impl Generator<Yield = (), Return = u64> {
    struct Plain([u64; 4]);
    let plain = Plain(black_box([7; 4]));
    let mut numbers: &[u64] = &[9];
    if is_moved {
        black_box::<Plain>(plain);
    } else {
        numbers = &plain.0;
    }
    yield;
    numbers[0]
}

fn bound_by_a_pattern(
    given: Option<(String, [u64; 2])>,
) => static impl Generator<Yield = (), Return = u64> {
    let rest = match given {
        Some((text, ref numbers)) => {
            drop(text);
            numbers
        }
        None => &[0; 2],
    };
    yield;
    rest[1]
}

fn captured(pair: (String, u64)) => static impl Generator<Yield = (), Return = u64> {
    let rest = || pair.1;
    drop(pair.0);
    yield;
    rest()
}

fn core_face(pair: (String, [u64; 4])) => static impl core::future::Future<Output = u64> {
    let rest = &pair.1;
    drop(pair.0);
    pending_once().await;
    rest[3]
}

async fn pending_once() {
    let mut is_ready = false;
    std::future::poll_fn(|_| {
        is_ready = !is_ready;
        if is_ready { std::task::Poll::Pending } else { std::task::Poll::Ready(()) }
    })
    .await
}

#[inline(never)]
fn overwrite_the_stack() {
    black_box([3_u64; 600]);
}

fn run(mut frame: Frame<'_>) -> u64 {
    use std::generator::State;
    loop {
        overwrite_the_stack();
        match black_box(&mut frame).as_mut().resume(&mut ()) {
            State::Complete(value) => return value,
            State::Yielded(()) => {}
        }
    }
}

fn main() {
    let pair = || (String::from("x"), black_box([5; 4]));
    assert_eq!(run(Box::pin(set_on_one_way(true, &[]))), 42);
    assert_eq!(run(Box::pin(set_on_one_way(false, &[8]))), 8);
    assert_eq!(run(Box::pin(rest_of_an_argument(pair()))), 5);
    assert_eq!(run(Box::pin(rest_to_write((String::from("x"), 10)))), 11);
    assert_eq!(run(Box::pin(moved_on_the_other_way(false))), 7);
    assert_eq!(run(Box::pin(moved_on_the_other_way(true))), 9);
    assert_eq!(run(Box::pin(bound_by_a_pattern(Some((String::new(), [1, 2]))))), 2);
    assert_eq!(run(Box::pin(captured((String::from("x"), 6)))), 6);

    let mut future = Box::pin(core_face(pair()));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let value = loop {
        overwrite_the_stack();
        let polled = core::future::Future::poll(black_box(&mut future).as_mut(), &mut context);
        if let std::task::Poll::Ready(value) = polled {
            break value;
        }
    };
    assert_eq!(value, 5);
}
