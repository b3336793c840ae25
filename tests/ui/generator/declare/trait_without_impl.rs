//@ edition: 2024
//@ run-rustfix

// After `=>`, a trait without its `impl` is a face all the same.

#![feature(native_generators)]

fn numbers() => Iterator<Item = u32> { //~ ERROR expected `impl` after `=>`
    yield 1;
}

fn paths() => std::generator::Stream<Yield = u32, Return = ()> { //~ ERROR expected `impl` after `=>`
    yield 2;
}

fn main() {
    assert!(numbers().eq([1]));
    for n in paths() {
        assert_eq!(n, 2);
    }
}
