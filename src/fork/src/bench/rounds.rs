//! Programs taking turns: each does the same work, in every round one after the other.
//!
//! What disturbs the machine for a while so disturbs all of them, and is seen in the spread of the ratios.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use super::lab::Effort;
use crate::report::step;

/// Something that all programs can do.
pub struct Case {
    pub name: &'static str,
    /// What it is called in a table.
    pub title: &'static str,
    /// How many units of work make a pass of some 20 ms at the least.
    pub units: u64,
}

/// A program that takes part.
pub struct Runner {
    pub name: &'static str,
    pub program: PathBuf,
}

/// What a program says of a case: nanoseconds for each unit, and a checksum.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Said {
    nanoseconds: f64,
    checksum: u64,
}

/// Measures; what comes is by case, by program, by round.
pub fn measure(runners: &[Runner], cases: &[Case], effort: Effort) -> Result<Vec<Vec<Vec<f64>>>> {
    let mut series = vec![vec![Vec::new(); runners.len()]; cases.len()];
    for round in 1..=effort.rounds {
        step(format!("round {round} of {}", effort.rounds), || {
            take_turns(runners, cases, effort, &mut series)
        })?;
    }
    Ok(series)
}

/// Lets all programs do each case once. The checksums must agree.
pub fn take_turns(
    runners: &[Runner],
    cases: &[Case],
    effort: Effort,
    series: &mut [Vec<Vec<f64>>],
) -> Result<()> {
    for (case, series) in cases.iter().zip(series) {
        let mut checksums = Vec::new();
        for (runner, series) in runners.iter().zip(series) {
            let said = runner.run(case, effort)?;
            checksums.push((runner.name, said.checksum));
            series.push(said.nanoseconds);
        }
        agree(case.title, &checksums)?;
    }
    Ok(())
}

impl Runner {
    /// The command that makes a program do so many units of a case.
    pub fn command(&self, case: &Case, units: u64, milliseconds: u64) -> Command {
        let mut command = Command::new(&self.program);
        command.args([case.name, &units.to_string(), &milliseconds.to_string()]);
        command.stdin(Stdio::null());
        command
    }

    fn run(&self, case: &Case, effort: Effort) -> Result<Said> {
        let mut command = self.command(case, effort.units(case.units), effort.milliseconds);
        let output = command.output().with_context(|| format!("{} does not start", self.name))?;
        let said = String::from_utf8_lossy(&output.stdout);
        match Said::read(&said) {
            Some(said) if output.status.success() => Ok(said),
            _ => bail!(
                "{} ended with {} at {}, and said {:?}: put it right",
                self.name,
                output.status,
                case.title,
                String::from_utf8_lossy(&output.stderr)
            ),
        }
    }
}

impl Said {
    fn read(text: &str) -> Option<Self> {
        let (nanoseconds, checksum) = text.trim().split_once(' ')?;
        Some(Self { nanoseconds: nanoseconds.parse().ok()?, checksum: checksum.parse().ok()? })
    }
}

/// Sees to it that all have done the same work.
fn agree(case: &str, checksums: &[(&str, u64)]) -> Result<()> {
    let Some((first, expected)) = checksums.first() else { return Ok(()) };
    match checksums.iter().find(|(_, checksum)| checksum != expected) {
        Some((other, checksum)) => bail!(
            "{first} and {other} come to different checksums at {case} ({expected} and {checksum}), so they do \
             not do the same: put right the one that is wrong"
        ),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASE: Case = Case { name: "count", title: "counting", units: 1_024 };

    const EFFORT: Effort = Effort { rounds: 3, ..Effort::QUICK };

    /// A shell script that takes part. Another process writes it: what this one has open for writing, a child
    /// that another test starts has open as well for a moment, and then it cannot be run.
    fn runner(folder: &std::path::Path, name: &'static str, script: &str) -> Runner {
        let program = folder.join(name);
        duct::cmd!("sh", "-c", "cat >\"$0\" && chmod 755 \"$0\"", &program)
            .stdin_bytes(format!("#!/bin/sh\n{script}\n"))
            .run()
            .unwrap();
        Runner { name, program }
    }

    #[test]
    fn programs_take_turns() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("log");
        let script =
            |time| format!("echo $(basename $0) $* >> '{}'; echo {time} 42", log.display());
        let runners = [
            runner(folder.path(), "one", &script("1.5")),
            runner(folder.path(), "two", &script("3e0")),
        ];
        let series = measure(&runners, &[CASE], EFFORT).unwrap();
        assert_eq!(series, [[[1.5, 1.5, 1.5], [3.0, 3.0, 3.0]]]);
        let turns = "one count 4 1\ntwo count 4 1\n".repeat(3);
        assert_eq!(std::fs::read_to_string(log).unwrap(), turns);
    }

    #[test]
    fn different_checksums_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let runners =
            [runner(folder.path(), "one", "echo 1 42"), runner(folder.path(), "two", "echo 1 43")];
        let error = measure(&runners, &[CASE], EFFORT).unwrap_err().to_string();
        assert_eq!(
            error,
            "one and two come to different checksums at counting (42 and 43), so they do not do the same: \
             put right the one that is wrong"
        );
    }

    #[test]
    fn a_program_that_fails_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let failing = runner(folder.path(), "one", "echo 1 42; echo why >&2; exit 3");
        let error = measure(&[failing], &[CASE], EFFORT).unwrap_err().to_string();
        assert_eq!(
            error,
            "one ended with exit status: 3 at counting, and said \"why\\n\": put it right"
        );
    }
}
