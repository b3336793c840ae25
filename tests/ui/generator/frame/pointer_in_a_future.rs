//@ run-pass
//@ edition: 2024
//@ revisions: plain optimized
//@[optimized] compile-flags: -Copt-level=3

// A future may have a raw pointer to a variable, and may write there after its value was moved away.

use std::future::{Future, poll_fn};
use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

struct Cursor(*mut ());

fn pause() -> impl Future<Output = ()> {
    let mut is_ready = false;
    poll_fn(move |_| {
        if std::mem::replace(&mut is_ready, true) { Poll::Ready(()) } else { Poll::Pending }
    })
}

async fn write_and_read(cursor: Cursor) -> String {
    pause().await;
    let place = cursor.0 as *mut String;
    // SAFETY: who calls this has a place for a string as long as this runs, and nothing is in it.
    unsafe { place.write(String::from("second")) };
    pause().await;
    pause().await;
    // SAFETY: it was put there above.
    unsafe { place.read() }
}

fn begin(place: &mut String) -> impl Future<Output = String> + use<> {
    write_and_read(Cursor(place as *mut String as *mut ()))
}

async fn outer() -> String {
    let mut first = String::from("first");
    let second = begin(&mut first);
    let moved = first;
    let mut second = pin!(second);
    for _ in 0..2 {
        poll_fn(|context| {
            let _ = second.as_mut().poll(context);
            Poll::Ready(())
        })
        .await;
    }
    let others = [black_box(7u64); 3];
    pause().await;
    let others = others;
    pause().await;
    let second = second.await;
    format!("{moved}{second}{}", others[2])
}

fn main() {
    let mut context = Context::from_waker(Waker::noop());
    let mut future = pin!(outer());
    let result = loop {
        if let Poll::Ready(result) = future.as_mut().poll(&mut context) {
            break result;
        }
    };
    assert_eq!(result, "firstsecond7");
}
