//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: tracer.rs

// Dropping a suspended frame drops what an unwind from there would: temporaries and operands.

#![feature(native_generators)]

extern crate tracer;

use tracer::{Traced, both};

fn take(_first: Traced, (): (), _second: Traced) {}

fn length(traced: &Traced) -> usize {
    traced.name().len()
}

struct Pair {
    a: Traced,
    b: Traced,
}

both! {
    fn statements() {
        let _a = Traced("a");
        let _length = (length(&Traced("in let")), pause!()).0;
        pause!();
        let _ = length(&Traced("statement")).max({
            pause!();
            0
        });
        pause!();
    }

    fn call_arguments() {
        take(Traced("1"), pause!(), Traced("2"));
        pause!();
    }

    fn arrays_and_tuples() {
        let _array = [Traced("1"), { pause!(); Traced("2") }, { pause!(); Traced("3") }];
        pause!();
        let _tuple = (Traced("4"), { pause!(); Traced("5") });
        pause!();
        let _vec = vec![Traced("6"), { pause!(); Traced("7") }];
        pause!();
    }

    fn structs() {
        let base = Pair { b: Traced("base b"), a: { pause!(); Traced("base a") } };
        let pair = Pair { a: { pause!(); Traced("new a") }, ..base };
        pause!();
        let _ = (&pair.a, &pair.b);
    }

    fn scrutinees() {
        match length(&Traced("match")) {
            5 => {
                let _arm = Traced("arm");
                pause!();
            }
            _ => unreachable!(),
        }
        if let 2.. = length(&Traced("if let")) {
            pause!();
        }
        for _ in 0..length(&Traced("f2")) {
            let _body = Traced("body");
            pause!();
        }
        pause!();
    }

    fn extended() {
        let _extended = &Traced("extended");
        let _length = length(_extended);
        pause!();
    }

    fn boxed() {
        let _box = Box::new((Traced("1"), { pause!(); Traced("2") }));
        pause!();
    }
}

fn main() {
    statements();
    call_arguments();
    arrays_and_tuples();
    structs();
    scrutinees();
    extended();
    boxed();
}
