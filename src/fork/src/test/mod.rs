//! `x.py test`: every suite of the repository, one after the other, and what they come to.
//!
//! A suite is named by a word or by the folder its tests lie in; a path within that folder narrows it to
//! what lies there. Each runs to its end whatever the others did. One that could not run at all, or that
//! ran no test, counts as a failure: a run of nothing must not look like success.
//!
//! Some suites are too long for every day, and some have a long form; [`full`] runs all of that.

mod benches;
mod crash;
mod crates;
mod docs;
mod ecosystem;
mod examples;
mod full;
mod fuzz;
mod known;
mod libtest;
mod memory;
mod outcomes;
mod quotes;
mod suites;
mod testers;
mod tidy;

use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, anyhow, bail};
use serde::{Deserialize, Serialize};

use crate::build::{Part, Workshop};
use crate::context::{Context, Flavour};
use crate::report::Took;
use suites::{ALSO, LONG, SUITES, Suite};

pub use full::full;

/// How many tests of a suite did what.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
    pub ignored: usize,
    /// Those that fail on the baseline just the same, or now and then, which is no failure of ours.
    pub known: usize,
}

impl Tally {
    /// Counts one more test.
    pub fn count(&mut self, passed: bool) {
        *(if passed { &mut self.passed } else { &mut self.failed }) += 1;
    }

    /// Counts one more test, and says how it came out.
    pub fn report(&mut self, name: &str, outcome: Result<()>) {
        match &outcome {
            Ok(()) => println!("{name} ... ok"),
            Err(error) => println!("{name} ... FAILED\n{error:#}"),
        }
        self.count(outcome.is_ok());
    }

    /// Counts what another tally has.
    pub fn add(&mut self, other: Tally) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
        self.known += other.known;
    }
}

/// What the suites have to work with.
pub struct Run<'a> {
    pub ctx: &'a Context,
    pub bless: bool,
    /// Whether each suite is to run in its long form, if it has one.
    pub full: bool,
    /// What a suite has to say beside its tally, for the end of the run.
    pub notes: Vec<String>,
    workshop: Option<Result<Workshop<'a>, String>>,
}

impl<'a> Run<'a> {
    fn new(ctx: &'a Context) -> Self {
        Self { ctx, bless: false, full: false, notes: Vec::new(), workshop: None }
    }

    /// The tree and the toolchain, made when the first suite asks for them. A suite that cannot have them
    /// is told why, each time.
    pub fn workshop(&mut self, part: Part) -> Result<&Workshop<'a>> {
        let workshop = self.opened()?;
        workshop.build(part)?;
        Ok(workshop)
    }

    /// The tree, with nothing built of it yet.
    fn opened(&mut self) -> Result<&Workshop<'a>> {
        let ctx = self.ctx;
        let opened = self.workshop.get_or_insert_with(|| {
            Workshop::open(ctx, Flavour::Fork).map_err(|error| format!("{error:#}"))
        });
        opened.as_ref().map_err(|error| anyhow!("{error}"))
    }
}

/// A suite that ran, for the table at the end.
#[derive(Clone, Deserialize, Serialize)]
struct Row {
    name: String,
    /// Whether it came to its end. One that did not counts as a failure.
    finished: bool,
    tally: Tally,
    time: Duration,
    notes: Vec<String>,
}

/// The whole of `x.py test`.
pub fn test(ctx: &Context, paths: &[PathBuf], bless: bool) -> Result<ExitCode> {
    let chosen = choose(ctx, paths)?;
    let _lock = ctx.lock()?;
    let mut run = Run { bless, ..Run::new(ctx) };
    let rows: Vec<Row> =
        chosen.iter().map(|(suite, paths)| perform(suite, paths, &mut run)).collect();
    print!("{}", report(&rows));
    Ok(verdict(&rows))
}

fn verdict(rows: &[Row]) -> ExitCode {
    let failed: usize = rows.iter().map(|row| row.tally.failed).sum();
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The suites to run, each with the paths that narrow it.
fn choose(ctx: &Context, paths: &[PathBuf]) -> Result<Vec<(&'static Suite, Vec<String>)>> {
    if paths.is_empty() {
        let present = SUITES.iter().filter(|suite| suite.is_present(&ctx.repository));
        return Ok(present.map(|suite| (suite, Vec::new())).collect());
    }
    let here = std::env::current_dir().context("the current folder is gone: go to another")?;
    let paths: Vec<String> = paths.iter().map(|path| from_top(ctx, &here, path)).collect();
    let present: Vec<&Suite> =
        SUITES.iter().chain(&LONG).filter(|suite| suite.is_present(&ctx.repository)).collect();
    for path in &paths {
        if !present.iter().any(|suite| takes(suite, path)) {
            let names: Vec<&str> = SUITES.iter().chain(&LONG).map(|suite| suite.name).collect();
            bail!(
                "no suite has {path}: name one of {}, or a folder or file that lies in one",
                names.join(", ")
            );
        }
    }
    let mut chosen = Vec::new();
    for suite in present {
        let mine: Vec<String> = paths.iter().filter(|path| takes(suite, path)).cloned().collect();
        let is_all = |path: &String| suite.is_all_within(path) || is_also(suite, path);
        if !mine.is_empty() {
            chosen.push((suite, if mine.iter().any(is_all) { Vec::new() } else { mine }));
        }
    }
    Ok(chosen)
}

/// Whether a path means a suite, or a part of it. A long one wants to be named, and what is its own is
/// nobody else's.
fn takes(suite: &Suite, path: &str) -> bool {
    if suite.is_long() {
        return suite.is_named(path) || is_also(suite, path);
    }
    suite.takes(path) && !LONG.iter().any(|long| long.is_named(path))
}

fn is_also(suite: &Suite, path: &str) -> bool {
    ALSO.contains(&(path, suite.name))
}

/// A path as a person gave it (a suite's name, from the current folder, or in `build/tree`), from the top
/// of the repository.
fn from_top(ctx: &Context, here: &Path, path: &Path) -> String {
    let absolute = here.join(path);
    let tree = ctx.tree(Flavour::Fork);
    let from_top = [tree.as_path(), &ctx.repository]
        .into_iter()
        .find_map(|top| absolute.strip_prefix(top).ok());
    let given = if absolute.exists() { from_top.unwrap_or(path) } else { path };
    let parts = given.components().filter(|part| *part != Component::CurDir);
    parts.collect::<PathBuf>().display().to_string()
}

fn perform(suite: &Suite, paths: &[String], run: &mut Run<'_>) -> Row {
    println!("\n=== {}", suite.name);
    let start = Instant::now();
    let (tally, finished) = match (suite.run)(run, paths) {
        Ok(tally) if tally.passed + tally.failed == 0 => {
            eprintln!("error: {} ran no test: see that the path names one", suite.name);
            (Tally { failed: 1, ..tally }, false)
        }
        Ok(tally) => (tally, true),
        Err(error) => {
            eprintln!("error: {} could not run: {error:#}", suite.name);
            (Tally { failed: 1, ..Tally::default() }, false)
        }
    };
    let time = start.elapsed();
    println!(
        "=== {}: {} passed, {} failed after {}",
        suite.name,
        tally.passed,
        tally.failed,
        Took(time)
    );
    Row {
        name: suite.name.to_owned(),
        finished,
        tally,
        time,
        notes: std::mem::take(&mut run.notes),
    }
}

/// What the suites have to say, and the table.
fn report(rows: &[Row]) -> String {
    let notes: String =
        rows.iter().flat_map(|row| &row.notes).map(|note| format!("{note}\n")).collect();
    format!("\n{notes}{}", table(rows))
}

/// One line per suite, and the sums.
fn table(rows: &[Row]) -> String {
    let mut text = format!(
        "\n{:12} {:>7} {:>7} {:>7} {:>7}  time\n",
        "suite", "passed", "failed", "known", "ignored"
    );
    for Row { name, tally, time, .. } in rows {
        text += &format!(
            "{name:12} {:>7} {:>7} {:>7} {:>7}  {}\n",
            tally.passed,
            tally.failed,
            tally.known,
            tally.ignored,
            Took(*time)
        );
    }
    let sum = |of: fn(&Tally) -> usize| rows.iter().map(|row| of(&row.tally)).sum::<usize>();
    text + &format!(
        "\n{} passed, {} failed\n",
        sum(|tally| tally.passed),
        sum(|tally| tally.failed)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_sums_all_suites() {
        let row = |name: &str, passed, failed| Row {
            name: name.to_owned(),
            finished: true,
            tally: Tally { passed, failed, ignored: 1, known: 2 },
            time: Duration::from_secs(61),
            notes: Vec::new(),
        };
        let text = table(&[row("ui", 12, 0), row("examples", 8, 1)]);
        assert_eq!(text.lines().last(), Some("20 passed, 1 failed"));
        assert!(
            text.contains("ui                12       0       2       1  1 min 1 s\n"),
            "{text}"
        );
    }
}
