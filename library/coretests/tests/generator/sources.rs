use core::generator::{self, Arg, Executor, Generator, State};

struct Busy(u32);

impl Executor for Busy {
    type Blocked = u32;
    type Resume = ();
    fn take_resume(&mut self) {
        self.0 += 100;
    }
}

#[test]
fn from_fn_calls_the_closure() {
    let mut n = 0;
    let mut generator = generator::from_fn(|busy: &mut Busy| {
        n += 1;
        match n {
            1 => State::Blocked(busy.0),
            2 => State::Yielded("two"),
            _ => State::Complete(n),
        }
    });
    assert_eq!(generator.step(&mut Busy(9)), State::Blocked(9));
    assert_eq!(generator.step(&mut Busy(9)), State::Yielded("two"));
    assert_eq!(generator.step(&mut Busy(9)), State::Complete(3));
    assert_eq!(generator.step(&mut Busy(9)), State::Complete(4));
}

#[test]
fn from_fn_takes_its_executor_from_its_use() {
    let mut generator = generator::from_fn(|_| State::<u8, ()>::Yielded(1));
    assert_eq!(generator.step(&mut ()), State::Yielded(1));

    let mut generator = generator::from_fn(|_| State::<u8, ()>::Yielded(1));
    assert_eq!(generator.step(&mut Arg::new("x")), State::Yielded(1));
}

#[test]
fn from_fn_is_generic_where_the_closure_is() {
    fn never_ready<E: Executor>(reason: impl Fn() -> E::Blocked) -> impl Generator<E, Yield = !, Return = !> {
        generator::from_fn(move |_: &mut E| State::Blocked(reason()))
    }

    let mut never = Box::pin(never_ready::<Busy>(|| 4));
    let State::Blocked(reason) = never.as_mut().resume(&mut Busy(0));
    assert_eq!(reason, 4);
}

#[test]
fn from_iter_suits_any_executor() {
    assert!(generator::from_iter([1, 2]).iter().eq([1, 2]));

    let mut sent = generator::from_iter([1, 2]);
    assert_eq!(sent.start(), State::Yielded(1));
    assert_eq!(sent.send("dropped"), State::Yielded(2));
    assert_eq!(sent.send("dropped"), State::Complete(()));
}

/// An iterator waits for nothing, whatever there is to take.
#[test]
fn from_iter_takes_nothing() {
    let mut busy = Busy(0);
    let mut generator = generator::from_iter("ab".chars());
    assert_eq!(generator.step(&mut busy), State::Yielded('a'));
    assert_eq!(generator.step(&mut busy), State::Yielded('b'));
    assert_eq!(generator.step(&mut busy), State::Complete(()));
    assert_eq!(busy.0, 0);
    assert!(generator::from_iter([1, 2]).step(&mut Arg::<String>::empty()).is_yielded());
}

#[test]
fn sources_need_not_be_pinned() {
    use core::marker::PhantomPinned;

    fn unpin<T: Unpin>(_: &T) {}
    fn send<T: Send + Sync>(_: &T) {}

    struct PinnedIter(#[allow(dead_code)] PhantomPinned);
    impl Iterator for PinnedIter {
        type Item = u8;
        fn next(&mut self) -> Option<u8> {
            None
        }
    }

    let generator = generator::from_iter::<(), _>(PinnedIter(PhantomPinned));
    unpin(&generator);
    send(&generator::from_iter::<Arg<*const u8>, _>([1u8]));

    let pinned = PhantomPinned;
    unpin(&generator::from_fn(move |_: &mut ()| {
        let _ = &pinned;
        State::<(), ()>::Complete(())
    }));
}

#[test]
fn sources_are_into_iterator() {
    let mut all = Vec::new();
    for n in generator::from_iter([1, 2]) {
        all.push(n);
    }
    let mut left = 2;
    for n in generator::from_fn(|_| {
        left -= 1;
        if left >= 0 { State::Yielded(left) } else { State::Complete(()) }
    }) {
        all.push(n);
    }
    assert_eq!(all, [1, 2, 1, 0]);
}

#[test]
fn sources_print() {
    let generator = generator::from_iter::<(), _>([1, 2]);
    assert_eq!(format!("{generator:?}"), "FromIter(IntoIter([1, 2]))");

    let generator = generator::from_fn(|_: &mut ()| State::<(), ()>::Complete(()));
    assert_eq!(format!("{generator:?}"), "FromFn { .. }");
}
