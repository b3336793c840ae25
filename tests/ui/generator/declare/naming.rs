//@ edition: 2024

// The lints about names apply to generator functions.

#![feature(native_generators)]
#![deny(nonstandard_style)]

fn CountTo(n: u32) => impl Iterator<Item = u32> {
    //~^ ERROR function `CountTo` should have a snake case name
    let lastOne = n; //~ ERROR variable `lastOne` should have a snake case name
    for i in 0..lastOne {
        yield i
    }
}

fn main() {
    assert_eq!(CountTo(3).count(), 3);
}
