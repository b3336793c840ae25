//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Where what is awaited blocks, the body blocks with the same reason, and goes on from there.

#![feature(native_generators)]

use std::generator::{Executor, Future, Generator, State, from_fn};

#[derive(Debug, PartialEq)]
enum Reason {
    Read { bytes: usize },
    Write(String),
}

#[derive(Default)]
struct Disk {
    ready: bool,
    resumptions: u32,
}

impl Executor for Disk {
    type Blocked = Reason;
    type Resume = ();

    fn take_resume(&mut self) {}
}

fn read(bytes: usize) => impl Future<Disk, Return = Vec<u8>> {
    await from_fn(move |disk: &mut Disk| {
        disk.resumptions += 1;
        if disk.ready { State::Complete(()) } else { State::Blocked(Reason::Read { bytes }) }
    });
    vec![1; bytes]
}

fn write(text: String) => impl Future<Disk, Return = ()> {
    await from_fn(move |disk: &mut Disk| {
        disk.resumptions += 1;
        match disk.ready {
            true => State::Complete(()),
            false => State::Blocked(Reason::Write(text.clone())),
        }
    })
}

fn copy() => impl Future<Disk, Return = usize> {
    let bytes = await read(3);
    await write(format!("{:?}", bytes));
    bytes.len()
}

fn main() {
    let mut disk = Disk::default();
    let mut copy = copy();
    assert_eq!(disk.resumptions, 0);
    assert_eq!(copy.step(&mut disk), State::Blocked(Reason::Read { bytes: 3 }));
    assert_eq!(copy.step(&mut disk), State::Blocked(Reason::Read { bytes: 3 }));
    disk.ready = true;
    assert_eq!(copy.step(&mut disk), State::Complete(3));
    assert_eq!(disk.resumptions, 4);
}
