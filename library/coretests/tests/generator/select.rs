use core::cell::Cell;
use core::generator::{self, ByMut, Executor, Future, Generator, Selected, State};
use core::pin::pin;

use super::Drops;
#[cfg(panic = "unwind")]
use super::panic_message;

/// Counts the resumptions of two futures.
#[derive(Default, PartialEq, Debug)]
struct Counting([u32; 2]);

impl Executor for Counting {
    type Blocked = usize;
    type Resume = ();
    fn take_resume(&mut self) {}
}

/// Blocks as often, and returns `value`.
fn after<T>(index: usize, mut times: u32, value: T) -> impl Future<Counting, Return = T> + Unpin {
    let mut value = Some(value);
    generator::from_fn(move |counting: &mut Counting| {
        counting.0[index] += 1;
        if times == 0 {
            return State::Complete(value.take().unwrap());
        }
        times -= 1;
        State::Blocked(index)
    })
    .map_return(|value| value)
}

fn drive<F: Future<Counting>>(future: F) -> (Counting, F::Return) {
    let mut future = pin!(future);
    let mut counting = Counting::default();
    loop {
        if let State::Complete(value) = future.as_mut().resume(&mut counting) {
            return (counting, value);
        }
    }
}

#[test]
fn the_first_to_end_wins() {
    let (counting, selected) = drive(generator::select(after(0, 1, "one"), after(1, 5, 2)));
    assert!(matches!(selected, Selected::First("one", _)));
    assert_eq!(counting.0, [2, 1], "when the first has ended the second is not resumed again");

    let (counting, selected) = drive(generator::select(after(0, 5, "one"), after(1, 1, 2)));
    assert!(matches!(selected, Selected::Second(_, 2)));
    assert_eq!(counting.0, [2, 2]);
}

#[test]
fn of_two_that_could_end_the_first_wins() {
    let (counting, selected) = drive(generator::select(after(0, 2, 'a'), after(1, 2, 'b')));
    assert!(matches!(selected, Selected::First('a', _)));
    assert_eq!(counting.0, [3, 2]);
    let both = generator::select(generator::ready(1), generator::ready(2));
    assert!(matches!(generator::run(both), Selected::First(1, _)));
}

#[test]
fn the_other_goes_on_where_it_was() {
    fn both() => impl Future<Counting, Return = (u32, char)> {
        match await generator::select(after(0, 1, 1), after(1, 4, 'b')) {
            Selected::First(n, rest) => (n, await rest),
            Selected::Second(rest, c) => (await rest, c),
        }
    }

    let (counting, both) = drive(both());
    assert_eq!((counting.0, both), ([2, 5], (1, 'b')));
}

#[test]
fn the_reason_is_that_of_the_second() {
    let mut select = generator::select(after(0, 1, ()), after(1, 2, ()));
    let mut counting = Counting::default();
    assert!(matches!(select.step(&mut counting), State::Blocked(1)));
    assert!(select.step(&mut counting).is_complete());
}

#[test]
fn a_loop_over_what_is_left() {
    fn race() => impl Future<Counting, Return = String> {
        let mut order = String::new();
        let (mut left, mut right) = (after(0, 0, 'a'), after(1, 2, 'b'));
        for times in [3, 1, 0] {
            match await generator::select(left, right) {
                Selected::First(c, rest) => {
                    order.push(c);
                    (left, right) = (after(0, times, 'a'), rest);
                }
                Selected::Second(rest, c) => {
                    order.push(c);
                    (left, right) = (rest, after(1, times, 'b'));
                }
            }
        }
        order
    }

    assert_eq!(drive(race()).1, "aba");
}

#[test]
fn what_must_be_pinned_is_lent() {
    fn late(text: &str) => static impl Future<Counting, Return = usize> {
        let owned = text.to_string();
        let borrowed = &owned;
        await after(0, 2, ());
        borrowed.len()
    }

    let mut late = pin!(late("four"));
    let select = generator::select(ByMut::from(late.as_mut()), after(1, 1, "soon"));
    let (_, Selected::Second(_, "soon")) = drive(select) else { panic!() };
    assert_eq!(drive(ByMut::from(late)).1, 4);
}

#[test]
fn what_has_ended_is_dropped_and_the_other_given_back() {
    fn holds(index: usize, times: u32, drops: Drops<'_>) => impl Future<Counting, Return = ()> {
        let _drops = drops;
        await after(index, times, ());
    }

    let (first, second) = (Cell::new(0), Cell::new(0));
    let select = generator::select(holds(0, 1, Drops(&first)), holds(1, 5, Drops(&second)));
    let (_, selected) = drive(select);
    assert_eq!((first.get(), second.get()), (1, 0));
    drop(selected);
    assert_eq!((first.get(), second.get()), (1, 1));

    let mut select = generator::select(holds(0, 5, Drops(&first)), holds(1, 5, Drops(&second)));
    assert!(select.step(&mut Counting::default()).is_blocked());
    drop(select);
    assert_eq!((first.get(), second.get()), (2, 2));
}

#[test]
#[should_panic = "generator resumed after completion"]
fn completes_once() {
    let mut select = generator::select(generator::ready(1), generator::ready(2));
    assert!(select.step(&mut ()).is_complete());
    let _ = select.step(&mut ());
}

#[test]
#[cfg(panic = "unwind")]
fn a_panic_leaves_both_to_be_dropped() {
    fn oops(_: Drops<'_>) => impl Future<Counting, Return = ()> {
        await after(0, 1, ());
        panic!("oops");
    }

    let drops = Cell::new(0);
    let mut select = generator::select(oops(Drops(&drops)), oops(Drops(&drops)));
    let mut counting = Counting::default();
    assert!(select.step(&mut counting).is_blocked());
    assert_eq!(panic_message(|| select.step(&mut counting)), "oops");
    assert_eq!(panic_message(|| select.step(&mut counting)), "generator resumed after panicking");
    drop(select);
    assert_eq!(drops.get(), 2);
}

#[test]
fn selects_and_what_they_give_have_the_usual_traits() {
    let select = generator::select(generator::ready(1), generator::ready("b"));
    let text = "Select { futures: Some((Ready { value: Some(1) }, Ready { value: Some(\"b\") })) }";
    assert_eq!(format!("{select:?}"), text);
    let once = generator::run(select.clone());
    let again = generator::run(select);
    assert!(matches!((once, again), (Selected::First(1, _), Selected::First(1, _))));

    let selected: Selected<u8, char, u8, char> = Selected::First(1, 'b');
    let copy = selected;
    assert_eq!(selected, copy);
    assert_ne!(selected, Selected::Second(1, 'b'));
    assert_eq!(format!("{selected:?}"), "First(1, 'b')");
}

#[test]
fn is_const() {
    const BOTH: generator::Select<generator::Ready<u8>, generator::Ready<u8>> =
        generator::select(generator::ready(1), generator::ready(2));
    assert!(matches!(generator::run(BOTH), Selected::First(1, _)));
}
