//@ edition: 2024
//@ run-rustfix

// A loop over a borrowed collection keeps the loan. A loop over its indices does not.

#![feature(native_generators)]

fn vector() => impl Iterator<Item = u32> {
    let numbers = vec![1, 2, 3];
    for n in &numbers { //~ ERROR `numbers` is still borrowed while the generator is suspended
        yield *n;
    }
    yield numbers.len() as u32;
}

fn array() => impl Iterator<Item = u32> {
    let numbers = [4, 5];
    for &n in numbers.iter() { //~ ERROR `numbers` is still borrowed while the generator is suspended
        yield n;
        yield n + 1;
    }
}

fn main() {
    assert!(vector().eq([1, 2, 3, 3]));
    assert!(array().eq([4, 5, 5, 6]));
}
