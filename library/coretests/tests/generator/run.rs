use core::cell::Cell;
use core::generator::{self, Executor, Future, Generator, State, Stream};
use core::marker::PhantomPinned;
use core::pin::Pin;

use super::{Drops, upto};
#[cfg(panic = "unwind")]
use super::panic_message;

#[test]
fn gives_what_the_future_returns() {
    fn text() => impl Future<Return = String> {
        "text".to_string()
    }

    assert_eq!(generator::run(text()), "text");
    assert_eq!(generator::run(text().map_return(|text| text.len())), 4);
    assert_eq!(generator::run(generator::from_fn(|_: &mut ()| State::Complete(3))), 3);
}

#[test]
fn what_waits_elsewhere_does_not_wait_here() {
    fn sum<E: Executor>(
        numbers: impl Stream<E, Yield = u32, Return = ()> + Unpin,
        more: impl Future<E, Return = u32> + Unpin,
    ) => impl Future<E, Return = u32> {
        let mut sum = 0;
        await for n in numbers {
            sum += n;
        }
        sum + await more
    }

    assert_eq!(generator::run(sum(upto(4), generator::ready(10))), 16);
    assert_eq!(generator::run(sum([1, 2].into_iter(), sum(upto(2), generator::ready(1)))), 5);
}

#[test]
fn lends_and_gives_back() {
    fn push(to: &mut Vec<u32>) => impl Future<Return = &u32> {
        to.push(7);
        &to[0]
    }

    let mut vec = vec![];
    assert_eq!(generator::run(push(&mut vec)), &7);
    assert_eq!(vec, [7]);
    let mut ready = generator::ready(8);
    assert_eq!(generator::run(Generator::<()>::by_mut(&mut ready)), 8);
}

#[test]
fn pins_in_place() {
    struct Pinned(u32, PhantomPinned);

    impl Generator for Pinned {
        type Yield = !;
        type Return = u32;
        fn resume(self: Pin<&mut Self>, _: &mut ()) -> State<!, u32> {
            State::Complete(self.0)
        }
    }

    fn sum() => static impl Future<Return = u32> {
        let numbers = [1, 2];
        let borrowed = &numbers;
        let three = await Pinned(3, PhantomPinned);
        borrowed.iter().sum::<u32>() + three
    }

    assert_eq!(generator::run(Pinned(5, PhantomPinned)), 5);
    assert_eq!(generator::run(sum()), 6);
}

#[test]
fn drops_the_future_before_it_returns() {
    fn holds(_: Drops<'_>) => impl Future<Return = ()> {}

    let drops = Cell::new(0);
    let held = Drops(&drops);
    generator::run(holds(Drops(&drops)).map_return(move |()| drop(held)));
    assert_eq!(drops.get(), 2);
}

#[test]
fn runs_inside_itself() {
    fn factorial(n: u64) => impl Future<Return = u64> {
        if n == 0 { 1 } else { n * generator::run(factorial(n - 1)) }
    }

    assert_eq!(generator::run(factorial(20)), 2_432_902_008_176_640_000);
}

#[test]
#[cfg(panic = "unwind")]
fn a_panic_goes_through() {
    fn oops(_: Drops<'_>) => impl Future<Return = ()> {
        panic!("oops");
    }

    let drops = Cell::new(0);
    assert_eq!(panic_message(|| generator::run(oops(Drops(&drops)))), "oops");
    assert_eq!(drops.get(), 1);
}
