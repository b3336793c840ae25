//@ run-pass
//@ edition: 2024

// `from_fn`, `from_iter` and plain iterators are generators beside frames, in one piece of code.

#![feature(native_generators)]

use std::generator::*;

fn both<A, B>(mut a: A, mut b: B) => impl Iterator<Item = (u32, u32)>
where
    A: Generator<Yield = u32, Return = ()> + Unpin,
    B: Generator<Yield = u32, Return = ()> + Unpin,
{
    loop {
        let State::Yielded(left) = a.step(&mut ()) else { return };
        let State::Yielded(right) = b.step(&mut ()) else { return };
        yield (left, right);
    }
}

fn frame() => impl Generator<Yield = u32, Return = ()> {
    yield 10;
    yield 20;
}

fn main() {
    let mut n = 0;
    let counter = from_fn(|_: &mut ()| {
        n += 1;
        if n < 4 { State::Yielded(n) } else { State::Complete(()) }
    });
    assert_eq!(both(counter, frame()).collect::<Vec<_>>(), [(1, 10), (2, 20)]);
    assert_eq!(both(7.., from_iter([1, 2, 3])).last(), Some((9, 3)));
    assert_eq!(both(vec![5].into_iter(), frame()).next(), Some((5, 10)));

    let mut sent = from_iter::<Arg<u8>, _>("ab".chars());
    assert_eq!(sent.start(), State::Yielded('a'));
    assert_eq!(sent.send(1), State::Yielded('b'));
    assert_eq!(sent.send(2), State::Complete(()));
}
