// skip-filecheck
//@ edition: 2024
//@ test-mir-pass: StateTransform
// EMIT_MIR_FOR_EACH_PANIC_STRATEGY

// A `yield` in a loop: the suspend terminator before the state machine, the states after it.

#![feature(native_generators)]

// EMIT_MIR suspend.count-{closure#0}.StateTransform.before.mir
// EMIT_MIR suspend.count-{closure#0}.coroutine_resume.0.mir
pub fn count(n: u32) => impl Iterator<Item = u32> {
    let mut i = 0;
    while i < n {
        yield i;
        i += 1;
    }
}
