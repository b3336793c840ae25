//@ run-pass
//@ edition: 2024
//@ needs-unwind
//@ aux-build: tracer.rs

// Dropping a suspended frame drops what an unwind from there would: in loops, at every turn.

#![feature(native_generators)]

extern crate tracer;

use tracer::{Traced, both};

fn three() -> Vec<Traced> {
    vec![Traced("i"), Traced("j"), Traced("k")]
}

both! {
    fn by_value() {
        for item in three() {
            let _body = Traced("body");
            pause!();
            drop(item);
            pause!();
        }
        pause!();
    }

    fn broken_off() {
        let _around = Traced("around");
        for item in three() {
            let _body = Traced("body");
            pause!();
            if item.name() == "j" {
                break;
            }
        }
        pause!();
    }

    fn continued() {
        'outer: for item in three() {
            let _outer = Traced("outer");
            for inner in [Traced("x"), Traced("y")] {
                pause!();
                if item.name() == "i" && inner.name() == "x" {
                    continue 'outer;
                }
                if item.name() == "k" {
                    break 'outer;
                }
            }
            pause!();
        }
        pause!();
    }

    fn carried_over() {
        let mut last = Traced("0");
        for item in three() {
            pause!();
            last = item;
            pause!();
        }
        pause!();
        drop(last);
        pause!();
    }

    fn kept_in_a_vec() {
        let mut kept = Vec::new();
        for item in three() {
            pause!();
            kept.push(item);
        }
        pause!();
        kept.remove(1);
        pause!();
    }

    fn by_break_value() {
        let mut turns = 0;
        let _value = loop {
            let _turn = Traced("turn");
            pause!();
            turns += 1;
            if turns == 2 {
                break Traced("value");
            }
        };
        pause!();
    }

    fn iterators_with_state() {
        for (item, index) in three().into_iter().skip(1).zip(0..) {
            pause!();
            drop(item);
            assert!(index < 2);
        }
        pause!();
    }
}

fn main() {
    by_value();
    broken_off();
    continued();
    carried_over();
    kept_in_a_vec();
    by_break_value();
    iterators_with_state();
}
