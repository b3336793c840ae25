//@ edition: 2024

// What cannot be awaited is one error, wherever its value would go.

#![feature(native_generators)]

use std::generator::{self, Future, Stream};

fn tail() => impl Future<(), Return = u32> {
    await std::future::ready(1) //~ ERROR cannot be awaited
}

fn binding() => impl Future<(), Return = u32> {
    let n = await std::future::ready(1); //~ ERROR cannot be awaited
    n + 1
}

fn question_mark() => impl Future<(), Return = Result<u32, String>> {
    let n: u32 = std::future::ready(Ok(1)).await?; //~ ERROR cannot be awaited
    Ok(n.pow(2))
}

fn yielded() => impl Stream<(), Yield = u32, Return = ()> {
    yield await std::future::ready(1); //~ ERROR cannot be awaited
    yield.. std::future::ready(1); //~ ERROR cannot be run by `yield..`
    await for n in std::future::ready(1) { //~ ERROR cannot be run by `await for`
        yield n;
    }
}

fn main() {
    generator::run(tail());
}
