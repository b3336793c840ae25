//@ edition: 2024
//@ compile-flags: -O -Zvalidate-mir
//@ run-pass

// An `async` closure that is called by value makes a coroutine whose body is not the one that was
// written, but a copy that owns what the closure captured. The written one, inlined in its place,
// would take a reference to a capture for the capture.

use std::future::{Future, ready};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

async fn call_once<T>(f: impl AsyncFnOnce() -> T) -> T {
    f().await
}

async fn call_for_future<F: Future>(f: impl FnOnce() -> F) -> F::Output {
    f().await
}

async fn call_mut(mut f: impl AsyncFnMut() -> usize) -> usize {
    f().await + f().await
}

async fn all() -> [usize; 6] {
    let copied = 5;
    let owned = vec![1, 2, 3];
    let boxed = Box::new(7);
    let suspended = async move || {
        ready(()).await;
        owned.len()
    };
    let mut counted = String::from("a");
    let counts = async move || {
        counted.push('b');
        counted.len()
    };
    let lent = vec![1; 9];
    let lends = async || lent.len();
    [
        call_once(async move || copied).await,
        call_for_future(suspended).await,
        call_once(async move || *boxed).await,
        call_mut(counts).await,
        call_once(lends).await,
        {
            let named = async move || copied + 1;
            named().await + call_once(named).await
        },
    ]
}

fn main() {
    let Poll::Ready(all) = pin!(all()).poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("nothing waits");
    };
    assert_eq!(all, [5, 3, 7, 5, 9, 12]);
}
