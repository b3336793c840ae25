//@ edition: 2024

// What holds for `Send` holds for every auto trait: for that of unwinding, and for a user's own.

#![feature(auto_traits, native_generators, negative_impls)]

use std::cell::Cell;
use std::generator::{Future, Stream, ready};
use std::panic::{RefUnwindSafe, UnwindSafe};

auto trait Light {}

struct Heavy;

impl !Light for Heavy {}

fn assert_light<T: Light>(_: T) {}
fn assert_unwind_safe<T: UnwindSafe>(_: T) {}
fn assert_ref_unwind_safe<T: RefUnwindSafe>(_: T) {}

fn local() => impl Stream<Yield = u32, Return = ()> {
    let kept = Heavy;
    yield 1;
    drop(kept);
}

fn argument(kept: Heavy) => impl Future<Return = ()> {
    await ready(());
    drop(kept);
}

fn in_place(kept: Heavy) => static impl Future<Return = ()> {
    let kept = &kept;
    await ready(());
    drop([kept]);
}

fn between() => impl Iterator<Item = u32> {
    drop(Heavy);
    yield 1;
    drop(Heavy);
}

fn cell() => impl Stream<Yield = u32, Return = ()> {
    let kept = Cell::new(1);
    yield 1;
    kept.set(2);
}

fn exclusive(kept: &mut u32) => impl Iterator<Item = u32> {
    yield *kept;
    *kept += 1;
}

fn main() {
    assert_light(between());
    assert_light(local()); //~ ERROR the trait bound `Heavy: Light` is not satisfied
    assert_light(argument(Heavy)); //~ ERROR the trait bound `Heavy: Light` is not satisfied
    assert_light(in_place(Heavy)); //~ ERROR the trait bound `Heavy: Light` is not satisfied
    assert_unwind_safe(between());
    assert_unwind_safe(cell());
    assert_ref_unwind_safe(cell()); //~ ERROR may contain interior mutability
    assert_unwind_safe(exclusive(&mut 1)); //~ ERROR may not be safely transferred across an unwind
}
