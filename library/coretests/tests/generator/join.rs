use core::cell::{Cell, RefCell};
use core::generator::{self, Executor, Future, Generator, Joined, State};
use core::marker::PhantomPinned;
use core::pin::{Pin, pin};
use std::collections::VecDeque;
use std::generator::IntoBox;

use super::Drops;
#[cfg(panic = "unwind")]
use super::panic_message;

/// Has its futures note who is resumed.
#[derive(Default)]
struct Noting {
    resumed: Vec<&'static str>,
}

impl Executor for Noting {
    /// Who is blocked.
    type Blocked = &'static str;
    type Resume = ();
    fn take_resume(&mut self) {}
}

/// Blocks as often, and returns its name.
fn after(mut times: u32, name: &'static str) -> impl Future<Noting, Return = &'static str> + Unpin {
    generator::from_fn(move |noting: &mut Noting| {
        noting.resumed.push(name);
        if times == 0 {
            return State::Complete(name);
        }
        times -= 1;
        State::Blocked(name)
    })
}

/// Runs a future to its end, and counts how often it blocked.
fn drive<F: Future<Noting>>(future: F) -> (u32, F::Return) {
    let mut future = pin!(future);
    let mut noting = Noting::default();
    let mut blocked = 0;
    loop {
        match future.as_mut().resume(&mut noting) {
            State::Blocked(_) => blocked += 1,
            State::Complete(value) => return (blocked, value),
        }
    }
}

#[test]
fn tuples_of_two_to_eight() {
    macro_rules! join_all {
        ($($value:expr),*) => {
            assert_eq!(
                generator::run(generator::join(($(generator::ready($value),)*))),
                ($($value,)*)
            );
        };
    }
    join_all!(1, 'b');
    join_all!(1, 'b', "c");
    join_all!(1, 'b', "c", 4.0);
    join_all!(1, 'b', "c", 4.0, ());
    join_all!(1, 'b', "c", 4.0, (), [6]);
    join_all!(1, 'b', "c", 4.0, (), [6], vec![7]);
    join_all!(1, 'b', "c", 4.0, (), [6], vec![7], Some(8));
}

#[test]
fn each_of_eight_is_waited_for() {
    for slow in 0..8 {
        let times = |n: u32| if n == slow { 3 } else { n % 2 };
        let (blocked, all) = drive(generator::join((
            after(times(0), "a"),
            after(times(1), "b"),
            after(times(2), "c"),
            after(times(3), "d"),
            after(times(4), "e"),
            after(times(5), "f"),
            after(times(6), "g"),
            after(times(7), "h"),
        )));
        assert_eq!(blocked, 3);
        assert_eq!(all, ("a", "b", "c", "d", "e", "f", "g", "h"));
    }
}

#[test]
fn arrays() {
    assert_eq!(generator::run(generator::join([1, 2, 3].map(generator::ready))), [1, 2, 3]);
    assert_eq!(generator::run(generator::join([generator::ready("one")])), ["one"]);
    assert_eq!(generator::run(generator::join([generator::ready(()); 0])), []);
    assert_eq!(
        drive(generator::join([after(2, "a"), after(0, "b"), after(5, "c")])),
        (5, ["a", "b", "c"])
    );
    let many = generator::run(generator::join([7; 100].map(generator::ready)));
    assert_eq!(many, [7; 100]);
}

#[test]
fn all_that_have_not_ended_are_resumed_in_order() {
    let mut noting = Noting::default();
    let mut tuple = generator::join((after(1, "a"), after(3, "b"), after(2, "c")));
    let mut array = generator::join([after(1, "a"), after(3, "b"), after(2, "c")]);
    for resumed in [&["a", "b", "c"][..], &["a", "b", "c"], &["b", "c"], &["b"]] {
        let _ = tuple.step(&mut noting);
        assert_eq!(noting.resumed, resumed);
        noting.resumed.clear();
        let _ = array.step(&mut noting);
        assert_eq!(noting.resumed, resumed);
        noting.resumed.clear();
    }
}

#[test]
fn the_reason_is_that_of_the_last_that_is_blocked() {
    let mut noting = Noting::default();
    let mut join = generator::join((after(2, "a"), after(4, "b"), after(1, "c"), after(3, "d")));
    for reason in ["d", "d", "d", "b"] {
        assert_eq!(join.step(&mut noting), State::Blocked(reason));
    }
    assert_eq!(join.step(&mut noting), State::Complete(("a", "b", "c", "d")));

    let mut join = generator::join([after(2, "a"), after(1, "b")]);
    assert_eq!(join.step(&mut noting), State::Blocked("b"));
    assert_eq!(join.step(&mut noting), State::Blocked("a"));
    assert_eq!(join.step(&mut noting), State::Complete(["a", "b"]));
}

#[test]
fn under_arg_and_task() {
    use core::generator::{Arg, Task};
    use core::task::{Context, Poll, Waker};

    let mut join = generator::join((generator::ready(1), generator::ready(2)));
    assert_eq!(join.step(&mut Arg::new("not taken")), State::Complete((1, 2)));

    fn both() => impl Future<Task, Return = (u8, u8)> {
        await generator::join((core::future::ready(1), Box::pin(async { 2 })))
    }

    let mut both = pin!(both().into_core());
    let mut context = Context::from_waker(Waker::noop());
    let poll = core::future::Future::poll(both.as_mut(), &mut context);
    assert_eq!(poll, Poll::Ready((1, 2)));
}

#[test]
fn a_join_is_a_future_like_any_other() {
    fn nested() => impl Future<Noting, Return = String> {
        let inner = generator::join((after(2, "a"), after(1, "b")));
        let race = generator::select(after(3, "c"), after(1, "d")).map_return(|_| "d");
        let array = generator::join([after(0, "c")]);
        let ((a, b), [c], d) = await generator::join((inner, array, race));
        [a, b, c, d].concat()
    }

    assert_eq!(drive(nested()), (2, "abcd".to_string()));
    let boxed = [after(1, "a").into_box(), generator::ready("b").into_box()];
    assert_eq!(drive(generator::join(boxed)), (1, ["a", "b"]));
    let (mut a, mut b) = (after(1, "a"), after(2, "b"));
    assert_eq!(drive(generator::join((a.by_mut(), b.by_mut()))), (2, ("a", "b")));
}

#[test]
fn frames_side_by_side() {
    /// What one sends the other receives.
    type Channel<'a> = &'a RefCell<VecDeque<u32>>;

    fn sends(channel: Channel<'_>) => impl Future<Noting, Return = u32> {
        for n in 0..3 {
            channel.borrow_mut().push_back(n);
            await after(1, "sender");
        }
        3
    }

    fn receives(channel: Channel<'_>) => impl Future<Noting, Return = Vec<u32>> {
        let mut received = Vec::new();
        while received.len() < 3 {
            let next = channel.borrow_mut().pop_front();
            match next {
                Some(n) => received.push(n),
                None => _ = await after(1, "receiver"),
            }
        }
        received
    }

    let channel = RefCell::default();
    let (blocked, (sent, received)) = drive(generator::join((sends(&channel), receives(&channel))));
    assert_eq!((blocked, sent, received), (3, 3, vec![0, 1, 2]));
}

#[test]
fn results_wait_for_the_others() {
    struct Value<'a>(Drops<'a>, #[allow(dead_code)] PhantomPinned);

    let drops = Cell::new(0);
    let value = generator::ready(Value(Drops(&drops), PhantomPinned));
    let (blocked, (value, _)) = drive(generator::join((value, after(3, "late"))));
    assert_eq!((blocked, drops.get()), (3, 0));
    drop(value.0);
    assert_eq!(drops.get(), 1);
}

/// Blocks as often while it holds something.
fn holds(times: u32, drops: Drops<'_>) => impl Future<Noting, Return = u32> {
    let _drops = drops;
    await after(times, "holds");
    times
}

#[test]
fn a_future_is_dropped_as_soon_as_it_ends() {
    let (first, second) = (Cell::new(0), Cell::new(0));
    let mut noting = Noting::default();
    let captured = Drops(&first);
    let first_future = after(2, "first").map_return(move |name| {
        let _ = &captured;
        name
    });
    let mut join = generator::join((first_future, holds(1, Drops(&second)), after(3, "third")));
    for dropped in [(0, 0), (0, 1), (1, 1)] {
        assert!(join.step(&mut noting).is_blocked());
        assert_eq!((first.get(), second.get()), dropped);
    }
    drop(join);
    assert_eq!((first.get(), second.get()), (1, 1));
}

#[test]
fn dropping_a_join_drops_what_is_left() {
    for resumptions in 0..4 {
        let (running, ended) = (Cell::new(0), Cell::new(0));
        let mut noting = Noting::default();
        let result = generator::ready(Drops(&ended));
        let mut join = generator::join((holds(9, Drops(&running)), result));
        for _ in 0..resumptions {
            assert!(join.step(&mut noting).is_blocked());
        }
        assert_eq!((running.get(), ended.get()), (0, 0));
        drop(join);
        assert_eq!((running.get(), ended.get()), (1, 1));
    }
}

/// Checks that it stays where it is from its first resumption on.
struct Immovable {
    times: u32,
    address: Option<usize>,
    _pinned: PhantomPinned,
}

impl Immovable {
    fn new(times: u32) -> Immovable {
        Immovable { times, address: None, _pinned: PhantomPinned }
    }

    fn check(&mut self) {
        let here = &raw const *self as usize;
        assert_eq!(*self.address.get_or_insert(here), here, "it has moved");
    }
}

impl<E: Executor<Blocked = &'static str>> Generator<E> for Immovable {
    type Yield = !;
    type Return = u32;

    fn resume(self: Pin<&mut Self>, _: &mut E) -> State<!, u32, &'static str> {
        // SAFETY: Nothing is moved.
        let this = unsafe { self.get_unchecked_mut() };
        this.check();
        if this.times == 0 {
            return State::Complete(7);
        }
        this.times -= 1;
        State::Blocked("immovable")
    }
}

impl Drop for Immovable {
    fn drop(&mut self) {
        if self.address.is_some() {
            self.check();
        }
    }
}

#[test]
fn immovable_futures_are_pinned_in_place() {
    let tuple = (Immovable::new(2), Immovable::new(0), after(1, "movable"), Immovable::new(3));
    assert_eq!(drive(generator::join(tuple)), (3, (7, 7, "movable", 7)));
    let array = [3, 0, 1].map(Immovable::new);
    assert_eq!(drive(generator::join(array)), (3, [7, 7, 7]));

    let unfinished = generator::join((Immovable::new(9), Immovable::new(0)));
    let mut unfinished = Box::pin(unfinished);
    assert!(unfinished.as_mut().resume(&mut Noting::default()).is_blocked());
    drop(unfinished);
}

#[test]
fn static_bodies_are_joined_in_place() {
    fn counts(n: usize) => static impl Future<Noting, Return = usize> {
        let numbers = [1; 8];
        let mut sum = 0;
        for number in &numbers[..n] {
            await after(1, "static");
            sum += number;
        }
        sum
    }

    fn all() => static impl Future<Noting, Return = usize> {
        let (a, b) = await generator::join((counts(3), counts(5)));
        let [c, d] = await generator::join([counts(1), counts(2)]);
        a + b + c + d
    }

    assert_eq!(drive(all()), (7, 11));
}

#[test]
#[cfg(panic = "unwind")]
fn a_panic_takes_the_others_with_it() {
    fn oops() => impl Future<Noting, Return = u32> {
        await after(1, "oops");
        panic!("oops");
    }

    let (running, ended) = (Cell::new(0), Cell::new(0));
    let message = panic_message(|| {
        let result = generator::ready(Drops(&ended));
        drive(generator::join((holds(9, Drops(&running)), result, oops())));
    });
    assert_eq!((message.as_str(), running.get(), ended.get()), ("oops", 1, 1));
}

#[test]
#[cfg(panic = "unwind")]
fn after_a_panic_the_future_that_panicked_is_resumed_again() {
    fn oops() => impl Future<Noting, Return = u32> {
        panic!("oops");
    }

    let mut noting = Noting::default();
    let mut join = generator::join((after(5, "first"), oops(), after(0, "last")));
    assert_eq!(panic_message(|| join.step(&mut noting)), "oops");
    assert_eq!(panic_message(|| join.step(&mut noting)), "generator resumed after panicking");
    assert_eq!(noting.resumed, ["first", "first"], "the last was never reached");
}

#[test]
#[cfg(panic = "unwind")]
fn the_result_survives_a_panicking_destructor_of_its_future() {
    struct Bomb(bool);

    impl Drop for Bomb {
        fn drop(&mut self) {
            if core::mem::take(&mut self.0) {
                panic!("dropped");
            }
        }
    }

    let bomb = Bomb(true);
    let first = generator::from_fn(move |_: &mut Noting| {
        let _ = &bomb;
        State::Complete("value")
    });
    let mut noting = Noting::default();
    let mut join = generator::join((first, after(0, "second")));
    assert_eq!(panic_message(|| join.step(&mut noting)), "dropped");
    assert_eq!(join.step(&mut noting), State::Complete(("value", "second")));
}

#[test]
#[should_panic = "generator resumed after completion"]
fn a_tuple_completes_once() {
    let mut join = generator::join((generator::ready(1), generator::ready(2)));
    assert_eq!(join.step(&mut ()), State::Complete((1, 2)));
    let _ = join.step(&mut ());
}

#[test]
#[should_panic = "generator resumed after completion"]
fn an_array_completes_once() {
    let mut join = generator::join([after(0, "a"), after(0, "b")]);
    let mut noting = Noting::default();
    assert_eq!(join.step(&mut noting), State::Complete(["a", "b"]));
    let _ = join.step(&mut noting);
}

#[test]
fn joins_print() {
    let join = generator::join::<(), _>((generator::ready(1), generator::ready(2)));
    assert_eq!(format!("{join:?}"), "Join { .. }");
}

#[test]
fn a_slice_keeps_the_results() {
    let mut slots = [after(2, "a"), after(0, "b"), after(1, "c")].map(Joined::new);
    let (blocked, ()) = drive(generator::join(&mut slots[1..]));
    assert_eq!(blocked, 1);
    assert_eq!(slots.each_mut().map(Joined::take), [None, Some("b"), Some("c")]);
    // Nobody has joined the first, and the others have nothing left.
    let (blocked, ()) = drive(generator::join(&mut slots[..]));
    assert_eq!(blocked, 2);
    assert_eq!(slots.each_mut().map(Joined::take), [Some("a"), None, None]);
}

#[test]
fn an_empty_slice_is_joined_at_once() {
    let mut slots: [Joined<(), generator::Ready<u32>>; 0] = [];
    generator::run(generator::join(&mut slots[..]));
}

#[test]
fn what_has_ended_is_not_resumed_again() {
    let mut slots = [after(0, "a"), after(2, "b")].map(Joined::new);
    let mut noting = Noting::default();
    let mut join = generator::join(&mut slots[..]);
    while join.step(&mut noting).is_blocked() {}
    assert_eq!(noting.resumed, ["a", "b", "b", "b"]);
}
