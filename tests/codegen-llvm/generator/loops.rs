//@ compile-flags: -Copt-level=3
//@ edition: 2024

// A generator that is resumed in a loop becomes the loop: what was its state is where control is, and what
// was its frame are variables.

#![crate_type = "lib"]
#![feature(native_generators)]

fn count(n: u64) => impl Iterator<Item = u64> {
    for number in 0..n {
        yield number;
    }
}

fn wanted(numbers: impl Iterator<Item = u64>) => impl Iterator<Item = u64> {
    for number in numbers {
        if (number ^ (number >> 3)) & 1 == 0 {
            yield number;
        }
    }
}

// CHECK-LABEL: @filtered(
// CHECK-NOT: switch
// CHECK-NOT: alloca
// CHECK-NOT: call {{.*}}resume
// CHECK: ret i64
#[unsafe(no_mangle)]
pub fn filtered(n: u64) -> u64 {
    let mut sum = 0u64;
    for number in wanted(count(n)) {
        sum = sum.wrapping_add(number);
    }
    sum
}

fn decoded(runs: &[(u32, u8)]) => impl Iterator<Item = u8> {
    for &(length, byte) in runs {
        for _ in 0..length {
            yield byte;
        }
    }
}

// CHECK-LABEL: @run_length(
// CHECK-NOT: switch
// CHECK-NOT: alloca
// CHECK: ret i64
#[unsafe(no_mangle)]
pub fn run_length(runs: &[(u32, u8)]) -> u64 {
    let mut sum = 0u64;
    for byte in decoded(runs) {
        sum = sum.wrapping_add(byte as u64);
    }
    sum
}

fn level_0(n: u64) => impl Iterator<Item = u64> {
    for number in 0..n {
        yield number.rotate_left(7);
    }
}

fn level_1(n: u64) => impl Iterator<Item = u64> {
    yield.. level_0(n)
}

fn level_2(n: u64) => impl Iterator<Item = u64> {
    yield.. level_1(n)
}

// Where values are handed on, level by level, there is still one loop.

// CHECK-LABEL: @delegated(
// CHECK-NOT: switch
// CHECK-NOT: alloca
// CHECK-NOT: call {{.*}}level
// CHECK: ret i64
#[unsafe(no_mangle)]
pub fn delegated(n: u64) -> u64 {
    let mut sum = 0u64;
    for number in level_2(n) {
        sum ^= number;
    }
    sum
}
