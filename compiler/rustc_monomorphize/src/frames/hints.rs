//! What would make a frame smaller.
//!
//! No frame is smaller than what its fullest state needs, so this is what a hint must lower. Two things
//! do. A value that only waits to be dropped, or was borrowed and is pointed to no more, need not be held
//! if its scope ends before the suspend point. And what takes up most of the state takes no more than a
//! pointer in a `Box`. It is added up what the states would need then, so a hint that would change
//! nothing is not given.

use rustc_data_structures::fx::FxIndexMap;

use super::text::{across, line};
use super::{Frame, Held, Hint, Why};

/// The least size of a value for which a `Box` is worth a thought.
const WORTH_A_BOX: u64 = 64;

/// Finds the hints for a frame that is complete but for them.
pub(super) fn add_hints(frame: &mut Frame, pointer: u64) {
    let mut needs: Vec<u64> = frame.states.iter().map(|state| state.needs).collect();
    let mut hints = Vec::new();
    let shorter = shorter_scopes(frame, &mut needs);
    hints.extend(shorter.into_iter().map(|(value, states)| shorter_scope(frame, value, states)));
    hints.extend(boxed(frame, &mut needs, pointer));
    frame.fullest_by_hints = most(&needs);
    frame.hints = hints;
}

fn most(needs: &[u64]) -> u64 {
    needs.iter().copied().max().unwrap_or(0)
}

/// Whether a value would not be held if its scope ended before the suspend point.
fn is_left_over(held: &Held) -> bool {
    matches!(held.why, Why::Dropped { .. } | Why::Borrowed { may_be_pointed_to: false, .. })
}

/// The values that need not be held, by their numbers, each with the states in which this matters. Takes
/// from what the states need what these would not.
fn shorter_scopes(frame: &Frame, needs: &mut [u64]) -> FxIndexMap<usize, Vec<usize>> {
    let before = needs.to_vec();
    for (state, needs) in frame.states.iter().zip(needs.iter_mut()) {
        let left_over = state.holds.iter().filter(|held| is_left_over(held));
        *needs -= left_over.map(|held| frame.values[held.value].extent.size).sum::<u64>();
    }
    let mut values: FxIndexMap<usize, Vec<usize>> = FxIndexMap::default();
    for (number, state) in frame.states.iter().enumerate() {
        if before[number] <= most(needs) {
            continue;
        }
        for held in state.holds.iter().filter(|held| is_left_over(held)) {
            if frame.values[held.value].extent.size != 0 {
                values.entry(held.value).or_default().push(number);
            }
        }
    }
    values.sort_by_key(|&value, _| std::cmp::Reverse(frame.values[value].extent.size));
    values
}

fn shorter_scope(frame: &Frame, value: usize, states: Vec<usize>) -> Hint {
    let name = frame.values[value].full_name();
    let points = states.iter().filter_map(|&state| frame.states[state].suspended.as_ref());
    let across = across(frame, points);
    let held = frame.states[states[0]].holds.iter().find(|held| held.value == value);
    let because = match held.map(|held| &held.why) {
        Some(Why::Dropped { at }) => format!("it is dropped at {}", line(frame, at)),
        Some(Why::Borrowed { at, .. }) => format!(
            "it was borrowed at {} and its scope goes on: nothing that is held can point to it",
            line(frame, at)
        ),
        _ => unreachable!("a hint is about what is left over"),
    };
    Hint { value, states, text: format!("{name} is held across {across} only because {because}") }
}

/// The value that takes up most of the fullest state, if a `Box` would make a difference.
fn boxed(frame: &Frame, needs: &mut Vec<u64>, pointer: u64) -> Option<Hint> {
    let fullest = (0..needs.len()).max_by_key(|&state| (needs[state], std::cmp::Reverse(state)))?;
    let holds = frame.states[fullest].holds.iter().filter(|held| !is_left_over(held));
    let value =
        holds.map(|held| held.value).max_by_key(|&value| frame.values[value].extent.size)?;
    let size = frame.values[value].extent.size;
    if size < WORTH_A_BOX || size < needs[fullest] / 2 {
        return None;
    }
    // It stays what it is while it is moved on.
    let is_it = |other: usize| other == value || frame.values[value].same_place.contains(&other);
    let holds_it = |state: usize| {
        frame.states[state].holds.iter().any(|held| is_it(held.value) && !is_left_over(held))
    };
    let states: Vec<usize> = (0..needs.len()).filter(|&state| holds_it(state)).collect();
    let mut by_box = needs.clone();
    for &state in &states {
        by_box[state] -= size - pointer;
    }
    if most(&by_box) >= most(needs) {
        return None;
    }
    let then = if needs[fullest] == frame.fullest { "needs" } else { "would need then" };
    let text = format!(
        "{} is {size} of the {} bytes that the fullest state {then}; in a `Box` it would be {pointer}",
        frame.values[value].full_name(),
        needs[fullest],
    );
    *needs = by_box;
    Some(Hint { value, states, text })
}
