//@ run-pass
//@ edition: 2024
//@ revisions: debug optimized
//@[optimized] compile-flags: -Copt-level=3

// How many generators may be suspended in one another does not depend on the optimisation: what the ABI
// of `&frame` and `&mut frame` is is found out frame by frame.

#![feature(native_generators, gen_blocks)]

use std::generator::block_on;
use std::hint::black_box;

macro_rules! chain {
    ($function:ident: $inner:ident) => {};
    ($function:ident: $inner:ident $name:ident $($rest:ident)*) => {
        $function!($name $inner);
        chain!($function: $name $($rest)*);
    };
}

mod delegate {
    macro_rules! iterator {
        ($name:ident $inner:ident) => {
            fn $name(n: u64) => impl Iterator<Item = u64> {
                yield.. $inner(n + 1);
            }
        };
    }

    fn f0(n: u64) => impl Iterator<Item = u64> {
        yield n;
        yield n + 1;
    }

    chain! {
        iterator:
        f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12 f13 f14 f15
        f16 f17 f18 f19 f20 f21 f22 f23 f24 f25 f26 f27 f28 f29 f30 f31
        f32 f33 f34 f35 f36 f37 f38 f39 f40 f41 f42 f43 f44 f45 f46 f47
        f48 f49 f50 f51 f52 f53 f54 f55 f56 f57 f58 f59 f60 f61 f62 f63
    }

    pub fn all(n: u64) -> impl Iterator<Item = u64> {
        f63(n)
    }
}

mod for_loop {
    macro_rules! iterator {
        ($name:ident $inner:ident) => {
            fn $name(n: u64) => impl Iterator<Item = u64> {
                for item in $inner(n) {
                    yield item + 1;
                }
            }
        };
    }

    fn f0(n: u64) => impl Iterator<Item = u64> {
        yield n;
        yield n + 1;
    }

    chain! {
        iterator:
        f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12 f13 f14 f15
        f16 f17 f18 f19 f20 f21 f22 f23 f24 f25 f26 f27 f28 f29 f30 f31
        f32 f33 f34 f35 f36 f37 f38 f39 f40 f41 f42 f43 f44 f45 f46 f47
        f48 f49 f50 f51 f52 f53 f54 f55 f56 f57 f58 f59 f60 f61 f62 f63
    }

    pub fn all(n: u64) -> impl Iterator<Item = u64> {
        f63(n)
    }
}

mod wait {
    use std::future::poll_fn;
    use std::generator::{Future, Task};
    use std::task::Poll;

    macro_rules! future {
        ($name:ident $inner:ident) => {
            fn $name(n: u64) => impl Future<Task, Return = u64> {
                await $inner(n) + 1
            }
        };
    }

    fn f0(n: u64) => impl Future<Task, Return = u64> {
        let mut is_ready = false;
        await poll_fn(move |context| {
            context.waker().wake_by_ref();
            if std::mem::replace(&mut is_ready, true) { Poll::Ready(()) } else { Poll::Pending }
        });
        n
    }

    chain! {
        future:
        f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12 f13 f14 f15
        f16 f17 f18 f19 f20 f21 f22 f23 f24 f25 f26 f27 f28 f29 f30 f31
        f32 f33 f34 f35 f36 f37 f38 f39 f40 f41 f42 f43 f44 f45 f46 f47
        f48 f49 f50 f51 f52 f53 f54 f55 f56 f57 f58 f59 f60 f61 f62 f63
    }

    pub fn all(n: u64) => impl Future<Task, Return = u64> {
        await f63(n)
    }
}

mod gen_blocks {
    macro_rules! iterator {
        ($name:ident $inner:ident) => {
            fn $name(n: u64) -> impl Iterator<Item = u64> {
                gen move {
                    for item in $inner(n) {
                        yield item + 1;
                    }
                }
            }
        };
    }

    fn f0(n: u64) -> impl Iterator<Item = u64> {
        gen move {
            yield n;
            yield n + 1;
        }
    }

    chain! {
        iterator:
        f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12 f13 f14 f15
        f16 f17 f18 f19 f20 f21 f22 f23 f24 f25 f26 f27 f28 f29 f30 f31
        f32 f33 f34 f35 f36 f37 f38 f39 f40 f41 f42 f43 f44 f45 f46 f47
        f48 f49 f50 f51 f52 f53 f54 f55 f56 f57 f58 f59 f60 f61 f62 f63
    }

    pub fn all(n: u64) -> impl Iterator<Item = u64> {
        f63(n)
    }
}

/// By shared reference, which asks for `Freeze`.
#[inline(never)]
fn lower_bound(iterator: &impl Iterator) -> usize {
    black_box(iterator).size_hint().0
}

#[inline(never)]
fn collect(iterator: &mut dyn Iterator<Item = u64>) -> Vec<u64> {
    iterator.collect()
}

fn main() {
    assert_eq!(collect(&mut delegate::all(1)), [64, 65]);
    assert_eq!(collect(&mut for_loop::all(1)), [64, 65]);
    assert_eq!(collect(&mut gen_blocks::all(1)), [64, 65]);
    assert_eq!(lower_bound(&delegate::all(1)), 0);
    assert_eq!(lower_bound(&for_loop::all(1)), 0);
    assert_eq!(block_on(wait::all(1)), 64);
}
