//@ run-pass
//@ edition: 2024
//@ needs-unwind

// A captured variable has its place as long as it is needed and no longer. What moves on keeps the
// place; what is borrowed keeps it until its scope ends; what is there on one path only is dropped there.

#![feature(native_generators, coroutines, coroutine_trait, coroutine_clone, gen_blocks)]
#![feature(stmt_expr_attributes)]

use std::cell::RefCell;
use std::ops::{Coroutine, CoroutineState};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::rc::Rc;

#[derive(Default)]
struct Log(RefCell<Vec<String>>);

impl Log {
    fn take(&self) -> String {
        std::mem::take(&mut *self.0.borrow_mut()).join(" ")
    }
}

struct Noted(&'static str, Rc<Log>, [u64; 8]);

impl Noted {
    fn new(name: &'static str, log: &Rc<Log>) -> Self {
        Noted(name, Rc::clone(log), [7; 8])
    }
}

impl Clone for Noted {
    fn clone(&self) -> Self {
        self.1.0.borrow_mut().push(format!("+{}", self.0));
        Noted(self.0, Rc::clone(&self.1), self.2)
    }
}

impl Drop for Noted {
    fn drop(&mut self) {
        assert_eq!(self.2, [7; 8], "`{}` was overwritten", self.0);
        self.1.0.borrow_mut().push(format!("-{}", self.0));
    }
}

fn on_one_path(a: Noted, b: Noted, takes: bool) => impl Iterator<Item = u32> {
    yield 1;
    if takes {
        drop(a);
    }
    let large = [1_u32; 64];
    yield large[3];
    let moved = b;
    yield 3;
    drop(moved);
    let late = [[5_u32; 8]; 16];
    yield late[0][1];
}

fn passed_on(a: Noted) => impl Iterator<Item = usize> {
    let first = a;
    yield 1;
    let second = first;
    let third = second;
    yield 2;
    if let Noted("a", ..) = third {
        let fourth = third;
        yield 3;
        let _fifth = fourth;
        panic!("with the fifth");
    }
}

fn never_used(_: Noted, _a: Noted) => impl Iterator<Item = u8> {
    let large = [9; 256];
    yield large[8];
    yield large[9];
}

fn steps<I: Iterator<Item: std::fmt::Debug>>(log: &Log, frame: I, count: usize) -> String {
    let mut frame = frame;
    for _ in 0..count {
        let item = catch_unwind(AssertUnwindSafe(|| frame.next()));
        let item = item.map_or("panic".to_string(), |item| format!("{item:?}"));
        log.0.borrow_mut().push(item);
    }
    log.0.borrow_mut().push("end".to_string());
    drop(frame);
    log.take()
}

fn generators() {
    let log = Rc::new(Log::default());
    let noted = |name| Noted::new(name, &log);
    let path = |takes, count| steps(&log, on_one_path(noted("a"), noted("b"), takes), count);
    assert_eq!(path(true, 0), "end -b -a");
    assert_eq!(path(true, 1), "Some(1) end -b -a");
    assert_eq!(path(true, 2), "Some(1) -a Some(1) end -b");
    assert_eq!(path(true, 3), "Some(1) -a Some(1) Some(3) end -b");
    assert_eq!(path(true, 5), "Some(1) -a Some(1) Some(3) -b Some(5) None end");
    assert_eq!(path(false, 2), "Some(1) Some(1) end -b -a");
    assert_eq!(path(false, 3), "Some(1) Some(1) Some(3) end -b -a");
    assert_eq!(path(false, 4), "Some(1) Some(1) Some(3) -b Some(5) end -a");

    let passed = |count| steps(&log, passed_on(noted("a")), count);
    assert_eq!(passed(0), "end -a");
    assert_eq!(passed(2), "Some(1) Some(2) end -a");
    assert_eq!(passed(3), "Some(1) Some(2) Some(3) end -a");
    assert_eq!(passed(4), "Some(1) Some(2) Some(3) -a panic end");
    assert_eq!(size_of_val(&passed_on(noted("a"))), size_of::<Noted>() + 8);
    assert_eq!(log.take(), "-a");

    let unused = |count| steps(&log, never_used(noted("_"), noted("a")), count);
    assert_eq!(unused(0), "end -a -_");
    assert_eq!(unused(3), "Some(9) Some(9) -a -_ None end");
}

fn borrowed_in_place() {
    let log = Rc::new(Log::default());
    let (a, b) = (Noted::new("a", &log), Noted::new("b", &log));
    let mut block = Box::pin(async move {
        let borrowed = &a;
        std::future::ready(()).await;
        Yield(false).await;
        let large = [3_u8; 512];
        Yield(false).await;
        drop(b);
        borrowed.2[0] + u64::from(large[7])
    });
    let mut cx = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(block.as_mut().poll(&mut cx).is_pending());
    assert!(block.as_mut().poll(&mut cx).is_pending());
    assert_eq!(block.as_mut().poll(&mut cx), std::task::Poll::Ready(10));
    assert_eq!(log.take(), "-b -a");
    drop(block);
    assert_eq!(log.take(), "");
}

struct Yield(bool);

impl Future for Yield {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<()> {
        match std::mem::replace(&mut self.0, true) {
            true => std::task::Poll::Ready(()),
            false => std::task::Poll::Pending,
        }
    }
}

fn by_reference() {
    let mut count = 0;
    let text = String::from("text");
    let mut block = Box::pin(gen {
        count += 1;
        yield text.len();
        count += 1;
        yield count;
    });
    assert_eq!(block.next(), Some(4));
    assert_eq!(block.next(), Some(2));
    assert_eq!(block.next(), None);
    drop(block);
    assert_eq!((count, &*text), (2, "text"));
}

/// What is cloned of a frame is what it has, each where it is.
fn cloned() {
    let log = Rc::new(Log::default());
    let (a, b) = (Noted::new("a", &log), Noted::new("b", &log));
    let mut frame = #[coroutine]
    move || {
        yield 1;
        let moved = a;
        yield 2;
        drop(moved);
        let late = Noted::new("c", &b.1);
        yield 3;
        drop((late, b));
    };
    let expected = ["+a +b -a -b", "+a +b -a -b", "+a +b -a -b", "+c +b -c -b", ""];
    for (state, expected) in expected.into_iter().enumerate() {
        let of_clone = {
            drop(frame.clone());
            let mut said: Vec<String> = log.take().split(' ').map(str::to_owned).collect();
            said.sort();
            said
        };
        let mut expected: Vec<&str> = expected.split(' ').collect();
        expected.sort();
        assert_eq!(of_clone, expected, "in state {state}");
        if state < 4 {
            let resumed = Pin::new(&mut frame).resume(());
            match state {
                3 => assert_eq!(resumed, CoroutineState::Complete(())),
                _ => assert_eq!(resumed, CoroutineState::Yielded(state + 1)),
            }
            log.take();
        }
    }
}

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    generators();
    borrowed_in_place();
    by_reference();
    cloned();
}
