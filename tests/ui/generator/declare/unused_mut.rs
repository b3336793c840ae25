//@ run-rustfix
//@ edition: 2024

// A `mut` that nothing needs is reported, and one that is needed after a `yield` is not.

#![feature(native_generators)]
#![deny(unused_mut, unused_parens)]

fn argument(mut n: u32, mut m: u32) => impl Iterator<Item = u32> {
    //~^ ERROR variable does not need to be mutable
    yield m;
    m += n;
    yield m;
}

fn local() => impl Iterator<Item = u32> {
    let mut kept = 1; //~ ERROR variable does not need to be mutable
    let mut changed = 1;
    yield kept;
    changed += 1;
    yield changed;
}

fn main() {
    let pair = |mut n: u32| => { //~ ERROR variable does not need to be mutable
        yield n;
        let resumed = (yield n); //~ ERROR unnecessary parentheses around assigned value
        resumed
    };
    assert_eq!(argument(1, 2).chain(local()).chain(pair(3)).sum::<u32>(), 14);
}
