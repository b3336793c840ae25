// caught as stack-use-after-scope
#![feature(native_generators)]

use std::hint::black_box;

fn body() => impl Iterator<Item = usize> {
    let numbers = black_box([7; 9]);
    yield &raw const numbers as usize;
    yield numbers.len();
}

fn main() {
    let (frame, numbers);
    {
        let mut there = Some(body());
        numbers = there.as_mut().unwrap().next().unwrap() as *const u32;
        frame = there.take().unwrap();
    }
    println!("{} {}", unsafe { *numbers }, frame.count());
}
