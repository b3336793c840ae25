//@ edition: 2024
//@ run-rustfix

// Whatever stands in place of the body's block is put into one.

#![feature(native_generators)]

fn main() {
    let each = |n: u32| => for i in 0..n { yield i }; //~ ERROR the body of a generator closure must be a block
    let one = || => yield 1; //~ ERROR the body of a generator closure must be a block
    assert_eq!(each(2).into_iter().chain(one()).count(), 3);
}
