//@ edition: 2024

// To go through the indices helps only where the item is not needed when the round was suspended.

#![feature(native_generators)]

fn used_again(all: Vec<u32>) => impl Iterator<Item = u32> {
    for one in &all { //~ ERROR `all` is still borrowed while the generator is suspended
        yield *one;
        yield *one;
    }
}

fn iterated_over(all: Vec<Vec<u32>>) => impl Iterator<Item = u32> {
    for row in &all { //~ ERROR `all` is still borrowed while the generator is suspended
        for one in row {
            yield *one;
        }
    }
}

fn taken_apart(all: Vec<(u32, u32)>) => impl Iterator<Item = u32> {
    for (a, b) in &all { //~ ERROR `all` is still borrowed while the generator is suspended
        yield *a;
        yield *b;
    }
}

fn part_used_again(all: Vec<Option<String>>) => impl Iterator<Item = usize> {
    for one in &all { //~ ERROR `all` is still borrowed while the generator is suspended
        if let Some(text) = one {
            yield 0;
            yield text.len();
        }
    }
}

fn in_an_inner_loop(all: Vec<u32>) => impl Iterator<Item = u32> {
    for one in &all { //~ ERROR `all` is still borrowed while the generator is suspended
        for _ in 0..2 {
            yield *one;
        }
    }
}

fn used_before(all: Vec<Vec<u32>>) => impl Iterator<Item = u32> {
    for row in &all { //~ ERROR `all` is still borrowed while the generator is suspended
        for index in 0..row.len() {
            yield index as u32;
        }
    }
}

fn main() {}
