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

struct Erased(*mut ());

impl Erased {
    fn to(place: &mut [u8; 40]) -> Erased {
        Erased(place as *mut [u8; 40] as *mut ())
    }
}

struct Part {
    first: *mut u8,
}

impl Part {
    fn of(place: &mut [u8; 40]) -> Part {
        Part { first: &raw mut place[0] }
    }
}

trait Pointing {
    type To;

    fn pointer(&mut self) -> *mut Self::To;
}

impl Pointing for Wide {
    type To = Wide;

    fn pointer(&mut self) -> *mut Wide {
        self
    }
}

struct Projected<T: Pointing>(*mut T::To);

fn projected<T: Pointing>(place: &mut T) -> Projected<T> {
    Projected(place.pointer())
}

trait Slot {
    fn put(&self, value: Wide);
    fn take(&self) -> Wide;
}

impl Slot for *mut Wide {
    fn put(&self, value: Wide) {
        unsafe { self.write(value) }
    }

    fn take(&self) -> Wide {
        unsafe { self.read() }
    }
}

fn boxed(place: &mut Wide) -> Box<dyn Slot> {
    Box::new(place as *mut Wide)
}

fn kept_in(pointer: &mut *mut Wide, place: &mut Wide) {
    *pointer = place;
}

struct Wide([u8; 40]);

#[inline(never)]
fn wide(n: u8) -> Wide {
    Wide(black_box([n; 40]))
}

#[inline(never)]
fn taken<T>(value: T) {
    black_box(value);
}

macro_rules! kept {
    ($($name:ident: $place:ident => $pointer:expr, $put:expr, $get:expr;)*) => {
        $(async fn $name(n: u8) -> u8 {
            let mut $place = wide(1);
            let pointer = $pointer;
            taken($place);
            #[allow(unused_unsafe)]
            unsafe {
                $put(&pointer, n)
            }
            let other = wide(9);
            later().await;
            taken(other);
            #[allow(unused_unsafe)]
            unsafe {
                $get(&pointer)
            }
        })*
    };
}

// What a call gives back may be a pointer that its type does not tell, to the whole or a part.
kept! {
    pointed_to_by_any: place => Erased::to(&mut place.0),
        |p: &Erased, n| p.0.cast::<Wide>().write(wide(n)), |p: &Erased| (*p.0.cast::<Wide>()).0[0];
    pointed_to_in_part: place => Part::of(&mut place.0),
        |p: &Part, n| p.first.write(n), |p: &Part| p.first.read();
    pointed_to_by_projection: place => projected(&mut place),
        |p: &Projected<Wide>, n| p.0.write(wide(n)), |p: &Projected<Wide>| (*p.0).0[0];
    pointed_to_behind_dyn: place => boxed(&mut place),
        |p: &Box<dyn Slot>, n| p.put(wide(n)), |p: &Box<dyn Slot>| p.take().0[0];
    pointed_to_through_an_argument: place => {
        let mut pointer = std::ptr::null_mut();
        kept_in(&mut pointer, &mut place);
        pointer
    }, |p: &*mut Wide, n| p.write(wide(n)), |p: &*mut Wide| (**p).0[0];
}

#[inline(never)]
fn overwrite_the_stack() {
    black_box([3_u8; 8192]);
}

fn poll_to_end(future: impl CoreFuture<Output = u8>) -> u8 {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        overwrite_the_stack();
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
    assert_eq!(poll_to_end(pointed_to_by_any(5)), 5);
    assert_eq!(poll_to_end(pointed_to_in_part(5)), 5);
    assert_eq!(poll_to_end(pointed_to_by_projection(5)), 5);
    assert_eq!(poll_to_end(pointed_to_behind_dyn(5)), 5);
    assert_eq!(poll_to_end(pointed_to_through_an_argument(5)), 5);
}
