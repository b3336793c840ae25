//! What of the benchmarks can be tested in a minute: that all programs compile, and do the same.
//!
//! No time is looked at. Where the baseline is not built, ours compiles its programs too; those of C++ are
//! left out where there is no g++.

use std::path::Path;

use anyhow::{Result, anyhow};

use super::lab::{Effort, Lab, With};
use super::rounds::{Case, Runner, take_turns};
use super::timed::{AWAITS, ITERATION, TASKS, present};
use super::{compile_time, frames, size, synchronous};
use crate::context::Context;

/// The smallest run that goes through everything once.
const EFFORT: Effort = Effort { rounds: 1, counted_rounds: 1, milliseconds: 0, part: 1_024 };

/// Tries all programs; `report` is told of each that was tried, and what came of it.
pub fn check(
    ctx: &Context,
    ours: (&Path, &str),
    baseline: Option<(&Path, &str)>,
    mut report: impl FnMut(&str, Result<()>),
) -> Result<()> {
    let lab = Lab::new(ctx, [ours, baseline.unwrap_or(ours)], EFFORT)?;
    for group in [&ITERATION, &AWAITS, &TASKS] {
        let made = group.programs(&lab)?;
        for (subject, made) in group.subjects.iter().zip(&made) {
            let is_left_out = matches!(subject.with, With::Gcc(_)) && which::which("g++").is_err();
            if !is_left_out {
                let outcome = made.as_ref().map_or_else(|why| Err(anyhow!("it {why}")), |_| Ok(()));
                report(&format!("benches/{}, {}", group.name, subject.name), outcome);
            }
        }
        let (_, runners) = present(made);
        do_the_same(group.name, group.cases, &runners, &mut report);
    }
    let mut runners = Vec::new();
    for (name, with) in synchronous::PROGRAMS {
        let made = lab.program(synchronous::PACKAGE, with)?;
        let made = made.map(|program| runners.push(Runner { name, program }));
        report(
            &format!("benches/{}, {name}", synchronous::PACKAGE),
            made.map_err(|why| anyhow!("it {why}")),
        );
    }
    do_the_same(synchronous::PACKAGE, &synchronous::CASES, &runners, &mut report);
    for (_, file) in frames::PROGRAMS {
        report(&format!("benches/{file}"), frames::sizes(&lab, &lab.ours, file).map(drop));
    }
    let layers = compile_time::LAYERS;
    report(&format!("benches/{layers}"), lab.printed(&lab.ours, layers).map(drop));
    if lab.ours.has_bare_metal() {
        report("benches/size", size::size(&lab, &lab.ours).map(drop));
    }
    Ok(())
}

/// Runs each case once with all programs.
fn do_the_same(
    group: &str,
    cases: &[Case],
    runners: &[Runner],
    report: &mut impl FnMut(&str, Result<()>),
) {
    for case in cases {
        let mut series = vec![vec![Vec::new(); runners.len()]];
        let outcome = take_turns(runners, std::slice::from_ref(case), EFFORT, &mut series);
        report(&format!("benches/{group}, {}: all do the same", case.title), outcome);
    }
}
