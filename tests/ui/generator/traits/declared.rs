//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A trait may declare a generator method; implementations define it with `=>`.

#![feature(native_generators)]

trait Source {
    fn items(&self) => impl Iterator<Item = u32>;
    fn into_items(self) => impl Iterator<Item = u32>;
}

struct Upto(u32);

impl Source for Upto {
    fn items(&self) => impl Iterator<Item = u32> {
        for i in 0..self.0 {
            yield i
        }
    }

    fn into_items(self) => impl Iterator<Item = u32> {
        yield self.0
    }
}

impl Source for Vec<u32> {
    fn items(&self) => impl Iterator<Item = u32> {
        for item in self {
            yield *item
        }
    }

    fn into_items(self) => impl Iterator<Item = u32> {
        for item in self {
            yield item
        }
    }
}

fn total<S: Source>(source: S) -> u32 {
    source.items().sum::<u32>() * 100 + source.into_items().sum::<u32>()
}

fn main() {
    assert_eq!(Upto(3).items().collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!(total(Upto(4)), 604);
    assert_eq!(total(vec![1, 2]), 303);
}
