//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Blanket implementations, and implementations for references and boxes, forward generator methods.

#![feature(native_generators)]

trait Source {
    fn items(&self) => impl Iterator<Item = u32>;
}

impl<S: Source> Source for &S {
    fn items(&self) => impl Iterator<Item = u32> {
        yield 1000;
        for item in (**self).items() {
            yield item
        }
    }
}

impl<S: Source> Source for Box<S> {
    fn items(&self) => impl Iterator<Item = u32> {
        for item in (**self).items() {
            yield item + 1
        }
    }
}

impl Source for str {
    fn items(&self) => impl Iterator<Item = u32> {
        yield self.len() as u32
    }
}

impl<A: Source, B: Source> Source for (A, B) {
    fn items(&self) => impl Iterator<Item = u32> {
        for item in self.0.items() {
            yield item
        }
        for item in self.1.items() {
            yield item
        }
    }
}

impl Source for u32 {
    fn items(&self) => impl Iterator<Item = u32> {
        yield *self
    }
}

fn all<S: Source + ?Sized>(source: &S) -> Vec<u32> {
    source.items().collect()
}

fn main() {
    assert_eq!(all(&5u32), [5]);
    assert_eq!(all("four"), [4]);
    assert_eq!(all(&&5u32), [1000, 5]);
    assert_eq!(all(&Box::new(5u32)), [6]);
    assert_eq!(all(&(1u32, (Box::new(2u32), &3u32))), [1, 3, 1000, 3]);
}
