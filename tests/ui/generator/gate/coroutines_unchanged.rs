//@ run-pass
//@ edition: 2024

// With the gate on, `gen`, `async` and `#[coroutine]` mean what they meant, beside generators.

#![feature(native_generators)]
#![feature(coroutine_trait, coroutines, gen_blocks, stmt_expr_attributes)]

use std::ops::{Coroutine, CoroutineState};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

fn native(n: u32) => impl Iterator<Item = u32> {
    for i in 0..n {
        yield i
    }
}

gen fn generated(n: u32) -> u32 {
    for i in native(n) {
        yield i + 10;
    }
}

async fn awaited(n: u32) -> u32 {
    let inner = async { n + 1 };
    inner.await + native(n).sum::<u32>()
}

fn poll<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("nothing here waits"),
    }
}

fn main() {
    assert_eq!(native(2).collect::<Vec<_>>(), [0, 1]);
    assert_eq!(generated(2).collect::<Vec<_>>(), [10, 11]);
    assert_eq!(poll(awaited(3)), 4 + 3);
    assert_eq!(poll((async |n: u32| n + 1)(1)), 2);

    let block = gen move {
        yield 1;
        yield 2;
    };
    assert_eq!(block.into_iter().sum::<i32>(), 3);

    let mut coroutine = #[coroutine]
    |first: u32| {
        let second = yield first * 2;
        let third: u32 = yield second + 1;
        format!("{first}{second}{third}")
    };
    assert_eq!(Pin::new(&mut coroutine).resume(1), CoroutineState::Yielded(2));
    assert_eq!(Pin::new(&mut coroutine).resume(5), CoroutineState::Yielded(6));
    assert_eq!(Pin::new(&mut coroutine).resume(7), CoroutineState::Complete("157".to_string()));

    let borrowing = #[coroutine]
    static || {
        let text = String::from("x");
        let borrowed = &text;
        yield 0;
        borrowed.len()
    };
    let mut borrowing = pin!(borrowing);
    assert_eq!(borrowing.as_mut().resume(()), CoroutineState::Yielded(0));
    assert_eq!(borrowing.as_mut().resume(()), CoroutineState::Complete(1));
}
