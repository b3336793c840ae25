// skip-filecheck
//@ edition: 2024
//@ test-mir-pass: StateTransform

// What a frame keeps in each state: neither what was moved out, nor what is dead at the `yield`.

#![feature(native_generators)]

pub struct Large([u8; 256]);

pub fn consume(large: Large) -> u32 {
    u32::from(large.0[0])
}

// EMIT_MIR layout.keeps-{closure#0}.StateTransform.after.mir
pub fn keeps(seed: u8) => impl Iterator<Item = u32> {
    let moved = Large([seed; 256]);
    let n = consume(moved);
    {
        let scratch = [seed; 128];
        yield n + u32::from(scratch[1]);
    }
    let kept = [seed; 64];
    yield n;
    yield u32::from(kept[1]);
}
