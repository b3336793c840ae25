//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Labels, `break` and `continue` lead through nested loops as they do anywhere.

#![feature(native_generators)]

fn pairs(n: u32) => impl Iterator<Item = (u32, u32)> {
    'rows: for a in 0..n {
        for b in 0..n {
            if b > a {
                continue 'rows;
            }
            if a + b > 4 {
                break 'rows;
            }
            yield (a, b);
        }
    }
}

fn collatz(mut n: u64) => impl Iterator<Item = u64> {
    'steps: loop {
        yield n;
        while n % 2 == 0 {
            n /= 2;
            continue 'steps;
        }
        if n == 1 {
            break 'steps;
        }
        n = 3 * n + 1;
    }
}

fn main() {
    assert_eq!(
        pairs(4).collect::<Vec<_>>(),
        [(0, 0), (1, 0), (1, 1), (2, 0), (2, 1), (2, 2), (3, 0), (3, 1)],
    );
    assert_eq!(collatz(6).collect::<Vec<_>>(), [6, 3, 10, 5, 16, 8, 4, 2, 1]);
}
