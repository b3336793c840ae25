//! Making a finding small: tokens are left out as long as the compiler goes on breaking in the same way.

use std::ops::Range;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::tokens::{Token, groups, units};

/// How much trying is worth it.
pub struct Budget {
    pub tries: usize,
    pub time: Duration,
}

/// The smallest list of tokens found that still `breaks`. The list given must do so.
pub fn minimise(
    tokens: &[Token],
    budget: &Budget,
    mut breaks: impl FnMut(&[Token]) -> Result<bool>,
) -> Result<Vec<Token>> {
    let end = Instant::now() + budget.time;
    let mut best = tokens.to_vec();
    let mut tries = 0;
    loop {
        let before = best.len();
        for cuts in [whole_units, bracketed, unwrapped, runs] {
            // Cuts are found anew after each success, and tried from where that one was: what was in
            // vain before it seldom helps right after.
            let mut next = 0;
            loop {
                let candidates = cuts(&best);
                let Some(cut) = candidates.get(next) else { break };
                if tries == budget.tries || Instant::now() >= end {
                    return Ok(best);
                }
                tries += 1;
                let smaller = without(&best, cut);
                if breaks(&smaller)? {
                    best = smaller;
                } else {
                    next += 1;
                }
            }
        }
        if best.len() == before {
            return Ok(best);
        }
    }
}

/// Ranges of tokens to leave out together, in order.
type Cut = Vec<Range<usize>>;

fn without(tokens: &[Token], cut: &Cut) -> Vec<Token> {
    let is_kept = |index: &usize| !cut.iter().any(|range| range.contains(index));
    (0..tokens.len()).filter(is_kept).map(|index| tokens[index].clone()).collect()
}

/// Statements, items and the like, the longest first.
fn whole_units(tokens: &[Token]) -> Vec<Cut> {
    longest_first(units(tokens))
}

/// What is between brackets.
fn bracketed(tokens: &[Token]) -> Vec<Cut> {
    let inner = groups(tokens).into_iter().map(|group| group.start + 1..group.end - 1);
    let all = groups(tokens).into_iter().chain(inner).filter(|range| !range.is_empty());
    longest_first(all.collect())
}

/// The brackets, but not what is between.
fn unwrapped(tokens: &[Token]) -> Vec<Cut> {
    let brackets = groups(tokens).into_iter();
    brackets.map(|group| vec![group.start..group.start + 1, group.end - 1..group.end]).collect()
}

/// Tokens next to each other, whatever they are.
fn runs(tokens: &[Token]) -> Vec<Cut> {
    let of_length = |length: usize| {
        let starts = (0..tokens.len().saturating_sub(length - 1)).rev();
        starts.map(move |start| Vec::from([start..start + length]))
    };
    [8, 5, 4, 3, 2, 1].into_iter().flat_map(of_length).collect()
}

fn longest_first(mut ranges: Vec<Range<usize>>) -> Vec<Cut> {
    ranges.sort_by_key(|range| std::cmp::Reverse(range.len()));
    ranges.into_iter().map(|range| vec![range]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::{WAYS, tests as compile};
    use crate::tokens::{lex, print};

    const BUDGET: Budget = Budget { tries: 10_000, time: Duration::from_secs(600) };

    #[test]
    fn what_breaks_is_all_that_is_left() {
        let source = "mod a { fn b() { let x = (1, c(yield 2)); } } struct S { d: u32 }";
        let breaks = |tokens: &[Token]| Ok(print(tokens).contains("yield"));
        let small = minimise(&lex(source), &BUDGET, breaks).unwrap();
        assert_eq!(print(&small).trim(), "yield");
    }

    #[test]
    fn the_signature_stays_the_same() {
        // Another crash lies on the way, and must not be mistaken for the one that was found.
        let script = "grep -q alpha mutant.rs && grep -q beta mutant.rs && { echo 'error: internal compiler error: both' >&2; exit 101; }\n\
                      grep -q alpha mutant.rs && { echo 'error: internal compiler error: one' >&2; exit 101; }\necho 'error: no' >&2; exit 1";
        let (compiler, _folder) = compile::fake(script, Duration::from_secs(60));
        let breaks = |tokens: &[Token]| {
            Ok(compiler.judge(&print(tokens), &compile::setting(), WAYS[0])?.shows("both"))
        };
        let tokens = lex("fn a() { alpha(1); } fn b() { c; beta } struct S;");
        let small = minimise(&tokens, &BUDGET, breaks).unwrap();
        let words: Vec<&str> = small.iter().map(|token| &*token.text).collect();
        assert_eq!(words, ["alpha", "beta"]);
    }

    #[test]
    fn the_budget_ends_it() {
        let mut tries = 0;
        let budget = Budget { tries: 7, ..BUDGET };
        let tokens = lex("a b c d e f g h i j k l m n");
        let kept = minimise(&tokens, &budget, |_| {
            tries += 1;
            Ok(false)
        });
        assert_eq!(kept.unwrap(), tokens);
        assert_eq!(tries, 7);
    }
}
