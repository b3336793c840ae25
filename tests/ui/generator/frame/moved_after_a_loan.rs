//@ run-pass
//@ edition: 2024

// What was lent and then moved away takes no place in a frame, unless there is a raw pointer to where it
// was: that is still good to write something there.

#![feature(native_generators)]

use std::future::Future as CoreFuture;
use std::generator::{self, Executor, Future, State};
use std::hint::black_box;
use std::mem::{MaybeUninit, size_of_val};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

struct Turns;

impl Executor for Turns {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

struct Large([u8; 1000]);

impl Drop for Large {
    fn drop(&mut self) {
        black_box(self.0[0]);
    }
}

impl Large {
    fn new(byte: u8) -> Large {
        Large([byte; 1000])
    }

    fn first(&self) -> &u8 {
        &self.0[0]
    }

    fn change(&mut self) {
        self.0[0] += 1;
    }
}

fn turn() => impl Future<Turns, Return = ()> {
    let mut is_blocked = false;
    await generator::from_fn(move |_: &mut Turns| {
        is_blocked = !is_blocked;
        if is_blocked { State::Blocked(()) } else { State::Complete(()) }
    })
}

async fn later() {
    let mut is_pending = false;
    std::future::poll_fn(|_| {
        is_pending = !is_pending;
        if is_pending { Poll::Pending } else { Poll::Ready(()) }
    })
    .await
}

macro_rules! programs {
    ($n:ident, $wait:expr; $($head:tt)*) => {
        $($head)* {
            let mut sum = 0;
            let mut first = Large::new($n);
            first.change();
            sum += *first.first();
            drop(first);
            $wait;
            let second = Large::new($n);
            sum += *second.first();
            let moved = second;
            $wait;
            sum += *moved.first();
            drop(moved);
            $wait;
            sum
        }
    };
}

programs! { n, await turn(); fn generator(n: u8) => static impl Future<Turns, Return = u8> }
programs! { n, later().await; async fn async_fn(n: u8) -> u8 }

/// Written after the value was moved away, and read after the suspension.
async fn pointed_to(n: u8) -> u8 {
    let mut place = Box::new(n);
    let pointer = &raw mut place;
    drop(place);
    unsafe { pointer.write(Box::new(n + 1)) };
    later().await;
    black_box(Large::new(0)).change();
    unsafe { *pointer.read() }
}

/// The pointer comes from a call.
async fn pointed_to_by_a_call(n: u8) -> u8 {
    let mut place = MaybeUninit::new(String::new());
    let pointer = place.as_mut_ptr();
    drop(unsafe { place.assume_init() });
    unsafe { pointer.write(n.to_string()) };
    later().await;
    let others = [String::from("other"), String::from("values")];
    black_box(&others);
    unsafe { pointer.read().parse().unwrap() }
}

struct Pointer<T>(*mut T);

impl<T> Pointer<T> {
    fn to(place: &mut T) -> Pointer<T> {
        Pointer(place)
    }
}

/// The pointer is in a struct, and what it points to is written after a suspension, too.
async fn pointed_to_by_a_struct(n: u8) -> u8 {
    let mut place = n.to_string();
    let pointer = Pointer::to(&mut place);
    drop(place);
    later().await;
    let others = [7_u8; 24];
    later().await;
    unsafe { pointer.0.write((n + 1).to_string()) };
    later().await;
    black_box(&others);
    let written = unsafe { pointer.0.read() };
    written.parse::<u8>().unwrap() + others[0]
}

fn poll_to_end(future: impl CoreFuture<Output = u8>) -> u8 {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

fn main() {
    let frame = generator(2);
    assert!(size_of_val(&frame) < 1100, "{}", size_of_val(&frame));
    let mut frame = pin!(frame);
    let value = loop {
        if let State::Complete(value) = generator::Generator::resume(frame.as_mut(), &mut Turns) {
            break value;
        }
    };
    assert_eq!(value, 7);

    let frame = async_fn(2);
    assert!(size_of_val(&frame) < 1100, "{}", size_of_val(&frame));
    assert_eq!(poll_to_end(frame), 7);

    assert_eq!(poll_to_end(pointed_to(4)), 5);
    assert_eq!(poll_to_end(pointed_to_by_a_call(6)), 6);
    assert_eq!(poll_to_end(pointed_to_by_a_struct(8)), 16);
}
