//@ run-rustfix
//@ edition: 2024

// A frame keeps a variable as it was declared: what is not `mut` does not change between two
// resumptions.

#![feature(native_generators)]

fn local() => impl Iterator<Item = u32> {
    let last = 0;
    yield last;
    last = 1; //~ ERROR cannot assign twice to immutable variable `last`
    yield last;
}

fn pushed() => impl Iterator<Item = usize> {
    let numbers = Vec::new();
    yield numbers.len();
    numbers.push(1); //~ ERROR cannot borrow `numbers` as mutable, as it is not declared as mutable
    yield numbers.len();
}

struct Counter(u32);

impl Counter {
    fn counts(self) => impl Iterator<Item = u32> {
        yield self.0;
        self.0 += 1; //~ ERROR cannot assign to `self.0`, as `self` is not declared as mutable
        yield self.0;
    }
}

fn main() {
    assert!(local().eq([0, 1]));
    assert!(pushed().eq([0, 1]));
    assert!(Counter(1).counts().eq([1, 2]));
}
