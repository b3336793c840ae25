//@ run-pass
//@ edition: 2024

// `=>` and `-> impl Trait` say the same to callers: one may declare and the other define.

#![feature(native_generators)]

trait Source {
    fn arrow(&self) => impl Iterator<Item = u32>;
    fn plain(&self) -> impl Iterator<Item = u32>;
}

struct Generators;
struct Adaptors;

impl Source for Generators {
    fn arrow(&self) => impl Iterator<Item = u32> {
        yield 1
    }

    fn plain(&self) => impl Iterator<Item = u32> {
        yield 2
    }
}

impl Source for Adaptors {
    fn arrow(&self) -> impl Iterator<Item = u32> {
        [10].into_iter()
    }

    fn plain(&self) -> impl Iterator<Item = u32> {
        std::iter::once(20)
    }
}

fn sum(source: impl Source) -> u32 {
    source.arrow().sum::<u32>() + source.plain().sum::<u32>()
}

fn main() {
    assert_eq!(sum(Generators), 3);
    assert_eq!(sum(Adaptors), 30);
}
