use core::generator::{ByMut, Executor, Generator, State};
use core::marker::PhantomPinned;
use core::pin::{Pin, pin};

#[cfg(panic = "unwind")]
use super::panic_message;
use super::{count, upto};

/// A generator by hand that must be pinned, for any executor.
struct Pinned {
    n: u32,
    _pinned: PhantomPinned,
}

impl Pinned {
    fn new() -> Pinned {
        Pinned { n: 0, _pinned: PhantomPinned }
    }
}

impl<E: Executor> Generator<E> for Pinned {
    type Yield = u32;
    type Return = &'static str;

    fn resume(self: Pin<&mut Self>, _: &mut E) -> State<u32, &'static str, E::Blocked> {
        // SAFETY: A number need not be pinned.
        let n = unsafe { &mut self.get_unchecked_mut().n };
        *n += 1;
        if *n < 3 { State::Yielded(*n) } else { State::Complete("pinned") }
    }
}

#[test]
fn by_mut_lends() {
    let mut frame = count(3);
    assert_eq!(frame.by_mut().step(&mut ()), State::Yielded(0));
    assert_eq!(frame.by_mut().by_mut().step(&mut ()), State::Yielded(1));
    assert_eq!(frame.step(&mut ()), State::Yielded(2));
    assert_eq!(frame.by_mut().step(&mut ()), State::Complete(3));
}

#[test]
fn by_mut_lends_a_pinned_generator() {
    let mut pinned = pin!(Pinned::new());
    let mut lent = ByMut::from(pinned.as_mut());
    assert_eq!(lent.step(&mut ()), State::Yielded(1));
    assert_eq!(ByMut::from(pinned.as_mut()).step(&mut ()), State::Yielded(2));
    assert_eq!(pinned.as_mut().resume(&mut ()), State::Complete("pinned"));
}

#[test]
fn by_mut_lends_a_trait_object() {
    let mut boxed: Pin<Box<dyn Generator<Yield = u32, Return = u32>>> = Box::pin(count(1));
    assert_eq!(ByMut::from(boxed.as_mut()).step(&mut ()), State::Yielded(0));
    assert_eq!(ByMut::from(boxed.as_mut()).step(&mut ()), State::Complete(1));
}

#[test]
fn map_yield_maps_what_is_yielded() {
    let mut calls = 0;
    let mut mapped = count(2).map_yield(|n| {
        calls += 1;
        n.to_string()
    });
    assert_eq!(mapped.step(&mut ()), State::Yielded("0".to_string()));
    assert_eq!(mapped.step(&mut ()), State::Yielded("1".to_string()));
    assert_eq!(mapped.step(&mut ()), State::Complete(2));
    assert_eq!(calls, 2);
}

#[test]
fn map_return_maps_what_is_returned() {
    let not_copy = String::from("returned ");
    let mut mapped = count(1).map_return(|n| not_copy + &n.to_string());
    assert_eq!(mapped.step(&mut ()), State::Yielded(0));
    assert_eq!(mapped.step(&mut ()), State::Complete("returned 1".to_string()));
}

#[test]
fn blocked_goes_through() {
    use core::generator::from_fn;

    struct Busy;
    impl Executor for Busy {
        type Blocked = u8;
        type Resume = ();
        fn take_resume(&mut self) {}
    }

    let mut busy = from_fn(|_: &mut Busy| State::<(), (), u8>::Blocked(7));
    let mut busy = busy.by_mut().map_yield(|()| 1).map_return(|()| 2);
    assert_eq!(busy.step(&mut Busy), State::Blocked(7));
}

#[test]
#[should_panic = "generator resumed after completion"]
fn map_yield_of_a_complete_frame() {
    let mut mapped = count(0).map_yield(|n| n);
    let _ = mapped.step(&mut ());
    let _ = mapped.step(&mut ());
}

#[test]
#[should_panic = "generator resumed after completion"]
fn map_return_completes_once_whatever_it_maps() {
    let mut mapped = [0u8; 0].into_iter().map_return(|()| 1);
    assert_eq!(mapped.step(&mut ()), State::Complete(1));
    let _ = mapped.step(&mut ());
}

#[test]
#[cfg(panic = "unwind")]
fn a_panic_in_the_function_leaves_the_generator_alone() {
    let mut frame = upto(3);
    let mut mapped = frame.by_mut().map_yield(|n| if n == 1 { panic!("one") } else { n });
    assert_eq!(mapped.step(&mut ()), State::Yielded(0));
    assert_eq!(panic_message(|| mapped.step(&mut ())), "one");
    assert_eq!(mapped.step(&mut ()), State::Yielded(2));
}

#[test]
fn only_the_generator_must_be_pinned() {
    fn unpin<T: Unpin>(_: &T) {}

    let pinned = PhantomPinned;
    let ignore = move |n: u32| {
        let _ = &pinned;
        n
    };
    unpin(&count(1).map_yield(ignore));
    unpin(&count(1).map_return(ignore));
    unpin(&ByMut::from(pin!(Pinned::new())));

    let mut mapped = pin!(Generator::<()>::map_return(Pinned::new(), str::len));
    while let State::Yielded(_) = Generator::<()>::resume(mapped.as_mut(), &mut ()) {}
}

#[test]
fn pinned_generators_can_be_mapped() {
    let mapped = Generator::<()>::map_yield(Pinned::new(), |n| n * 100);
    let mut mapped = pin!(Generator::<()>::map_return(mapped, str::len));
    assert_eq!(mapped.as_mut().resume(&mut ()), State::Yielded(100));
    assert_eq!(mapped.as_mut().resume(&mut ()), State::Yielded(200));
    assert_eq!(mapped.as_mut().resume(&mut ()), State::Complete(6));
}

#[test]
fn all_are_into_iterator() {
    let mut frame = upto(2);
    let mut all = Vec::new();
    for n in frame.by_mut() {
        all.push(n);
    }
    for n in upto(2).map_yield(|n| n + 10) {
        all.push(n);
    }
    for n in count(2).map_return(drop) {
        all.push(n + 20);
    }
    assert_eq!(all, [0, 1, 10, 11, 20, 21]);
}

#[test]
fn all_print() {
    let mut mapped = count(2).map_yield(|n| n * 2).map_return(|n| n * 3);
    let _ = mapped.step(&mut ());
    let text = format!("{mapped:?}");
    assert!(text.starts_with("MapReturn { generator: MapYield { generator: {generator@"), "{text}");
    assert!(text.contains("(suspended)"), "{text}");
    assert!(format!("{:?}", upto(1).by_mut()).starts_with("ByMut { generator: {generator@"));
}
