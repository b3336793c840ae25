//@ run-pass
//@ edition: 2024

// `map_yield`, `map_return`, `by_mut`, `iter` and `into_box` around frames.

#![feature(native_generators)]

use std::generator::*;

fn numbers(n: u32) => impl Generator<Yield = u32, Return = u32> {
    for i in 0..n {
        yield i
    }
    n
}

fn asked() => impl Generator<Arg<u32>, Yield = &'static str, Return = u32> {
    (yield "a") + (yield "b")
}

fn main() {
    let mut frame = numbers(1).map_yield(|n| n * 2).map_return(|n| format!("{n} in all"));
    assert_eq!(frame.step(&mut ()), State::Yielded(0));
    assert_eq!(frame.step(&mut ()), State::Complete("1 in all".to_string()));

    let mut lost = 0;
    let all: Vec<_> = numbers(3).map_return(|n| lost = n).iter().collect();
    assert_eq!((all, lost), (vec![0, 1, 2], 3));

    let mut frame = numbers(4);
    assert_eq!(frame.by_mut().step(&mut ()), State::Yielded(0));
    let some: Vec<_> = frame.by_mut().map_return(drop).iter().take(2).collect();
    assert_eq!(some, [1, 2]);
    assert_eq!(frame.step(&mut ()), State::Yielded(3));
    assert_eq!(frame.step(&mut ()), State::Complete(4));

    let mut frame = asked().map_yield(str::len).map_return(u64::from);
    assert_eq!(frame.start(), State::Yielded(1));
    assert_eq!(frame.send(2), State::Yielded(1));
    assert_eq!(frame.send(3), State::Complete(5u64));

    let mut boxes = [numbers(2).into_box(), numbers(1).map_yield(|n| n + 7).into_box()];
    let turn = |boxes: &mut [Boxed<'_, (), u32, u32>; 2]| boxes.each_mut().map(|b| b.step(&mut ()));
    assert_eq!(turn(&mut boxes), [State::Yielded(0), State::Yielded(7)]);
    assert_eq!(turn(&mut boxes), [State::Yielded(1), State::Complete(1)]);
}
