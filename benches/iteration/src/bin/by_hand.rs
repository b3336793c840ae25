//! The iterations as iterators written by hand: structures with a method `next`.

use std::ops::Range;
use std::process::ExitCode;
use std::slice;

use iteration::{LISTS, Node, RUNS, TREE, Tree, blocks, is_wanted, mixed};
use measure::sum;

struct Count {
    next: u64,
    end: u64,
}

impl Iterator for Count {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        if self.next == self.end {
            return None;
        }
        self.next += 1;
        Some(self.next - 1)
    }
}

struct Filtered<I> {
    numbers: I,
}

impl<I: Iterator<Item = u64>> Iterator for Filtered<I> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        loop {
            let number = self.numbers.next()?;
            if is_wanted(number) {
                return Some(number);
            }
        }
    }
}

struct Fibonacci {
    left: u64,
    a: u64,
    b: u64,
}

impl Iterator for Fibonacci {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        self.left = self.left.checked_sub(1)?;
        let value = self.a;
        (self.a, self.b) = (self.b, self.a.wrapping_add(self.b));
        Some(value)
    }
}

struct Decoded<'a> {
    runs: slice::Iter<'a, (u32, u8)>,
    left: u32,
    byte: u8,
}

impl Iterator for Decoded<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        while self.left == 0 {
            (self.left, self.byte) = *self.runs.next()?;
        }
        self.left -= 1;
        Some(self.byte)
    }
}

struct Merged<'a> {
    left: &'a [u64],
    right: &'a [u64],
}

impl Iterator for Merged<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        let from = match (self.left.first(), self.right.first()) {
            (Some(l), Some(r)) if l <= r => &mut self.left,
            (Some(_), None) => &mut self.left,
            (_, Some(_)) => &mut self.right,
            (None, None) => return None,
        };
        let (number, rest) = from.split_first()?;
        *from = rest;
        Some(*number)
    }
}

struct InOrder<'a> {
    path: Vec<&'a Node>,
    next: &'a Tree,
}

impl Iterator for InOrder<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        while let Some(node) = self.next {
            self.path.push(node);
            self.next = &node.left;
        }
        let node = self.path.pop()?;
        self.next = &node.right;
        Some(node.value)
    }
}

/// The innermost of the levels.
struct Mixed {
    numbers: Range<u64>,
}

impl Iterator for Mixed {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        self.numbers.next().map(mixed)
    }
}

/// A level that hands on what the one below gives.
struct Level<I> {
    below: I,
}

impl<I: Iterator> Iterator for Level<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        self.below.next()
    }
}

fn two_levels<I>(below: I) -> Level<Level<I>> {
    Level { below: Level { below } }
}

fn main() -> ExitCode {
    measure::main(&[
        ("filtered-count", |n| sum(Filtered { numbers: Count { next: 0, end: n } })),
        ("fibonacci", |n| sum(Fibonacci { left: n, a: 0, b: 1 })),
        ("run-length", |n| blocks(n, || sum(Decoded { runs: RUNS.iter(), left: 0, byte: 0 }))),
        ("merge", |n| blocks(n, || sum(Merged { left: &LISTS[0], right: &LISTS[1] }))),
        ("tree-walk", |n| blocks(n, || sum(InOrder { path: Vec::new(), next: &TREE }))),
        ("delegation", |n| {
            let innermost = Mixed { numbers: 0..n };
            sum(two_levels(two_levels(two_levels(two_levels(innermost)))))
        }),
    ])
}
