//@ revisions: native by_hand
//@ compile-flags: -Copt-level=3
//@ only-x86_64

// A client's read loop, written once for every executor that has a network. With the executor `()`,
// under which reading blocks the thread, nothing is left of frames, states and executors: it compiles
// to what the loop compiles to that somebody wrote for blocking sockets alone: the same lines, and no
// other line between them.

#![crate_type = "lib"]
#![feature(native_generators)]

use std::generator::{Executor, Future};

#[repr(transparent)]
pub struct Errno(pub usize);

unsafe extern "Rust" {
    safe fn receive_some(socket: i32, buffer: &mut [u8]) -> Result<usize, Errno>;
}

pub trait Net: Executor {
    fn receive_some(
        socket: i32,
        buffer: &mut [u8],
    ) => impl Future<Self, Return = Result<usize, Errno>>;
}

impl Net for () {
    fn receive_some(
        socket: i32,
        buffer: &mut [u8],
    ) => impl Future<(), Return = Result<usize, Errno>> {
        receive_some(socket, buffer)
    }
}

pub fn receive<E: Net>(
    socket: i32,
    buffer: &mut [u8],
) => impl Future<E, Return = Result<usize, Errno>> {
    let mut filled = 0;
    while filled < buffer.len() {
        match await E::receive_some(socket, &mut buffer[filled..])? {
            0 => break,
            length => filled += length,
        }
    }
    Ok(filled)
}

pub fn receive_by_hand(socket: i32, buffer: &mut [u8]) -> Result<usize, Errno> {
    let mut filled = 0;
    while filled < buffer.len() {
        match receive_some(socket, &mut buffer[filled..])? {
            0 => break,
            length => filled += length,
        }
    }
    Ok(filled)
}

// CHECK-LABEL: define {{.*}}@blocking(
// CHECK-SAME: i32 {{[^%]*}}%socket, ptr {{[^%]*}}%buffer.0, i64 {{[^%]*}}%buffer.1)
// CHECK-NEXT: {{^[^ ]+}}:
// CHECK-NEXT: [[EMPTY:%.+]] = icmp eq i64 %buffer.1, 0
// CHECK-NEXT: br i1 [[EMPTY]], label %[[END:[^,]+]], label %[[READ:.+]]
// CHECK-EMPTY:
//
// The loop, whose blocks LLVM puts in this order
//
// by_hand-NEXT: [[READ]]:
// by_hand-NEXT: [[FILLED:%.+]] = phi i64
// by_hand-NEXT: [[LEFT:%.+]] = sub {{.*}}i64 %buffer.1, [[FILLED]]
// by_hand-NEXT: [[AT:%.+]] = getelementptr inbounds {{.*}}i8, ptr %buffer.0, i64 [[FILLED]]
// by_hand-NEXT: [[RESULT:%.+]] = {{.*}}call { i64, i64 } @receive_some(i32 {{.*}}%socket, ptr {{.*}}[[AT]], i64 {{.*}}[[LEFT]])
// by_hand-NEXT: [[TAG:%.+]] = extractvalue { i64, i64 } [[RESULT]], 0
// by_hand-NEXT: [[LENGTH:%.+]] = extractvalue { i64, i64 } [[RESULT]], 1
// by_hand-NEXT: [[FAILED:%.+]] = trunc nuw i64 [[TAG]] to i1
// by_hand-NEXT: br i1 [[FAILED]], label %[[END]], label %[[SUCCEEDED:.+]]
// by_hand-EMPTY:
// by_hand-NEXT: [[SUCCEEDED]]:
// by_hand-NEXT: [[OVER:%.+]] = icmp eq i64 [[LENGTH]], 0
// by_hand-NEXT: br i1 [[OVER]], label %[[END]], label %[[MORE:.+]]
// by_hand-EMPTY:
// by_hand-NEXT: [[MORE]]:
// by_hand-NEXT: [[SUM:%.+]] = add i64 [[LENGTH]], [[FILLED]]
// by_hand-NEXT: [[AGAIN:%.+]] = icmp ult i64 [[SUM]], %buffer.1
// by_hand-NEXT: br i1 [[AGAIN]], label %[[READ]], label %[[END]]
// by_hand-EMPTY:
//
// or that.
//
// native-NEXT: [[SUCCEEDED:[^:]+]]:
// native-NEXT: [[OVER:%.+]] = icmp eq i64 [[LENGTH:%[^,]+]], 0
// native-NEXT: br i1 [[OVER]], label %[[END]], label %[[MORE:.+]]
// native-EMPTY:
// native-NEXT: [[MORE]]:
// native-NEXT: [[SUM:%.+]] = add i64 [[LENGTH]], [[FILLED:%.+]]
// native-NEXT: [[AGAIN:%.+]] = icmp ult i64 [[SUM]], %buffer.1
// native-NEXT: br i1 [[AGAIN]], label %[[READ]], label %[[END]]
// native-EMPTY:
// native-NEXT: [[READ]]:
// native-NEXT: [[FILLED]] = phi i64
// native-NEXT: [[LEFT:%.+]] = sub {{.*}}i64 %buffer.1, [[FILLED]]
// native-NEXT: [[AT:%.+]] = getelementptr inbounds {{.*}}i8, ptr %buffer.0, i64 [[FILLED]]
// native-NEXT: [[RESULT:%.+]] = {{.*}}call { i64, i64 } @receive_some(i32 {{.*}}%socket, ptr {{.*}}[[AT]], i64 {{.*}}[[LEFT]])
// native-NEXT: [[TAG:%.+]] = extractvalue { i64, i64 } [[RESULT]], 0
// native-NEXT: [[LENGTH]] = extractvalue { i64, i64 } [[RESULT]], 1
// native-NEXT: [[FAILED:%.+]] = trunc nuw i64 [[TAG]] to i1
// native-NEXT: br i1 [[FAILED]], label %[[END]], label %[[SUCCEEDED]]
// native-EMPTY:
//
// CHECK-NEXT: [[END]]:
// CHECK-NEXT: {{%.+}} = phi i64
// CHECK-NEXT: {{%.+}} = phi i64
// CHECK-NEXT: [[PAIR:%.+]] = insertvalue { i64, i64 } poison, i64 {{%.+}}, 0
// CHECK-NEXT: [[WHOLE:%.+]] = insertvalue { i64, i64 } [[PAIR]], i64 {{%.+}}, 1
// CHECK-NEXT: ret { i64, i64 } [[WHOLE]]
// CHECK-NEXT: }
#[unsafe(no_mangle)]
pub fn blocking(socket: i32, buffer: &mut [u8]) -> Result<usize, Errno> {
    #[cfg(native)]
    return std::generator::run(receive::<()>(socket, buffer));
    #[cfg(by_hand)]
    return receive_by_hand(socket, buffer);
}
