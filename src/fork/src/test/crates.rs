//! Other people's crates, whose own tests must do with our toolchain what they do with the baseline.
//!
//! `tests/ecosystem/crates` names them. Their published packages are laid side by side in
//! `build/crates/source` as one workspace ([`published`](crate::published)). Then every crate is tested with
//! both toolchains, and the results are compared test by test ([`outcomes`](super::outcomes)). Those that
//! consist of `async` functions are tested once more as they are released: only then is what is awaited
//! inlined.
//!
//! What a crate's tests did is kept for as long as the toolchain is the same; so a run that was stopped
//! goes on where it was, and the baseline is not tested again when only ours has changed.

use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::outcomes::{Comparison, Outcomes, compare};
use super::{Run, Tally};
use crate::build::{Part, Workshop};
use crate::context::{Context, Flavour};
use crate::family;
use crate::published::{Crate, Fetcher, LOCK};
use crate::report::{Took, step};

/// The folder that names the crates, from the top of the repository.
pub const HOME: &str = "tests/ecosystem/crates";

/// How long one call of cargo may take. A test that hangs must not stop all that come after it.
const LIMIT: Duration = Duration::from_secs(2 * 60 * 60);

/// How often the tests of a crate run where the sides differ.
const ROUNDS: usize = 3;

/// Settings that would make cargo or the tests do something else for one person than for another.
const FOREIGN: [&str; 5] =
    ["RUSTFLAGS", "RUSTDOCFLAGS", "RUST_BACKTRACE", "RUST_LOG", "CARGO_BUILD_TARGET"];

pub fn run(run: &mut Run<'_>, paths: &[String]) -> Result<Tally> {
    let (ctx, bless) = (run.ctx, run.bless);
    let source = ctx.build.join("crates/source");
    let fetcher = Fetcher {
        ctx,
        stage0: run.opened()?.stage0(),
        home: HOME,
        folder: source.clone(),
        bless,
        anew: "`./x.py test crates --bless`",
    };
    let all = fetcher.named()?;
    let chosen = narrow(&all, paths)?;
    fetcher.lay(&all)?;
    let workshop = run.workshop(Part::DocTools)?;
    let ours = Side::new(ctx, "ours", workshop, &source)?;
    let without = Workshop::open(ctx, Flavour::Upstream)?;
    without.build(Part::DocTools)?;
    let baseline = Side::new(ctx, "baseline", &without, &source)?;

    let mut tally = Tally::default();
    let mut notes = Vec::new();
    println!("{}", Line::HEAD);
    for job in chosen.into_iter().flat_map(Job::all_of) {
        let (ours, baseline) = both(job, &ours, &baseline)?;
        let comparison = compare(&ours.outcomes, &baseline.outcomes);
        let line = Line { job, comparison: &comparison, times: [ours.time, baseline.time] };
        println!("{line}");
        line.count(&mut tally);
        notes.push(line.to_string());
        notes.extend(said(job, &comparison));
    }
    run.notes.push(Line::HEAD.to_owned());
    run.notes.extend(notes);
    Ok(tally)
}

/// The crates that the paths name; all of them, if one names none.
fn narrow<'a>(all: &'a [Crate], paths: &[String]) -> Result<Vec<&'a Crate>> {
    let mut chosen = Vec::new();
    for path in paths {
        let rest = Path::new(path).strip_prefix(HOME).ok().and_then(|rest| rest.to_str());
        match rest {
            None | Some("" | "Cargo.toml" | "Cargo.lock" | LOCK | "lib.rs") => {
                return Ok(all.iter().collect());
            }
            Some(name) => match all.iter().find(|one| one.name == name) {
                Some(one) => chosen.push(one),
                None => {
                    bail!("{name} is none of the crates: name one that stands in {HOME}/Cargo.toml")
                }
            },
        }
    }
    Ok(if paths.is_empty() { all.iter().collect() } else { chosen })
}

/// A crate, and one of the ways in which cargo compiles it.
#[derive(Clone, Copy)]
struct Job<'a> {
    one: &'a Crate,
    is_optimised: bool,
}

impl<'a> Job<'a> {
    fn all_of(one: &'a Crate) -> impl Iterator<Item = Self> {
        let optimised = one.how.optimised.then_some(true);
        std::iter::once(false).chain(optimised).map(move |is_optimised| Self { one, is_optimised })
    }

    /// What it is called in the table and on disk.
    fn name(self) -> String {
        let suffix = if self.is_optimised { "-optimised" } else { "" };
        self.one.folder() + suffix
    }

    /// What is asked for, in one call of cargo after the other. What is in the documentation cannot be
    /// asked for together with others, and is compiled only when it runs; rustdoc does not optimise it.
    fn targets(self, what: What) -> Vec<Vec<String>> {
        let named = match &self.one.how.tests {
            None if !self.is_optimised => return vec![Vec::new()],
            None => vec!["--tests".to_owned()],
            Some(tests) => {
                let tests = tests.iter().flat_map(|test| ["--test".to_owned(), test.clone()]);
                std::iter::once("--lib".to_owned()).chain(tests).collect()
            }
        };
        let documentation = (what == Test && !self.is_optimised).then(|| vec!["--doc".to_owned()]);
        std::iter::once(named).chain(documentation).collect()
    }
}

/// One of the two toolchains.
struct Side<'a> {
    ctx: &'a Context,
    workshop: &'a Workshop<'a>,
    source: &'a Path,
    /// Where cargo builds, and where results and logs are kept.
    folder: PathBuf,
    /// What all results depend on: the toolchain, and what the tests are built with.
    key: String,
}

/// What a crate's tests did on one side.
#[derive(Clone, Deserialize, Serialize)]
struct Results {
    key: String,
    time: Duration,
    rounds: usize,
    outcomes: Outcomes,
}

/// The results of both sides. Where they differ, the tests run again on both.
fn both(job: Job<'_>, ours: &Side<'_>, baseline: &Side<'_>) -> Result<(Results, Results)> {
    let mut there = baseline.results(job)?;
    let mut here = ours.results(job)?;
    while !compare(&here.outcomes, &there.outcomes).different.is_empty()
        && here.outcomes.has_built()
        && there.outcomes.has_built()
        && here.rounds.min(there.rounds) < ROUNDS
    {
        there = baseline.again(job, there)?;
        here = ours.again(job, here)?;
    }
    Ok((here, there))
}

impl<'a> Side<'a> {
    fn new(
        ctx: &'a Context,
        name: &str,
        workshop: &'a Workshop<'a>,
        source: &'a Path,
    ) -> Result<Self> {
        let folder = ctx.build.join("crates").join(name);
        for part in ["log", "results"] {
            ctx.make_dir(&folder.join(part))?;
        }
        let mut hash = Sha256::new_with_prefix(workshop.fingerprint());
        for file in ["Cargo.toml", "Cargo.lock"] {
            hash.update(fs::read(source.join(file))?);
        }
        let key = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        let side = Self { ctx, workshop, source, folder, key };
        side.forget_another_toolchain()?;
        Ok(side)
    }

    /// Removes what was built with another toolchain: cargo takes two compilers that call themselves the
    /// same for one, and does not look at the library at all.
    fn forget_another_toolchain(&self) -> Result<()> {
        let (target, stamp) = (self.target(), self.folder.join("fingerprint"));
        if fs::read_to_string(&stamp).ok().as_deref() == Some(self.workshop.fingerprint()) {
            return Ok(());
        }
        if target.exists() {
            fs::remove_dir_all(&target)?;
        }
        Ok(fs::write(stamp, self.workshop.fingerprint())?)
    }

    fn target(&self) -> PathBuf {
        self.folder.join("target")
    }

    /// What the tests of a crate did when they last ran, or else what they do now.
    fn results(&self, job: Job<'_>) -> Result<Results> {
        let key = format!("{} {}", self.key, serde_json::to_string(&job.one.how)?);
        if let Ok(text) = fs::read_to_string(self.record(job))
            && let Ok(results) = serde_json::from_str::<Results>(&text)
            && results.key == key
        {
            return Ok(results);
        }
        let start = Instant::now();
        let builds = self.cargo(job, Build)?;
        let outcomes = if builds && !job.one.how.build_only {
            self.cargo(job, Test)?;
            Outcomes::read(&self.log(job, Test)?)
        } else {
            Outcomes::of_build(builds)
        };
        self.keep(job, Results { key, time: start.elapsed(), rounds: 1, outcomes })
    }

    /// Runs the tests once more, and adds what they do.
    fn again(&self, job: Job<'_>, mut results: Results) -> Result<Results> {
        self.cargo(job, Test)?;
        results.outcomes.merge(&Outcomes::read(&self.log(job, Test)?));
        results.rounds += 1;
        self.keep(job, results)
    }

    fn keep(&self, job: Job<'_>, results: Results) -> Result<Results> {
        fs::write(self.record(job), serde_json::to_string_pretty(&results)?)?;
        Ok(results)
    }

    fn record(&self, job: Job<'_>) -> PathBuf {
        self.folder.join("results").join(job.name()).with_added_extension("json")
    }

    fn log_file(&self, job: Job<'_>, what: What) -> PathBuf {
        self.folder.join("log").join(job.name()).with_added_extension(what.name())
    }

    fn log(&self, job: Job<'_>, what: What) -> Result<String> {
        Ok(String::from_utf8_lossy(&fs::read(self.log_file(job, what))?).into_owned())
    }

    /// Lets cargo build or run a crate's tests, and says whether all went well.
    fn cargo(&self, job: Job<'_>, what: What) -> Result<bool> {
        let log = self.log_file(job, what);
        let file = fs::File::create(&log)?;
        let said = format!("{} {} ({})", what.said(), job.name(), self.ctx.shown(&log));
        step(said, || {
            let mut success = true;
            for targets in job.targets(what) {
                let mut command = self.command(job, what, &targets);
                command.stdout(file.try_clone()?).stderr(file.try_clone()?);
                success &= wait(command, LIMIT)?;
            }
            Ok(success)
        })
    }

    fn command(&self, job: Job<'_>, what: What, targets: &[String]) -> Command {
        let mut command = Command::new(self.workshop.cargo());
        command.args(what.args(job.one));
        if job.is_optimised {
            command.arg("--release");
        }
        if !job.one.how.features.is_empty() {
            command.arg("--features").arg(job.one.how.features.join(","));
        }
        command.args(targets);
        if what == Test && !job.one.how.skip.is_empty() {
            command.args(["--", "--exact"]);
            command.args(job.one.how.skip.iter().flat_map(|test| ["--skip", test]));
        }
        command.current_dir(self.source.join(job.one.folder())).stdin(Stdio::null());
        for variable in FOREIGN {
            command.env_remove(variable);
        }
        command.env("RUSTC", self.workshop.program("rustc"));
        command.env("RUSTDOC", self.workshop.program("rustdoc"));
        command.env("CARGO_TARGET_DIR", self.target());
        if let Some(jobs) = self.ctx.config.build.jobs {
            command.env("CARGO_BUILD_JOBS", jobs.to_string());
        }
        command
    }
}

/// What cargo is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Build,
    Test,
}

use What::{Build, Test};

impl What {
    fn name(self) -> &'static str {
        match self {
            Build => "build",
            Test => "test",
        }
    }

    fn said(self) -> &'static str {
        match self {
            Build => "build the tests of",
            Test => "test",
        }
    }

    fn args(self, one: &Crate) -> &'static [&'static str] {
        match self {
            Build if one.how.build_only => &["build", "--locked"],
            Build => &["test", "--locked", "--no-run"],
            Test => &["test", "--locked", "--no-fail-fast"],
        }
    }
}

/// Waits for a command and says whether it succeeded. When the time is up, it is ended with all that it
/// started.
fn wait(mut command: Command, limit: Duration) -> Result<bool> {
    let mut child = command.spawn().context("cargo could not be run: put its toolchain right")?;
    let process = child.id();
    let (ended, end) = std::sync::mpsc::channel::<()>();
    let guard = std::thread::spawn(move || {
        let late = end.recv_timeout(limit) == Err(std::sync::mpsc::RecvTimeoutError::Timeout);
        if late {
            family::end(process);
        }
        late
    });
    let status = child.wait()?;
    drop(ended);
    let late = guard.join().unwrap_or_default();
    match status.signal() {
        // That says nothing about the crate: someone has stopped us.
        Some(signal) if !late => bail!("cargo was ended by signal {signal}: run again"),
        Some(_) => eprintln!("ended after {}", Took(limit)),
        None => {}
    }
    Ok(status.success())
}

/// A line of the table.
struct Line<'a> {
    job: Job<'a>,
    comparison: &'a Comparison,
    times: [Duration; 2],
}

impl Line<'_> {
    const HEAD: &'static str =
        "crate                     passed ignored  known unsteady differ  time, and the baseline's";

    fn count(&self, tally: &mut Tally) {
        tally.passed += self.comparison.passed;
        tally.ignored += self.comparison.ignored;
        tally.known += self.comparison.known.len() + self.comparison.unsteady.len();
        tally.failed += self.comparison.different.len();
    }
}

impl std::fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Comparison { passed, ignored, known, unsteady, different } = self.comparison;
        let [ours, baseline] = self.times.map(Took);
        write!(
            f,
            "{:25} {passed:>6} {ignored:>7} {:>6} {:>8} {:>6}  {ours}, {baseline}",
            self.job.name(),
            known.len(),
            unsteady.len(),
            different.len()
        )
    }
}

/// The tests of a crate that did not simply pass, by name.
fn said(job: Job<'_>, comparison: &Comparison) -> Vec<String> {
    let Comparison { known, unsteady, different, .. } = comparison;
    let known = known.iter().map(|test| format!("{test} fails on both"));
    let unsteady = unsteady.iter().map(|test| format!("{test} is unsteady"));
    let different = different.iter().map(|test| format!("DIFFERS: {test}"));
    let all = known.chain(unsteady).chain(different);
    all.map(|words| format!("  {}: {words}", job.name())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::published::How;

    #[test]
    fn what_is_tested_once_more_is_so_without_its_documentation() {
        let how: How = toml::from_str("optimised = true\ntests = [\"wakes\"]").unwrap();
        let (name, version) = ("quick".to_owned(), "1.0.0".to_owned());
        let one = Crate { name, version, source: PathBuf::new(), how };
        let jobs: Vec<Job<'_>> = Job::all_of(&one).collect();
        let names: Vec<String> = jobs.iter().map(|job| job.name()).collect();
        assert_eq!(names, ["quick-1.0.0", "quick-1.0.0-optimised"]);
        assert_eq!(jobs[0].targets(Test), [vec!["--lib", "--test", "wakes"], vec!["--doc"]]);
        assert_eq!(jobs[1].targets(Test), [["--lib", "--test", "wakes"]]);
    }

    #[test]
    fn a_test_that_hangs_is_ended_with_what_it_started() {
        let mut shell = Command::new("sh");
        shell.args(["-c", "sleep 600; echo"]);
        assert!(!wait(shell, Duration::from_millis(20)).unwrap());
        assert!(wait(Command::new("true"), Duration::from_secs(600)).unwrap());
    }

    #[test]
    fn a_run_that_someone_else_stops_says_nothing_about_the_crate() {
        let mut shell = Command::new("sh");
        shell.args(["-c", "kill -TERM $$"]);
        let error = wait(shell, Duration::from_secs(600)).unwrap_err().to_string();
        assert_eq!(error, "cargo was ended by signal 15: run again");
    }
}
