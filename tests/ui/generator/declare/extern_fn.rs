//@ edition: 2024

// An `extern` function has a calling convention and a return type to go with it. A frame has none.

#![feature(native_generators)]
#![allow(missing_abi)]

extern "C" fn explicit() => impl Iterator<Item = u32> {
    //~^ ERROR `extern` functions cannot be generators
    yield 1
}

extern fn implicit() => impl Iterator<Item = u32> {
    //~^ ERROR `extern` functions cannot be generators
    yield 1
}

struct Driver;

impl Driver {
    pub unsafe extern "system" fn poll(&self) => impl Iterator<Item = u32> {
        //~^ ERROR `extern` functions cannot be generators
        yield 1
    }
}

trait Callback {
    extern "Rust" fn call(&self) => impl Iterator<Item = u32>;
    //~^ ERROR `extern` functions cannot be generators
}

fn main() {}
