//@ edition: 2024
//@ test-mir-pass: StateTransform
// EMIT_MIR_FOR_EACH_PANIC_STRATEGY

// `await for` runs its block for what is yielded, suspends when the stream is blocked, and has the
// value of the stream or of the `break`.

#![feature(native_generators)]

use std::generator::{Executor, Future, Stream};

pub struct Turns;

impl Executor for Turns {
    type Blocked = u8;
    type Resume = ();

    fn take_resume(&mut self) {}
}

// EMIT_MIR await_for.finds-{closure#0}.built.after.mir
// EMIT_MIR await_for.finds-{closure#0}.coroutine_resume.0.mir
pub fn finds<S>(stream: S) => impl Future<Turns, Return = u32>
where
    S: Stream<Turns, Yield = u32, Return = u32> + Unpin,
{
    // CHECK-LABEL: fn finds::{closure#0}(
    // CHECK-NOT: lowering::awaited_for
    // CHECK-NOT: = move {{.*}}: S)
    // CHECK: = &mut [[PLACE:[(]+[*].*: S[)]]];
    // CHECK: [[STATE:_[0-9]+]] = {{.*}}lowering::resume::<Turns, S>(
    // CHECK: [[YIELDED:_[0-9]+]] = copy (([[STATE]] as Yielded).0: u32);
    // CHECK: [[ITEM:_[0-9]+]] = copy [[YIELDED]];
    // CHECK: [[N:_[0-9]+]] = copy [[ITEM]];
    // CHECK: Gt({{.*}}, const 9_u32);
    // CHECK: copy (([[STATE]] as Blocked).0: u8);
    // CHECK: discriminant({{.*}}) = 3;
    // CHECK-NEXT: return;
    // CHECK: [[RESULT:_[0-9]+]] = copy (([[STATE]] as Complete).0: u32);
    // CHECK: [[VALUE:_[0-9]+]] = copy [[RESULT]];
    // CHECK: [[VALUE]] = copy [[N]];
    // CHECK: drop([[PLACE]])
    // CHECK: CoroutineState::<{{.*}}>::Complete(move [[VALUE]]);
    await for n in stream {
        if n > 9 {
            break n;
        }
    }
}
