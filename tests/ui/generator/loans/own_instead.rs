//@ edition: 2024
//@ run-rustfix

// What is lent, and need not be: it can be moved, copied or cloned to where it is used.

#![feature(native_generators)]

use std::collections::BTreeSet;

fn moved_into_the_loop() => impl Iterator<Item = usize> {
    let words = BTreeSet::from([String::from("a"), String::from("bc")]);
    for word in &words { //~ ERROR `words` is still borrowed while the generator is suspended
        yield word.len();
    }
}

fn moved() => impl Iterator<Item = usize> {
    let text = String::from("a");
    let lent = &text; //~ ERROR `text` is still borrowed while the generator is suspended
    yield 0;
    yield lent.len();
}

fn copied() => impl Iterator<Item = u32> {
    let n = 5_u32;
    let lent = &n; //~ ERROR `n` is still borrowed while the generator is suspended
    yield n;
    yield lent.count_ones();
}

fn cloned() => impl Iterator<Item = usize> {
    let text = String::from("a");
    let lent = &text; //~ ERROR `text` is still borrowed while the generator is suspended
    yield 0;
    yield lent.len();
    yield text.len();
}

fn element() => impl Iterator<Item = usize> {
    let words = vec![String::from("a"), String::from("bc")];
    let last = &words[1]; //~ ERROR `words` is still borrowed while the generator is suspended
    yield words.len();
    yield last.len();
}

fn captured() => impl Iterator<Item = u32> {
    let base = 2;
    let add = |n: u32| n + base; //~ ERROR `base` is still borrowed while the generator is suspended
    yield add(1);
    yield add(2);
}

fn main() {
    assert!(moved_into_the_loop().eq([1, 2]));
    assert!(moved().eq([0, 1]));
    assert!(copied().eq([5, 2]));
    assert!(cloned().eq([0, 1, 1]));
    assert!(element().eq([2, 2]));
    assert!(captured().eq([3, 4]));
}
