//@ edition: 2024

// Names that the compiler uses for itself, or a macro for itself, are not seen.

#![feature(native_generators)]

macro_rules! with_local {
    ($value:expr) => {
        let local = 1;
        yield local;
        yield $value;
    };
}

fn of_a_macro() => impl Iterator<Item = u32> {
    with_local!(local); //~ ERROR cannot find value `local` in this scope
}

fn of_the_compiler() => impl Iterator<Item = u32> {
    yield 1;
    drop(_executor); //~ ERROR cannot find value `_executor` in this scope
    yield __arg0; //~ ERROR cannot find value `__arg0` in this scope
}

fn main() {}
