//@ edition: 2024
//@ run-rustfix

// Each of several recursive calls has to be put on the heap.

#![feature(native_generators)]

use std::generator::{Future, IntoBox, run};

fn fib(n: u64) => impl Future<Return = u64> {
    //~^ ERROR recursion in a generator requires boxing
    if n < 2 { n } else { await fib(n - 1) + fib(n - 2).await }
}

struct Tree(Vec<Tree>);

impl Tree {
    fn visit(&self) => impl Iterator<Item = usize> {
        //~^ ERROR recursion in a generator requires boxing
        if let [first, rest @ ..] = &self.0[..] {
            yield.. first.visit();
            for tree in rest {
                yield.. tree.visit();
            }
        }
        yield self.0.len();
    }
}

fn main() {
    assert_eq!(run(fib(10)), 55);
    assert!(Tree(vec![Tree(vec![]), Tree(vec![])]).visit().eq([0, 0, 2]));
    let _ = run(std::generator::ready(1).into_box());
}
