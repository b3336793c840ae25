//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: tracer.rs

// Dropping a suspended frame drops what an unwind from there would: what patterns bind, and leave.

#![feature(native_generators)]

extern crate tracer;

use tracer::{Traced, both};

enum Shape {
    Two(Traced, Traced),
    One(Traced),
    Nothing,
}

both! {
    fn match_two(shape: Shape = Shape::Two(Traced("a"), Traced("b"))) {
        match shape {
            Shape::Two(a, _) => {
                pause!();
                drop(a);
                pause!();
            }
            Shape::One(_) | Shape::Nothing => pause!(),
        }
        pause!();
    }

    fn match_one(shape: Shape = Shape::One(Traced("a"))) {
        match shape {
            Shape::One(only) if only.name() != "a" => drop(only),
            Shape::One(only) | Shape::Two(_, only) => {
                pause!();
                let _moved = (only, pause!());
                pause!();
            }
            Shape::Nothing => {}
        }
        pause!();
    }

    fn match_nothing(shape: Shape = Shape::Nothing) {
        if let Shape::One(only) = shape {
            pause!();
            drop(only);
        } else {
            let _other = Traced("other");
            pause!();
        }
        pause!();
    }

    fn let_else(option: Option<Traced> = Some(Traced("some"))) {
        let Some(_some) = option else {
            pause!();
            return;
        };
        pause!();
    }

    fn let_else_fails(option: (Option<Traced>, Traced) = (None, Traced("beside"))) {
        let (Some(_some), _beside) = option else {
            pause!();
            return;
        };
        pause!();
    }

    fn bindings_by_move_and_copy() {
        let (x, number, [y, z]) = (Traced("x"), 3, [Traced("y"), Traced("z")]);
        pause!();
        assert_eq!(number, 3);
        drop(y);
        pause!();
        drop((x, pause!()));
        drop(z);
        pause!();
    }

    fn at_patterns() {
        let whole @ Some(_) = Some(Traced("whole")) else { return };
        pause!();
        drop(whole);
        pause!();
    }

    fn slices_from_vec() {
        let mut rest = vec![Traced("1"), Traced("2"), Traced("3")];
        while let Some(last) = rest.pop() {
            pause!();
            if last.name() == "2" {
                break;
            }
        }
        pause!();
    }
}

fn main() {
    match_two();
    match_one();
    match_nothing();
    let_else();
    let_else_fails();
    bindings_by_move_and_copy();
    at_patterns();
    slices_from_vec();
}
