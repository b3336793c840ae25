//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Generator methods of traits may have type parameters and bounds of their own.

#![feature(native_generators)]

trait Chunked {
    type Piece;

    fn mapped<T, F>(self, f: F) => impl Iterator<Item = T>
    where
        F: FnMut(Self::Piece) -> T;

    fn filled<T: Clone>(self, filler: T, every: usize) => impl Iterator<Item = Option<T>>
    where
        Self: Sized,
    {
        for turn in 1..7 {
            yield if turn % every == 0 { Some(filler.clone()) } else { None }
        }
    }
}

impl<I> Chunked for I
where
    I: Iterator,
{
    type Piece = (usize, I::Item);

    fn mapped<T, F>(self, mut f: F) => impl Iterator<Item = T>
    where
        F: FnMut((usize, I::Item)) -> T,
    {
        for piece in self.enumerate() {
            yield f(piece)
        }
    }
}

fn main() {
    let mut seen = 0;
    let all: Vec<String> = "ab"
        .chars()
        .mapped(|(at, letter)| {
            seen += 1;
            format!("{}{}", letter, at)
        })
        .collect();
    assert_eq!(all, ["a0", "b1"]);
    assert_eq!(seen, 2);
    assert_eq!((0..1).filled("x", 3).flatten().collect::<String>(), "xx");
}
