//! `x.py test --full`: every suite in its long form, which takes hours and may be stopped at any time.
//!
//! A suite that came to its end is recorded under `build/full`, with what it ran with: the toolchain, the
//! tool, and the tests themselves. The next call takes what still holds from there and goes on with the
//! first suite that has not run. A suite that is named runs again whatever is recorded.
//!
//! Whoever stops the run gets the table so far, and nothing goes on behind their back: a signal ends all
//! that was started.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::suites::{LAST, LONG, SUITES, Suite};
use super::{Row, Run, choose, known, perform, report, verdict};
use crate::context::Context;
use crate::family;
use crate::git::Git;

/// The whole of `x.py test --full`.
pub fn full(ctx: &Context, paths: &[PathBuf]) -> Result<ExitCode> {
    let named = if paths.is_empty() { Vec::new() } else { choose(ctx, paths)? };
    let _lock = ctx.lock()?;
    let mut run = Run { full: true, ..Run::new(ctx) };
    let records = Records::open(&mut run)?;
    let suites: Vec<&Suite> =
        in_order().filter(|suite| suite.is_present(&ctx.repository)).collect();
    let board = Board::new(&suites, &records)?;
    let stopped = watch(&board)?;

    for (index, suite) in suites.iter().enumerate() {
        let of_this = named.iter().find(|(it, _)| it.name == suite.name);
        let is_wanted = if named.is_empty() { !board.has(index) } else { of_this.is_some() };
        if !is_wanted {
            continue;
        }
        let paths = of_this.map_or(&[][..], |(_, paths)| paths);
        let row = perform(suite, paths, &mut run);
        if stopped.load(Ordering::Relaxed) {
            // Whatever came of the suite, it was cut short. The other thread tells the rest.
            loop {
                std::thread::park();
            }
        }
        if row.finished && paths.is_empty() {
            records.put(suite, &row)?;
        }
        board.set(index, row);
    }
    print!("{}", board.report());
    Ok(board.verdict())
}

/// All suites: those of every day, then the long ones, then the one that leaves nothing to work with.
fn in_order() -> impl Iterator<Item = &'static Suite> {
    let but_last = SUITES.iter().filter(|suite| suite.name != LAST);
    let last = SUITES.iter().filter(|suite| suite.name == LAST);
    but_last.chain(&LONG).chain(last)
}

/// A suite's name, and what has come of it.
type Entry = (&'static str, Option<Row>);

/// What has come of each suite so far.
#[derive(Clone)]
struct Board(Arc<Mutex<Vec<Entry>>>);

impl Board {
    fn new(suites: &[&'static Suite], records: &Records<'_>) -> Result<Self> {
        let mut rows = Vec::new();
        for suite in suites {
            rows.push((suite.name, records.get(suite)?));
        }
        Ok(Self(Arc::new(Mutex::new(rows))))
    }

    fn rows(&self) -> MutexGuard<'_, Vec<Entry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn has(&self, index: usize) -> bool {
        self.rows()[index].1.is_some()
    }

    fn set(&self, index: usize, row: Row) {
        self.rows()[index].1 = Some(row);
    }

    /// What the suites have to say, the table, and what is still to do.
    fn report(&self) -> String {
        let rows = self.rows();
        let done: Vec<Row> = rows.iter().filter_map(|(_, row)| row.clone()).collect();
        let mut text = report(&done);
        let left: Vec<&str> =
            rows.iter().filter(|(_, row)| row.is_none()).map(|(name, _)| *name).collect();
        if !left.is_empty() {
            text += &format!("not run yet: {}\n", left.join(", "));
        }
        text
    }

    fn verdict(&self) -> ExitCode {
        let done: Vec<Row> = self.rows().iter().filter_map(|(_, row)| row.clone()).collect();
        verdict(&done)
    }
}

/// Sees to it that a signal ends what was started, tells what has come of it, and ends the run.
///
/// A shell that starts us in the background lets us ignore Ctrl-C, and all that we start with us; but some
/// of std's tests wait for a process that must not. Listening to the signal puts that right too.
fn watch(board: &Board) -> Result<Arc<AtomicBool>> {
    let signals = [SIGINT, SIGTERM];
    let stopped = Arc::new(AtomicBool::new(false));
    for signal in signals {
        signal_hook::flag::register(signal, Arc::clone(&stopped))?;
    }
    let mut signals = Signals::new(signals)?;
    let board = board.clone();
    std::thread::spawn(move || {
        let Some(signal) = signals.forever().next() else { return };
        family::end_below(std::process::id());
        // The suite that is cut short by this has nothing more to say: the table is the last word.
        let mut out = io::stdout().lock();
        let _ = write!(out, "{}", board.report()).and_then(|()| out.flush());
        eprintln!("stopped: `./x.py test --full` goes on with the first suite that has not run");
        std::process::exit(128 + signal);
    });
    Ok(stopped)
}

/// Where it is kept what the suites came to.
struct Records<'a> {
    ctx: &'a Context,
    folder: PathBuf,
    /// A hash of the toolchain and of the tool, on which all suites depend.
    base: String,
    /// The hash of every file of the repository.
    files: BTreeMap<String, String>,
}

/// A suite that came to its end, and with what.
#[derive(Deserialize, Serialize)]
struct Record {
    base: String,
    own: String,
    row: Row,
}

impl<'a> Records<'a> {
    /// Opens the records. Those of another toolchain or tool are done away with.
    fn open(run: &mut Run<'a>) -> Result<Self> {
        let ctx = run.ctx;
        let files = hashes(&ctx.repository)?;
        let mut base = Sha256::new_with_prefix(run.opened()?.fingerprint());
        let tool = ["src/fork/src", "src/fork/Cargo.toml", "src/fork/Cargo.lock"];
        base.update(hash_under(&files, &tool));
        let records = Self { ctx, folder: ctx.build.join("full"), base: hex(base), files };
        ctx.make_dir(&records.folder)?;
        records.clear_if_stale()?;
        Ok(records)
    }

    fn clear_if_stale(&self) -> Result<()> {
        let mut stale = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            if read(&path).is_none_or(|record| record.base != self.base) {
                stale.push(path);
            }
        }
        if !stale.is_empty() {
            eprintln!(
                "compiler/, library/ or the tool has changed since {} suites ran: they run again",
                stale.len()
            );
        }
        stale.iter().try_for_each(|path| Ok(fs::remove_file(path)?))
    }

    /// What came of a suite, if it still holds.
    fn get(&self, suite: &Suite) -> Result<Option<Row>> {
        let Some(record) = read(&self.file(suite)) else { return Ok(None) };
        if record.own == self.own(suite)? {
            return Ok(Some(record.row));
        }
        eprintln!("what {} tests has changed since it ran: it runs again", suite.name);
        Ok(None)
    }

    fn put(&self, suite: &Suite, row: &Row) -> Result<()> {
        let record = Record { base: self.base.clone(), own: self.own(suite)?, row: row.clone() };
        let text = serde_json::to_string_pretty(&record)?;
        // Written whole or not at all, whenever the run is killed.
        let partial = tempfile::NamedTempFile::new_in(&self.ctx.build)?;
        fs::write(&partial, text)?;
        partial.persist(self.file(suite))?;
        Ok(())
    }

    fn file(&self, suite: &Suite) -> PathBuf {
        self.folder.join(suite.name).with_added_extension("json")
    }

    /// A hash of what a suite depends on beside the toolchain and the tool.
    fn own(&self, suite: &Suite) -> Result<String> {
        let mut hash = Sha256::new_with_prefix(hash_under(&self.files, suite.reads()));
        hash.update(format!("{:?}", known::read(self.ctx, suite.name)?));
        Ok(hex(hash))
    }
}

fn read(path: &Path) -> Option<Record> {
    serde_json::from_str(&fs::read_to_string(path).ok()?).ok()
}

/// The hashes of all files that git knows or would know, as they are on disk.
fn hashes(repository: &Path) -> Result<BTreeMap<String, String>> {
    let args = ["ls-files", "-z", "--cached", "--others", "--exclude-per-directory=.gitignore"];
    let mut hashes = BTreeMap::new();
    for path in Git::at(repository).fields(&args)? {
        if let Ok(bytes) = fs::read(repository.join(&path)) {
            hashes.insert(path, hex(Sha256::new_with_prefix(bytes)));
        }
    }
    Ok(hashes)
}

/// One hash of all files that lie under some paths.
fn hash_under(files: &BTreeMap<String, String>, tops: &[&str]) -> String {
    let mut hash = Sha256::new();
    for (path, content) in files {
        if tops.iter().any(|top| Path::new(path).starts_with(top)) {
            hash.update(format!("{path} {content}\n"));
        }
    }
    hex(hash)
}

fn hex(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
