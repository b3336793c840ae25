//@ run-pass
//@ edition: 2024

// A type of one's own can be made to pass for what the compiler makes of a body. Where its phase is
// read off its discriminant, that is some number, or none; the values that it has stay whole.

#![feature(coroutine_trait, native_generators, never_type)]

use std::generator::Generator;
use std::generator::lowering::{Handle, Suspend, frame, iter};
use std::ops::{Coroutine, CoroutineState};
use std::pin::Pin;

/// Its discriminant is as large as that of a real one, and means something else.
#[repr(u32)]
#[derive(Clone)]
enum Numbered {
    Unresumed(String) = 0,
    Complete(String) = 1,
    Panicked(String) = 2,
    Other(String) = u32::MAX,
}

use Numbered::*;

impl Coroutine<Handle<()>> for Numbered {
    type Yield = Suspend<String, !>;
    type Return = ();

    fn resume(mut self: Pin<&mut Self>, _: Handle<()>) -> CoroutineState<Self::Yield, ()> {
        let (Unresumed(text) | Complete(text) | Panicked(text) | Other(text)) = &*self;
        let text = text.clone() + "!";
        let next = match *self {
            Unresumed(_) => Other(text.clone()),
            Other(_) => Complete(text.clone()),
            Complete(_) => Panicked(text.clone()),
            Panicked(_) => Unresumed(text.clone()),
        };
        self.set(next);
        CoroutineState::Yielded(Suspend::Yielded(text))
    }
}

/// Has no discriminant.
#[derive(Clone)]
struct Plain(Vec<String>);

impl Coroutine<Handle<()>> for Plain {
    type Yield = Suspend<String, !>;
    type Return = ();

    fn resume(mut self: Pin<&mut Self>, _: Handle<()>) -> CoroutineState<Self::Yield, ()> {
        match self.0.pop() {
            Some(text) => CoroutineState::Yielded(Suspend::Yielded(text)),
            None => CoroutineState::Complete(()),
        }
    }
}

fn main() {
    // It is taken for complete when it says 1, and for panicked when it says 2.
    let text = || String::from("hello");
    assert!(iter(Unresumed(text())).eq(["hello!", "hello!!"]));
    assert!(iter(Other(text())).eq(["hello!"]));
    assert!(iter(Complete(text())).clone().next().is_none());
    assert!(iter(Panicked(text())).next().is_none());
    assert!(format!("{:?}", frame(Panicked(text()))).ends_with("(panicked)"));

    // A frame as it is leaves refusing to what is in it.
    let mut twice = frame(Complete(text()));
    assert_eq!(twice.step(&mut ()).yielded().as_deref(), Some("hello!"));
    assert_eq!(twice.step(&mut ()).yielded().as_deref(), Some("hello!!"));

    let mut plain = iter(Plain(vec![text(), text()]));
    assert!(plain.by_ref().eq(["hello", "hello"]));
    assert!(plain.next().is_none());
    assert!(format!("{:?}", frame(Plain(vec![]))).ends_with("(unknown)"));
}
