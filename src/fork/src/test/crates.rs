//! Other people's crates, whose own tests must do with our toolchain what they do with the baseline.
//!
//! `tests/ecosystem/crates` names them. Their published packages, as cargo downloads them, are laid side
//! by side in `build/crates/source` as one workspace, so that what their tests depend on is resolved once,
//! by a lockfile that is committed, and compiled once for each side. Then every crate is tested with both
//! toolchains, and the results are compared test by test ([`outcomes`](super::outcomes)).
//!
//! What a crate's tests did is kept for as long as the toolchain is the same; so a run that was stopped
//! goes on where it was, and the baseline is not tested again when only ours has changed.

use std::collections::BTreeMap;
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
use crate::report::{Took, step};
use crate::upstream;

/// The folder that names the crates, from the top of the repository.
pub const HOME: &str = "tests/ecosystem/crates";

/// What pins the crates' own dependencies.
const LOCK: &str = "with-tests.Cargo.lock";

/// How long one call of cargo may take. A test that hangs must not stop all that come after it.
const LIMIT: Duration = Duration::from_secs(2 * 60 * 60);

/// How often the tests of a crate run where the sides differ.
const ROUNDS: usize = 3;

/// Settings that would make cargo or the tests do something else for one person than for another.
const FOREIGN: [&str; 5] =
    ["RUSTFLAGS", "RUSTDOCFLAGS", "RUST_BACKTRACE", "RUST_LOG", "CARGO_BUILD_TARGET"];

/// One of the crates.
struct Crate {
    name: String,
    version: String,
    /// Where cargo has its source.
    source: PathBuf,
    how: How,
}

/// How a crate is tested, where it is not as `cargo test` does it: a table of the manifest that names the
/// crates, `[package.metadata.crates.NAME]`.
#[derive(Clone, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct How {
    features: Vec<String>,
    /// Whether it is built and no more, because what its tests need is not to be had.
    build_only: bool,
    /// The only targets of its tests that are taken, beside the library and its documentation.
    tests: Option<Vec<String>>,
    /// Tests that are not run.
    skip: Vec<String>,
    /// Whether what its tests depend on depends on the crate as well, and must get the very same.
    patch: bool,
}

pub fn run(run: &mut Run<'_>, paths: &[String]) -> Result<Tally> {
    let (ctx, bless) = (run.ctx, run.bless);
    let fetcher = Fetcher { ctx, workshop: run.opened()?, bless };
    let all = fetcher.named()?;
    let chosen = narrow(&all, paths)?;
    let source = fetcher.lay(&all)?;
    let workshop = run.workshop(Part::DocTools)?;
    let ours = Side::new(ctx, "ours", workshop, &source)?;
    let without = Workshop::open(ctx, Flavour::Upstream)?;
    without.build(Part::DocTools)?;
    let baseline = Side::new(ctx, "baseline", &without, &source)?;

    let mut tally = Tally::default();
    let mut notes = Vec::new();
    println!("{}", Line::HEAD);
    for one in chosen {
        let (ours, baseline) = both(one, &ours, &baseline)?;
        let comparison = compare(&ours.outcomes, &baseline.outcomes);
        let line = Line { one, comparison: &comparison, times: [ours.time, baseline.time] };
        println!("{line}");
        line.count(&mut tally);
        notes.push(line.to_string());
        notes.extend(said(one, &comparison));
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

/// What of cargo's account of a package we read.
#[derive(Deserialize)]
struct Account {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    manifest_path: PathBuf,
    dependencies: Vec<Dependency>,
    metadata: Option<Metadata>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    req: String,
}

#[derive(Deserialize)]
struct Metadata {
    #[serde(default)]
    crates: BTreeMap<String, How>,
}

/// stage0's cargo, as it fetches.
struct Fetcher<'a> {
    ctx: &'a Context,
    workshop: &'a Workshop<'a>,
    bless: bool,
}

impl Fetcher<'_> {
    /// What cargo prints. Only what this machine needs is fetched, and what the lockfile says, unless it
    /// is to be made anew.
    fn cargo(&self, folder: &Path, args: [&str; 3], what: &str) -> Result<Vec<u8>> {
        let mut args: Vec<&str> = args.into();
        args.push(self.workshop.host());
        if !self.bless {
            args.push("--locked");
        }
        let command = duct::cmd(self.workshop.cargo(), args).dir(folder);
        step(format!("fetch {what}"), || {
            let output = command.stdout_capture().stderr_capture().unchecked().run()?;
            if !output.status.success() {
                eprint!("{}", String::from_utf8_lossy(&output.stderr));
                bail!(
                    "cargo could not fetch {what}: it says why above, and where a lockfile no longer fits \
                     `./x.py test crates --bless` makes it anew"
                );
            }
            Ok(output.stdout)
        })
    }

    /// Lets cargo download the crates that the manifest names, and say where they are.
    fn named(&self) -> Result<Vec<Crate>> {
        let args = ["metadata", "--format-version=1", "--filter-platform"];
        let json = self.cargo(&self.ctx.repository.join(HOME), args, "the crates")?;
        let account = serde_json::from_slice(&json);
        crates(account.context("cargo gives an account that x.py cannot read: see to stage0")?)
    }

    /// Lays the crates side by side as one workspace, and returns its folder.
    fn lay(&self, crates: &[Crate]) -> Result<PathBuf> {
        let folder = self.ctx.build.join("crates/source");
        self.ctx.make_dir(&folder)?;
        upstream::clear_leftovers(&folder);
        for one in crates {
            let target = folder.join(one.folder());
            if !target.exists() {
                let partial = tempfile::Builder::new().prefix("partial-").tempdir_in(&folder)?;
                copy(&one.source, partial.path())?;
                fs::rename(partial.keep(), &target)?;
            }
        }
        fs::write(folder.join("Cargo.toml"), manifest(crates))?;
        let pinned = self.ctx.repository.join(HOME).join(LOCK);
        let lock = folder.join("Cargo.lock");
        if pinned.exists() {
            fs::copy(&pinned, &lock)?;
        }
        self.cargo(&folder, ["fetch", "--quiet", "--target"], "what their tests need")?;
        if self.bless {
            fs::copy(lock, pinned)?;
        }
        Ok(folder)
    }
}

fn crates(account: Account) -> Result<Vec<Crate>> {
    let Some(list) = account.packages.iter().find(|package| package.name == "crates") else {
        bail!("{HOME}/Cargo.toml is no longer the package `crates`: take it back with git");
    };
    let mut ways = list.metadata.as_ref().map(|it| it.crates.clone()).unwrap_or_default();
    let mut crates = Vec::new();
    for Dependency { name, req } in &list.dependencies {
        let is_it = |it: &&Package| it.name == *name && *req == format!("={}", it.version);
        let Some(package) = account.packages.iter().find(is_it) else {
            bail!("{HOME}/Cargo.toml asks for {name} {req}: write `=` and one whole version");
        };
        crates.push(Crate {
            name: name.clone(),
            version: package.version.clone(),
            source: package.manifest_path.parent().unwrap_or(Path::new("")).to_owned(),
            how: ways.remove(name).unwrap_or_default(),
        });
    }
    match ways.keys().next() {
        Some(name) => bail!("{HOME}/Cargo.toml says how to test {name}, which it does not name"),
        None => Ok(crates),
    }
}

/// The manifest of the workspace. Debug information would take longer to write than the tests to run.
fn manifest(crates: &[Crate]) -> String {
    let members: Vec<String> = crates.iter().map(Crate::folder).collect();
    let mut text = format!(
        "# Written by x.py, and again at each run.\n[workspace]\nresolver = \"2\"\nmembers = {members:?}\n\n\
         [profile.dev]\ndebug = false\nincremental = false\n\n[patch.crates-io]\n"
    );
    for one in crates.iter().filter(|one| one.how.patch) {
        text += &format!("{} = {{ path = {:?} }}\n", one.name, one.folder());
    }
    text
}

/// Copies a package without the lockfile of its own, which counts for nothing here.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let unpack = duct::cmd!("tar", "-C", to, "-xf", "-");
    duct::cmd!("tar", "-C", from, "--exclude=./Cargo.lock", "-cf", "-", ".")
        .pipe(unpack)
        .run()
        .with_context(|| {
            format!("{} could not be copied: see that the disk has room", from.display())
        })?;
    Ok(())
}

impl Crate {
    fn folder(&self) -> String {
        format!("{}-{}", self.name, self.version)
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
fn both(one: &Crate, ours: &Side<'_>, baseline: &Side<'_>) -> Result<(Results, Results)> {
    let mut there = baseline.results(one)?;
    let mut here = ours.results(one)?;
    while !compare(&here.outcomes, &there.outcomes).different.is_empty()
        && here.outcomes.has_built()
        && there.outcomes.has_built()
        && here.rounds.min(there.rounds) < ROUNDS
    {
        there = baseline.again(one, there)?;
        here = ours.again(one, here)?;
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
    fn results(&self, one: &Crate) -> Result<Results> {
        let key = format!("{} {}", self.key, serde_json::to_string(&one.how)?);
        if let Ok(text) = fs::read_to_string(self.record(one))
            && let Ok(results) = serde_json::from_str::<Results>(&text)
            && results.key == key
        {
            return Ok(results);
        }
        let start = Instant::now();
        let builds = self.cargo(one, Build)?;
        let outcomes = if builds && !one.how.build_only {
            self.cargo(one, Test)?;
            Outcomes::read(&self.log(one, Test)?)
        } else {
            Outcomes::of_build(builds)
        };
        self.keep(one, Results { key, time: start.elapsed(), rounds: 1, outcomes })
    }

    /// Runs the tests once more, and adds what they do.
    fn again(&self, one: &Crate, mut results: Results) -> Result<Results> {
        self.cargo(one, Test)?;
        results.outcomes.merge(&Outcomes::read(&self.log(one, Test)?));
        results.rounds += 1;
        self.keep(one, results)
    }

    fn keep(&self, one: &Crate, results: Results) -> Result<Results> {
        fs::write(self.record(one), serde_json::to_string_pretty(&results)?)?;
        Ok(results)
    }

    fn record(&self, one: &Crate) -> PathBuf {
        self.folder.join("results").join(one.folder()).with_added_extension("json")
    }

    fn log_file(&self, one: &Crate, what: What) -> PathBuf {
        self.folder.join("log").join(one.folder()).with_added_extension(what.name())
    }

    fn log(&self, one: &Crate, what: What) -> Result<String> {
        Ok(String::from_utf8_lossy(&fs::read(self.log_file(one, what))?).into_owned())
    }

    /// Lets cargo build or run a crate's tests, and says whether all went well.
    fn cargo(&self, one: &Crate, what: What) -> Result<bool> {
        let log = self.log_file(one, what);
        let file = fs::File::create(&log)?;
        let said = format!("{} {} ({})", what.said(), one.folder(), self.ctx.shown(&log));
        step(said, || {
            let mut success = true;
            for targets in one.targets(what) {
                let mut command = self.command(one, what, &targets);
                command.stdout(file.try_clone()?).stderr(file.try_clone()?);
                success &= wait(command, LIMIT)?;
            }
            Ok(success)
        })
    }

    fn command(&self, one: &Crate, what: What, targets: &[String]) -> Command {
        let mut command = Command::new(self.workshop.cargo());
        command.args(what.args(one));
        if !one.how.features.is_empty() {
            command.arg("--features").arg(one.how.features.join(","));
        }
        command.args(targets);
        if what == Test && !one.how.skip.is_empty() {
            command.args(["--", "--exact"]);
            command.args(one.how.skip.iter().flat_map(|test| ["--skip", test]));
        }
        command.current_dir(self.source.join(one.folder())).stdin(Stdio::null());
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

impl Crate {
    /// The targets that are asked for, in one call of cargo after the other. What is in the documentation
    /// cannot be asked for together with others, and is compiled only when it runs.
    fn targets(&self, what: What) -> Vec<Vec<String>> {
        let Some(tests) = &self.how.tests else { return vec![Vec::new()] };
        let mut named = vec!["--lib".to_owned()];
        named.extend(tests.iter().flat_map(|test| ["--test".to_owned(), test.clone()]));
        let documentation = (what == Test).then(|| vec!["--doc".to_owned()]);
        std::iter::once(named).chain(documentation).collect()
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

/// A crate in the table.
struct Line<'a> {
    one: &'a Crate,
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
            self.one.folder(),
            known.len(),
            unsteady.len(),
            different.len()
        )
    }
}

/// The tests of a crate that did not simply pass, by name.
fn said(one: &Crate, comparison: &Comparison) -> Vec<String> {
    let Comparison { known, unsteady, different, .. } = comparison;
    let known = known.iter().map(|test| format!("{test} fails on both"));
    let unsteady = unsteady.iter().map(|test| format!("{test} is unsteady"));
    let different = different.iter().map(|test| format!("DIFFERS: {test}"));
    let all = known.chain(unsteady).chain(different);
    all.map(|words| format!("  {}: {words}", one.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(requirement: &str, ways: &str) -> Result<Vec<Crate>> {
        let json = format!(
            r#"{{"packages": [
                {{"name": "one", "version": "1.2.3", "manifest_path": "/cache/one/Cargo.toml",
                  "dependencies": [], "metadata": null}},
                {{"name": "crates", "version": "0.0.0", "manifest_path": "/crates/Cargo.toml",
                  "dependencies": [{{"name": "one", "req": "{requirement}"}}],
                  "metadata": {{"crates": {ways}}}}}]}}"#
        );
        crates(serde_json::from_str(&json).unwrap())
    }

    #[test]
    fn a_crate_is_named_with_one_whole_version() {
        let crates = account("=1.2.3", r#"{"one": {"features": ["full"]}}"#).unwrap();
        assert_eq!(crates[0].folder(), "one-1.2.3");
        assert_eq!(crates[0].source, Path::new("/cache/one"));
        assert_eq!(crates[0].how.features, ["full"]);
        let error = account("^1.2", "{}").err().unwrap().to_string();
        assert!(error.ends_with("asks for one ^1.2: write `=` and one whole version"), "{error}");
        let error = account("=1.2.3", r#"{"two": {}}"#).err().unwrap().to_string();
        assert!(error.ends_with("says how to test two, which it does not name"), "{error}");
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
