//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Generator closures inside generator bodies capture the variables around them.

#![feature(native_generators)]

fn table(rows: u32) => impl Iterator<Item = u32> {
    for row in 1..rows {
        let line = move |from: u32| => {
            for column in from..row + 1 {
                let cell = move |by: u32| => {
                    yield row * column * by
                };
                for value in cell(10) {
                    yield value
                }
            }
        };
        for value in line(1) {
            yield value
        }
    }
}

fn main() {
    assert_eq!(table(4).collect::<Vec<_>>(), [10, 20, 40, 30, 60, 90]);
}
