//@ compile-flags: -Copt-level=3
//@ edition: 2024

// A frame under the executor `()` is never blocked, so it has no state to be resumed in after that.
// Were these states there, they would make generators that are awaited in several places too large
// to be inlined.

#![crate_type = "lib"]
#![feature(native_generators)]

use std::generator::{self, Executor, Future};

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

// CHECK-LABEL: @constant(
// CHECK-NEXT: {{.*}}:
// CHECK-NEXT: ret i32 42
// CHECK-NEXT: }
#[unsafe(no_mangle)]
pub fn constant() -> u32 {
    generator::run(six_times(7))
}

// CHECK-LABEL: @variable(
// CHECK-NEXT: {{.*}}:
// CHECK-NEXT: [[PRODUCT:%.*]] = mul i32 %n, 6
// CHECK-NEXT: ret i32 [[PRODUCT]]
#[unsafe(no_mangle)]
pub fn variable(n: u32) -> u32 {
    generator::run(six_times(n))
}

// CHECK-LABEL: @joined(
// CHECK-NEXT: {{.*}}:
// CHECK-NEXT: [[PRODUCT:%.*]] = mul i32 %n, 9
// CHECK-NEXT: ret i32 [[PRODUCT]]
#[unsafe(no_mangle)]
pub fn joined(n: u32) -> u32 {
    let (a, b) = generator::run(generator::join((triple(n), six_times(n))));
    a.wrapping_add(b)
}

fn sum<E: Executor>(numbers: &[u32]) => impl Future<E, Return = u32> {
    let mut sum = 0;
    for n in numbers {
        sum ^= await six_times(*n);
    }
    sum
}

// CHECK-LABEL: @in_a_loop(
// CHECK-NOT: switch
// CHECK-NOT: call{{.*}}generator
// CHECK: ret i32
#[unsafe(no_mangle)]
pub fn in_a_loop(numbers: &[u32]) -> u32 {
    generator::run(sum(numbers))
}
