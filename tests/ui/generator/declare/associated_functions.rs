//@ run-pass
//@ edition: 2024

// Associated functions without `self` may be generators, and `Self` may stand in the face.

#![feature(native_generators)]

#[derive(Debug, Clone, Copy, PartialEq)]
struct Bit(bool);

impl Bit {
    const COUNT: usize = 2;

    fn all() => impl Iterator<Item = Self> {
        for value in [false, true] {
            yield Self(value)
        }
    }

    fn of(mut number: u8) => impl Iterator<Item = Self> {
        for _ in 0..8 / Self::COUNT {
            yield Self(number & 1 == 1);
            number >>= 1;
        }
    }
}

struct Pool<T>(T);

impl<T: Clone> Pool<T> {
    fn draw(&self, n: usize) => impl Iterator<Item = T> {
        for _ in 0..n {
            yield self.0.clone()
        }
    }
}

fn main() {
    assert_eq!(Bit::all().collect::<Vec<_>>(), [Bit(false), Bit(true)]);
    assert_eq!(Bit::of(0b0101).filter(|bit| bit.0).count(), 2);
    assert_eq!(Pool('x').draw(3).collect::<String>(), "xxx");
}
