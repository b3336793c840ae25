//@ run-pass
//@ edition: 2024

// Frames of different functions behind `dyn Iterator` and `dyn Generator`.

#![feature(native_generators)]

use std::generator::*;
use std::pin::Pin;

fn up(n: u32) => impl Iterator<Item = u32> {
    for i in 0..n {
        yield i
    }
}

fn down(n: u32) => impl Iterator<Item = u32> {
    for i in (0..n).rev() {
        yield i
    }
}

fn borrowed(items: &[u32]) => impl Iterator<Item = u32> + Send {
    for item in items {
        yield *item
    }
}

fn named(name: String) => impl Generator<Yield = String, Return = usize> {
    yield name.clone();
    name.len()
}

fn unnamed() => impl Generator<Yield = String, Return = usize> {
    yield String::from("anonymous");
    0
}

fn main() {
    let items = vec![7, 8];
    let boxed: Vec<Box<dyn Iterator<Item = u32> + '_>> =
        vec![Box::new(up(2)), Box::new(down(2)), Box::new(borrowed(&items))];
    assert_eq!(boxed.into_iter().flatten().collect::<Vec<_>>(), [0, 1, 1, 0, 7, 8]);

    let by_reference: &mut (dyn Iterator<Item = u32> + Send) = &mut borrowed(&items);
    assert_eq!(by_reference.next(), Some(7));

    let mut pinned: [Pin<Box<dyn Generator<Yield = String, Return = usize>>>; 2] =
        [Box::pin(named("Ada".to_string())), Box::pin(unnamed())];
    let first = pinned.each_mut().map(|frame| frame.as_mut().resume(&mut ()).yielded().unwrap());
    assert_eq!(first, ["Ada", "anonymous"]);
    let last = pinned.each_mut().map(|frame| frame.as_mut().resume(&mut ()).complete().unwrap());
    assert_eq!(last, [3, 0]);
}
