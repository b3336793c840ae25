//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: tracer.rs

// Dropping a suspended frame drops what an unwind from there would: locals in blocks of every kind.

#![feature(native_generators)]

extern crate tracer;

use tracer::{Traced, both};

both! {
    fn blocks(first: Traced = Traced("first"), second: Traced = Traced("second")) {
        let _a = Traced("a");
        {
            let _b = Traced("b");
            pause!();
            let _c = Traced("c");
            pause!();
        }
        pause!();
        let _d = Traced("d");
        pause!();
        let _ = (&first, &second);
    }

    fn shadowing() {
        let x = Traced("1");
        let x = (Traced("2"), x);
        pause!();
        let _x = (Traced("3"), &x).0;
        pause!();
    }

    fn early_exits(n: u32 = 2) {
        let _outer = Traced("outer");
        'block: {
            let _block = Traced("block");
            pause!();
            if n == 2 {
                let _branch = Traced("branch");
                pause!();
                break 'block;
            }
            let _never = Traced("never");
            pause!();
        }
        pause!();
        if n > 1 {
            let _last = Traced("last");
            pause!();
            return;
        }
        pause!();
    }

    fn declared_before_initialised(yes: bool = true) {
        let _late;
        let _early = Traced("early");
        pause!();
        if yes {
            _late = Traced("late");
            pause!();
        }
        pause!();
    }

    fn captured_by_closures() {
        let x = Traced("x");
        let y = Traced("y");
        let _closure = move || (&y, &x).0.name();
        pause!();
    }

    fn boxed() {
        let _dynamic: Box<dyn std::fmt::Debug> = Box::new(Traced("boxed"));
        pause!();
        let _vec = vec![Traced("v0"), Traced("v1")];
        pause!();
        let _shared = std::rc::Rc::new((Traced("rc"), _vec));
        pause!();
    }
}

fn main() {
    blocks();
    shadowing();
    early_exits();
    declared_before_initialised();
    captured_by_closures();
    boxed();
}
