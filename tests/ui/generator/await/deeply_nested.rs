//@ run-pass
//@ edition: 2024
//@ compile-flags: -Copt-level=0

// Frames may lie within each other as deep as those of `async` code may, and deeper.

#![feature(native_generators)]

use std::generator::{self, Executor, Future};

fn g0<E: Executor>(n: u64) => impl Future<E, Return = u64> {
    n
}

fn i0(n: u64) => impl Iterator<Item = u64> {
    yield n;
}

fn f0(n: u64) => impl core::future::Future<Output = u64> {
    n
}

async fn a0(n: u64) -> u64 {
    n
}

macro_rules! levels {
    ($($g:ident $g_below:ident $i:ident $i_below:ident $f:ident $f_below:ident $a:ident $a_below:ident;)*) => {$(
        fn $g<E: Executor>(n: u64) => impl Future<E, Return = u64> {
            await $g_below(n + 1) + 1
        }

        fn $i(n: u64) => impl Iterator<Item = u64> {
            yield.. $i_below(n + 1);
        }

        fn $f(n: u64) => impl core::future::Future<Output = u64> {
            await $f_below(n + 1) + 1
        }

        async fn $a(n: u64) -> u64 {
            $a_below(n + 1).await + 1
        }
    )*};
}

levels! {
    g1 g0 i1 i0 f1 f0 a1 a0;
    g2 g1 i2 i1 f2 f1 a2 a1;
    g3 g2 i3 i2 f3 f2 a3 a2;
    g4 g3 i4 i3 f4 f3 a4 a3;
    g5 g4 i5 i4 f5 f4 a5 a4;
    g6 g5 i6 i5 f6 f5 a6 a5;
    g7 g6 i7 i6 f7 f6 a7 a6;
    g8 g7 i8 i7 f8 f7 a8 a7;
    g9 g8 i9 i8 f9 f8 a9 a8;
    g10 g9 i10 i9 f10 f9 a10 a9;
    g11 g10 i11 i10 f11 f10 a11 a10;
    g12 g11 i12 i11 f12 f11 a12 a11;
    g13 g12 i13 i12 f13 f12 a13 a12;
    g14 g13 i14 i13 f14 f13 a14 a13;
    g15 g14 i15 i14 f15 f14 a15 a14;
    g16 g15 i16 i15 f16 f15 a16 a15;
    g17 g16 i17 i16 f17 f16 a17 a16;
    g18 g17 i18 i17 f18 f17 a18 a17;
    g19 g18 i19 i18 f19 f18 a19 a18;
    g20 g19 i20 i19 f20 f19 a20 a19;
    g21 g20 i21 i20 f21 f20 a21 a20;
    g22 g21 i22 i21 f22 f21 a22 a21;
    g23 g22 i23 i22 f23 f22 a23 a22;
    g24 g23 i24 i23 f24 f23 a24 a23;
    g25 g24 i25 i24 f25 f24 a25 a24;
    g26 g25 i26 i25 f26 f25 a26 a25;
    g27 g26 i27 i26 f27 f26 a27 a26;
    g28 g27 i28 i27 f28 f27 a28 a27;
    g29 g28 i29 i28 f29 f28 a29 a28;
    g30 g29 i30 i29 f30 f29 a30 a29;
    g31 g30 i31 i30 f31 f30 a31 a30;
    g32 g31 i32 i31 f32 f31 a32 a31;
    g33 g32 i33 i32 f33 f32 a33 a32;
    g34 g33 i34 i33 f34 f33 a34 a33;
    g35 g34 i35 i34 f35 f34 a35 a34;
    g36 g35 i36 i35 f36 f35 a36 a35;
    g37 g36 i37 i36 f37 f36 a37 a36;
    g38 g37 i38 i37 f38 f37 a38 a37;
    g39 g38 i39 i38 f39 f38 a39 a38;
    g40 g39 i40 i39 f40 f39 a40 a39;
}

fn main() {
    assert_eq!(generator::run(g40(0)), 2 * 40);
    assert!(i40(0).eq([40]));
    assert_eq!(generator::block_on(f40(0)), 2 * 40);
    assert_eq!(generator::block_on(a40(0)), 2 * 40);
}
