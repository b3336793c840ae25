use core::generator::State;
use core::mem::size_of;

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

#[test]
fn the_usual_traits() {
    use core::hash::BuildHasher;

    let [yielded, blocked, complete] = ALL;
    assert!(yielded < blocked && blocked < complete);
    assert_eq!(yielded.clone(), yielded);
    assert_eq!(format!("{ALL:?}"), r#"[Yielded(1), Blocked(-2), Complete("done")]"#);
    let hasher = std::hash::RandomState::new();
    assert_eq!(hasher.hash_one(blocked), hasher.hash_one(State::<u8, &str, i16>::Blocked(-2)));
}
