//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Inherent methods take `self` in each of its forms.

#![feature(native_generators)]

use std::rc::Rc;

#[derive(Clone)]
struct Span {
    from: u32,
    to: u32,
}

impl Span {
    fn ascending(&self) => impl Iterator<Item = u32> {
        for i in self.from..self.to {
            yield i
        }
    }

    fn shrink(&mut self) => impl Iterator<Item = u32> {
        while self.from < self.to {
            self.from += 1;
            yield self.from
        }
    }

    fn into_descending(self) => impl Iterator<Item = u32> {
        for i in (self.from..self.to).rev() {
            yield i
        }
    }

    fn boxed(self: Box<Self>) => impl Iterator<Item = u32> {
        yield self.from;
        yield self.to;
    }

    fn shared(self: Rc<Self>) => impl Iterator<Item = usize> {
        yield Rc::strong_count(&self)
    }
}

fn main() {
    let mut span = Span { from: 1, to: 4 };
    assert_eq!(span.ascending().collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(span.clone().into_descending().collect::<Vec<_>>(), [3, 2, 1]);
    assert_eq!(span.shrink().take(2).collect::<Vec<_>>(), [2, 3]);
    assert_eq!(span.from, 3);

    assert_eq!(Box::new(span.clone()).boxed().collect::<Vec<_>>(), [3, 4]);

    let shared = Rc::new(span);
    let mut frame = shared.clone().shared();
    assert_eq!(frame.next(), Some(2));
    drop(frame);
    assert_eq!(Rc::strong_count(&shared), 1);
}
