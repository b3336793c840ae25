//@ edition: 2024
//@ compile-flags: -C panic=abort

// A value that is passed on from variable to variable stays where it is, in a frame of any kind.

#![feature(coroutines, gen_blocks, stmt_expr_attributes)]

pub struct Large([u8; 4096]);

// CHECK-LABEL: fn of_async::{closure#0}(
// CHECK-NOT: = move {{.*}}: Large)
// CHECK: wait() -> {{.*}}
// CHECK-NOT: = move {{.*}}: Large)
// CHECK: consume(move ((*{{_[0-9]+}}).0: Large))
pub async fn of_async(first: Large) {
    let second = first;
    wait().await;
    let third = second;
    consume(third);
}

// CHECK-LABEL: fn of_gen::{closure#0}(
// CHECK-NOT: = move {{.*}}: Large)
// CHECK: = Option::<u32>::Some(
// CHECK-NOT: = move {{.*}}: Large)
// CHECK: consume(move ((*{{_[0-9]+}}).0: Large))
pub gen fn of_gen(first: Large) -> u32 {
    let second = first;
    yield 1;
    let third = second;
    consume(third);
}

// What is called to make the value writes it into the frame.

// CHECK-LABEL: fn made::{closure#0}(
// CHECK: ({{.*}} as variant#3).0: Large) = make() -> {{.*}}
// CHECK: = Option::<u32>::Some(
// CHECK: consume(move ((({{.*}} as variant#3).0: Large))
pub gen fn made() -> u32 {
    let first = make();
    let second = first;
    yield 1;
    consume(second);
}

// It is to be resumed, not inlined.
#[inline(never)]
async fn wait() {}

fn make() -> Large {
    Large([1; 4096])
}

fn consume(_: Large) {}
