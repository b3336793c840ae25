//@ edition: 2024

// Where the value of which something is asked stands nowhere, there is nothing to append a method to.

#![feature(native_generators)]

fn call<F: Future<Output = u32>>(_: impl Fn() -> F) {}

fn main() {
    call(|| => { 1 }); //~ ERROR is not a future
}
