//! What the programs that iterate have in common: the inputs.
//!
//! All that take an input take a block of [`BLOCK`] values again and again. `coroutines.cpp` makes the
//! same inputs.

use std::sync::LazyLock;

use measure::Numbers;

/// How many values an input leads to.
pub const BLOCK: u64 = 16_384;

/// Lets an input be iterated over until it has given so many values.
pub fn blocks(values: u64, mut sum: impl FnMut() -> u64) -> u64 {
    (0..values.div_ceil(BLOCK)).fold(0, |total, _| total.wrapping_add(sum()))
}

/// Runs of equal bytes: how many, and which.
pub static RUNS: LazyLock<Vec<(u32, u8)>> = LazyLock::new(|| {
    let mut left = BLOCK as u32;
    let mut runs = Vec::new();
    for number in Numbers::new(1) {
        if left == 0 {
            break;
        }
        let length = left.min(1 + (number >> 8) as u32 % 16);
        runs.push((length, number as u8));
        left -= length;
    }
    runs
});

/// Two sorted lists, one twice as long as the other.
pub static LISTS: LazyLock<[Vec<u64>; 2]> = LazyLock::new(|| {
    let sorted = |seed, length| {
        let mut list: Vec<u64> = Numbers::new(seed).take(length).collect();
        list.sort_unstable();
        list
    };
    let third = BLOCK as usize / 3;
    [sorted(2, third), sorted(3, BLOCK as usize - third)]
});

/// A node of a search tree.
pub struct Node {
    pub value: u64,
    pub left: Tree,
    pub right: Tree,
}

pub type Tree = Option<Box<Node>>;

pub static TREE: LazyLock<Tree> = LazyLock::new(|| {
    let mut tree: Tree = None;
    for value in Numbers::new(4).take(BLOCK as usize) {
        let mut place = &mut tree;
        while let Some(node) = place {
            place = if value < node.value { &mut node.left } else { &mut node.right };
        }
        *place = Some(Box::new(Node { value, left: None, right: None }));
    }
    tree
});

/// Which numbers the filter lets through.
pub fn is_wanted(number: u64) -> bool {
    (number ^ (number >> 3)) & 1 == 0
}

/// What the innermost of the levels that delegate gives.
pub fn mixed(number: u64) -> u64 {
    number ^ (number >> 3)
}
