//@ run-pass
//@ edition: 2024
//@ needs-unwind

// Every way out of `await for` drops the value of the round, then the stream, then what is around:
// the end, `break`, `return`, `?`, a panic, and the end of the frame in the middle.

#![feature(native_generators)]

use std::cell::RefCell;
use std::generator::{self, Executor, Future, Generator, State, Stream};
use std::panic::{self, AssertUnwindSafe};

thread_local!(static LOG: RefCell<Vec<String>> = const { RefCell::new(vec![]) });

struct Noted(String);

impl Noted {
    fn new(name: &str) -> Noted {
        Noted(name.to_string())
    }
}

impl Drop for Noted {
    fn drop(&mut self) {
        LOG.with_borrow_mut(|log| log.push(self.0.clone()));
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Exit {
    End,
    Break,
    BreakOuter,
    Continue,
    Return,
    Question,
    Panic,
    PanicInStream,
    BlockInBlock,
    BlockInStream,
}

struct Turns;

impl Executor for Turns {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn block() => impl Future<Turns, Return = ()> {
    await generator::from_fn(|_: &mut Turns| State::Blocked(()))
}

fn stream(exit: Exit, _argument: Noted) => impl Stream<Turns, Yield = Noted, Return = Noted> {
    let _local = Noted::new("stream's local");
    for n in 0..2 {
        yield Noted(format!("value {n}"));
        match exit {
            Exit::PanicInStream => panic!("in the stream"),
            Exit::BlockInStream => await block(),
            _ => {}
        }
    }
    Noted::new("end")
}

fn body(exit: Exit, _argument: Noted) => impl Future<Turns, Return = Result<(), String>> {
    let _local = Noted::new("local");
    'outer: loop {
        let _in_outer = Noted::new("in outer");
        let _end = await for _value in stream(exit, Noted::new("stream's argument")) {
            let _in_block = Noted::new("in block");
            match exit {
                Exit::Break => break Noted::new("broken"),
                Exit::BreakOuter => break 'outer,
                Exit::Continue => continue,
                Exit::Return => return Ok(()),
                Exit::Question => Err("question")?,
                Exit::Panic => panic!("in the block"),
                Exit::BlockInBlock => await block(),
                Exit::End | Exit::PanicInStream | Exit::BlockInStream => {}
            }
            drop(Noted::new("end of block"));
        };
        break;
    }
    Ok(())
}

fn log(exit: Exit) -> Vec<String> {
    let mut frame = body(exit, Noted::new("argument"));
    let state = panic::catch_unwind(AssertUnwindSafe(|| frame.step(&mut Turns)));
    match exit {
        Exit::Panic | Exit::PanicInStream => assert!(state.is_err()),
        Exit::BlockInBlock | Exit::BlockInStream => assert_eq!(state.unwrap(), State::Blocked(())),
        Exit::Question => assert_eq!(state.unwrap(), State::Complete(Err("question".to_string()))),
        _ => assert_eq!(state.unwrap(), State::Complete(Ok(()))),
    }
    drop(frame);
    LOG.take()
}

fn main() {
    panic::set_hook(Box::new(|_| {}));
    let stream = ["stream's local", "stream's argument"];
    let around = ["local", "argument"];
    let first = ["in block", "value 0"];

    let all = ["end of block", "in block", "value 0", "end of block", "in block", "value 1"];
    let end = [&all, &stream[..], &["end", "in outer"], &around].concat();
    assert_eq!(log(Exit::End), end);
    let continued = ["in block", "value 0", "in block", "value 1"];
    let end = [&continued, &stream[..], &["end", "in outer"], &around].concat();
    assert_eq!(log(Exit::Continue), end);
    let broken = [&first, &stream[..], &["broken", "in outer"], &around].concat();
    assert_eq!(log(Exit::Break), broken);

    let left = [&first, &stream[..], &["in outer"], &around].concat();
    for exit in [Exit::BreakOuter, Exit::Return, Exit::Question, Exit::Panic, Exit::BlockInBlock] {
        assert_eq!(log(exit), left, "{exit:?}");
    }
    let left = [&all[..3], &stream[..], &["in outer"], &around].concat();
    for exit in [Exit::PanicInStream, Exit::BlockInStream] {
        assert_eq!(log(exit), left, "{exit:?}");
    }
}
