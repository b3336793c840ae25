//@ edition: 2024

// Each form takes what it runs by value: it is gone afterwards, and must be owned before.

#![feature(native_generators)]

use std::generator::{Future, Ready, Stream, ready};

fn number() => impl Future<Return = u32> {
    1
}

fn words() => impl Stream<Yield = String, Return = ()> {
    yield String::new();
}

fn prefix() => impl Future<Return = u32> {
    let frame = number();
    await frame + await frame //~ ERROR use of moved value: `frame`
}

fn postfix() => impl Future<Return = u32> {
    let frame = number();
    frame.await + frame.await //~ ERROR use of moved value: `frame`
}

fn each() => impl Future<Return = ()> {
    let frame = words();
    await for _ in frame {}
    await for _ in frame {} //~ ERROR use of moved value: `frame`
}

fn delegate() => impl Stream<Yield = String, Return = ()> {
    let frame = words();
    yield.. frame;
    yield.. frame; //~ ERROR use of moved value: `frame`
}

fn item() => impl Future<Return = ()> {
    await for word in words() {
        drop(word);
        drop(word); //~ ERROR use of moved value: `word`
    }
}

fn index(all: &mut Vec<Ready<u32>>) => impl Future<Return = u32> {
    await all[0] //~ ERROR cannot move out of index of `Vec<std::generator::Ready<u32>>`
}

fn reference(one: &Ready<u32>) => impl Future<Return = u32> {
    await *one //~ ERROR cannot move out of `*one` which is behind a shared reference
}

struct Holder {
    pending: Ready<u32>,
}

impl Drop for Holder {
    fn drop(&mut self) {}
}

fn field(holder: Holder) => impl Future<Return = u32> {
    holder.pending.await
    //~^ ERROR cannot move out of type `Holder`, which implements the `Drop` trait
}

fn later(frame: Ready<u32>) => impl Future<Return = u32> {
    let n = await frame;
    drop(frame); //~ ERROR use of moved value: `frame`
    n
}

fn main() {}
