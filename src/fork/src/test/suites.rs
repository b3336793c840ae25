//! The suites, in the order they run: first those that need no compiler, last the slow ones.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

use super::{Run, Tally, crash, docs, ecosystem, examples, fuzz, libtest, memory, tidy};
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

pub static SUITES: [Suite; 16] = [
    Suite { name: "fork", homes: &["src/fork"], needs: None, run: fork },
    Suite { name: "tidy", homes: &[], needs: None, run: |run, _| tidy::run(run) },
    Suite {
        name: "ui",
        homes: &["tests/ui/generator"],
        needs: None,
        run: |run, paths| compiletest(run, "tests/ui/generator", paths),
    },
    Suite {
        name: "coretests",
        homes: &["library/coretests"],
        needs: Some(""),
        run: |run, _| library(run, &["library/coretests"]),
    },
    Suite {
        name: "core-docs",
        homes: &["library/core"],
        needs: Some("library/core/src/generator"),
        run: |run, _| library(run, &["library/core", "--doc", "--test-args", "generator"]),
    },
    Suite {
        name: "alloc-docs",
        homes: &["library/alloc"],
        needs: Some("library/alloc/src/generator"),
        run: |run, _| library(run, &["library/alloc", "--doc", "--test-args", "generator"]),
    },
    Suite {
        name: "std",
        homes: &["library/std/tests"],
        needs: Some("library/std/tests/generator"),
        run: |run, _| library(run, &["library/std", "--tests", "--test-args", "generator"]),
    },
    Suite {
        name: "std-docs",
        homes: &["library/std/src"],
        needs: Some("library/std/src/generator"),
        run: |run, _| library(run, &["library/std", "--doc", "--test-args", "generator"]),
    },
    Suite { name: "examples", homes: &["examples"], needs: None, run: examples::run },
    Suite {
        name: "docs",
        homes: &["README.md", "CONTRIBUTING.md", "src/doc/generators"],
        needs: None,
        run: docs::run,
    },
    Suite { name: "ecosystem", homes: &[ecosystem::HOME], needs: None, run: ecosystem::run },
    Suite { name: "fuzz", homes: &[fuzz::HOME], needs: None, run: |run, _| fuzz::run(run) },
    Suite { name: "crash", homes: &[crash::HOME], needs: None, run: crash::run },
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
    // It runs what belongs to other suites, so only its name names it.
    Suite {
        name: "memory",
        homes: &[],
        needs: Some("tests/ui/generator"),
        run: |run, _| memory::run(run),
    },
];

impl Suite {
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
    libtest::tally(relay(child)?)
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
    let said = workshop.test(&args, libtest::has_results)?;
    if bless {
        // compiletest writes into the tree; what is blessed belongs to the repository.
        save_under(ctx, &workshop.tree, home)?;
    }
    libtest::tally(said)
}

/// A suite of the library's own tests.
fn library(run: &mut Run<'_>, what: &[&str]) -> Result<Tally> {
    let mut args = vec!["test", "--no-fail-fast"];
    args.extend(what);
    let workshop = run.workshop(Part::Library)?;
    libtest::tally(workshop.test(&args, libtest::has_results)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_by(path: &str) -> Vec<&'static str> {
        SUITES.iter().filter(|suite| suite.takes(path)).map(|suite| suite.name).collect()
    }

    #[test]
    fn a_path_names_the_suites_it_lies_in_or_holds() {
        assert_eq!(taken_by("tests"), ["ui", "ecosystem", "codegen", "mir-opt"]);
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
        assert_eq!(taken_by("tidy"), ["tidy"]);
        assert!(taken_by("compiler").is_empty());
    }

    #[test]
    fn a_folder_above_means_the_whole_suite() {
        let ui = SUITES.iter().find(|suite| suite.name == "ui").unwrap();
        assert!(ui.is_all_within("tests/ui") && ui.is_all_within("ui"));
        assert!(!ui.is_all_within("tests/ui/generator/yield"));
    }
}
