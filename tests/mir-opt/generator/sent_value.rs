// skip-filecheck
//@ edition: 2024
//@ test-mir-pass: StateTransform

// `let x = yield y` as it is built: the executor is replaced at each suspend point, and asked for
// the value once, right after it.

#![feature(native_generators)]

use std::generator::{Arg, Generator};

// EMIT_MIR sent_value.echo-{closure#0}.built.after.mir
// EMIT_MIR sent_value.echo-{closure#0}.StateTransform.before.mir
pub fn echo() => impl Generator<Arg<u32>, Yield = u32, Return = u32> {
    let first = yield 0;
    let second = yield first;
    first + second
}
