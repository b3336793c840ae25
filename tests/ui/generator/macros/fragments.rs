//@ edition: 2024

// A generator is an item or an expression. It is no type, and a closure no pattern.

#![feature(native_generators)]

macro_rules! item {
    ($item:item) => {};
}

macro_rules! ty {
    ($ty:ty) => {};
}

macro_rules! block_after_arrow {
    ($callee:expr => $block:block) => {};
}

item! { fn count() => impl Iterator<Item = u32> { yield 1 } }
item! { || => { yield 1 } } //~ ERROR expected an item keyword
ty! { impl Iterator<Item = u32> }

fn main() {
    block_after_arrow!(f => { yield 1 });
    // Here the arrow belongs to the closure.
    block_after_arrow!(|| => { yield 1 }); //~ ERROR unexpected end of macro invocation
}
