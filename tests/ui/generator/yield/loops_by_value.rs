//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A body that owns its data loops over it by index or by value, and may move between its yields.

#![feature(native_generators)]

use std::collections::BTreeMap;

fn by_index(words: Vec<String>) => impl Iterator<Item = usize> {
    for i in 0..words.len() {
        yield words[i].len()
    }
}

fn by_value(words: Vec<String>) => impl Iterator<Item = char> {
    for word in words {
        for letter in word.to_uppercase().chars().collect::<Vec<_>>() {
            yield letter
        }
    }
}

fn counted(text: String) => impl Iterator<Item = (char, u32)> {
    let mut counts = BTreeMap::new();
    for letter in text.chars() {
        *counts.entry(letter).or_insert(0) += 1;
    }
    for (letter, count) in counts {
        yield (letter, count)
    }
}

fn main() {
    let words = vec!["ab".to_string(), "c".to_string()];

    let mut frame = by_index(words.clone());
    assert_eq!(frame.next(), Some(2));
    let mut moved = Box::new(frame);
    assert_eq!(moved.next(), Some(1));
    assert_eq!(moved.next(), None);

    assert_eq!(by_value(words).collect::<String>(), "ABC");
    assert_eq!(counted("abba".to_string()).collect::<Vec<_>>(), [('a', 2), ('b', 2)]);
}
