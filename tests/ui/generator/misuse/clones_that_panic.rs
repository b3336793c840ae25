//@ run-pass
//@ edition: 2024
//@ needs-unwind

// A frame is cloned value by value. Whichever of these clones panics, at whatever suspend point, what
// was cloned before is dropped once, and the original goes on.

#![feature(native_generators)]

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::rc::Rc;

#[derive(Default)]
struct Log {
    alive: Cell<isize>,
    clones_left: Cell<u32>,
}

struct Fragile(Rc<Log>, Box<u32>);

impl Fragile {
    fn new(log: &Rc<Log>, n: u32) -> Fragile {
        log.alive.set(log.alive.get() + 1);
        Fragile(log.clone(), Box::new(n))
    }
}

impl Clone for Fragile {
    fn clone(&self) -> Fragile {
        let left = self.0.clones_left.get().checked_sub(1).expect("no clones left");
        self.0.clones_left.set(left);
        Fragile::new(&self.0, *self.1)
    }
}

impl Drop for Fragile {
    fn drop(&mut self) {
        self.0.alive.set(self.0.alive.get() - 1);
        *self.1 = u32::MAX;
    }
}

fn body(
    first: Fragile,
    (second, third): (Fragile, Fragile),
    items: Vec<Fragile>,
) => impl Iterator<Item = u32> + Clone {
    yield *first.1;
    let moved = first;
    {
        let inner = [Fragile::new(&moved.0, 40), Fragile::new(&moved.0, 50)];
        yield inner.iter().map(|one| *one.1).sum();
        drop(inner);
        yield *second.1;
    }
    for item in items {
        match Some(item) {
            Some(item) if *item.1 % 2 == 0 => yield *item.1,
            Some(item) => {
                let kept = (item, Fragile::new(&moved.0, 60));
                yield *kept.0.1 + *kept.1.1;
            }
            None => {}
        }
    }
    drop(moved);
    yield.. inner(second);
    yield *third.1;
}

fn inner(fragile: Fragile) => impl Iterator<Item = u32> + Clone {
    let other = Fragile::new(&fragile.0, 70);
    yield *fragile.1;
    yield *other.1;
}

fn frame(log: &Rc<Log>) -> impl Iterator<Item = u32> + Clone {
    let fragile = |n| Fragile::new(log, n);
    body(fragile(1), (fragile(2), fragile(3)), vec![fragile(4), fragile(5), fragile(6)])
}

fn main() {
    set_hook(Box::new(|_| {}));
    let log = Rc::<Log>::default();
    let expected: Vec<u32> = frame(&log).collect();
    assert_eq!(expected, [1, 90, 2, 4, 65, 6, 2, 70, 3]);
    for steps in 0..=expected.len() + 1 {
        for clones in 0..10 {
            let mut original = frame(&log);
            assert!(original.by_ref().take(steps).eq(expected.iter().copied().take(steps)));
            let rest = || expected.iter().copied().skip(steps);
            let before = log.alive.get();
            log.clones_left.set(clones);
            match catch_unwind(AssertUnwindSafe(|| original.clone())) {
                Ok(clone) => {
                    log.clones_left.set(0);
                    drop(original);
                    assert!(clone.eq(rest()));
                }
                Err(_) => {
                    assert_eq!(log.alive.get(), before);
                    assert!(original.eq(rest()));
                }
            }
            assert_eq!(log.alive.get(), 0);
        }
    }
}
