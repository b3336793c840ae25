//@ compile-flags: -Copt-level=3
//@ edition: 2024

// Under the executor `()` nothing blocks, so that awaiting is calling: of the frames and their
// states nothing is left.

#![crate_type = "lib"]
#![feature(native_generators)]

use std::generator::{self, Executor, Future, Generator, Selected};

fn add<E: Executor>(a: u32, b: u32) => impl Future<E, Return = u32> {
    a.wrapping_add(b)
}

fn triple<E: Executor>(n: u32) => impl Future<E, Return = u32> {
    let double = await add(n, n);
    await add(double, n)
}

fn six_times<E: Executor>(n: u32) => impl Future<E, Return = u32> {
    let once = await triple(n);
    let twice = await triple(n);
    await add(once, twice)
}

// CHECK-LABEL: @three_levels(
// CHECK-NEXT: {{.*}}:
// CHECK-NEXT: ret i32 42
// CHECK-NEXT: }
#[unsafe(no_mangle)]
pub fn three_levels() -> u32 {
    generator::run(six_times(7))
}

fn difference<E: Executor>(a: u32, b: u32) => impl Future<E, Return = u32> {
    await add(a, await add(!b, 1))
}

// CHECK-LABEL: @mapped(
// CHECK-NEXT: {{.*}}:
// CHECK-NEXT: [[DIFFERENCE:%.*]] = sub i32 %a, %b
// CHECK-NEXT: [[WIDE:%.*]] = zext i32 [[DIFFERENCE]] to i64
// CHECK-NEXT: ret i64 [[WIDE]]
#[unsafe(no_mangle)]
pub fn mapped(a: u32, b: u32) -> u64 {
    generator::run(difference(a, b).map_return(u64::from))
}

fn checked<E: Executor>(n: u32) => impl Future<E, Return = Option<u32>> {
    if await add(n, 5) < 10 { None } else { Some(n) }
}

fn all<E: Executor>(a: u32, b: u32) => impl Future<E, Return = Option<u32>> {
    Some(await checked(a)? ^ await checked(b)?)
}

// An early return is a branch.

// CHECK-LABEL: @question_mark(
// CHECK-NOT: switch
// CHECK-NOT: call
// CHECK: xor i32
// CHECK-NOT: switch
// CHECK-NOT: call
// CHECK: ret {
#[unsafe(no_mangle)]
pub fn question_mark(a: u32, b: u32) -> Option<u32> {
    generator::run(all(a, b))
}

// Of two futures that never block, the first ends first, and nobody hears of the second.

// CHECK-LABEL: @selected(
// CHECK-NEXT: {{.*}}:
// CHECK-NEXT: [[SUM:%.*]] = add i32 %b, %a
// CHECK-NEXT: ret i32 [[SUM]]
#[unsafe(no_mangle)]
pub fn selected(a: u32, b: u32) -> u32 {
    match generator::run(generator::select(add(a, b), add(1, 2))) {
        Selected::First(sum, _) => sum,
        Selected::Second(_, sum) => sum,
    }
}

// CHECK-LABEL: @joined(
// CHECK-NEXT: {{.*}}:
// CHECK-NEXT: ret i32 9
// CHECK-NEXT: }
#[unsafe(no_mangle)]
pub fn joined() -> u32 {
    let (a, b) = generator::run(generator::join((add(1, 2), generator::ready(3))));
    a * b
}

// A loan into the frame is a loan of a local.

fn borrowing<E: Executor>(n: u32) => static impl Future<E, Return = u32> {
    let numbers = [n, 2, 3];
    let borrowed = &numbers;
    let sum = await add(borrowed[0], borrowed[1]);
    sum.wrapping_mul(borrowed[2])
}

// CHECK-LABEL: @in_place(
// CHECK-NEXT: {{.*}}:
// CHECK-NOT: alloca
// CHECK-NOT: switch
// CHECK: mul i32
// CHECK: ret i32
#[unsafe(no_mangle)]
pub fn in_place(n: u32) -> u32 {
    generator::run(borrowing(n))
}
