//@ run-pass
//@ edition: 2024
//@ needs-unwind

// A panic beside an `await`: in what makes its operand, in what turns that into a generator, in the
// destructor of what was awaited, and in the statement around it.

#![feature(native_generators)]
#![feature(never_type)]

use std::cell::RefCell;
use std::generator::{Executor, Future, Generator, IntoGenerator, State};
use std::panic::{self, AssertUnwindSafe};
use std::pin::Pin;

thread_local!(static LOG: RefCell<Vec<&'static str>> = const { RefCell::new(vec![]) });

fn log(entry: &'static str) {
    LOG.with_borrow_mut(|log| log.push(entry));
}

/// The place where it panics, which is also what a resumption passes in.
#[derive(Clone, Copy, PartialEq)]
enum At {
    Operand,
    Conversion,
    Resumption,
    Destructor,
    Use,
    Nowhere,
}

fn panic_at(here: At, at: At) {
    if here == at {
        panic!("as asked");
    }
}

struct Turns;

impl Executor for Turns {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

struct Noted(&'static str);

impl Drop for Noted {
    fn drop(&mut self) {
        log(self.0);
    }
}

struct Request(At, Noted);

impl IntoGenerator<Turns> for Request {
    type Yield = !;
    type Return = Option<Noted>;
    type IntoGenerator = Response;

    fn into_generator(self) -> Response {
        panic_at(At::Conversion, self.0);
        Response { at: self.0, blocked: false, _request: self.1 }
    }
}

struct Response {
    at: At,
    blocked: bool,
    _request: Noted,
}

impl Generator<Turns> for Response {
    type Yield = !;
    type Return = Option<Noted>;

    fn resume(mut self: Pin<&mut Self>, _: &mut Turns) -> State<!, Option<Noted>, ()> {
        if !self.blocked {
            self.blocked = true;
            return State::Blocked(());
        }
        panic_at(At::Resumption, self.at);
        // A value is leaked where it leaves a scope whose destructors panic: not only here.
        State::Complete(if self.at == At::Destructor { None } else { Some(Noted("value")) })
    }
}

impl Drop for Response {
    fn drop(&mut self) {
        log("response");
        panic_at(At::Destructor, self.at);
    }
}

fn request(at: At, _lent: &Noted) -> Request {
    panic_at(At::Operand, at);
    Request(at, Noted("request"))
}

fn uses(at: At, _: Noted, _: Option<Noted>) -> u32 {
    panic_at(At::Use, at);
    7
}

fn body(at: At, _argument: Noted) => impl Future<Turns, Return = u32> {
    let _local = Noted("local");
    uses(at, Noted("before"), await request(at, &Noted("temporary")))
}

fn run(at: At) -> (Option<u32>, Vec<&'static str>) {
    let mut frame = body(at, Noted("argument"));
    let mut value = None;
    for _ in 0..2 {
        match panic::catch_unwind(AssertUnwindSafe(|| frame.step(&mut Turns))) {
            Ok(State::Blocked(())) => continue,
            Ok(State::Complete(n)) => value = Some(n),
            Err(_) => {}
        }
        break;
    }
    let again = panic::catch_unwind(AssertUnwindSafe(|| frame.step(&mut Turns)));
    let message = *again.unwrap_err().downcast_ref::<&str>().unwrap();
    assert_eq!(message == "generator resumed after completion", value.is_some());
    assert_eq!(message == "generator resumed after panicking", value.is_none());
    let log = LOG.take();
    drop(frame);
    assert_eq!(LOG.take(), [""; 0]);
    (value, log)
}

fn main() {
    panic::set_hook(Box::new(|_| {}));
    let end = ["local", "argument"];
    let expect = |at, value, dropped: &[&'static str]| {
        assert_eq!(run(at), (value, [dropped, &end].concat()));
    };
    expect(At::Nowhere, Some(7), &["response", "request", "value", "before", "temporary"]);
    expect(At::Use, None, &["response", "request", "value", "before", "temporary"]);
    expect(At::Destructor, None, &["response", "request", "temporary", "before"]);
    expect(At::Resumption, None, &["response", "request", "temporary", "before"]);
    expect(At::Conversion, None, &["request", "temporary", "before"]);
    expect(At::Operand, None, &["temporary", "before"]);
}
