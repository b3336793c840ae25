//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Delegating to boxed recursion: a tree walked in order, forth and back.

#![feature(native_generators)]

use std::generator::{Executor, Generator, IntoBox, Stream};

struct Node {
    value: u32,
    left: Option<Box<Node>>,
    right: Option<Box<Node>>,
}

impl Node {
    fn insert(node: &mut Option<Box<Node>>, value: u32) {
        match node {
            None => *node = Some(Box::new(Node { value: value, left: None, right: None })),
            Some(node) if value < node.value => Node::insert(&mut node.left, value),
            Some(node) => Node::insert(&mut node.right, value),
        }
    }

    fn walk(&self) => impl Stream<(), Yield = u32, Return = ()> {
        if let Some(ref left) = self.left {
            yield.. left.walk().into_box();
        }
        yield self.value;
        if let Some(ref right) = self.right {
            yield.. right.walk().into_box();
        }
    }

    fn levels<'a, E: Executor + 'a>(
        &'a self,
        level: usize,
    ) => impl Stream<E, Yield = (usize, &'a u32), Return = usize> {
        let mut deepest = level;
        if let Some(right) = &self.right {
            deepest = deepest.max(yield.. right.levels(level + 1).into_box());
        }
        yield (level, &self.value);
        if let Some(left) = &self.left {
            deepest = deepest.max(yield.. left.levels(level + 1).into_box());
        }
        deepest
    }
}

fn depth(root: &Node) => impl Iterator<Item = usize> {
    let deepest = await for _ in root.levels(1) {};
    yield deepest;
}

fn main() {
    let mut tree = None;
    for value in [50, 20, 70, 10, 30, 60, 80, 25, 35].iter() {
        Node::insert(&mut tree, *value);
    }
    let tree = tree.unwrap();
    assert_eq!(tree.walk().iter().collect::<Vec<_>>(), [10, 20, 25, 30, 35, 50, 60, 70, 80]);
    assert_eq!(depth(&tree).next(), Some(4));
}
