//@ edition: 2024
//@ test-mir-pass: StateTransform
// EMIT_MIR_FOR_EACH_PANIC_STRATEGY

// `await` is a loop that resumes what is awaited, suspends while that is blocked, and leaves with
// what it returns. What is awaited is kept in the frame; what it was made from is not.

#![feature(native_generators)]

use std::generator::{Executor, Future};

pub struct Turns;

impl Executor for Turns {
    type Blocked = u8;
    type Resume = ();

    fn take_resume(&mut self) {}
}

// EMIT_MIR awaited.waits-{closure#0}.built.after.mir
// EMIT_MIR awaited.waits-{closure#0}.coroutine_resume.0.mir
pub fn waits<F>(future: F) => impl Future<Turns, Return = u32>
where
    F: Future<Turns, Return = u32> + Unpin,
{
    // CHECK-LABEL: fn waits::{closure#0}(
    // The argument is awaited where it was passed.
    // CHECK-NOT: lowering::awaited
    // CHECK-NOT: = move {{.*}}: F)
    // CHECK: [[INNER:_[0-9]+]] = &mut [[PLACE:[(]+[*].*: F[)]]];
    // CHECK: [[STATE:_[0-9]+]] = {{.*}}lowering::resume::<Turns, F>(
    // CHECK: copy (([[STATE]] as Blocked).0: u8);
    // CHECK: = {{.*}}Suspend::<!, u8>::Blocked(
    // CHECK: discriminant({{.*}}) = 3;
    // CHECK-NEXT: return;
    // CHECK: copy (([[STATE]] as Complete).0: u32);
    // CHECK: drop([[PLACE]])
    // CHECK: discriminant({{.*}}) = 1;
    // CHECK-NEXT: return;
    await future + 1
}
