//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A frame is `Send` and `Sync` by what it holds across its suspend points, awaited frames included.

#![feature(native_generators)]

use std::cell::{Cell, RefCell};
use std::generator::{self, Executor, Future, Generator, IntoBox, State, Stream, ready};
use std::rc::Rc;
use std::thread;

/// An executor is in no frame: this one is not `Send`, the frames that it runs are.
struct Local(Rc<Cell<u32>>);

impl Executor for Local {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn wait() => impl Future<Local, Return = u32> {
    let mut waited = false;
    await generator::from_fn(move |local: &mut Local| {
        local.0.set(local.0.get() + 1);
        if waited { State::Complete(()) } else { waited = true; State::Blocked(()) }
    });
    (ref executor).0.get()
}

fn outer(cell: Cell<u32>) => impl Future<Local, Return = u32> {
    let local = Rc::new(await ready(1));
    let one = *local;
    drop(local);
    let waited = await wait();
    cell.set(one + waited);
    let cell = RefCell::new(cell.get());
    await for n in numbers() {
        *cell.borrow_mut() += n;
    }
    cell.into_inner()
}

fn numbers() => impl Stream<Local, Yield = u32, Return = ()> {
    yield Rc::strong_count(&(ref executor).0) as u32 * 100;
}

fn send<T: Send>(value: T) -> T {
    value
}

fn sync<T: Sync>(value: T) -> T {
    value
}

fn main() {
    let count = Rc::new(Cell::new(0));
    let mut frame = send(outer(Cell::new(0)));
    assert_eq!(frame.step(&mut Local(count.clone())), State::Blocked(()));
    let state = thread::spawn(move || {
        frame.step(&mut Local(Rc::new(Cell::new(10))))
    }).join().unwrap();
    assert_eq!(state, State::Complete(1 + 11 + 100));
    assert_eq!(count.get(), 1);
    let _ = sync(wait());
    let _ = send(wait().into_box_send());
}
