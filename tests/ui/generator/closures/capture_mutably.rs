//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A closure whose body changes what it captures lends it to one frame at a time.

#![feature(native_generators)]

use std::generator::*;

fn main() {
    let mut total = 0;
    let mut log = Vec::new();
    {
        let mut add = |n: u32| => {
            total += n;
            yield total;
            log.push(n);
        };
        {
            let mut frame = add(2);
            assert_eq!(frame.step(&mut ()), State::Yielded(2));
            assert_eq!(frame.step(&mut ()), State::Complete(()));
        }
        for sum in add(3) {
            assert_eq!(sum, 5);
        }
    }
    assert_eq!(total, 5);
    assert_eq!(log, [2, 3]);
}
