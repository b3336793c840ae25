//@ run-pass
//@ edition: 2024

// A `static` frame that is dropped half way drops what it awaits before what that borrows.

#![feature(native_generators)]
#![feature(never_type)]

use std::cell::RefCell;
use std::generator::{self, Executor, Future, Generator, State};
use std::pin::{Pin, pin};

struct Once(bool);

impl Executor for Once {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

struct Noted<'a>(&'a RefCell<Vec<String>>, String);

impl Drop for Noted<'_> {
    fn drop(&mut self) {
        self.0.borrow_mut().push(self.1.clone());
    }
}

fn inner<'a, 'b>(noted: &'b Noted<'a>) => static impl Future<Once, Return = ()> {
    let local = Noted(noted.0, format!("inner of {}", noted.1));
    let lent = &local;
    await generator::from_fn(|once: &mut Once| match once.0 {
        true => State::Complete(()),
        false => State::Blocked(()),
    });
    assert!(lent.1.ends_with(&noted.1));
}

fn outer<'a>(argument: Noted<'a>) => static impl Future<Once, Return = ()> {
    let local = Noted(argument.0, "local".to_string());
    let _loan = (&argument, &local);
    await inner(&local);
    await inner(&argument);
}

fn main() {
    let log = RefCell::new(vec![]);
    let frame = || outer(Noted(&log, "argument".to_string()));

    drop(frame());
    assert_eq!(log.take(), ["argument"]);

    {
        let mut frame = pin!(frame());
        assert_eq!(frame.as_mut().resume(&mut Once(false)), State::Blocked(()));
        assert_eq!(log.take(), [""; 0]);
    }
    assert_eq!(log.take(), ["inner of local", "local", "argument"]);

    let mut frame: Pin<Box<dyn Future<Once, Yield = !, Return = ()>>> = Box::pin(frame());
    assert_eq!(frame.as_mut().resume(&mut Once(true)), State::Complete(()));
    assert_eq!(log.take(), ["inner of local", "inner of argument", "local", "argument"]);
    drop(frame);
    assert_eq!(log.take(), [""; 0]);
}
