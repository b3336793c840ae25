//@ edition: 2024

// A generator closure returns its frame, and is no `#[coroutine]`.

#![feature(coroutines, native_generators, stmt_expr_attributes)]

fn main() {
    let typed = |n: u32| -> u32 => { yield n }; //~ ERROR a generator closure cannot name a return type
    let both = #[coroutine] || => { yield 1 };
    //~^ ERROR a generator closure cannot be a `#[coroutine]` too
}
