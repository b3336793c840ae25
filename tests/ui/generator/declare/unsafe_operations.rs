//@ edition: 2024

// A generator body is as safe as any: it may be resumed from safe code.

#![feature(native_generators)]
#![deny(unsafe_op_in_unsafe_fn, unused_unsafe)]

fn safe(p: *const u32) => impl Iterator<Item = u32> {
    yield *p; //~ ERROR dereference of raw pointer is unsafe
    yield unsafe { *p };
}

unsafe fn unsafe_to_call(p: *const u32) => impl Iterator<Item = u32> {
    yield *p; //~ ERROR dereference of raw pointer is unsafe
    unsafe {
        yield *p;
    }
}

fn main() {
    let _ = unsafe_to_call(&1); //~ ERROR call to unsafe function `unsafe_to_call` is unsafe
    let _ = |p: *const u32| => { yield *p }; //~ ERROR dereference of raw pointer is unsafe
    let _ = || => { unsafe { yield 1 } }; //~ ERROR unnecessary `unsafe` block
}
