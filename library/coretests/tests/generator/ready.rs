use core::cell::Cell;
use core::generator::{self, Arg, Executor, Future, Generator, Ready, State, Task};
use core::marker::PhantomPinned;
use core::pin::pin;
use core::task::{Context, Poll, Waker};

use super::Drops;
#[cfg(panic = "unwind")]
use super::panic_message;

struct Busy;

impl Executor for Busy {
    type Blocked = u8;
    type Resume = u16;
    fn take_resume(&mut self) -> u16 {
        panic!("nothing is taken from the first resumption")
    }
}

#[test]
fn is_complete_under_any_executor() {
    assert_eq!(generator::run(generator::ready(1)), 1);
    assert_eq!(generator::ready(2).step(&mut ()), State::Complete(2));
    assert_eq!(generator::ready(3).step(&mut Busy), State::Complete(3));
    assert_eq!(generator::ready(4).step(&mut Arg::new("not taken")), State::Complete(4));

    let mut context = Context::from_waker(Waker::noop());
    let future = pin!(Generator::<Task>::into_core(generator::ready(5)));
    assert_eq!(core::future::Future::poll(future, &mut context), Poll::Ready(5));
}

#[test]
fn is_awaited_by_any_generator() {
    fn sum<E: Executor>() => impl Future<E, Return = u32> {
        await generator::ready(1) + generator::ready(2).await
    }

    assert_eq!(generator::run(sum()), 3);
    assert_eq!(sum().step(&mut Busy), State::Complete(3));
}

#[test]
fn is_there_in_constants() {
    const SEVEN: Ready<u8> = generator::ready(7);
    assert_eq!(generator::run(SEVEN), 7);
}

#[test]
fn need_not_be_pinned() {
    let mut ready = generator::ready((8, PhantomPinned));
    let State::Complete((n, _)) = ready.step(&mut ());
    assert_eq!(n, 8);
}

#[test]
fn drops_the_value_if_nobody_takes_it() {
    let drops = Cell::new(0);
    drop(generator::ready(Drops(&drops)));
    assert_eq!(drops.get(), 1);
    let value = generator::run(generator::ready(Drops(&drops)));
    assert_eq!(drops.get(), 1);
    drop(value);
    assert_eq!(drops.get(), 2);
}

#[test]
#[should_panic = "generator resumed after completion"]
fn completes_once() {
    let mut ready = generator::ready(1);
    assert_eq!(ready.step(&mut ()), State::Complete(1));
    let _ = ready.step(&mut ());
}

#[test]
#[cfg(panic = "unwind")]
fn can_be_started_but_not_sent_anything() {
    assert_eq!(Generator::<Arg<u8>>::start::<u8>(&mut generator::ready(1)), State::Complete(1));
    assert_eq!(
        panic_message(|| Generator::<Arg<u8>>::send(&mut generator::ready(1), 2u8)),
        "value sent to a generator that was not started"
    );
}

#[test]
fn an_iterator_over_nothing() {
    assert_eq!(Generator::<()>::iter(generator::ready(())).size_hint(), (0, None));
    assert_eq!(Generator::<()>::iter(generator::ready(())).count(), 0);
    let mut complete = generator::ready(());
    assert_eq!(complete.step(&mut ()), State::Complete(()));
    let mut iter = Generator::<()>::iter(complete);
    assert_eq!(iter.size_hint(), (0, Some(0)));
    assert_eq!(iter.next(), None);
}

#[test]
fn clones_and_prints() {
    let mut ready = generator::ready("r");
    assert_eq!(format!("{:?}", ready.clone()), "Ready { value: Some(\"r\") }");
    assert_eq!(generator::run(ready.clone()), "r");
    let _ = ready.step(&mut ());
    assert_eq!(format!("{ready:?}"), "Ready { value: None }");
}
