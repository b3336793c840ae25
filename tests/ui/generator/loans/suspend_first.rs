//@ edition: 2024
//@ run-rustfix

// An operand that suspends, beside one that borrows: a two-phase borrow counts.

#![feature(native_generators)]

fn pushes() => impl Iterator<Item = usize> {
    let mut units = Vec::new();
    units.push(yield 1); //~ ERROR `units` is still borrowed while the generator is suspended
    if units.len() == 1 {
        units.push(yield 2); //~ ERROR `units` is still borrowed while the generator is suspended
    }
    yield units.len();
}

fn compares(a: String) => impl Iterator<Item = bool> {
    let is_empty = a.as_str().len() == a.chars().filter(|_| false).count();
    let pair = (&a, yield is_empty); //~ ERROR `a` is still borrowed while the generator is suspended
    let first = pair.0.len();
    yield first == 1;
}

fn main() {
    assert!(pushes().eq([1, 2, 2]));
    assert!(compares(String::from("a")).eq([false, true]));
}
