//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// With the gate on, the `=>` of a match arm goes on following closures, calls and `||` in guards.

#![feature(native_generators)]

fn holds(f: impl Fn(u32) -> bool, n: u32) -> bool {
    f(n)
}

fn classify(n: u32) -> &'static str {
    match n {
        0 => "none",
        n if holds(|m| m < 3, n) => "few",
        n if n == 5 || n == 7 => "lucky",
        n if (|m: u32| m > 100)(n) => "many",
        n if (|| n == 13)() || holds(|_| false, 0) => "unlucky",
        _ => "some",
    }
}

fn closures(n: u32) -> u32 {
    let pick: fn(u32) -> u32 = match n {
        0 => |m| m,
        1 => |m| m + 1,
        _ => |m| match m {
            0 => 10,
            other => other * 2,
        },
    };
    pick(n)
}

fn main() {
    let all: Vec<_> = [0, 2, 5, 200, 13, 50].iter().map(|n| classify(*n)).collect();
    assert_eq!(all, ["none", "few", "lucky", "many", "unlucky", "some"]);
    assert_eq!((closures(0), closures(1), closures(2)), (0, 2, 4));
}
