//@ compile-flags: -g
//@ edition: 2024
//@ min-gdb-version: 10.0

// gdb shows what a suspended frame holds, and no more: before the start its arguments, then the locals
// that are needed later, each where it is.

//@ gdb-command:run
//@ gdb-command:print frame
//@ gdb-check:[...]Unresumed[...]first: [1, 2][...]second: 30[...]
//@ gdb-command:continue
//@ gdb-command:print frame
//@ gdb-check:[...]Suspend0[...]kept: [1, 2][...]sum: 33[...]
//@ gdb-command:continue
//@ gdb-command:print frame
//@ gdb-check:[...]Suspend1[...]sum: 33[...]

#![feature(native_generators)]

fn adding(first: [u32; 2], second: u32) => impl Iterator<Item = u32> {
    let kept = first;
    let sum = kept.iter().sum::<u32>() + second;
    yield sum;
    let [one, _] = kept;
    yield one;
    yield sum;
}

fn main() {
    let mut frame = adding([1, 2], 30);
    halt(); // #break
    frame.next();
    halt(); // #break
    frame.next();
    halt(); // #break
    frame.next();
}

fn halt() {}
