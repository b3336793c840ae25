//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Without the gate, each declaration names it, at its arrow.

fn free(_n: u32) => impl Iterator<Item = u32> {} //~ ERROR generator functions are experimental

trait Source {
    fn items(&self) => impl Iterator<Item = u32>; //~ ERROR generator functions are experimental
}

struct Upto(u32);

impl Upto {
    fn down(self) => impl Iterator<Item = u32> {} //~ ERROR generator functions are experimental
}

impl Source for Upto {
    fn items(&self) => impl Iterator<Item = u32> {} //~ ERROR generator functions are experimental
}

fn main() {
    free(1);
    Upto(1).down();
    Upto(1).items();
}
