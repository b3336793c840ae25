//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The face `Iterator` gives an iterator like any other: adaptors, `for`, `by_ref`, `peekable`.

#![feature(native_generators)]

fn squares(n: u32) => impl Iterator<Item = u32> {
    for i in 1..n + 1 {
        yield i * i
    }
}

fn main() {
    let mut total = 0;
    for square in squares(3) {
        total += square;
    }
    assert_eq!(total, 14);

    let even = squares(6).filter(|n| n % 2 == 0).map(|n| n / 2).collect::<Vec<_>>();
    assert_eq!(even, [2, 8, 18]);
    assert_eq!(squares(3).zip(squares(4)).last(), Some((9, 9)));
    assert_eq!(squares(2).chain(squares(1)).count(), 3);

    let mut frame = squares(5);
    assert_eq!(frame.by_ref().take(2).sum::<u32>(), 5);
    let mut peekable = frame.peekable();
    assert_eq!(peekable.peek(), Some(&9));
    assert_eq!(peekable.next(), Some(9));
    assert_eq!(peekable.max(), Some(25));
    assert_eq!(squares(0).size_hint().0, 0);
}
