//! The chains as `async` functions.

use std::future::Future;
use std::hint::black_box;
use std::pin::Pin;
use std::process::ExitCode;
use std::task::{Context, Poll};

use awaits::{noted, poll_to_end, with_levels};

struct Leaf {
    left: u64,
}

impl Future for Leaf {
    type Output = u64;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u64> {
        let this = self.get_mut();
        if this.left == 0 {
            return Poll::Ready(1);
        }
        this.left = black_box(this.left - 1);
        Poll::Pending
    }
}

fn leaf(_: u64, left: u64) -> Leaf {
    Leaf { left }
}

macro_rules! levels {
    ($($level:ident)*) => {
        levels! { @ leaf $($level)* }
    };
    (@ $below:ident $level:ident $($above:ident)*) => {
        async fn $level(number: u64, left: u64) -> u64 {
            noted(number, $below(number + 1, left).await)
        }
        levels! { @ $level $($above)* }
    };
    (@ $top:ident) => {};
}

with_levels!(levels);

fn main() -> ExitCode {
    measure::main(&[
        ("depth-1", |n| poll_to_end(level_1(0, n))),
        ("depth-4", |n| poll_to_end(level_4(0, n))),
        ("depth-16", |n| poll_to_end(level_16(0, n))),
        ("depth-64", |n| poll_to_end(level_64(0, n))),
    ])
}
