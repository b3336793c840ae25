//! The suites, in the order they run: first those that need no compiler, last the slow ones.
//!
//! One that has a long form runs that where [`Run::full`] says so.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

use super::{
    Run, Tally, benches, crash, crates, docs, ecosystem, examples, fuzz, known, libtest, memory,
    tidy,
};
use crate::bootstrap::relay;
use crate::build::Part;
use crate::save::save_under;

/// One suite.
pub struct Suite {
    /// What it is called, on the command line too.
    pub name: &'static str,
    /// The folder or files that its tests lie in, from the top of the repository.
    homes: &'static [&'static str],
    /// What the repository must have for the suite to be there; its homes, unless those are rustc's.
    needs: Option<&'static str>,
    /// Runs it, narrowed to the paths given, or all of it.
    pub run: fn(&mut Run<'_>, &[String]) -> Result<Tally>,
}

pub static SUITES: [Suite; 19] = [
    Suite { name: "fork", homes: &["src/fork"], needs: None, run: fork },
    Suite { name: "tidy", homes: &[], needs: None, run: |run, _| tidy::run(run) },
    Suite { name: "ui", homes: &[UI], needs: None, run: |run, paths| compiletest(run, UI, paths) },
    Suite {
        name: "coretests",
        homes: &["library/coretests"],
        needs: Some(""),
        run: |run, _| library(run, "coretests", &["library/coretests"], None),
    },
    Suite {
        name: "core-docs",
        homes: &["library/core"],
        needs: Some("library/core/src/generator"),
        run: |run, _| library(run, "core-docs", &["library/core", "--doc"], OURS),
    },
    Suite {
        name: "alloc-docs",
        homes: &["library/alloc"],
        needs: Some("library/alloc/src/generator"),
        run: |run, _| library(run, "alloc-docs", &["library/alloc", "--doc"], OURS),
    },
    Suite {
        name: "std",
        homes: &["library/std/tests"],
        needs: Some("library/std/tests/generator"),
        run: |run, _| library(run, "std", &["library/std", "--tests"], OURS),
    },
    Suite {
        name: "std-docs",
        homes: &["library/std/src"],
        needs: Some("library/std/src/generator"),
        run: |run, _| library(run, "std-docs", &["library/std", "--doc"], OURS),
    },
    Suite { name: "examples", homes: &["examples"], needs: None, run: examples::run },
    Suite {
        name: "docs",
        homes: &["README.md", "CONTRIBUTING.md", "src/doc/generators"],
        needs: None,
        run: docs::run,
    },
    Suite { name: "ecosystem", homes: &[ecosystem::HOME], needs: None, run: ecosystem::run },
    Suite {
        name: "benches",
        homes: &[benches::HOME],
        needs: None,
        run: |run, _| benches::run(run),
    },
    Suite { name: "fuzz", homes: &[fuzz::HOME], needs: None, run: |run, _| fuzz::run(run) },
    Suite { name: "crash", homes: &[crash::HOME], needs: None, run: |run, _| crash::run(run) },
    // It runs what belongs to other suites, so only its name names it.
    Suite { name: "memory", homes: &[], needs: Some(UI), run: |run, _| memory::run(run) },
    Suite {
        name: "incremental",
        homes: &["tests/incremental/generator"],
        needs: None,
        run: |run, paths| compiletest(run, "tests/incremental/generator", paths),
    },
    Suite {
        name: "debuginfo",
        homes: &["tests/debuginfo/generator"],
        needs: None,
        run: |run, paths| compiletest(run, "tests/debuginfo/generator", paths),
    },
    Suite {
        name: "codegen",
        homes: &["tests/codegen-llvm/generator"],
        needs: None,
        run: |run, paths| compiletest(run, "tests/codegen-llvm/generator", paths),
    },
    Suite {
        name: "mir-opt",
        homes: &["tests/mir-opt/generator"],
        needs: None,
        run: |run, paths| compiletest(run, "tests/mir-opt/generator", paths),
    },
];

/// The suites that take too long for every day. One runs when it is named, and in a full run.
pub static LONG: [Suite; 3] = [
    Suite {
        name: "alloctests",
        homes: &["library/alloctests"],
        needs: Some(""),
        run: |run, _| library(run, "alloctests", &["library/alloctests"], None),
    },
    Suite { name: "crates", homes: &[crates::HOME], needs: None, run: crates::run },
    Suite { name: "stage2", homes: &[], needs: Some(UI), run: |run, _| stage2(run) },
];

/// Words that mean a long suite beside the one that they name.
pub const ALSO: [(&str, &str); 1] = [("ecosystem", "crates")];

/// The suite after which the sysroot's library is good for nothing else, being built with other flags.
pub const LAST: &str = "mir-opt";

const UI: &str = "tests/ui/generator";

impl Suite {
    /// Whether `x.py test` leaves this suite out unless it is named.
    pub fn is_long(&self) -> bool {
        LONG.iter().any(|long| long.name == self.name)
    }

    /// What the suite runs beside the toolchain, from the top of the repository: a change to it makes
    /// an earlier run of the suite worth nothing.
    pub fn reads(&self) -> &'static [&'static str] {
        match self.name {
            "tidy" => &[""],
            "stage2" => &[UI, "tests/auxiliary"],
            "crash" => &[crash::HOME, UI],
            "memory" => &[UI, "tests/auxiliary", "examples", "library/std/tests"],
            _ => self.homes,
        }
    }

    /// Whether the repository has this suite.
    pub fn is_present(&self, repository: &Path) -> bool {
        let is_there = |path: &&str| {
            repository.join(path).exists() || repository.join(format!("{path}.rs")).exists()
        };
        match self.needs {
            Some(path) => is_there(&path),
            None => self.homes.is_empty() || self.homes.iter().any(is_there),
        }
    }

    /// Whether a path names the suite, lies in it, or has it within.
    pub fn takes(&self, path: &str) -> bool {
        let within = |path: &str| self.homes.iter().any(|home| Path::new(path).starts_with(home));
        self.is_all_within(path) || within(path)
    }

    /// Whether a path names the suite or lies in it; a folder above is not enough.
    pub fn is_named(&self, path: &str) -> bool {
        path == self.name || self.homes.iter().any(|home| Path::new(path).starts_with(home))
    }

    /// Whether a path means the suite as a whole.
    pub fn is_all_within(&self, path: &str) -> bool {
        path == self.name
            || (!self.homes.is_empty()
                && self.homes.iter().all(|home| Path::new(home).starts_with(path)))
    }
}

/// The tool's own tests, by cargo.
fn fork(run: &mut Run<'_>, _: &[String]) -> Result<Tally> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let manifest = run.ctx.repository.join("src/fork/Cargo.toml");
    let child = Command::new(cargo)
        .args(["test", "--release", "--locked", "--no-fail-fast", "--manifest-path"])
        .arg(&manifest)
        .arg("--target-dir")
        .arg(run.ctx.repository.join("build/fork"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .context("cargo could not be run: put it on PATH")?;
    libtest::tally_and_note(run, relay(child)?)
}

/// A suite of compiletest's. It skips what passed before and says so as "ignored": we want true counts.
fn compiletest(run: &mut Run<'_>, home: &str, paths: &[String]) -> Result<Tally> {
    let mut args = vec!["test", "--force-rerun", "--no-fail-fast"];
    if run.bless {
        args.push("--bless");
    }
    match paths {
        [] => args.push(home),
        _ => args.extend(paths.iter().map(String::as_str)),
    }
    let (ctx, bless) = (run.ctx, run.bless);
    let workshop = run.workshop(Part::Library)?;
    let said = workshop.test(1, &args, libtest::has_results)?;
    if bless {
        // compiletest writes into the tree; what is blessed belongs to the repository.
        save_under(ctx, &workshop.tree, home)?;
    }
    libtest::tally_and_note(run, said)
}

/// What the names of the library's tests have in them that run on ordinary days; `None` is all of them.
type Daily = Option<&'static str>;

const OURS: Daily = Some("generator");

/// A suite of the library's own tests. Some may be known to fail without our changes just the same.
fn library(run: &mut Run<'_>, name: &str, what: &[&str], daily: Daily) -> Result<Tally> {
    let mut args = vec!["test", "--no-fail-fast"];
    args.extend(what);
    let narrowed = daily.filter(|_| !run.full);
    args.extend(narrowed.iter().flat_map(|word| ["--test-args", word]));
    let workshop = run.workshop(Part::Library)?;
    let (output, success) = workshop.test(1, &args, libtest::has_results)?;
    let failures = libtest::failures(&output);
    let known = known::read(run.ctx, name)?;
    let tally = libtest::tally((output, success))?;
    Ok(known::discount(run, name, tally, &failures, &known, narrowed.is_none()))
}

/// The compiler compiling itself: what comes out must still pass the ui suite, with a library that it
/// has compiled as well.
fn stage2(run: &mut Run<'_>) -> Result<Tally> {
    let workshop = run.workshop(Part::Library)?;
    let args =
        ["test", "--force-rerun", "--no-fail-fast", UI, "--set", "build.full-bootstrap=true"];
    let said = workshop.test(2, &args, libtest::has_results)?;
    libtest::tally_and_note(run, said)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_by(path: &str) -> Vec<&'static str> {
        SUITES.iter().filter(|suite| suite.takes(path)).map(|suite| suite.name).collect()
    }

    #[test]
    fn a_path_names_the_suites_it_lies_in_or_holds() {
        assert_eq!(
            taken_by("tests"),
            ["ui", "ecosystem", "incremental", "debuginfo", "codegen", "mir-opt"]
        );
        assert_eq!(taken_by("tests/ecosystem/chat/src/lib.rs"), ["ecosystem"]);
        assert_eq!(taken_by("tests/ui/generator/yield/loops.rs"), ["ui"]);
        assert_eq!(taken_by("library/core/src/generator"), ["core-docs"]);
        assert_eq!(taken_by("library/std/tests/generator/time.rs"), ["std"]);
        assert_eq!(taken_by("library/std"), ["std", "std-docs"]);
        assert_eq!(taken_by("src/tools/generator-fuzz/src/grow.rs"), ["fuzz"]);
        assert_eq!(taken_by("README.md"), ["docs"]);
        assert_eq!(taken_by("src/doc/generators/src/frames.md"), ["docs"]);
        assert!(taken_by("src/doc/book").is_empty());
        assert_eq!(taken_by("src/tools/generator-crash/src/main.rs"), ["crash"]);
        assert_eq!(taken_by("benches/iteration/src/bin/by_hand.rs"), ["benches"]);
        assert_eq!(taken_by("tidy"), ["tidy"]);
        assert!(taken_by("compiler").is_empty());
    }

    #[test]
    fn a_folder_above_means_the_whole_suite() {
        let ui = SUITES.iter().find(|suite| suite.name == "ui").unwrap();
        assert!(ui.is_all_within("tests/ui") && ui.is_all_within("ui"));
        assert!(!ui.is_all_within("tests/ui/generator/yield"));
    }

    #[test]
    fn a_long_suite_runs_only_when_it_is_named() {
        let crates = LONG.iter().find(|suite| suite.name == "crates").unwrap();
        assert!(crates.is_named("crates") && crates.is_named("tests/ecosystem/crates/tokio"));
        assert!(!crates.is_named("tests/ecosystem") && !crates.is_named("tests"));
        for (_, long) in ALSO {
            assert!(LONG.iter().any(|suite| suite.name == long));
        }
        assert!(SUITES.iter().any(|suite| suite.name == LAST));
    }
}
