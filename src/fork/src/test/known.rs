//! `known-failures.toml`: tests of rustc's own that fail on the baseline just as they fail here.
//!
//! Such a test counts neither as passed nor as failed. It is named at the end of the run with the reason
//! that the list gives, and one that does not fail after all is named as well.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result};

use super::{Run, Tally};
use crate::context::Context;

/// The list, from the top of the repository.
const LIST: &str = "src/fork/known-failures.toml";

/// What is known to fail in one suite: the name of each test, and the reason.
pub type Known = BTreeMap<String, String>;

/// What the list has for a suite.
pub fn read(ctx: &Context, suite: &str) -> Result<Known> {
    let Ok(text) = fs::read_to_string(ctx.repository.join(LIST)) else {
        return Ok(Known::default());
    };
    let mut suites: BTreeMap<String, Known> = toml::from_str(&text).with_context(|| {
        format!("{LIST} is no list of tests and reasons: take it back with git")
    })?;
    Ok(suites.remove(suite).unwrap_or_default())
}

/// Takes the known failures out of those that a suite counted, and notes each. A suite that ran but a
/// part of its tests says nothing about those that did not fail.
pub fn discount(
    run: &mut Run<'_>,
    suite: &str,
    mut tally: Tally,
    failures: &[String],
    known: &Known,
    is_whole: bool,
) -> Tally {
    for (test, reason) in known {
        let count = failures.iter().filter(|failure| *failure == test).count().min(tally.failed);
        tally.failed -= count;
        tally.known += count;
        if count > 0 {
            run.notes.push(format!("{suite}: {test} fails on the baseline too: {reason}"));
        } else if is_whole {
            run.notes.push(format!(
                "{suite}: {test} is listed in {LIST} and did not fail: see whether it still must be"
            ));
        }
    }
    let news = failures.iter().filter(|failure| !known.contains_key(*failure));
    run.notes.extend(news.map(|failure| format!("{suite}: {failure} FAILED")));
    tally
}
