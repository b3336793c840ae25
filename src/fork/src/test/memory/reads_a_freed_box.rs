// caught as heap-use-after-free
#![feature(native_generators)]

fn body() => impl Iterator<Item = u32> {
    let number = Box::new(7);
    let pointer: *const u32 = &*number;
    yield 1;
    drop(number);
    yield unsafe { *pointer };
}

fn main() {
    println!("{}", body().sum::<u32>());
}
