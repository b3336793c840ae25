//@ edition: 2024

// Constants, lengths and items inside of a generator body are evaluated without a frame.

#![feature(native_generators)]

use std::generator::{Future, ready};

const CONSTANT: u32 = await ready(1); //~ ERROR `await` outside of a generator
static STATIC: u32 = ready(1).await; //~ ERROR `await` outside of a generator

const fn constant_function() -> u32 {
    await for _ in [1] {} //~ ERROR `await for` outside of a generator
}

fn body() => impl Future<Return = ()> {
    const INNER: u32 = await ready(1); //~ ERROR `await` outside of a generator

    enum Discriminants {
        First = await ready(1), //~ ERROR `await` outside of a generator
    }

    struct Length {
        array: [u8; await ready(1)], //~ ERROR `await` outside of a generator
    }

    let _ = const { ready(1).await }; //~ ERROR `await` outside of a generator
    let _ = [0; await ready(1)]; //~ ERROR `await` outside of a generator
    let _: [u8; { await for _ in 0..3 {} 1 }]; //~ ERROR `await for` outside of a generator
    let _ = ready::<[u8; yield.. 0..1]>; //~ ERROR `yield..` outside of a generator

    mod inner {
        pub fn function() -> u32 {
            await super::ready(1) //~ ERROR `await` outside of a generator
        }
    }

    trait Associated {
        const VALUE: u32 = await ready(1); //~ ERROR `await` outside of a generator
    }

    macro_rules! item {
        ($name:ident, $value:expr) => {
            const $name: u32 = $value;
        };
    }
    item!(FROM_MACRO, await ready(1)); //~ ERROR `await` outside of a generator
    await ready(())
}

fn main() {}
