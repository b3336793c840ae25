//! The example programs, each compiled and run as its expectation says.
//!
//! `examples/NAME.rs` is run from the top of the repository, with the arguments in `examples/NAME/args`
//! (one on a line) and the standard input in `examples/NAME/stdin`, where those files are. What it prints
//! must be `examples/NAME/stdout`, and it must end well.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use super::{Run, Tally};
use crate::build::Part;
use crate::run::compile;

pub fn run(run: &mut Run<'_>, paths: &[String]) -> Result<Tally> {
    let rustc = run.workshop(Part::Library)?.program("rustc");
    let folder = run.ctx.build.join("examples");
    run_compiled(run, paths, |file| compile(&rustc, file, &folder))
}

/// The same with another way to compile, which tells the command and the program that comes of it.
pub fn run_compiled(
    run: &Run<'_>,
    paths: &[String],
    compile: impl Fn(&Path) -> Result<(Command, PathBuf)>,
) -> Result<Tally> {
    let mut tally = Tally::default();
    for file in programs(&run.ctx.repository, paths)? {
        let outcome = compile(&file).and_then(|compiler| check(run, &file, compiler));
        tally.report(&run.ctx.shown(&file), outcome);
    }
    Ok(tally)
}

/// The programs that the paths name, by themselves or by their folder of expectations.
fn programs(repository: &Path, paths: &[String]) -> Result<Vec<PathBuf>> {
    let mut programs: Vec<PathBuf> = fs::read_dir(repository.join("examples"))
        .context("examples/ cannot be read: take it back with git")?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter(|path| {
            paths.is_empty()
                || paths.iter().any(|named| {
                    let named = repository.join(named);
                    named == *path || named.starts_with(path.with_extension(""))
                })
        })
        .collect();
    programs.sort();
    Ok(programs)
}

fn check(run: &Run<'_>, file: &Path, (mut rustc, program): (Command, PathBuf)) -> Result<()> {
    let compiled = rustc.stdin(Stdio::null()).output()?;
    if !compiled.status.success() {
        bail!("it does not compile:\n{}", String::from_utf8_lossy(&compiled.stderr));
    }
    let folder = file.with_extension("");
    let args = fs::read_to_string(folder.join("args")).unwrap_or_default();
    let stdin = fs::File::open(folder.join("stdin")).map_or_else(|_| Stdio::null(), Stdio::from);
    let output = Command::new(program)
        .args(args.lines())
        .current_dir(&run.ctx.repository)
        .stdin(stdin)
        .output()?;
    if !output.status.success() {
        bail!("it ended with {}:\n{}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    compare(&folder.join("stdout"), &output.stdout, run.bless)
}

/// Holds what a program printed against what is expected, or makes it the expectation.
fn compare(expectation: &Path, printed: &[u8], bless: bool) -> Result<()> {
    if bless {
        fs::create_dir_all(expectation.parent().expect("expectations lie in a folder"))?;
        return Ok(fs::write(expectation, printed)?);
    }
    let Ok(expected) = fs::read(expectation) else {
        bail!(
            "there is no {}: look at what it prints, and if that is right run with --bless",
            expectation.display()
        );
    };
    if expected == printed {
        return Ok(());
    }
    let line = expected
        .split(|&b| b == b'\n')
        .zip(printed.split(|&b| b == b'\n'))
        .take_while(|(a, b)| a == b)
        .count();
    let show = |text: &[u8]| {
        String::from_utf8_lossy(text.split(|&b| b == b'\n').nth(line).unwrap_or(b"the end"))
            .into_owned()
    };
    bail!(
        "from line {} on it prints other than expected\nexpected: {}\nprinted:  {}",
        line + 1,
        show(&expected),
        show(printed)
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_differs_is_shown() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("stdout");
        fs::write(&file, "one\ntwo\n").unwrap();
        assert!(compare(&file, b"one\ntwo\n", false).is_ok());
        let error = compare(&file, b"one\n2\n", false).unwrap_err().to_string();
        assert!(
            error.contains("from line 2 on") && error.contains("expected: two\nprinted:  2"),
            "{error}"
        );
    }

    #[test]
    fn blessing_writes_the_expectation() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("name/stdout");
        compare(&file, b"one\n", true).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"one\n");
    }
}
