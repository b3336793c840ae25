//@ run-pass
//@ edition: 2024

// `gen`, `async` and `#[coroutine]` inside a generator body, and a generator inside each of them.

#![feature(native_generators)]
#![feature(coroutine_trait, coroutines, gen_blocks, stmt_expr_attributes)]

use std::ops::{Coroutine, CoroutineState};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

fn ready<F: Future>(future: F) -> F::Output {
    let Poll::Ready(output) = pin!(future).poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("nothing here waits")
    };
    output
}

fn outer(n: u32) => impl Iterator<Item = u32> {
    let tens = gen move {
        yield n * 10;
        yield n * 100;
    };
    for item in tens {
        yield item
    }
    let later = async move { n + 1 };
    yield ready(later);
    let mut doubling = #[coroutine]
    move |mut m: u32| {
        while m < 100 {
            m = yield m * n;
        }
    };
    for m in 1..3 {
        match Pin::new(&mut doubling).resume(m) {
            CoroutineState::Yielded(item) => yield item,
            CoroutineState::Complete(()) => return,
        }
    }
}

gen fn in_gen() -> u32 {
    let twice = |n: u32| => {
        yield n;
        yield n;
    };
    for item in twice(4) {
        yield item + 1;
    }
}

async fn in_async() -> Vec<char> {
    fn letters() => impl Iterator<Item = char> {
        yield 'a';
        yield 'b';
    }
    let mut all = vec![];
    for letter in letters() {
        all.push(async { letter }.await);
    }
    all
}

fn main() {
    assert_eq!(outer(3).collect::<Vec<_>>(), [30, 300, 4, 3, 6]);
    assert_eq!(in_gen().collect::<Vec<_>>(), [5, 5]);
    assert_eq!(ready(in_async()), ['a', 'b']);
}
