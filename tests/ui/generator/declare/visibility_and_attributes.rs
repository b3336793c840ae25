//@ run-pass
//@ edition: 2024

// Visibilities, doc comments and attributes stand before a generator function as before any other.

#![feature(native_generators)]
#![deny(warnings, unused)]

mod numbers {
    /// The numbers below `n`.
    #[inline]
    #[must_use = "numbers are there to be looked at"]
    pub fn below(n: u32) => impl Iterator<Item = u32> {
        for i in 0..n {
            yield i
        }
    }

    #[cfg(false)]
    pub(crate) fn chosen() => impl Iterator<Item = u32> {
        yield compile_error!("configured out")
    }

    #[cfg(true)]
    pub(super) fn chosen() => impl Iterator<Item = u32> {
        yield 7
    }

    #[allow(dead_code)]
    fn unused() => impl Iterator<Item = u32> {
        #![allow(unused_variables)]
        let unused = 1;
        #[cfg(false)]
        yield 2;
        #[cfg(true)]
        yield 3;
    }

    #[cold]
    #[inline(never)]
    pub fn attributed_argument(#[allow(unused_variables)] spare: u32) => impl Iterator<Item = u32> {
        yield 9
    }
}

fn main() {
    assert_eq!(numbers::below(3).sum::<u32>(), 3);
    assert_eq!(numbers::chosen().next(), Some(7));
    assert_eq!(numbers::attributed_argument(1).next(), Some(9));
}
