//@ run-pass
//@ edition: 2024
//@ needs-unwind

// A body is lent its executor by `&mut`, and may put another in its place; the executor may do the
// same in `take_resume`, panic there, or hold the very frame that it resumes.

#![feature(native_generators)]

use std::generator::{
    Arg, Boxed, EventLoop, Executor, Future, Generator, IntoBox, State, Stream, from_fn,
};
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::rc::Rc;

fn catch<R>(f: impl FnOnce() -> R) -> Option<R> {
    catch_unwind(AssertUnwindSafe(f)).ok()
}

/// Has the frame, too.
#[derive(Default)]
struct Owner {
    frame: Option<Boxed<'static, Owner, u32, ()>>,
    text: String,
    panics: bool,
    taken: u32,
}

impl Executor for Owner {
    type Blocked = ();
    type Resume = String;

    fn take_resume(&mut self) -> String {
        let last = mem::take(self);
        self.taken = last.taken + 1;
        assert!(!last.panics, "as asked for");
        last.text + "!"
    }
}

fn owned(held: Rc<()>) => impl Stream<Owner, Yield = u32, Return = ()> {
    let text = yield 1;
    let own = ref executor.frame.take();
    drop(own);
    assert_eq!(text, "hello!");
    drop(held);
    let more = yield 2;
    let old = mem::replace(ref executor, Owner::default());
    yield old.taken + more.len() as u32;
}

fn the_executor_owns_the_frame() {
    let held = Rc::new(());
    let mut owner = Owner::default();
    owner.frame = Some(owned(held.clone()).into_box());
    let mut frame = owner.frame.take().unwrap();
    assert_eq!(frame.step(&mut owner), State::Yielded(1));
    owner.text = "hello".into();
    // Another one of its kind, which the body drops.
    owner.frame = Some(owned(held.clone()).into_box());
    assert_eq!(frame.step(&mut owner), State::Yielded(2));
    assert_eq!(Rc::strong_count(&held), 1);
    owner.panics = true;
    assert!(catch(|| frame.step(&mut owner)).is_none());
    assert_eq!(owner.taken, 2);
    assert!(catch(|| frame.step(&mut owner)).is_none());
}

fn replaced_while_it_runs() {
    fn body() => impl Stream<Arg<String>, Yield = String, Return = ()> {
        let mut text = String::new();
        loop {
            *ref executor = Arg::new(text.clone() + "kept");
            text = yield text;
            *ref executor = Arg::empty();
        }
    }

    let mut frame = body();
    assert_eq!(frame.start(), State::Yielded(String::new()));
    let mut arg = Arg::new(String::from("sent"));
    assert_eq!(frame.step(&mut arg), State::Yielded(String::from("sent")));
    assert_eq!(arg.into_inner().as_deref(), Some("sentkept"));
}

/// A task takes the loop away from under itself and drops it, with all other tasks.
fn an_event_loop_taken_away() {
    fn thief(own: Rc<()>) => impl Future<EventLoop, Return = usize> {
        let stolen = mem::take(ref executor);
        drop(stolen);
        let fresh = (ref executor).spawn(waits(own.clone()));
        drop(fresh);
        (ref executor).waker().wake();
        Rc::strong_count(&own)
    }

    fn waits(_held: Rc<()>) => impl Future<EventLoop, Return = ()> {
        await from_fn(|_: &mut EventLoop| State::Blocked(()))
    }

    let held = Rc::new(());
    let mut event_loop = EventLoop::new();
    let tasks = [0; 3].map(|_| event_loop.spawn(waits(held.clone())));
    // The three others are gone, and the one that is new has not had its turn.
    assert_eq!(event_loop.run(thief(held.clone())), 3);
    assert!(tasks.iter().all(|task| task.is_finished()));
    drop(event_loop);
    drop(tasks);
    assert_eq!(Rc::strong_count(&held), 1);

    // Two loops exchanged: each goes on with the tasks of the other.
    let mut event_loop = EventLoop::new();
    let mut other = EventLoop::new();
    let task = other.spawn(thief(held.clone()));
    event_loop.run(from_fn(|event_loop: &mut EventLoop| {
        mem::swap(event_loop, &mut other);
        State::Complete(())
    }));
    drop(task);
    drop(event_loop);
    drop(other);
    assert_eq!(Rc::strong_count(&held), 1);
}

fn main() {
    set_hook(Box::new(|_| {}));
    the_executor_owns_the_frame();
    replaced_while_it_runs();
    an_event_loop_taken_away();
}
