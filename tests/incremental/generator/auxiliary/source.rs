//@ edition: 2024
//@ compile-flags: -Copt-level=3

#![feature(native_generators)]

pub fn items<T: Clone>(of: T) => impl Iterator<Item = T> {
    yield of.clone();
    #[cfg(rpass2)]
    let held = [of.clone(), of.clone()];
    yield of.clone();
    #[cfg(rpass2)]
    await for item in held {
        yield item;
    }
}
