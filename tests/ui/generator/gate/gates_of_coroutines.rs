//@ edition: 2024

// The gates of coroutines and `gen` blocks do not open generators.

#![feature(coroutines, gen_blocks, stmt_expr_attributes, yield_expr)]

fn numbers() => impl Iterator<Item = u32> { //~ ERROR generator functions are experimental
    yield 1
}

fn main() {
    let _ = || => { yield 1 }; //~ ERROR generator functions are experimental
    let _ = move |n: u32| => { //~ ERROR generator functions are experimental
        yield n;
    };
    let _ = #[coroutine]
    || yield 1;
    let _ = gen { yield 1 };
    numbers();
}
