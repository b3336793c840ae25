//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `await` binds tighter than every binary operator, casts and ranges, and stacks with the unary
// operators.

#![feature(native_generators)]

use std::generator::{self, Future, ready};

fn arithmetic() => impl Future<(), Return = i32> {
    let sum = await ready(1) + await ready(2) * await ready(3);
    let negative = -await ready(sum);
    let inverted = !await ready(0);
    negative - inverted << await ready(1)
}

fn comparisons() => impl Future<(), Return = bool> {
    let less = await ready(1) < await ready(2);
    let equal = await ready(3) == await ready(3);
    less && equal && !await ready(false) || await ready(false)
}

fn casts() => impl Future<(), Return = u64> {
    await ready(300) as u8 as u64 + await ready(true) as u64
}

fn ranges() => impl Future<(), Return = (u32, usize)> {
    let mut sum = 0;
    for n in await ready(2)..await ready(5) {
        sum += n;
    }
    let text = "borrowed";
    (sum, text[await ready(3)..].len() + text[..await ready(2)].len())
}

static PLACE: &u32 = &1;

fn pointers() => impl Future<(), Return = u32> {
    let unboxed = *await ready(Box::new(5));
    let lent = &await ready(7);
    let mut place = *lent + unboxed;
    place += *await ready(PLACE);
    place
}

fn assignments() => impl Future<(), Return = [u32; 3]> {
    let mut array = [0; 3];
    let first;
    first = await ready(1);
    array[await ready(1)] = await ready(first + 1);
    array[0] += await ready(4);
    array[0] <<= await ready(1);
    (array[2], _) = (await ready(6), await ready(()));
    array
}

fn main() {
    assert_eq!(generator::run(arithmetic()), (-7 - !0) << 1);
    assert!(generator::run(comparisons()));
    assert_eq!(generator::run(casts()), 45);
    assert_eq!(generator::run(ranges()), (9, 7));
    assert_eq!(generator::run(pointers()), 13);
    assert_eq!(generator::run(assignments()), [8, 2, 6]);
}
