//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: tracer.rs

// What waits for the rest of an expression is dropped where that rest suspends or leaves it.

#![feature(native_generators)]
#![allow(unreachable_code)]

extern crate tracer;

use tracer::{Traced, both};

struct Triple {
    a: Traced,
    b: Traced,
    c: Traced,
}

fn join(_first: Traced, _second: Traced) -> Traced {
    Traced("joined")
}

fn choose(first: bool, x: Traced, y: Traced) -> Traced {
    if first { x } else { y }
}

both! {
    fn left_by_break(kept: Traced = Traced("kept")) {
        let value = 'block: {
            join(
                Traced("left"),
                'inner: {
                    pause!();
                    if kept.name() == "kept" {
                        break 'block join(Traced("out"), { pause!(); Traced("of") });
                    }
                    break 'inner Traced("never");
                },
            )
        };
        pause!();
        drop(value);
        pause!();
    }

    fn left_by_continue(_kept: Traced = Traced("kept")) {
        let mut round = 0;
        'outer: loop {
            round += 1;
            let _ = join(Traced("a"), {
                let _inside = Traced("b");
                pause!();
                match round {
                    1 => continue 'outer,
                    2 => break 'outer,
                    _ => unreachable!(),
                }
            });
        }
        pause!();
    }

    fn left_by_return(_kept: Traced = Traced("kept")) {
        let _array = [
            Traced("1"),
            { pause!(); Traced("2") },
            join(Traced("3"), {
                let _four = Traced("4");
                pause!();
                return;
            }),
        ];
    }

    fn struct_update() {
        let base = Triple { a: Traced("base a"), b: Traced("base b"), c: Traced("base c") };
        pause!();
        let updated = Triple { b: { pause!(); Traced("new b") }, ..base };
        pause!();
        let Triple { a: _, c, .. } = updated;
        let _ = &updated.a;
        pause!();
        drop(c);
        let _ = base.b;
        pause!();
    }

    fn nested_calls() {
        let pair = (Traced("x"), Traced("y"));
        let joined = join(
            choose({ pause!(); true }, pair.1, { pause!(); Traced("z") }),
            *Box::new({ pause!(); Traced("boxed") }),
        );
        pause!();
        let _ = choose(false, joined, pair.0);
        pause!();
    }
}

fn main() {
    left_by_break();
    left_by_continue();
    left_by_return();
    struct_update();
    nested_calls();
}
