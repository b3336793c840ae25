//@ run-pass
//@ edition: 2024

// In a plain `gen` or `#[coroutine]` body, `yield ..x` still yields a `RangeTo`.

#![feature(native_generators)]
#![feature(coroutine_trait, coroutines, gen_blocks, stmt_expr_attributes)]

use std::ops::{Coroutine, CoroutineState, RangeTo};
use std::pin::Pin;

gen fn ranges(end: u32) -> RangeTo<u32> {
    yield ..end;
    yield..end + 1;
}

fn main() {
    assert_eq!(ranges(4).collect::<Vec<_>>(), [..4, ..5]);

    let mut coroutine = #[coroutine]
    || {
        yield ..7u8;
        yield.. 8;
    };
    assert_eq!(Pin::new(&mut coroutine).resume(()), CoroutineState::Yielded(..7));
    assert_eq!(Pin::new(&mut coroutine).resume(()), CoroutineState::Yielded(..8));

    // In a generator body a `RangeTo` is yielded in parentheses.
    let parenthesised = || => { yield (..9) };
    assert_eq!(parenthesised().into_iter().next(), Some(..9));
}
