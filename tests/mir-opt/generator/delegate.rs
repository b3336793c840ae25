//@ edition: 2024
//@ test-mir-pass: StateTransform
// EMIT_MIR_FOR_EACH_PANIC_STRATEGY

// `yield..` suspends with what the other generator yields, and with what it is blocked by. What is
// passed in at a resumption stays with the executor, for the other generator to take.

#![feature(native_generators)]

use std::generator::{Executor, Generator};

pub struct Sends;

impl Executor for Sends {
    type Blocked = u8;
    type Resume = u64;

    fn take_resume(&mut self) -> u64 {
        7
    }
}

// EMIT_MIR delegate.hands_on-{closure#0}.built.after.mir
// EMIT_MIR delegate.hands_on-{closure#0}.coroutine_resume.0.mir
pub fn hands_on<G>(generator: G) => impl Generator<Sends, Yield = u32, Return = char>
where
    G: Generator<Sends, Yield = u32, Return = char> + Unpin,
{
    // CHECK-LABEL: fn hands_on::{closure#0}(
    // CHECK-NOT: lowering::delegate
    // CHECK-NOT: = move {{.*}}: G)
    // CHECK-NOT: take_resume
    // CHECK: [[STATE:_[0-9]+]] = {{.*}}lowering::resume::<Sends, G>(
    // CHECK: [[ITEM:_[0-9]+]] = copy (([[STATE]] as Yielded).0: u32);
    // CHECK: = {{.*}}Suspend::<u32, u8>::Yielded(
    // CHECK: discriminant({{.*}}) = 3;
    // CHECK-NEXT: return;
    // CHECK: copy (([[STATE]] as Blocked).0: u8);
    // CHECK: = {{.*}}Suspend::<u32, u8>::Blocked(
    // CHECK: discriminant({{.*}}) = 4;
    // CHECK-NEXT: return;
    // CHECK: copy (([[STATE]] as Complete).0: char);
    // CHECK-NOT: take_resume
    // CHECK: generator resumed after completion
    yield.. generator
}
