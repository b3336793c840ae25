// skip-filecheck
//@ edition: 2024
//@ test-mir-pass: StateTransform
// EMIT_MIR_FOR_EACH_PANIC_STRATEGY

// Dropping a frame: for each state the drops of an unwind from there, arguments last and reversed.

#![feature(native_generators)]

pub struct Traced;

impl Drop for Traced {
    fn drop(&mut self) {}
}

// EMIT_MIR drop_suspended.holds-{closure#0}.coroutine_drop.0.mir
pub fn holds(a: Traced, b: Traced) => impl Iterator<Item = u32> {
    let _outer = Traced;
    yield 1;
    drop(a);
    {
        let _inner = Traced;
        yield 2;
    }
    let _ = &b;
}
