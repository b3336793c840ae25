//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: tracer.rs

// Dropping a suspended frame drops its arguments last, in reverse order of declaration.

#![feature(native_generators)]

extern crate tracer;

use tracer::{Traced, both};

both! {
    fn untouched(
        a: Traced = Traced("a"),
        b: (Traced, Traced) = (Traced("b0"), Traced("b1")),
        _c: Box<Traced> = Box::new(Traced("c")),
        number: u32 = 7,
        d: Option<Traced> = Some(Traced("d")),
    ) {
        let _local = Traced("local");
        pause!();
        pause!();
        let _ = (&a, &b, number, &d);
    }

    fn only_one(a: Traced = Traced("a")) {
        pause!();
        let _ = &a;
    }

    fn used_in_passing(a: Traced = Traced("a"), b: Traced = Traced("b"), c: Traced = Traced("c")) {
        pause!();
        drop(b);
        pause!();
        let _local = (Traced("local"), a);
        pause!();
        let _ = &c;
    }

    fn reassigned(a: Traced = Traced("a"), b: Vec<Traced> = vec![Traced("b")]) {
        let (mut a, mut b) = (a, b);
        pause!();
        let _ = &a;
        b.push(Traced("pushed"));
        a = Traced("new a");
        pause!();
        b.clear();
        pause!();
        let _ = &a;
    }
}

fn main() {
    untouched();
    only_one();
    used_in_passing();
    reassigned();
}
