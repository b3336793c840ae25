//@ edition: 2024

// `gen`, `async gen` and coroutine bodies suspend in their own way: the forms of generators are
// refused there, and what is around is named.

#![feature(native_generators)]
#![feature(gen_blocks, coroutines, stmt_expr_attributes)]

use std::generator::ready;

gen fn generates() -> u32 {
    await ready(1); //~ ERROR `await` outside of a generator
    await for _ in [1] {} //~ ERROR `await for` outside of a generator
    yield 1;
}

async gen fn asynchronous() -> u32 {
    await std::future::ready(1); //~ ERROR `await` outside of a generator
    ref executor; //~ ERROR `ref executor` outside of a generator
    yield std::future::ready(1).await;
}

fn main() {
    let _ = gen { yield 1; await ready(1) }; //~ ERROR `await` outside of a generator
    let _ = gen { yield 1; ref executor; }; //~ ERROR `ref executor` outside of a generator
    let _ = async gen { yield 1; await ready(1); }; //~ ERROR `await` outside of a generator
    let _ = async gen { yield 1; await for _ in [1] {} };
    //~^ ERROR `await for` outside of a generator
    let _ = #[coroutine] || { yield 1; await ready(1); };
    //~^ ERROR `await` outside of a generator
    let _ = #[coroutine] || { yield 1; ref executor; };
    //~^ ERROR `ref executor` outside of a generator
}
