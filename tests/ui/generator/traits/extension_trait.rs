//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Adaptors for all iterators, written as the provided generator methods of an extension trait.

#![feature(native_generators)]

trait Adaptors: Iterator + Sized {
    fn separated_by(mut self, separator: Self::Item) => impl Iterator<Item = Self::Item>
    where
        Self::Item: Clone,
    {
        if let Some(first) = self.next() {
            yield first;
        }
        for item in self {
            yield separator.clone();
            yield item;
        }
    }

    fn runs(self) => impl Iterator<Item = (Self::Item, usize)>
    where
        Self::Item: PartialEq,
    {
        let mut run = None;
        for item in self {
            run = match run {
                Some((last, length)) if last == item => Some((last, length + 1)),
                Some(finished) => {
                    yield finished;
                    Some((item, 1))
                }
                None => Some((item, 1)),
            };
        }
        if let Some(last) = run {
            yield last
        }
    }
}

impl<I: Iterator> Adaptors for I {}

fn main() {
    let words = vec!["a", "b", "c"];
    assert_eq!(words.into_iter().separated_by("-").collect::<String>(), "a-b-c");
    assert_eq!("aab".chars().runs().collect::<Vec<_>>(), [('a', 2), ('b', 1)]);
    assert_eq!("".chars().runs().count(), 0);
}
