//@ edition: 2024

// A loop over what is lent keeps it lent from round to round.

#![feature(native_generators)]

use std::collections::BTreeMap;
use std::generator::{Future, ready};

fn over_a_reference(numbers: Vec<u32>) => impl Iterator<Item = u32> {
    for n in &numbers { //~ ERROR [E0626]
        yield *n;
    }
}

fn over_an_exclusive_reference(mut numbers: [u32; 3]) => impl Iterator<Item = u32> {
    for n in &mut numbers { //~ ERROR [E0626]
        *n += 1;
        yield *n;
    }
}

fn over_an_adapter(numbers: Vec<u32>) => impl Iterator<Item = (usize, u32)> {
    for (at, n) in numbers.iter().enumerate() { //~ ERROR [E0626]
        yield (at, *n);
    }
}

fn copied(numbers: Vec<u32>) => impl Iterator<Item = u32> {
    for n in numbers.iter().copied() { //~ ERROR [E0626]
        yield n;
    }
}

fn drained(mut numbers: Vec<u32>) => impl Iterator<Item = u32> {
    for n in numbers.drain(..) { //~ ERROR [E0626]
        yield n;
    }
}

fn keys(map: BTreeMap<u32, u32>) => impl Future<Return = u32> {
    let mut sum = 0;
    for (key, value) in &map { //~ ERROR [E0626]
        sum += key * await ready(*value);
    }
    sum
}

fn by_hand(numbers: Vec<u32>) => impl Iterator<Item = u32> {
    let mut rest = numbers.iter(); //~ ERROR [E0626]
    while let Some(n) = rest.next() {
        yield *n;
    }
}

fn last_round_only(numbers: Vec<u32>) => impl Iterator<Item = u32> {
    for n in &numbers { //~ ERROR [E0626]
        if numbers.len() > 3 {
            yield *n;
        }
    }
}

// What follows is accepted.

fn indices() => impl Iterator<Item = u32> {
    let v = vec![1, 2, 3];
    for i in 0..v.len() {
        yield v[i];
    }
}

fn pairs_of_indices(numbers: Vec<u32>) => impl Iterator<Item = u32> {
    for i in 1..numbers.len() {
        for j in 0..i {
            if let Some(product) = numbers[i].checked_mul(numbers[j]) {
                yield product;
            }
        }
    }
}

fn by_value(numbers: Vec<u32>, map: BTreeMap<u32, u32>) => impl Iterator<Item = u32> {
    for n in numbers {
        yield n;
    }
    for (key, value) in map {
        yield key + value;
    }
    for n in [1, 2, 3] {
        yield n;
    }
}

fn leaving_with_the_first(numbers: Vec<u32>) => impl Iterator<Item = u32> {
    for n in &numbers {
        let n = *n;
        if n > 1 {
            yield n;
            break;
        }
    }
}

fn collected(numbers: Vec<u32>) => impl Future<Return = u32> {
    let doubled: Vec<u32> = numbers.iter().map(|n| 2 * n).collect();
    for n in doubled {
        await ready(n);
    }
    numbers.iter().sum()
}

fn anew_for_each(mut numbers: Vec<u32>) => impl Iterator<Item = u32> {
    while let Some(n) = numbers.iter().max().copied() {
        yield n;
        numbers.retain(|other| *other < n);
    }
}

fn main() {}
