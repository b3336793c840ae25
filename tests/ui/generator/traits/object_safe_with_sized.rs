//@ run-pass
//@ edition: 2024

// A trait with a generator method for sized types only can still be a trait object.

#![feature(native_generators)]

trait Shape {
    fn area(&self) -> u32;

    fn growing(self) => impl Iterator<Item = Self>
    where
        Self: Sized + Clone;

    fn boxed(&self) -> Box<dyn Iterator<Item = u32> + '_>;
}

#[derive(Clone)]
struct Square(u32);

impl Shape for Square {
    fn area(&self) -> u32 {
        self.0 * self.0
    }

    fn growing(mut self) => impl Iterator<Item = Self> {
        loop {
            yield self.clone();
            self.0 += 1;
        }
    }

    fn boxed(&self) -> Box<dyn Iterator<Item = u32> + '_> {
        fn sides(square: &Square) => impl Iterator<Item = u32> {
            for _ in 0..4 {
                yield square.0
            }
        }
        Box::new(sides(self))
    }
}

fn main() {
    let areas: Vec<_> = Square(2).growing().take(3).map(|square| square.area()).collect();
    assert_eq!(areas, [4, 9, 16]);

    let shape: &dyn Shape = &Square(3);
    assert_eq!(shape.area(), 9);
    assert_eq!(shape.boxed().sum::<u32>(), 12);
}
