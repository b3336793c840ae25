//@ edition: 2024
//@ compile-flags: -C panic=abort

// What is awaited is inlined where it is known whose body it has. There is nothing left that is resumed,
// and one state for each of its suspend points.

#![feature(native_generators)]

use std::future::ready;
use std::generator::{Executor, Future, Stream, Task};

// CHECK-LABEL: fn inner::{closure#0}(
// CHECK: as std::future::Future>::poll(
async fn inner(number: u32) -> u32 {
    number + ready(1).await
}

// CHECK-LABEL: fn of_async::{closure#0}(
// CHECK-NOT: inner()
// CHECK: (inlined inner::{closure#0})
// CHECK-NOT: inner()
// CHECK: <std::future::Ready<u32> as std::future::Future>::poll(
// CHECK: discriminant((*{{_[0-9]+}})) = 3;
// CHECK-NOT: discriminant((*{{_[0-9]+}})) = 4;
// CHECK: return;
pub async fn of_async(number: u32) -> u32 {
    2 * inner(number).await
}

fn items(number: u32) => impl Stream<Task, Yield = u32, Return = ()> {
    yield number;
    yield await wait(number);
}

fn wait(number: u32) => impl Future<Task, Return = u32> {
    await ready(number)
}

// `yield..` suspends where the other one does.

// CHECK-LABEL: fn of_generator::{closure#0}(
// CHECK: (inlined items::{closure#0})
// CHECK: (inlined wait::{closure#0})
// CHECK-NOT: lowering::resume::<Task, Frame<
// CHECK: lowering::resume::<Task, std::future::Ready<u32>>(
pub fn of_generator(number: u32) => impl Stream<Task, Yield = u32, Return = ()> {
    yield.. items(number);
}

// An executor that never blocks makes one state of it, that in which it has returned.

fn sum<E: Executor>(number: u32) => impl Future<E, Return = u32> {
    number + 1
}

// CHECK-LABEL: fn synchronous::{closure#0}(
// CHECK-NOT: discriminant({{.*}}) = 3;
// CHECK: (inlined sum::<()>::{closure#0})
// CHECK-NOT: discriminant({{.*}}) = 3;
// CHECK: discriminant({{.*}}) = 1;
pub fn synchronous(number: u32) => impl Future<(), Return = u32> {
    await sum(number) + await sum(number + 1)
}

// CHECK-LABEL: fn kept_apart::{closure#0}(
// CHECK: {async fn body of never()} as std::future::Future>::poll(
pub async fn kept_apart(number: u32) -> u32 {
    never(number).await
}

#[inline(never)]
async fn never(number: u32) -> u32 {
    inner(number).await
}
