//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The value of an `await` is coerced where the value of a call is.

#![feature(native_generators)]
#![feature(never_type)]

use std::fmt::Debug;
use std::generator::{self, Boxed, Future, IntoBox, ready};
use std::rc::Rc;

fn total(numbers: &[u32]) -> u32 {
    numbers.iter().sum()
}

fn never(really: bool) => impl Future<(), Return = Option<!>> {
    if really { panic!() } else { None }
}

fn text(n: u32) => impl Future<(), Return = String> {
    n.to_string()
}

fn unsized_values() => impl Future<(), Return = Box<dyn Debug>> {
    let slice: &[u32] = await ready(&[1, 2, 3]);
    let sum = total(await ready(&[4; 5])) + total(&await ready(vec![6]));
    let shared: Rc<dyn Debug> = ready(Rc::new(7)).await;
    let length = str::len(&await text(1234));
    let array: [Box<dyn Debug>; 2] = [await ready(Box::new('c')), await ready(Box::new("d"))];
    let parts = (slice.len(), sum, shared, length, array);
    await ready(Box::new(parts))
}

fn functions(twice: bool) => impl Future<(), Return = u32> {
    fn one(n: u32) -> u32 {
        n
    }
    let f: fn(u32) -> u32 = if twice { await ready(|n| 2 * n) } else { await ready(one) };
    f(21)
}

fn diverging(really: bool) => impl Future<(), Return = u32> {
    let n: u32 = match await never(really) {
        Some(never) => never,
        None => await ready(3),
    };
    let Some(m) = await ready(Some(n)) else { return await ready(0) };
    n + m
}

fn references(mut n: u32) => impl Future<(), Return = u32> {
    fn add(n: &mut u32) -> &u32 {
        *n += 1;
        n
    }
    n += *await ready(&1);
    let lent: &u32 = add(&mut n);
    await ready(*lent)
}

fn boxes(fast: bool) => impl Future<(), Return = u32> {
    let pending: Boxed<'_, (), !, u32> = match fast {
        true => ready(1).into_box(),
        false => functions(true).into_box(),
    };
    await pending
}

fn main() {
    let debugged = format!("{:?}", generator::run(unsized_values()));
    assert_eq!(debugged, "(3, 26, 7, 4, ['c', \"d\"])");
    assert_eq!(generator::run(functions(true)) + generator::run(functions(false)), 63);
    assert_eq!(generator::run(diverging(false)), 6);
    assert_eq!(generator::run(references(4)), 6);
    assert_eq!(generator::run(boxes(true)) + generator::run(boxes(false)), 43);
}
