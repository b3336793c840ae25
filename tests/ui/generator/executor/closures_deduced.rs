//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A closure takes its executor from what it is passed to, else from its first use, else it is `()`.

#![feature(native_generators)]

use std::generator::{self, Arg, Executor, Future, Generator, State, Stream};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

#[derive(Default)]
struct Board {
    notes: Vec<String>,
}

impl Executor for Board {
    type Blocked = usize;
    type Resume = bool;

    fn take_resume(&mut self) -> bool {
        self.notes.len() % 2 == 0
    }
}

impl Board {
    fn note(&mut self, text: &str) {
        self.notes.push(text.to_string());
    }

    fn run<F, G>(&mut self, f: F) -> G::Return
    where
        F: FnOnce(&'static str) -> G,
        G: Future<Board> + Unpin,
    {
        match f("run").step(self) {
            State::Complete(value) => value,
            State::Blocked(at) => panic!("blocked at {}", at),
        }
    }

    fn each<G: Stream<Board, Return = ()> + Unpin>(&mut self, f: impl Fn() -> G) -> Vec<G::Yield> {
        let mut all = vec![];
        let mut frame = f();
        while let State::Yielded(value) = frame.step(self) {
            all.push(value);
        }
        all
    }
}

fn never_ready() => impl Future<Board, Return = ()> {
    await generator::from_fn(|board: &mut Board| State::Blocked(board.notes.len()))
}

struct Jobs<F> {
    make: F,
}

impl<F, G> Jobs<F>
where
    F: Fn(u32) -> G,
    G: Future<Board, Return = u32> + Unpin,
{
    fn new(make: F) -> Jobs<F> {
        Jobs { make: make }
    }

    fn total(&self, board: &mut Board) -> u32 {
        (0..3).map(|n| match (self.make)(n).step(board) {
            State::Complete(value) => value,
            State::Blocked(_) => 0,
        }).sum()
    }
}

fn passed() {
    let mut board = Board::default();
    let length = board.run(|name| => {
        ref executor.note(name);
        ref executor.notes.len()
    });
    assert_eq!(length, 1);

    let said = board.each(|| => {
        let even = yield "first";
        ref executor.note("between");
        let odd = yield if even { "even" } else { "odd" };
        yield if odd { "even" } else { "odd" };
    });
    assert_eq!(said, ["first", "odd", "even"]);

    let jobs = Jobs::new(|n| => {
        if n == 1 {
            await never_ready();
        }
        ref executor.note("job");
        n * 10
    });
    assert_eq!(jobs.total(&mut board), 20);
    assert_eq!(board.notes, ["run", "between", "job", "job"]);
}

fn first_use() {
    let resumed_with_arg = |times: u32| => {
        let mut text = String::new();
        for n in 0..times {
            let sent = yield n;
            text += sent;
        }
        text
    };
    let mut frame = resumed_with_arg(1);
    assert_eq!(frame.step(&mut Arg::empty()), State::Yielded(0));
    assert_eq!(frame.step(&mut Arg::new("sent")), State::Complete("sent".to_string()));

    let needs_task = |n: u32| => { n + await std::future::ready(1) };
    let mut context = Context::from_waker(Waker::noop());
    let polled = std::future::Future::poll(pin!(needs_task(2).into_core()), &mut context);
    assert_eq!(polled, Poll::Ready(3));

    let said_inside = |name: &'static str| => {
        let board: &mut Board = ref executor;
        board.note(name);
    };
    let mut board = Board::default();
    assert!(said_inside("name").map_yield(|()| ()).step(&mut board).is_complete());
    assert_eq!(board.notes, ["name"]);
}

fn neither() {
    let nothing_asked = |n: u32| => {
        let () = *ref executor;
        let () = yield n;
        await generator::ready(n)
    };
    drop(nothing_asked(1));
    assert_eq!(nothing_asked(2).map_return(|n| assert_eq!(n, 2)).iter().next(), Some(2));
}

fn main() {
    passed();
    first_use();
    neither();
}
