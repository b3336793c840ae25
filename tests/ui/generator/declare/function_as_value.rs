//@ run-pass
//@ edition: 2024

// A generator function is a value: it can be passed on, stored and called through a pointer.

#![feature(native_generators)]

fn count(n: u32) => impl Iterator<Item = u32> {
    for i in 0..n {
        yield i
    }
}

fn total<F, I>(f: F) -> u32
where
    F: Fn(u32) -> I,
    I: Iterator<Item = u32>,
{
    f(3).sum::<u32>() + f(4).sum::<u32>()
}

fn main() {
    assert_eq!(total(count), 3 + 6);
    assert_eq!((1..4).flat_map(count).collect::<Vec<_>>(), [0, 0, 1, 0, 1, 2]);

    let pointer: fn(u32) -> _ = count;
    assert_eq!(pointer(2).collect::<Vec<_>>(), [0, 1]);

    let frames: Vec<_> = [2, 1].into_iter().map(count).collect();
    assert_eq!(frames.into_iter().flatten().collect::<Vec<_>>(), [0, 1, 0]);
}
