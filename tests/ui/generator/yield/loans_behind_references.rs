//@ run-pass
//@ edition: 2024

// Loans of what lies behind a reference may live across a `yield`, shared or mutable.

#![feature(native_generators)]

use std::collections::HashMap;
use std::generator::*;

struct Store {
    items: Vec<String>,
    names: HashMap<u32, String>,
}

impl Store {
    fn shared(&self) => impl Iterator<Item = &str> {
        let first = &self.items[0];
        for item in self.items.iter() {
            yield item.as_str();
        }
        if let Some(name) = self.names.get(&1) {
            yield name;
            yield name;
        }
        yield first;
    }

    fn exclusive(&mut self) => impl Iterator<Item = usize> {
        let last = self.items.last_mut().unwrap();
        last.push('!');
        yield last.len();
        last.push('!');
        for item in &mut self.items {
            item.push('?');
            yield item.len();
        }
    }
}

fn collect(into: &mut Vec<u32>) => impl Generator<Arg<u32>, Yield = usize, Return = ()> {
    while into.len() < 3 {
        into.push(yield 0);
    }
}

fn main() {
    let mut store = Store {
        items: vec!["a".to_string(), "bc".to_string()],
        names: HashMap::from([(1, "one".to_string())]),
    };
    assert_eq!(store.shared().collect::<Vec<_>>(), ["a", "bc", "one", "one", "a"]);
    assert_eq!(store.exclusive().collect::<Vec<_>>(), [3, 2, 5]);

    let mut into = vec![];
    let mut frame = collect(&mut into);
    assert_eq!(frame.start(), State::Yielded(0));
    assert_eq!(frame.send(1), State::Yielded(0));
    assert_eq!(frame.send(2), State::Yielded(0));
    assert_eq!(frame.send(3), State::Complete(()));
    drop(frame);
    assert_eq!(into, [1, 2, 3]);
}
