//@ edition: 2024
//@ run-rustfix

#![feature(native_generators)]
#![allow(dead_code)]

fn items(v: Vec<u32>) -> impl Iterator<Item = u32> => {
    //~^ ERROR the `=>` of a generator function stands before its face
    yield v.len() as u32;
}

fn bounded<T>(v: T) -> impl Iterator<Item = T> => where T: Clone {
    //~^ ERROR the `=>` of a generator function stands before its face
    yield v.clone();
}

fn main() {}
