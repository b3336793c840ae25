//@ edition: 2024
//@ compile-flags: -C panic=abort -Zlint-mir=no

// `await for` takes what the other one would have yielded. It goes on there by a number that says where that
// was: the lint does not know that a local has no storage on ways that the number rules out.

#![feature(native_generators)]

use std::future::ready;
use std::generator::{Future, Stream, Task};

fn items(number: u32) => impl Stream<Task, Yield = u32, Return = ()> {
    yield number;
    yield await wait(number);
}

fn wait(number: u32) => impl Future<Task, Return = u32> {
    await ready(number)
}

// CHECK-LABEL: fn of_items::{closure#0}(
// CHECK: (inlined items::{closure#0})
// CHECK-NOT: Suspend::<{{.*}}>::Yielded(
// CHECK: return;
pub fn of_items(number: u32) => impl Future<Task, Return = u32> {
    let mut sum = 0;
    await for item in items(number) {
        sum += item;
    }
    sum
}
