//@ run-pass
//@ edition: 2015

// The arguments of macros are parsed without knowing that they stand in a generator body. `await` is
// a keyword there all the same, and outside of generators a name.

#![feature(native_generators)]

use std::generator;

struct Named {
    await: u32,
}

macro_rules! twice {
    ($e:expr) => {
        ($e, $e)
    };
}

fn postfix() => impl generator::Future<Return = String> {
    assert_eq!(generator::ready(1).await, 1);
    let (a, b) = twice!(generator::ready(2).await);
    let named = vec![generator::ready(Named { await: 5 }).await.r#await];
    let all = [a, b, generator::ready(4).await];
    format!("{:?} {:?}", all, named)
}

fn prefix() => impl generator::Future<Return = String> {
    assert_eq!(await generator::ready(1), 1);
    let (a, b) = twice!(await generator::ready(2));
    assert!(await generator::ready(true), "{}", await generator::ready(3));
    let all = vec![a, b, await generator::ready(4)];
    format!("{:?}", all)
}

fn main() {
    assert_eq!(generator::run(postfix()), "[2, 2, 4] [5]");
    assert_eq!(generator::run(prefix()), "[2, 2, 4]");
    let named = Named { await: 3 };
    assert_eq!(named.await, 3);
    assert_eq!(twice!(named.await), (3, 3));
}
