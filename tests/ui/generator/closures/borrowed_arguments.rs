//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A closure may take references and yield what they lead to.

#![feature(native_generators)]

fn each<F, G>(f: F) -> usize
where
    F: Fn(&'static str) -> G,
    G: IntoIterator<Item = usize>,
{
    ["a", "bcd"].iter().map(|word| f(word).into_iter().sum::<usize>()).sum()
}

fn longest<F, G>(f: F) -> &'static str
where
    F: Fn(&'static str) -> G,
    G: IntoIterator<Item = &'static str>,
{
    ["a", "bcd"].iter().flat_map(|word| f(word)).max_by_key(|word| word.len()).unwrap()
}

fn main() {
    assert_eq!(longest(|word| => { yield word; yield &word[1..]; }), "bcd");
    assert_eq!(each(|word| => { yield word.len(); yield 10; }), 24);
}
