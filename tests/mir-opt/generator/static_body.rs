//@ edition: 2024
//@ test-mir-pass: StateTransform
// EMIT_MIR_FOR_EACH_PANIC_STRATEGY

// A `static` body awaits in place, without asking for `Unpin`, and its locals may be borrowed where
// it suspends: they are then fields of the frame, and the loan points into it.

#![feature(native_generators)]

use std::generator::{Executor, Future};

pub struct Turns;

impl Executor for Turns {
    type Blocked = u8;
    type Resume = ();

    fn take_resume(&mut self) {}
}

// EMIT_MIR static_body.borrows-{closure#0}.built.after.mir
// EMIT_MIR static_body.borrows-{closure#0}.coroutine_resume.0.mir
pub fn borrows<F>(future: F) => static impl Future<Turns, Return = u32>
where
    F: Future<Turns, Return = u32>,
{
    // CHECK-LABEL: fn borrows::{closure#0}(
    // CHECK: [[LOCAL:[(]+.*variant#3.*: u32\)]] = const 7_u32;
    // CHECK: [[LOAN:[(]+.*variant#3.*: &u32\)]] = &[[LOCAL]];
    // CHECK: = &mut [[PLACE:[(]+[*].*: F[)]]];
    // CHECK: = {{.*}}lowering::resume_in_place::<Turns, F>(
    // CHECK: discriminant({{.*}}) = 3;
    // CHECK-NEXT: return;
    // CHECK: drop([[PLACE]])
    // CHECK: [[READ:_[0-9]+]] = copy [[LOAN]];
    // CHECK: copy (*[[READ]]);
    // CHECK: discriminant({{.*}}) = 1;
    let local = 7;
    let borrowed = &local;
    await future + *borrowed
}
