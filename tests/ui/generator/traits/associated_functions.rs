//@ run-pass
//@ edition: 2024

// Traits may have generator functions without `self`, static dispatch included.

#![feature(native_generators)]

trait Enumerable: Sized {
    fn every() => impl Iterator<Item = Self>;

    fn pairs() => impl Iterator<Item = (Self, Self)> {
        for left in Self::every() {
            for right in Self::every() {
                let Some(copy) = Self::every().nth(left.rank()) else { return };
                yield (copy, right)
            }
        }
    }

    fn rank(&self) -> usize;
}

impl Enumerable for bool {
    fn every() => impl Iterator<Item = bool> {
        yield false;
        yield true;
    }

    fn rank(&self) -> usize {
        *self as usize
    }
}

impl Enumerable for u8 {
    fn every() => impl Iterator<Item = Self> {
        for n in 0..=u8::MAX {
            yield n
        }
    }

    fn rank(&self) -> usize {
        usize::from(*self)
    }
}

fn size<T: Enumerable>() -> usize {
    T::every().count()
}

fn main() {
    assert_eq!((size::<bool>(), size::<u8>()), (2, 256));
    let pairs: Vec<_> = bool::pairs().collect();
    assert_eq!(pairs, [(false, false), (false, true), (true, false), (true, true)]);
    assert_eq!(<u8 as Enumerable>::pairs().nth(257), Some((1, 1)));
}
