use core::cell::Cell;
use core::generator::{Arg, Generator, State};
use core::mem::{size_of, size_of_val};
use core::pin::Pin;
use std::generator::{Boxed, BoxedSend, IntoBox};

#[cfg(panic = "unwind")]
use super::panic_message;
use super::{Drops, count, upto};

#[test]
fn erases_the_type() {
    let mut both: Vec<Boxed<'_, (), u32, u32>> =
        vec![count(1).into_box(), (5..6).map_return(|()| 9).into_box()];
    assert_eq!(both[0].step(&mut ()), State::Yielded(0));
    assert_eq!(both[1].step(&mut ()), State::Yielded(5));
    assert_eq!(both[0].step(&mut ()), State::Complete(1));
    assert_eq!(both[1].step(&mut ()), State::Complete(9));
    assert_eq!(size_of_val(&both[0]), size_of::<Box<dyn Send>>());
}

#[test]
fn may_borrow() {
    let text = String::from("to be");
    let boxed: Boxed<'_, (), &str, ()> = text.split(' ').into_box();
    assert!(boxed.iter().eq(["to", "be"]));
}

#[test]
fn keeps_the_executor() {
    fn echo() => impl Generator<Arg<u32>, Yield = u32, Return = ()> {
        let mut last = 0;
        while last < 10 {
            last = yield last;
        }
    }

    let mut boxed: Boxed<'static, Arg<u32>, u32, ()> = echo().into_box();
    assert_eq!(boxed.start(), State::Yielded(0));
    assert_eq!(boxed.send(5), State::Yielded(5));
    assert_eq!(boxed.send(10), State::Complete(()));
}

#[test]
fn need_not_be_pinned_whatever_is_in_it() {
    use core::marker::PhantomPinned;

    struct Never(#[allow(dead_code)] PhantomPinned);
    impl Generator for Never {
        type Yield = u8;
        type Return = ();
        fn resume(self: Pin<&mut Self>, _: &mut ()) -> State<u8, ()> {
            State::Yielded(1)
        }
    }

    let mut boxed = Never(PhantomPinned).into_box();
    assert_eq!(boxed.step(&mut ()), State::Yielded(1));
    assert_eq!({ boxed }.step(&mut ()), State::Yielded(1));
}

#[test]
fn recursion() {
    struct Node(u32, Vec<Node>);

    fn walk(node: &Node) -> Boxed<'_, (), u32, ()> {
        fn frame(node: &Node) => impl Generator<Yield = u32, Return = ()> {
            yield node.0;
            for child in &node.1 {
                for n in walk(child) {
                    yield n;
                }
            }
        }
        frame(node).into_box()
    }

    let tree = Node(1, vec![Node(2, vec![Node(3, vec![])]), Node(4, vec![])]);
    assert!(walk(&tree).into_iter().eq([1, 2, 3, 4]));
}

#[test]
fn into_iterator() {
    let mut all = Vec::new();
    for n in upto(2).into_box() {
        all.push(n);
    }
    for n in upto(1).into_box_send() {
        all.push(n);
    }
    assert_eq!(all, [0, 1, 0]);
}

#[test]
fn drops_the_generator() {
    fn hold(drops: Drops<'_>) => impl Generator<Yield = (), Return = ()> {
        yield;
        drop(drops);
    }

    for resumptions in 0..3 {
        let drops = Cell::new(0);
        let mut boxed = hold(Drops(&drops)).into_box();
        for _ in 0..resumptions {
            let _ = boxed.step(&mut ());
        }
        drop(boxed);
        assert_eq!(drops.get(), 1);
    }
}

#[test]
fn send() {
    fn is_send<T: Send>(value: T) -> T {
        value
    }

    let boxed: BoxedSend<'_, (), u32, ()> = is_send(upto(3).into_box_send());
    let sum = std::thread::spawn(move || boxed.iter().sum::<u32>()).join().unwrap();
    assert_eq!(sum, 3);

    let mut boxed: Boxed<'_, (), u32, u32> = count(1).into_box_send().into();
    assert_eq!(boxed.step(&mut ()), State::Yielded(0));
}

#[test]
fn from_a_pinned_box() {
    let pinned: Pin<Box<dyn Generator<Yield = u32, Return = u32>>> = Box::pin(count(1));
    assert_eq!(Boxed::from(pinned).step(&mut ()), State::Yielded(0));
    let pinned: Pin<Box<dyn Generator<Yield = u32, Return = u32> + Send>> = Box::pin(count(1));
    assert_eq!(BoxedSend::from(pinned).step(&mut ()), State::Yielded(0));
}

#[test]
fn debug_tells_the_phase() {
    let mut boxed = upto(1).into_box();
    assert_eq!(format!("{boxed:?}"), "Boxed (unresumed)");
    let _ = boxed.step(&mut ());
    assert_eq!(format!("{boxed:?}"), "Boxed (suspended)");
    assert_eq!(format!("{:?}", (0..1).into_box_send()), "BoxedSend (unknown)");
}

#[test]
#[cfg(panic = "unwind")]
fn panics_go_through() {
    fn oops() => impl Generator<Yield = (), Return = ()> {
        panic!("oops");
    }

    let mut boxed = oops().into_box();
    assert_eq!(panic_message(|| boxed.step(&mut ())), "oops");
    assert_eq!(panic_message(|| boxed.step(&mut ())), "generator resumed after panicking");
}
