//@ edition: 2024
//@ compile-flags: -C panic=abort

// What is large is inlined once into a body that awaits it twice, and kept in its frame the other time. What is
// small is inlined both times.

use std::future::ready;

async fn small(number: u32) -> u32 {
    number + ready(1).await
}

async fn large(number: u32) -> u32 {
    let mut sum = number;
    sum += ready(1).await * 2;
    sum += ready(2).await * 3;
    sum += ready(3).await * 4;
    sum += ready(4).await * 5;
    sum += ready(5).await * 6;
    sum += ready(6).await * 7;
    sum += ready(7).await * 8;
    sum
}

// CHECK-LABEL: fn large_twice::{closure#0}(
// CHECK: (inlined large::{closure#0})
// CHECK-NOT: (inlined large::{closure#0})
// CHECK: {async fn body of large()} as std::future::Future>::poll(
pub async fn large_twice(number: u32) -> u32 {
    large(number).await + large(number + 1).await
}

// CHECK-LABEL: fn small_twice::{closure#0}(
// CHECK: (inlined small::{closure#0})
// CHECK: (inlined small::{closure#0})
// CHECK-NOT: {async fn body of small()} as std::future::Future>::poll(
// CHECK: return;
pub async fn small_twice(number: u32) -> u32 {
    small(number).await + small(number + 1).await
}
