//@ edition: 2024

// The forms that await, where nothing can be suspended.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator;

fn prefix() {
    await generator::ready(1); //~ ERROR `await` outside of a generator
}

fn postfix() {
    generator::ready(1).await; //~ ERROR `await` outside of a generator
}

fn each() {
    await for _ in [1] {} //~ ERROR `await for` outside of a generator
}

fn executor() {
    ref executor; //~ ERROR `ref executor` outside of a generator
}

fn delegate() {
    yield.. [1]; //~ ERROR `yield..` outside of a generator
}

async fn prefix_in_async() {
    await std::future::ready(1); //~ ERROR `await` outside of a generator
    std::future::ready(1).await;
}

fn in_inner_bodies() => impl generator::Future<Return = ()> {
    let _ = || await generator::ready(1); //~ ERROR `await` outside of a generator
    let _ = async { await std::future::ready(()) }; //~ ERROR `await` outside of a generator
}

fn main() {}
