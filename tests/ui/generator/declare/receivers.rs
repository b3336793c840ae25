//@ run-pass
//@ edition: 2024

// The receivers that are not `self`, `&self` or `&mut self`.

#![feature(native_generators)]

use std::pin::Pin;
use std::rc::{Rc, Weak};
use std::sync::Arc;

struct Cell<T, const N: usize>([T; N]);

impl<T: Copy, const N: usize> Cell<T, N> {
    const LAST: usize = N - 1;

    fn pinned(self: Pin<&mut Self>) => impl Iterator<Item = T>
    where
        T: Unpin,
    {
        let this = self.get_mut();
        this.0[0] = this.0[Self::LAST];
        for item in &this.0 {
            yield *item
        }
    }

    fn shared(self: Rc<Self>) => impl Iterator<Item = (T, usize)> {
        for index in 0..N {
            yield (self.0[index], Rc::strong_count(&self))
        }
    }

    fn weakly(self: &Arc<Self>) => impl Iterator<Item = (T, usize)> {
        let held = Arc::clone(self);
        yield (held.0[0], Arc::strong_count(self));
        drop(held);
        yield (self.0[0], Arc::strong_count(self));
    }

    fn both(self: &mut Box<Self>, other: &Self) => impl Iterator<Item = Self> {
        self.0[0] = other.0[Self::LAST];
        yield Self(self.0);
        yield Self { 0: other.0 };
    }
}

fn upgraded<T>(weak: Weak<T>) => impl Iterator<Item = Rc<T>> {
    while let Some(strong) = weak.upgrade() {
        yield strong
    }
}

fn main() {
    let mut cell = Cell([1, 2, 3]);
    assert_eq!(Pin::new(&mut cell).pinned().collect::<Vec<_>>(), [3, 2, 3]);

    let cell = Rc::new(cell);
    let mut shared = cell.clone().shared();
    assert_eq!(shared.next(), Some((3, 2)));
    drop(shared);

    let mut upgraded = upgraded(Rc::downgrade(&cell));
    assert_eq!(upgraded.next().unwrap().0, [3, 2, 3]);
    drop(cell);
    assert!(upgraded.next().is_none());

    let arc = Arc::new(Cell(['a']));
    assert_eq!(arc.weakly().collect::<Vec<_>>(), [('a', 2), ('a', 1)]);

    let both = Box::new(Cell([1, 2])).both(&Cell([3, 4])).map(|cell| cell.0).collect::<Vec<_>>();
    assert_eq!(both, [[4, 2], [3, 4]]);
}
