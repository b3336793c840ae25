//@ edition: 2024
//@ compile-flags: -Copt-level=3

// The answer of a generator becomes the answer of a future, or of an iterator, with the same tag. (Each
// function is about another type, as LLVM makes one of those that are equal.)

#![crate_type = "lib"]
#![feature(coroutine_trait, native_generators, never_type)]

use std::generator::State;
use std::ops::CoroutineState;
use std::task::Poll;

// CHECK-LABEL: @state_of_coroutine(
// CHECK-NOT: {{icmp|xor|br|phi}}
// CHECK: insertvalue { i16, i16 } poison, i16 %0, 0
#[unsafe(no_mangle)]
pub fn state_of_coroutine(state: CoroutineState<(), u16>) -> State<!, u16, ()> {
    match state {
        CoroutineState::Complete(value) => State::Complete(value),
        CoroutineState::Yielded(()) => State::Blocked(()),
    }
}

// CHECK-LABEL: @poll(
// CHECK-NOT: {{icmp|xor|br|phi}}
// CHECK: insertvalue { i32, i32 } poison, i32 %0, 0
#[unsafe(no_mangle)]
pub fn poll(state: State<!, u32, ()>) -> Poll<u32> {
    match state {
        State::Complete(value) => Poll::Ready(value),
        State::Blocked(()) => Poll::Pending,
    }
}

// CHECK-LABEL: @next(
// CHECK-NOT: {{icmp|xor|br|phi}}
// CHECK: insertvalue { i64, i64 } poison, i64 %0, 0
#[unsafe(no_mangle)]
pub fn next(state: CoroutineState<u64, ()>) -> Option<u64> {
    match state {
        CoroutineState::Complete(()) => None,
        CoroutineState::Yielded(item) => Some(item),
    }
}
