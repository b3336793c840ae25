//@ edition: 2024

// Errors in a generator that a macro wrote point to what its caller wrote, where that is the cause.

#![feature(native_generators)]

macro_rules! once {
    ($name:ident, $item:ty, $value:expr) => {
        fn $name() => impl Iterator<Item = $item> {
            yield $value;
        }
    };
}

once!(right, u32, 1);
once!(wrong_value, u32, "text"); //~ ERROR mismatched types
once!(unknown_item, Missing, 1); //~ ERROR cannot find type `Missing` in this scope
once!(unknown_value, u32, missing); //~ ERROR cannot find value `missing` in this scope

macro_rules! give {
    ($value:expr) => {
        yield $value
    };
}

fn given() => impl Iterator<Item = u32> {
    give!(1);
    give!('2'); //~ ERROR mismatched types
}

fn main() {}
