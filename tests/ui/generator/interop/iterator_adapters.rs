//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Frames with the face `Iterator` in the middle of adapter chains, and adapters in the middle of
// frames; a raw frame gets there by `.iter()`.

#![feature(native_generators)]

use std::collections::{BTreeSet, HashMap};
use std::generator::{Generator, Stream};
use std::iter::{self, FusedIterator, Peekable, Sum};

fn windows<I>(items: I, size: usize) => impl Iterator<Item = Vec<I::Item>> + FusedIterator
where
    I: IntoIterator,
    I::Item: Clone,
{
    let mut window = vec![];
    for item in items {
        window.push(item);
        if window.len() > size {
            window.remove(0);
        }
        if window.len() == size {
            yield window.clone();
        }
    }
}

fn runs<I>(items: I) => impl Iterator<Item = (I::Item, usize)>
where
    I: Iterator + Unpin,
    I::Item: PartialEq,
{
    let mut items: Peekable<I> = items.peekable();
    while let Some(first) = items.next() {
        let mut length = 1;
        while items.next_if_eq(&first).is_some() {
            length += 1;
        }
        yield (first, length);
    }
}

fn interleaved<A, B>(a: A, b: B) => impl Iterator<Item = A::Item>
where
    A: Iterator + Unpin,
    B: Iterator<Item = A::Item> + Unpin,
{
    let (mut a, mut b) = (a.fuse(), b.fuse());
    loop {
        let pair = (a.next(), b.next());
        if let (None, None) = pair {
            return;
        }
        yield.. pair.0;
        yield.. pair.1;
    }
}

fn sum_and_yield<T: Copy + Sum<T>>(items: &[T]) => impl Stream<(), Yield = T, Return = T> {
    await for item in items {
        yield *item;
    }
    items.iter().copied().sum()
}

fn is_fused<I: FusedIterator>(iter: I) -> I {
    iter
}

fn main() {
    let doubled: Vec<u32> = windows(1..6, 2).map(|pair| pair[0] * pair[1]).rev_by_hand();
    assert_eq!(doubled, [20, 12, 6, 2]);
    let text: String = runs("aaabccd".chars())
        .filter(|(_, length)| *length > 1)
        .flat_map(|(letter, length)| iter::once(letter).chain(length.to_string().chars().last()))
        .collect();
    assert_eq!(text, "a3c2");
    let mixed = interleaved(windows(0..4, 3).flatten(), interleaved(10..12, 20..21).step_by(2));
    assert_eq!(mixed.collect::<Vec<_>>(), [0, 10, 1, 11, 2, 1, 2, 3]);
    let (even, odd): (BTreeSet<u32>, BTreeSet<u32>) =
        is_fused(windows(0..5, 1)).map(|one| one[0]).partition(|n| n % 2 == 0);
    assert_eq!((even.len(), odd.len()), (3, 2));

    let mut sum = 0;
    let stream = sum_and_yield(&[1, 2, 3]).map_return(|total| sum = total);
    let counted = stream.iter().zip("abc".chars()).skip_while(|(n, _)| *n < 2).count();
    assert_eq!((counted, sum), (2, 6));
    let mut stream = sum_and_yield(&[1.5, 2.5]);
    assert_eq!(stream.by_mut().map_return(drop).iter().fold(0.0, |a: f64, b| a.max(b)), 2.5);

    let mut lines = windows("a b a".split(' '), 1).map(|mut one| one.remove(0));
    let first = lines.by_ref().take(1).next();
    let rest: HashMap<_, _> = lines.enumerate().map(|(at, word)| (word, at)).collect();
    assert_eq!((first, rest["b"], rest["a"]), (Some("a"), 0, 1));
    assert_eq!(iter::repeat_with(|| 1).take(3).zip(runs(iter::repeat(7).take(2))).count(), 1);
}

trait RevByHand: Iterator + Sized {
    fn rev_by_hand(self) -> Vec<Self::Item> {
        let mut all: Vec<_> = self.collect();
        all.reverse();
        all
    }
}

impl<I: Iterator> RevByHand for I {}
