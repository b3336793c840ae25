//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Lifetime parameters that the face does not mention are captured all the same, in every edition.

#![feature(native_generators)]

use std::cell::Cell;

struct Meter<'c> {
    total: &'c Cell<u32>,
}

impl<'c> Meter<'c> {
    fn feed<'d>(&self, doses: &'d [u32]) => impl Iterator<Item = u32> {
        for dose in doses {
            self.total.set(self.total.get() + dose);
            yield self.total.get()
        }
    }
}

fn compare<'a, 'b>(left: &'a str, right: &'b str) => impl Iterator<Item = bool> {
    for (l, r) in left.chars().zip(right.chars()) {
        yield l == r
    }
}

fn main() {
    let total = Cell::new(0);
    let meter = Meter { total: &total };
    let doses = vec![1, 2, 3];
    assert_eq!(meter.feed(&doses).collect::<Vec<_>>(), [1, 3, 6]);
    assert_eq!(total.get(), 6);

    let left = String::from("abc");
    {
        let right = String::from("axc");
        assert_eq!(compare(&left, &right).collect::<Vec<_>>(), [true, false, true]);
    }
}
