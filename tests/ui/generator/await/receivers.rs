//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Methods with every kind of receiver await through it, and call one another.

#![feature(native_generators)]

use std::generator::{self, Future, ready};
use std::ops::Deref;
use std::pin::Pin;
use std::rc::Rc;

#[derive(Clone)]
struct Counter {
    count: u32,
}

impl Counter {
    const STEP: u32 = 10;

    fn by_ref(&self) => impl Future<(), Return = u32> {
        self.count + await ready(1)
    }

    fn by_mut(&mut self) => impl Future<(), Return = u32> {
        self.count += await ready(Self::STEP);
        await self.by_ref()
    }

    fn by_value(mut self) => static impl Future<(), Return = Self> {
        let count = await self.by_ref_twice();
        self.count = count;
        self
    }

    fn by_ref_twice(&self) => impl Future<(), Return = u32> {
        await self.by_ref() + self.by_ref().await
    }

    fn by_box(self: Box<Self>) => static impl Future<(), Return = u32> {
        let unboxed = await self.by_value();
        unboxed.count
    }

    fn by_rc(self: Rc<Self>) => impl Future<(), Return = (u32, usize)> {
        let copy = self.clone();
        let count = copy.count + await ready(0);
        (count, Rc::strong_count(&copy))
    }

    fn by_pin(self: Pin<&mut Self>) => impl Future<(), Return = u32> {
        let this = self.get_mut();
        await this.by_mut() + this.count
    }

    fn by_reference_in_rc(self: &Rc<Self>) => impl Future<(), Return = usize> {
        await ready(Rc::strong_count(self))
    }

    fn associated(all: &mut [Counter]) => impl Future<(), Return = u32> {
        let mut sum = 0;
        for counter in all {
            sum += await counter.by_mut();
        }
        sum
    }
}

trait Doubled: Deref<Target = Counter> {
    fn doubled(self) => impl Future<(), Return = u32>
    where
        Self: Sized,
    {
        2 * await ready(self.count)
    }
}

impl Doubled for Rc<Counter> {}
impl<'a> Doubled for &'a Counter {}

fn main() {
    let mut counter = Counter { count: 1 };
    assert_eq!(generator::run(counter.by_ref()), 2);
    assert_eq!(generator::run(counter.by_mut()), 12);
    assert_eq!(generator::run(counter.clone().by_value()).count, 24);
    assert_eq!(generator::run(Box::new(counter.clone()).by_box()), 24);
    assert_eq!(generator::run(Pin::new(&mut counter).by_pin()), 22 + 21);
    let shared = Rc::new(counter.clone());
    assert_eq!(generator::run(shared.clone().by_rc()), (21, 3));
    assert_eq!(generator::run(shared.by_reference_in_rc()), 1);
    assert_eq!(generator::run((&counter).doubled()) + generator::run(shared.doubled()), 84);
    assert_eq!(generator::run(Counter::associated(&mut [counter.clone(), counter])), 64);
}
