//! Counts the words of standard input in a binary search tree, and walks the tree in order.

#![feature(native_generators)]

use std::cmp::Ordering;
use std::io;

#[derive(Default)]
struct Tree(Option<Box<Node>>);

struct Node {
    word: String,
    count: usize,
    left: Tree,
    right: Tree,
}

impl Tree {
    fn add(&mut self, word: &str) {
        match &mut self.0 {
            Some(node) => match word.cmp(&node.word) {
                Ordering::Less => node.left.add(word),
                Ordering::Equal => node.count += 1,
                Ordering::Greater => node.right.add(word),
            },
            None => {
                let (left, right) = Default::default();
                self.0 = Some(Box::new(Node { word: word.to_string(), count: 1, left, right }));
            }
        }
    }

    /// The nodes in order. All the walk keeps is the path down to where it stands.
    fn in_order(&self) => impl Iterator<Item = &Node> {
        let mut path = Vec::new();
        let mut next = self;
        loop {
            while let Some(node) = &next.0 {
                path.push(node);
                next = &node.left;
            }
            let Some(node) = path.pop() else { return };
            yield node;
            next = &node.right;
        }
    }
}

fn main() -> io::Result<()> {
    let mut tree = Tree::default();
    for line in io::stdin().lines() {
        for word in line?.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            tree.add(&word.to_lowercase());
        }
    }
    for node in tree.in_order() {
        println!("{:4} {}", node.count, node.word);
    }
    Ok(())
}
