//@ edition: 2024
//@ test-mir-pass: StateTransform
//@ needs-unwind

// The result of an await is put where the frame holds it when what was awaited is dropped, so that it may
// have the same place.

#![feature(native_generators)]

use std::generator::{Executor, Future};

pub struct Turns;

impl Executor for Turns {
    type Blocked = u8;
    type Resume = ();

    fn take_resume(&mut self) {}
}

// EMIT_MIR sunk.adds-{closure#0}.StateTransform.after.mir
pub fn adds<F>(first: F, second: F) => static impl Future<Turns, Return = String>
where
    F: Future<Turns, Return = String>,
{
    // CHECK-LABEL: fn adds::{closure#0}(
    // CHECK: [[RESULT:_[0-9]+]] = move (({{.*}} as Complete).0: std::string::String);
    // CHECK-NOT: = move [[RESULT]];
    // CHECK: drop({{.*: F.*}} -> [return: bb{{[0-9]+}}, unwind: bb{{[0-9]+}}]
    // CHECK: {{.*: std::string::String.*}} = move [[RESULT]];
    let mut sum = await first;
    sum.push_str(&await second);
    sum
}
