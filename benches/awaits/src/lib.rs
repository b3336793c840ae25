//! What the programs that await have in common: the names of the levels, and the loop that polls.
//!
//! A chain of `n` awaits is a leaf that blocks as often as it is told, and `n` functions, each of which
//! awaits the one below and keeps a number meanwhile. A unit of work is one resumption of the whole. What the
//! leaf counts is hidden from the optimiser, which would else replace all resumptions by one sum.

use std::future::Future;
use std::hint::black_box;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Calls a macro with the names of the levels, from the lowest.
#[macro_export]
macro_rules! with_levels {
    ($callback:ident) => {
        $callback! {
            level_1 level_2 level_3 level_4 level_5 level_6 level_7 level_8 level_9 level_10
            level_11 level_12 level_13 level_14 level_15 level_16 level_17 level_18 level_19
            level_20 level_21 level_22 level_23 level_24 level_25 level_26 level_27 level_28
            level_29 level_30 level_31 level_32 level_33 level_34 level_35 level_36 level_37
            level_38 level_39 level_40 level_41 level_42 level_43 level_44 level_45 level_46
            level_47 level_48 level_49 level_50 level_51 level_52 level_53 level_54 level_55
            level_56 level_57 level_58 level_59 level_60 level_61 level_62 level_63 level_64
        }
    };
}

/// What a level adds to the result of the one below.
pub fn noted(number: u64, result: u64) -> u64 {
    result.wrapping_mul(31) ^ number
}

/// Polls until there is a result, and does nothing else. Like the event loops that there are, it does not
/// know what it polls.
pub fn poll_to_end(future: impl Future<Output = u64>) -> u64 {
    let mut future: Pin<&mut dyn Future<Output = u64>> = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(result) = black_box(future.as_mut()).poll(&mut context) {
            return result;
        }
    }
}
