//! The programs of the other suites under AddressSanitizer: the ui tests that run, the examples, and the
//! tests of the event loop. None may touch memory that is not its own any more, and none may leave anything
//! behind.
//!
//! What the compiler makes of a program is instrumented, with all that is generic in the library; the rest
//! of the library is linked as it is. Allocations are watched wherever they are made. compiletest compiles
//! and runs the ui tests, as it does without the sanitizer, so that what stands at their top is heeded. A
//! test that is to leak says so there: `//@ exec-env:ASAN_OPTIONS=detect_leaks=0`.
//!
//! A sanitizer that sees nothing is as quiet as one to which there is nothing to see. So first come
//! programs in which it has to find something.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use anyhow::{Context as _, Result, bail};
use regex::Regex;

use super::{Run, Tally, examples, libtest};
use crate::asan::Runtime;
use crate::bootstrap::relay;
use crate::build::Part;
use crate::run::compile;

/// Where the ui tests lie.
const UI: &str = "tests/ui/generator";

/// The tests of the event loop and of `block_on`: of the library's, those with threads.
const EVENT_LOOP: &str = "library/std/tests/generator.rs";

/// A program that the sanitizer must stop.
struct Culprit {
    /// What it does.
    name: &'static str,
    source: &'static str,
    /// What the sanitizer calls that.
    caught_as: &'static str,
}

static CULPRITS: [Culprit; 3] = [
    Culprit {
        name: "reads_a_freed_box",
        source: include_str!("memory/reads_a_freed_box.rs"),
        caught_as: "heap-use-after-free",
    },
    Culprit {
        name: "reads_where_the_frame_was",
        source: include_str!("memory/reads_where_the_frame_was.rs"),
        caught_as: "stack-use-after-scope",
    },
    Culprit {
        name: "forgets_a_frame",
        source: include_str!("memory/forgets_a_frame.rs"),
        caught_as: "detected memory leaks",
    },
];

pub fn run(run: &mut Run<'_>) -> Result<Tally> {
    let runtime = Runtime::ensure(run.ctx)?;
    let rustc = run.workshop(Part::Library)?.program("rustc");
    let folder = run.ctx.build.join("memory");
    let mut flags = runtime.flags(&runtime.folder);
    flags.push(runtime.found_by_itself());
    let instrumented = |file: &Path| {
        let (mut command, program) = compile(&rustc, file, &folder)?;
        command.args(&flags);
        Ok((command, program))
    };

    let mut tally = Tally::default();
    for culprit in &CULPRITS {
        let file = folder.join(culprit.name).with_extension("rs");
        run.ctx.make_dir(&folder)?;
        fs::write(&file, culprit.source)?;
        tally.report(
            &format!("{} is caught", culprit.name),
            is_caught(culprit, instrumented(&file)?),
        );
    }
    tally.add(ui(run, &runtime)?);
    tally.add(examples::run_compiled(run, &[], instrumented)?);
    let tests = run.workshop(Part::Library)?.tree.dir.join(EVENT_LOOP);
    let (mut rustc, program) = instrumented(&tests)?;
    compile_quietly(rustc.arg("--test"))?;
    let child = Command::new(program).stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    tally.add(libtest::tally(relay(child)?)?);
    Ok(tally)
}

fn compile_quietly(rustc: &mut Command) -> Result<()> {
    let compiled = rustc.stdin(Stdio::null()).output()?;
    if !compiled.status.success() {
        bail!("it does not compile:\n{}", String::from_utf8_lossy(&compiled.stderr));
    }
    Ok(())
}

/// Runs a program that must not come to its end.
fn is_caught(culprit: &Culprit, (mut rustc, program): (Command, PathBuf)) -> Result<()> {
    compile_quietly(&mut rustc)?;
    let output = Command::new(program).stdin(Stdio::null()).output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    if output.status.success() || !said.contains(culprit.caught_as) {
        bail!("no word of {}: it ended with {}\n{said}", culprit.caught_as, output.status);
    }
    Ok(())
}

/// The ui tests that run.
fn ui(run: &mut Run<'_>, runtime: &Runtime) -> Result<Tally> {
    let workshop = run.workshop(Part::Library)?;
    let tests = programs(&workshop.tree.dir, UI)?;
    // bootstrap takes words apart at blanks, which the path of the build folder may have; compiletest runs
    // rustc in the tree.
    let flags = runtime.flags(Path::new("../asan"));
    let flags: Vec<String> =
        flags.iter().map(|flag| format!("--test-args=--target-rustcflags={flag}")).collect();
    let mut args = vec!["test", "--force-rerun", "--no-fail-fast"];
    args.extend(flags.iter().map(String::as_str));
    args.extend(tests.iter().map(String::as_str));
    libtest::tally(workshop.test(1, &args, libtest::has_results)?)
}

/// The tests below a folder of the tree that compiletest runs, or some revision of them.
fn programs(tree: &Path, folder: &str) -> Result<Vec<String>> {
    let mut programs = Vec::new();
    let unreadable = || format!("{folder} of the tree cannot be read: run ./x.py build");
    for entry in fs::read_dir(tree.join(folder)).with_context(unreadable)? {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            programs.extend(self::programs(tree, &path)?);
        } else if path.ends_with(".rs") && is_run(&fs::read_to_string(entry.path())?) {
            programs.push(path);
        }
    }
    programs.sort();
    Ok(programs)
}

fn is_run(source: &str) -> bool {
    static RUN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?m)^//@ *(\[[^\]]*\])? *run-(pass|fail)\b").expect("a valid pattern")
    });
    RUN.is_match(source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_run_says_so_at_its_top() {
        assert!(is_run("//@ edition: 2024\n//@ run-pass\n"));
        assert!(is_run("//@[e2024] run-fail\n"));
        assert!(!is_run("//@ check-pass\n// run-pass\n//@ run-rustfix\n"));
    }

    #[test]
    fn programs_are_found_at_any_depth() {
        let tree = tempfile::tempdir().unwrap();
        let folder = tree.path().join("ui");
        fs::create_dir_all(folder.join("drop/auxiliary")).unwrap();
        fs::write(folder.join("b.rs"), "//@ run-pass\n").unwrap();
        fs::write(folder.join("a.rs"), "//@ check-pass\n").unwrap();
        fs::write(folder.join("drop/a.rs"), "//@ run-pass\n").unwrap();
        fs::write(folder.join("drop/a.stderr"), "//@ run-pass\n").unwrap();
        fs::write(folder.join("drop/auxiliary/tracer.rs"), "pub fn f() {}\n").unwrap();
        assert_eq!(programs(tree.path(), "ui").unwrap(), ["ui/b.rs", "ui/drop/a.rs"]);
    }
}
