//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A `mut` argument is a variable of the frame, and warns no more than in an ordinary function.

#![feature(native_generators)]
#![deny(warnings, unused)]

fn countdown(mut n: u32, mut trail: String) => impl Iterator<Item = String> {
    while n > 0 {
        trail.push('.');
        yield format!("{}{}", n, trail);
        n -= 1;
    }
}

fn halves((mut n, by): (u32, u32)) => impl Iterator<Item = u32> {
    while n > 0 {
        yield n;
        n /= by;
    }
}

fn main() {
    assert_eq!(countdown(2, String::new()).collect::<Vec<_>>(), ["2.", "1.."]);
    assert_eq!(halves((9, 2)).collect::<Vec<_>>(), [9, 4, 2, 1]);
}
