//@ run-pass
//@ edition: 2024

// A generator function may call itself when the inner frame is boxed.

#![feature(native_generators)]

enum Tree {
    Leaf(u32),
    Fork(Box<Tree>, Box<Tree>),
}

use Tree::{Fork, Leaf};

impl Tree {
    fn leaves(&self) => impl Iterator<Item = u32> {
        match self {
            Leaf(value) => yield *value,
            Fork(left, right) => {
                for side in [left, right] {
                    let inner: Box<dyn Iterator<Item = u32>> = Box::new(side.leaves());
                    for value in inner {
                        yield value
                    }
                }
            }
        }
    }
}

fn fork(left: Tree, right: Tree) -> Tree {
    Fork(Box::new(left), Box::new(right))
}

fn main() {
    let tree = fork(fork(Leaf(1), Leaf(2)), fork(Leaf(3), fork(Leaf(4), Leaf(5))));
    assert_eq!(tree.leaves().collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
}
