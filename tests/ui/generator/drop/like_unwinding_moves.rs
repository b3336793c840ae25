//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: tracer.rs

// Dropping a suspended frame drops what an unwind from there would: nothing that was moved out.

#![feature(native_generators)]

extern crate tracer;

use tracer::{Traced, both};

struct Pair {
    a: Traced,
    b: Traced,
}

both! {
    fn whole(argument: Traced = Traced("argument"), kept: Traced = Traced("kept")) {
        let local = Traced("local");
        pause!();
        drop(argument);
        pause!();
        drop(local);
        pause!();
        let _moved = kept;
        pause!();
    }

    fn on_condition(yes: bool = true) {
        let x = Traced("x");
        let y = Traced("y");
        if yes {
            drop(x);
        }
        pause!();
        if !yes {
            drop(y);
        }
        pause!();
    }

    fn on_other_condition(yes: bool = false) {
        let x = Traced("x");
        let y = Traced("y");
        if yes {
            drop(x);
        }
        pause!();
        if !yes {
            drop(y);
        }
        pause!();
    }

    fn parts_of_a_tuple() {
        let pair = (Traced("x"), Traced("y"));
        pause!();
        drop(pair.0);
        pause!();
        let _moved = pair.1;
        pause!();
    }

    fn parts_of_an_argument(
        pair: (Traced, Traced) = (Traced("x"), Traced("y")),
        other: Traced = Traced("other"),
    ) {
        drop(pair.1);
        pause!();
        let _moved = other;
        pause!();
        drop(pair.0);
        pause!();
    }

    fn parts_of_a_struct() {
        let pair = Pair { a: Traced("a"), b: Traced("b") };
        let Pair { b, .. } = pair;
        pause!();
        drop(b);
        pause!();
        let _moved = Some(pair.a);
        pause!();
    }

    fn parts_of_a_box() {
        let boxed = Box::new((Traced("x"), Traced("y")));
        pause!();
        let (x, _) = *boxed;
        pause!();
        drop(x);
        pause!();
    }

    fn moved_and_given_back() {
        let mut x = Traced("old");
        pause!();
        drop(x);
        pause!();
        x = Traced("new");
        pause!();
        let _ = &x;
    }

    fn assigned() {
        let mut x = Traced("1");
        pause!();
        let _ = &x;
        x = { pause!(); Traced("2") };
        pause!();
        let _ = &x;
        x = Traced("3");
        pause!();
        let _ = &x;
    }
}

fn main() {
    whole();
    on_condition();
    on_other_condition();
    parts_of_a_tuple();
    parts_of_an_argument();
    parts_of_a_struct();
    parts_of_a_box();
    moved_and_given_back();
    assigned();
}
