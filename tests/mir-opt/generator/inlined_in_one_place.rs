//@ edition: 2024
//@ compile-flags: -C panic=abort

// What is large is inlined where it is awaited if it is named nowhere else. What is small is inlined wherever it
// is awaited.

use std::future::ready;

macro_rules! long {
    ($number:ident) => {{
        let mut sum = $number;
        sum += ready(1).await * 2;
        sum += ready(2).await * 3;
        sum += ready(3).await * 4;
        sum += ready(4).await * 5;
        sum += ready(5).await * 6;
        sum += ready(6).await * 7;
        sum
    }};
}

// CHECK-LABEL: fn awaits_once::{closure#0}(
// CHECK: (inlined once::{closure#0})
// CHECK-NOT: {async fn body of once()} as std::future::Future>::poll(
// CHECK: return;
pub async fn awaits_once(number: u32) -> u32 {
    once(number).await
}

async fn once(number: u32) -> u32 {
    long!(number)
}

// CHECK-LABEL: fn awaits_twice::{closure#0}(
// CHECK-NOT: (inlined twice::{closure#0})
// CHECK: {async fn body of twice()} as std::future::Future>::poll(
pub async fn awaits_twice(number: u32) -> u32 {
    twice(number).await + twice(number + 1).await
}

async fn twice(number: u32) -> u32 {
    long!(number)
}

// What a function that does not await does with a frame makes no difference.
pub fn gives_once(number: u32) -> impl Future<Output = u32> {
    once(number)
}

// But if another awaits what it gives, that is one place more.
// CHECK-LABEL: fn awaits_given::{closure#0}(
// CHECK-NOT: (inlined once::{closure#0})
// CHECK: {async fn body of once()} as std::future::Future>::poll(
pub async fn awaits_given(number: u32) -> u32 {
    gives_once(number).await
}

// Others may await what this crate exports.
// CHECK-LABEL: fn awaits_exported::{closure#0}(
// CHECK-NOT: (inlined exported::{closure#0})
// CHECK: {async fn body of exported()} as std::future::Future>::poll(
pub async fn awaits_exported(number: u32) -> u32 {
    exported(number).await
}

pub async fn exported(number: u32) -> u32 {
    long!(number)
}

pub struct Numbers(u32);

impl Numbers {
    // CHECK-LABEL: fn <impl at {{.*}}>::awaits_methods::{closure#0}(
    // CHECK: (inlined Numbers::of_its_own_name::{closure#0})
    // CHECK-NOT: (inlined Numbers::twice::{closure#0})
    // CHECK: {async fn body of Numbers::twice()} as std::future::Future>::poll(
    pub async fn awaits_methods(&self) -> u32 {
        self.of_its_own_name().await + self.twice().await
    }

    async fn of_its_own_name(&self) -> u32 {
        let number = self.0;
        long!(number)
    }

    // It is named here, and so is that of the others.
    async fn twice(&self) -> u32 {
        let number = self.0;
        long!(number)
    }
}

pub struct Others(u32);

impl Others {
    // CHECK-LABEL: fn <impl at {{.*}}>::awaits_others::{closure#0}(
    // CHECK: {async fn body of Others::twice()} as std::future::Future>::poll(
    pub async fn awaits_others(&self) -> u32 {
        self.twice().await
    }

    async fn twice(&self) -> u32 {
        let number = self.0;
        long!(number)
    }
}

// A block is awaited where it stands.
// CHECK-LABEL: fn awaits_blocks::{closure#0}(
// CHECK: (inlined awaits_blocks::{closure#0}::{closure#0})
// CHECK: (inlined awaits_blocks::{closure#0}::{closure#1})
// CHECK-NOT: {async block@{{.*}}} as std::future::Future>::poll(
// CHECK: return;
pub async fn awaits_blocks(number: u32) -> u32 {
    async { long!(number) }.await + async { long!(number) }.await
}

// There is one of these for each closure.
// CHECK-LABEL: fn awaits_generic::{closure#0}(
// CHECK: (inlined generic::<{closure@
// CHECK: (inlined generic::<{closure@
// CHECK-NOT: {async fn body of generic<{{.*}}>()} as std::future::Future>::poll(
// CHECK: return;
pub async fn awaits_generic(number: u32) -> u32 {
    generic(number, |it| it + 1).await + generic(number, |it| it + 2).await
}

async fn generic(number: u32, more: impl Fn(u32) -> u32) -> u32 {
    let number = more(number);
    long!(number)
}

// CHECK-LABEL: fn awaits_small::{closure#0}(
// CHECK: (inlined small::{closure#0})
// CHECK: (inlined small::{closure#0})
// CHECK-NOT: {async fn body of small()} as std::future::Future>::poll(
// CHECK: return;
pub async fn awaits_small(number: u32) -> u32 {
    small(number).await + small(number + 1).await
}

async fn small(number: u32) -> u32 {
    number + ready(1).await
}
