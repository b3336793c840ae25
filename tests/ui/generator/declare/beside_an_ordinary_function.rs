//@ run-pass
//@ edition: 2024

// Turning a function into a generator changes one arrow: everything else of its signature stays.

#![feature(native_generators)]

use std::collections::BTreeMap;
use std::hash::Hash;

fn ordinary<'a, K, V, const N: usize>(map: &'a BTreeMap<K, V>, keys: [K; N]) -> Vec<&'a V>
where
    K: Ord + Hash,
{
    let mut found = vec![];
    for key in keys {
        if let Some(value) = map.get(&key) {
            found.push(value);
        }
    }
    found
}

fn generator<'a, K, V, const N: usize>(
    map: &'a BTreeMap<K, V>,
    keys: [K; N],
) => impl Iterator<Item = &'a V>
where
    K: Ord + Hash,
{
    for key in keys {
        let found = map.get(&key);
        if let Some(value) = found {
            yield value;
        }
    }
}

fn main() {
    let map = BTreeMap::from([(1, "a"), (2, "b"), (3, "c")]);
    assert_eq!(ordinary(&map, [3, 4, 1]), [&"c", &"a"]);
    assert_eq!(generator(&map, [3, 4, 1]).collect::<Vec<_>>(), [&"c", &"a"]);
}
