//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A trait may give a generator method a body, and its implementations may override it.

#![feature(native_generators)]

trait Sequence {
    fn at(&self, index: u32) -> Option<u32>;

    fn all(&self) => impl Iterator<Item = u32> {
        let mut index = 0;
        while let Some(item) = self.at(index) {
            yield item;
            index += 1;
        }
    }

    fn twice(&self) => impl Iterator<Item = u32> {
        for item in self.all() {
            yield item;
            yield item;
        }
    }
}

struct Squares(u32);

impl Sequence for Squares {
    fn at(&self, index: u32) -> Option<u32> {
        if index < self.0 { Some(index * index) } else { None }
    }
}

struct Nothing;

impl Sequence for Nothing {
    fn at(&self, _: u32) -> Option<u32> {
        Some(1)
    }

    fn all(&self) => impl Iterator<Item = u32> {
        if false {
            yield self.at(0).unwrap()
        }
    }
}

fn count<S: Sequence>(sequence: &S) -> usize {
    sequence.twice().count()
}

fn main() {
    assert_eq!(Squares(4).all().collect::<Vec<_>>(), [0, 1, 4, 9]);
    assert_eq!(Squares(3).twice().collect::<Vec<_>>(), [0, 0, 1, 1, 4, 4]);
    assert_eq!(count(&Squares(2)), 4);
    assert_eq!(count(&Nothing), 0);
}
