//@ edition: 2024
//@ test-mir-pass: StateTransform
// EMIT_MIR_FOR_EACH_PANIC_STRATEGY

// `ref executor` borrows the handle of the present resumption. A suspend point overwrites the
// handle, so that nothing of an executor is ever kept in the frame.

#![feature(native_generators, never_type)]

use std::generator::{Executor, Generator};

pub struct Counter(u32);

impl Executor for Counter {
    type Blocked = !;
    type Resume = ();

    fn take_resume(&mut self) {}
}

// EMIT_MIR ref_executor.counts-{closure#0}.built.after.mir
// EMIT_MIR ref_executor.counts-{closure#0}.coroutine_resume.0.mir
pub fn counts() => impl Generator<Counter, Yield = u32, Return = u32> {
    // CHECK-LABEL: fn counts::{closure#0}(
    // CHECK: [[LENT:_[0-9]+]] = &mut _2;
    // CHECK: lowering::executor::<Counter>(
    // CHECK: discriminant({{.*}}) = 3;
    // CHECK-NEXT: return;
    // CHECK: = &mut _2;
    // CHECK: lowering::executor::<Counter>(
    // CHECK: discriminant({{.*}}) = 1;
    // CHECK-NEXT: return;
    // CHECK: [[HANDLE:_[0-9]+]] = move _2;
    // CHECK: _2 = move {{_[0-9]+}};
    // CHECK: lowering::take_resume::<Counter>(
    let before = (ref executor).0;
    yield before;
    (ref executor).0 - before
}
