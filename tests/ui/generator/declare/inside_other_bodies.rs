//@ run-pass
//@ edition: 2024

// Generator functions may be declared inside functions, blocks, closures, modules and constants.

#![feature(native_generators)]

mod outer {
    pub mod inner {
        pub fn one() => impl Iterator<Item = u32> {
            yield 1
        }
    }
}

const TOTAL: fn() -> u32 = {
    fn three() => impl Iterator<Item = u32> {
        yield 1;
        yield 2;
    }
    fn total() -> u32 {
        three().sum()
    }
    total
};

fn main() {
    fn two() => impl Iterator<Item = u32> {
        yield 2
    }
    let in_closure = || {
        fn three() => impl Iterator<Item = u32> {
            yield 3
        }
        three().next()
    };
    let in_block = {
        struct Local;
        impl Local {
            fn four(&self) => impl Iterator<Item = u32> {
                yield 4
            }
        }
        Local.four().next()
    };
    assert_eq!(outer::inner::one().next(), Some(1));
    assert_eq!(two().next(), Some(2));
    assert_eq!(in_closure(), Some(3));
    assert_eq!(in_block, Some(4));
    assert_eq!(TOTAL(), 3);
}
