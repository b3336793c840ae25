//@ edition: 2024
//@ run-pass

// A frame that awaits the one below twice holds that one in two places, and so does each level: there
// are 2^30 ways to the innermost. What it leaves free is found out once.

#![feature(native_generators)]

use std::generator::{self, Executor, Future};

fn g0<E: Executor>(n: u64) => impl Future<E, Return = u64> {
    n + 1
}

async fn a0(n: u64) -> u64 {
    n + 1
}

macro_rules! levels {
    ($($below:ident $level:ident, $async_below:ident $async_level:ident;)*) => {$(
        fn $level<E: Executor>(n: u64) => impl Future<E, Return = u64> {
            if n == 0 {
                return 0;
            }
            let first = await $below(n - 1);
            first + await $below(n - 1)
        }

        async fn $async_level(n: u64) -> u64 {
            if n == 0 {
                return 0;
            }
            let first = $async_below(n - 1).await;
            first + $async_below(n - 1).await
        }
    )*};
}

levels! {
    g0 g1, a0 a1; g1 g2, a1 a2; g2 g3, a2 a3; g3 g4, a3 a4; g4 g5, a4 a5; g5 g6, a5 a6;
    g6 g7, a6 a7; g7 g8, a7 a8; g8 g9, a8 a9; g9 g10, a9 a10; g10 g11, a10 a11; g11 g12, a11 a12;
    g12 g13, a12 a13; g13 g14, a13 a14; g14 g15, a14 a15; g15 g16, a15 a16; g16 g17, a16 a17;
    g17 g18, a17 a18; g18 g19, a18 a19; g19 g20, a19 a20; g20 g21, a20 a21; g21 g22, a21 a22;
    g22 g23, a22 a23; g23 g24, a23 a24; g24 g25, a24 a25; g25 g26, a25 a26; g26 g27, a26 a27;
    g27 g28, a27 a28; g28 g29, a28 a29; g29 g30, a29 a30;
}

fn main() {
    assert_eq!(generator::run(g30(3)), 0);
    assert_eq!(generator::run(g3(3)), 8);
    assert_eq!(generator::block_on(a30(3)), 0);
    assert_eq!(generator::block_on(a3(3)), 8);
}
