//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// An `unsafe fn` may be a generator: the caller vouches, the body still says where.

#![feature(native_generators)]

/// # Safety
/// `data` points at `len` initialised numbers that outlive the frame.
unsafe fn raw(data: *const u32, len: usize) => impl Iterator<Item = u32> {
    for i in 0..len {
        yield unsafe { *data.add(i) }
    }
}

fn main() {
    let numbers = [3, 1, 4];
    let frame = unsafe { raw(numbers.as_ptr(), numbers.len()) };
    assert_eq!(frame.collect::<Vec<_>>(), numbers);
}
