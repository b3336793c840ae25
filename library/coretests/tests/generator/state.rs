use core::generator::State;
use core::mem::size_of;
use core::ops::CoroutineState;
use core::task::Poll;

type S = State<u8, &'static str, i16>;

const ALL: [S; 3] = [State::Yielded(1), State::Blocked(-2), State::Complete("done")];

#[test]
fn predicates() {
    assert_eq!(ALL.map(|s| s.is_yielded()), [true, false, false]);
    assert_eq!(ALL.map(|s| s.is_blocked()), [false, true, false]);
    assert_eq!(ALL.map(|s| s.is_complete()), [false, false, true]);
}

#[test]
fn predicates_are_const() {
    const _: () = assert!(ALL[0].is_yielded() && ALL[1].is_blocked() && ALL[2].is_complete());
}

#[test]
fn options() {
    assert_eq!(ALL.map(State::yielded), [Some(1), None, None]);
    assert_eq!(ALL.map(State::blocked), [None, Some(-2), None]);
    assert_eq!(ALL.map(State::complete), [None, None, Some("done")]);
}

#[test]
fn maps_touch_one_variant() {
    assert_eq!(
        ALL.map(|s| s.map_yielded(|n| n + 1)),
        [State::Yielded(2), State::Blocked(-2), State::Complete("done")]
    );
    assert_eq!(
        ALL.map(|s| s.map_blocked(|n| n * 10)),
        [State::Yielded(1), State::Blocked(-20), State::Complete("done")]
    );
    assert_eq!(
        ALL.map(|s| s.map_complete(str::len)),
        [State::Yielded(1), State::Blocked(-2), State::Complete(4)]
    );
}

#[test]
fn an_impossible_case_needs_no_arm_and_no_room() {
    let yielded: State<u32, !> = State::Yielded(3);
    let State::Yielded(n) = yielded;
    assert_eq!(n, 3);

    let complete: State<!, u32> = State::Complete(4);
    let State::Complete(n) = complete;
    assert_eq!(n, 4);

    assert_eq!(size_of::<State<u32, !>>(), size_of::<u32>());
    assert_eq!(size_of::<State<!, u32, !>>(), size_of::<u32>());
    assert_eq!(size_of::<State<u32, ()>>(), size_of::<Option<u32>>());
}

/// The order of `Poll`, whose discriminants those of `State` are.
#[test]
fn what_is_over_comes_first() {
    let states: [State<!, u32, ()>; 2] = [State::Complete(1), State::Blocked(())];
    let polls = [Poll::Ready(1), Poll::Pending];
    assert!(states.is_sorted() && polls.is_sorted());
}

/// The order in which the variants of `CoroutineState` used to stand.
#[test]
fn coroutines_that_go_on_come_first() {
    let mut states = [
        CoroutineState::Complete(1),
        CoroutineState::Yielded(4),
        CoroutineState::Complete(0),
        CoroutineState::Yielded(3),
    ];
    let sorted = [
        CoroutineState::Yielded(3),
        CoroutineState::Yielded(4),
        CoroutineState::Complete(0),
        CoroutineState::Complete(1),
    ];
    states.sort();
    assert_eq!(states, sorted);
    assert!(sorted.is_sorted_by(|a, b| a.partial_cmp(b).is_some_and(|it| it.is_lt())));
    assert_eq!(
        CoroutineState::Yielded::<_, ()>(f32::NAN).partial_cmp(&CoroutineState::Yielded(1.0)),
        None
    );
}

#[test]
fn the_usual_traits() {
    use core::hash::BuildHasher;

    let [yielded, blocked, complete] = ALL;
    assert!(complete < blocked && blocked < yielded);
    assert_eq!(yielded.clone(), yielded);
    assert_eq!(format!("{ALL:?}"), r#"[Yielded(1), Blocked(-2), Complete("done")]"#);
    let hasher = std::hash::RandomState::new();
    assert_eq!(hasher.hash_one(blocked), hasher.hash_one(State::<u8, &str, i16>::Blocked(-2)));
}
