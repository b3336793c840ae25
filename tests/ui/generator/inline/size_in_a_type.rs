//@ run-pass
//@ edition: 2024
//@ compile-flags: -Zinline-awaited=yes
#![feature(native_generators)]

// The size of a frame is needed to check the types of `has_room`, and what is inlined into the frame depends on
// how often its functions are named in the bodies of coroutines, that of `has_room` among them.

use std::future::ready;

static ROOM: [u8; size_of_result(waits)] = [0; size_of_result(waits)];

async fn waits(number: u32) -> u32 {
    waits_long(number).await
}

fn counts(number: u32) => impl Iterator<Item = u32> {
    yield.. counts_long(number)
}

async fn waits_long(number: u32) -> u32 {
    let mut sum = number;
    sum += ready(1).await * 2;
    sum += ready(2).await * 3;
    sum += ready(3).await * 4;
    sum
}

fn counts_long(number: u32) => impl Iterator<Item = u32> {
    for it in 0..number {
        yield it;
        if it % 3 == 1 {
            yield it + 1;
        }
        if it % 4 == 1 {
            yield it + 2;
        }
    }
}

const fn size_of_result<A, R>(_: fn(A) -> R) -> usize {
    size_of::<R>()
}

async fn has_room() {
    let room = [0_u8; size_of_result(waits)];
    assert_eq!(room, ROOM);
    let room = [0_u8; size_of_result(counts)];
    assert_eq!(room.len(), size_of_val(&counts(5)));
}

fn main() {
    assert!(counts(3).eq([0, 1, 2, 3, 2]));
    let context = &mut std::task::Context::from_waker(std::task::Waker::noop());
    assert_eq!(std::pin::pin!(waits(1)).poll(context), std::task::Poll::Ready(21));
    assert_eq!(std::pin::pin!(has_room()).poll(context), std::task::Poll::Ready(()));
}
