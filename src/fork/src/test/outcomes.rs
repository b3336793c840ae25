//! What every single test of a crate did, read from what `cargo test` prints, and how two toolchains
//! compare in it.
//!
//! A test that does one thing here and another there may only be unsteady: where results differ, both
//! sides run again, and a test's result is the set of all that it ever did. Two sides differ where these
//! sets have nothing in common.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

/// What a test did once.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    Passed,
    Failed,
    Ignored,
    /// It was not there, or what it is in ended before it had its turn.
    Missing,
}

/// What each test did, each time it ran.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Outcomes(BTreeMap<String, BTreeSet<Outcome>>);

/// The test, so to speak, that a crate and its tests compile.
pub const BUILDS: &str = "builds";

static TARGET: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^ +(?:Running (.+) \(.+\)|Doc-tests (.+))$").expect("a valid pattern")
});

static TEST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^test (.+?) \.\.\. (ok|FAILED|ignored)(?:$|[,( ])").expect("a valid pattern")
});

impl Outcomes {
    /// Outcomes of a crate of which it is only known whether it compiles.
    pub fn of_build(success: bool) -> Self {
        let outcome = if success { Outcome::Passed } else { Outcome::Failed };
        Self([(BUILDS.to_owned(), [outcome].into())].into())
    }

    /// Reads the output, standard error among it, of calls of `cargo test --no-fail-fast`. A target that came
    /// to a bad end counts as a failed test under its name.
    pub fn read(output: &str) -> Self {
        let mut outcomes = Self::of_build(true);
        let mut target = "";
        let mut lines = output.lines().peekable();
        while let Some(line) = lines.next() {
            if let Some(found) = TARGET.captures(line) {
                target = found.get(1).or(found.get(2)).map_or("", |name| name.as_str());
            } else if let Some(found) = TEST.captures(line) {
                let outcome = match &found[2] {
                    "ok" => Outcome::Passed,
                    "FAILED" => Outcome::Failed,
                    _ => Outcome::Ignored,
                };
                outcomes.add(format!("{target}: {}", name(&found[1])), outcome);
            } else if line.starts_with("error: ") && line.ends_with(" failed:") {
                // The list at the end of a call: "error: 2 targets failed:", and their names.
                while let Some(line) = lines.next_if(|line| line.starts_with("    `")) {
                    outcomes.add(line.trim().trim_matches('`').to_owned(), Outcome::Failed);
                }
            }
        }
        outcomes
    }

    fn add(&mut self, test: String, outcome: Outcome) {
        self.0.entry(test).or_default().insert(outcome);
    }

    /// Adds what another round of the same tests showed.
    pub fn merge(&mut self, round: &Self) {
        for (test, outcomes) in &mut self.0 {
            if !round.0.contains_key(test) {
                outcomes.insert(Outcome::Missing);
            }
        }
        for (test, outcomes) in &round.0 {
            let ours = self.0.entry(test.clone()).or_insert_with(|| [Outcome::Missing].into());
            ours.extend(outcomes);
        }
    }

    /// Whether the crate and its tests compiled.
    pub fn has_built(&self) -> bool {
        self.get(BUILDS) == [Outcome::Passed].into()
    }

    fn get(&self, test: &str) -> BTreeSet<Outcome> {
        self.0.get(test).cloned().unwrap_or_else(|| [Outcome::Missing].into())
    }
}

/// A test's name without what differs from run to run, or from one compiler to another.
fn name(written: &str) -> &str {
    written.trim_end_matches(" - should panic").trim_end()
}

/// How the tests of one crate compare.
#[derive(Debug, Default, PartialEq)]
pub struct Comparison {
    /// How many did the same on both sides: passed, were ignored.
    pub passed: usize,
    pub ignored: usize,
    /// Those that fail on both.
    pub known: Vec<String>,
    /// Those that now do one thing and now another, on one side at least.
    pub unsteady: Vec<String>,
    /// Those that differ, each with what it does.
    pub different: Vec<String>,
}

/// Compares what we got with what the baseline gets.
pub fn compare(ours: &Outcomes, baseline: &Outcomes) -> Comparison {
    let mut comparison = Comparison::default();
    let tests: BTreeSet<&String> = ours.0.keys().chain(baseline.0.keys()).collect();
    for test in tests {
        let (here, there) = (ours.get(test), baseline.get(test));
        let is_unbuilt = test == BUILDS && there == [Outcome::Failed].into();
        // Where nothing was compared, nothing is known to be the same.
        if here.is_disjoint(&there) || is_unbuilt {
            let words = format!("{test}: {}, on the baseline {}", Said(&here), Said(&there));
            comparison.different.push(words);
        } else if here.len() > 1 || there.len() > 1 {
            comparison.unsteady.push(test.clone());
        } else {
            match here.first() {
                Some(Outcome::Passed) => comparison.passed += 1,
                Some(Outcome::Failed) => comparison.known.push(test.clone()),
                _ => comparison.ignored += 1,
            }
        }
    }
    comparison
}

/// A set of outcomes as one says it.
struct Said<'a>(&'a BTreeSet<Outcome>);

impl fmt::Display for Said<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, outcome) in self.0.iter().enumerate() {
            f.write_str(if index > 0 { " or " } else { "" })?;
            f.write_str(match outcome {
                Outcome::Passed => "passes",
                Outcome::Failed => "fails",
                Outcome::Ignored => "is ignored",
                Outcome::Missing => "is not there",
            })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = "\
   Compiling one v1.0.0
     Running unittests src/lib.rs (target/debug/deps/one-0123)

running 3 tests
test a::b ... ok
test a::panics - should panic ... ok
test slow ... ignored, takes long

test result: ok. 2 passed; 0 failed; 1 ignored
     Running tests/t.rs (target/debug/deps/t-0123)
test a::b ... FAILED
error: test failed, to rerun pass `--test t`
error: 1 target failed:
    `--test t`
   Doc-tests one
test src/lib.rs - one (line 3) - compile ... ok
";

    #[test]
    fn each_test_is_known_by_its_target_and_name() {
        let outcomes = Outcomes::read(PRINTED);
        let of = |test: &str| outcomes.get(test).into_iter().collect::<Vec<_>>();
        assert_eq!(of("unittests src/lib.rs: a::b"), [Outcome::Passed]);
        assert_eq!(of("unittests src/lib.rs: a::panics"), [Outcome::Passed]);
        assert_eq!(of("unittests src/lib.rs: slow"), [Outcome::Ignored]);
        assert_eq!(of("tests/t.rs: a::b"), [Outcome::Failed]);
        assert_eq!(of("one: src/lib.rs - one (line 3) - compile"), [Outcome::Passed]);
        assert_eq!(of("--test t"), [Outcome::Failed]);
        assert_eq!(of(BUILDS), [Outcome::Passed]);
        assert_eq!(outcomes.0.len(), 7);
    }

    #[test]
    fn what_fails_on_both_sides_is_no_difference() {
        let outcomes = Outcomes::read(PRINTED);
        let comparison = compare(&outcomes, &outcomes);
        assert_eq!((comparison.passed, comparison.ignored), (4, 1));
        assert_eq!(comparison.known, ["--test t", "tests/t.rs: a::b"]);
        assert!(comparison.different.is_empty() && comparison.unsteady.is_empty());
    }

    #[test]
    fn a_test_that_is_gone_differs() {
        let less = Outcomes::read(&PRINTED.replace("test a::b ... ok\n", ""));
        let comparison = compare(&less, &Outcomes::read(PRINTED));
        let words = "unittests src/lib.rs: a::b: is not there, on the baseline passes";
        assert_eq!(comparison.different, [words]);
        let unbuilt = compare(&Outcomes::of_build(false), &Outcomes::read(PRINTED));
        assert_eq!(unbuilt.different.len(), 7);
        let neither = compare(&Outcomes::of_build(false), &Outcomes::of_build(false));
        assert_eq!(neither.different, ["builds: fails, on the baseline fails"]);
    }

    #[test]
    fn a_test_that_is_seen_to_do_the_same_once_is_unsteady() {
        let mut ours = Outcomes::read(&PRINTED.replace("a::b ... ok", "a::b ... FAILED"));
        let baseline = Outcomes::read(PRINTED);
        assert_eq!(compare(&ours, &baseline).different.len(), 1);
        ours.merge(&baseline);
        let comparison = compare(&ours, &baseline);
        assert_eq!(comparison.unsteady, ["unittests src/lib.rs: a::b"]);
        assert!(comparison.different.is_empty());
    }
}
