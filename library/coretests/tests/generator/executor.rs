use core::generator::{Executor, Generator, State};
use std::collections::VecDeque;

/// Counts resumptions that went on from a `yield`, and passes the count in.
struct Counter(u32);

impl Executor for Counter {
    type Blocked = &'static str;
    type Resume = u32;
    fn take_resume(&mut self) -> u32 {
        self.0 += 1;
        self.0
    }
}

#[test]
fn a_yield_takes_one_value_and_the_start_takes_none() {
    fn three() => impl Generator<Counter, Yield = (), Return = [u32; 3]> {
        [yield, yield, yield]
    }

    let mut counter = Counter(0);
    let mut three = three();
    for taken in 0..3 {
        assert_eq!(three.step(&mut counter), State::Yielded(()));
        assert_eq!(counter.0, taken);
    }
    assert_eq!(three.step(&mut counter), State::Complete([1, 2, 3]));
}

#[test]
fn each_resumption_may_bring_another_executor() {
    fn two() => impl Generator<Counter, Yield = (), Return = (u32, u32)> {
        (yield, yield)
    }

    let mut two = two();
    assert_eq!(two.step(&mut Counter(0)), State::Yielded(()));
    assert_eq!(two.step(&mut Counter(10)), State::Yielded(()));
    assert_eq!(two.step(&mut Counter(20)), State::Complete((11, 21)));
}

/// Has as many values as were put in.
struct Queue<'a>(&'a mut VecDeque<u32>);

impl Executor for Queue<'_> {
    type Blocked = !;
    type Resume = Option<u32>;
    fn take_resume(&mut self) -> Option<u32> {
        self.0.pop_front()
    }
}

#[test]
fn an_executor_may_borrow() {
    fn two<'q>() => impl Generator<Queue<'q>, Yield = (), Return = (Option<u32>, Option<u32>)> {
        (yield, yield)
    }

    let mut values = VecDeque::from([7]);
    let mut queue = Queue(&mut values);
    let mut two = two();
    let _ = two.step(&mut queue);
    let _ = two.step(&mut queue);
    assert_eq!(two.step(&mut queue), State::Complete((Some(7), None)));
    drop(two);
    assert!(values.is_empty());
}

#[test]
fn generic_over_the_executor() {
    fn pair<E: Executor>() => impl Generator<E, Yield = u8, Return = (E::Resume, E::Resume)> {
        (yield 1, yield 2)
    }

    assert!(pair().map_return(|((), ())| ()).iter().eq([1, 2]));

    let mut sent = pair();
    assert_eq!(sent.start(), State::Yielded(1));
    assert_eq!(sent.send('a'), State::Yielded(2));
    assert_eq!(sent.send('b'), State::Complete(('a', 'b')));

    let mut counted = pair();
    assert_eq!(counted.step(&mut Counter(0)), State::Yielded(1));
}
