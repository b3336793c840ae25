//@ compile-flags: -Copt-level=3
//@ edition: 2024

// Under the executor `()`, `await for` over an iterator is the loop that `for` makes of it: one
// branch for its end, and no states.

#![crate_type = "lib"]
#![feature(native_generators)]

use std::generator::{self, Executor, Future, Stream};

unsafe extern "Rust" {
    safe fn take(n: u32);
}

fn takes_all<E: Executor>(
    numbers: impl Stream<E, Yield = u32, Return = ()> + Unpin,
) => impl Future<E, Return = ()> {
    await for n in numbers {
        take(n);
    }
}

// CHECK-LABEL: @range(
// CHECK-NOT: switch
// CHECK: [[LOOP:bb[0-9a-z.]+]]:{{.*}}preds
// CHECK-NEXT: [[N:%.*]] = phi i32
// CHECK: call void @{{.*}}take(i32 {{.*}}[[N]])
// CHECK: [[END:%.*]] = icmp
// CHECK-NEXT: br i1 [[END]], label {{.*}}, label %[[LOOP]]
// CHECK-NOT: switch
// CHECK: ret void
#[unsafe(no_mangle)]
pub fn range(end: u32) {
    generator::run(takes_all(0..end));
}

fn weight<E: Executor>(n: u32) => impl Future<E, Return = u32> {
    n.rotate_left(3)
}

fn takes_weights<E: Executor>(slice: &[u32]) => impl Future<E, Return = ()> {
    await for n in generator::from_iter(slice) {
        take(await weight(*n));
    }
}

// CHECK-LABEL: @slice(
// CHECK-NOT: switch
// CHECK: [[LOOP:bb[0-9a-z.]+]]:{{.*}}preds
// CHECK-NEXT: phi ptr
// CHECK: [[N:%.*]] = load i32
// CHECK-NEXT: [[WEIGHT:%.*]] = {{.*}}call {{.*}}i32 @llvm.fshl.i32(i32 [[N]], i32 [[N]], i32 3)
// CHECK-NEXT: call void @{{.*}}take(i32 {{.*}}[[WEIGHT]])
// CHECK-NEXT: [[END:%.*]] = icmp eq ptr
// CHECK-NEXT: br i1 [[END]], label {{.*}}, label %[[LOOP]]
// CHECK-NOT: switch
// CHECK: ret void
#[unsafe(no_mangle)]
pub fn slice(slice: &[u32]) {
    generator::run(takes_weights(slice));
}

fn first<E: Executor>(slice: &[u32], above: u32) => impl Future<E, Return = Option<u32>> {
    await for n in generator::from_iter(slice) {
        if *n > above {
            return Some(await weight(*n));
        }
    }
    None
}

// CHECK-LABEL: @returns_early(
// CHECK-NOT: switch
// CHECK: ret {
#[unsafe(no_mangle)]
pub fn returns_early(slice: &[u32], above: u32) -> Option<u32> {
    generator::run(first(slice, above))
}
