//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// What `await` takes: paths, calls, fields, indexing, method chains, blocks, macros, `match`, `if`.

#![feature(native_generators)]

use std::generator::{self, Future, Ready, ready};

struct Held {
    pending: Ready<u32>,
    makers: [fn(u32) -> Ready<u32>; 2],
    pair: (Ready<u32>, u32),
}

impl Held {
    fn maker(&self) -> fn(u32) -> Ready<u32> {
        self.makers[0]
    }

    fn finish(self) -> Ready<u32> {
        self.pair.0
    }
}

macro_rules! later {
    ($e:expr) => {
        ready($e)
    };
}

fn operands(held: Held) => impl Future<(), Return = u32> {
    let indexed = await held.makers[1](1);
    let returned = await held.maker()(20);
    let called = await (held.makers[0])(300);
    let cloned = await held.pending.clone();
    let field = await held.pending;
    let block = await { ready(1) };
    let from_macro = await later!(2);
    let chosen = await if field > 0 { ready(3) } else { ready(4) };
    let matched = await match chosen {
        3 => ready(5),
        _ => ready(6),
    };
    let made = await Some(ready(7)).unwrap();
    let part = await held.pair.0;
    let path = await std::generator::ready(9);
    assert_eq!([block, from_macro, chosen, matched, made, part, path], [1, 2, 3, 5, 7, 8, 9]);
    indexed + returned + called + cloned + field
}

fn held() -> Held {
    fn tenfold(n: u32) -> Ready<u32> {
        ready(10 * n)
    }
    Held { pending: ready(4), makers: [ready, tenfold], pair: (ready(8), 0) }
}

fn main() {
    assert_eq!(generator::run(operands(held())), 10 + 20 + 300 + 4 + 4);
    assert_eq!(generator::run(held().finish()), 8);
}
