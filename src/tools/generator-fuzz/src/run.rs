//! Compiles programs, runs them, and tells what went wrong.

use std::fs::{self, File};
use std::ops::AddAssign;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result};
use rustix::io::Errno;
use rustix::process::{Pid, Resource, Rlimit, Signal, prlimit};
use wait_timeout::ChildExt as _;

use crate::program::Program;
use crate::render::{self, Subject};

/// How much time of a processor a compilation may take; none comes near it unless it hangs.
const COMPILING: Duration = Duration::from_secs(180);

/// The same for running what one seed stands for.
const RUNNING: Duration = Duration::from_secs(4);

/// How much longer than on a processor it may take on the clock: others may keep it waiting, and threads
/// that wait for each other for ever take no processor's time.
const WALL: u32 = 10;

/// How a program fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The ordinary functions do not compile: the fault is this tool's.
    Invalid(String),
    /// The functions compile, and the generators do not.
    Refused(String),
    /// The compiler crashed or hung.
    CompilerCrash(String),
    /// A run went another way than its reference.
    Different(String),
    /// The program crashed or hung.
    Crash(String),
}

impl Failure {
    /// What stays the same when the program becomes smaller.
    pub fn class(&self) -> String {
        match self {
            Failure::Invalid(text) => format!("invalid: {}", code(text)),
            Failure::Refused(text) => format!("refused: {}", code(text)),
            Failure::CompilerCrash(_) => "compiler crash".to_owned(),
            Failure::Different(_) => "different".to_owned(),
            Failure::Crash(_) => "crash".to_owned(),
        }
    }

    pub fn text(&self) -> &str {
        match self {
            Failure::Invalid(text)
            | Failure::Refused(text)
            | Failure::CompilerCrash(text)
            | Failure::Different(text)
            | Failure::Crash(text) => text,
        }
    }
}

/// An error without the names in it.
fn code(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    match line.split_once(": ") {
        Some((code, _)) if code.starts_with("error[") => code,
        _ => line,
    }
}

/// How many comparisons there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Run to the end.
    pub whole: usize,
    /// Dropped at a suspend point.
    pub dropped: usize,
    /// The same with a panic in a destructor.
    pub panicked_in_drop: usize,
    /// With a panic at an event.
    pub panicked: usize,
}

impl Counts {
    /// As a program prints them.
    fn parse(text: &str) -> Option<Counts> {
        let mut numbers = text.rsplit(' ').map_while(|number| number.parse().ok());
        let mut next = || numbers.next();
        let (panicked, panicked_in_drop, dropped, whole) = (next()?, next()?, next()?, next()?);
        Some(Counts { whole, dropped, panicked_in_drop, panicked })
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.whole += other.whole;
        self.dropped += other.dropped;
        self.panicked_in_drop += other.panicked_in_drop;
        self.panicked += other.panicked;
    }
}

/// The compiler and how it is called.
pub struct Runner {
    pub rustc: PathBuf,
    /// Where files are written, each under a name of its own.
    pub folder: PathBuf,
    pub subject: Subject,
}

/// How a compiler run ended.
enum Compiled {
    Program(PathBuf),
    Refused(String),
    Crashed(String),
}

impl Runner {
    /// Compiles and runs programs together. Returns those that fail, by their index, and how many
    /// comparisons there were.
    pub fn judge(
        &self,
        name: &str,
        programs: &[Program],
        opt: &str,
    ) -> Result<(Vec<(usize, Failure)>, Counts)> {
        let text = render::file(programs, self.subject);
        match self.compile(name, &text, opt)? {
            Compiled::Program(binary) => self.run(&binary, programs.len()),
            _ if programs.len() > 1 => {
                // One of them keeps all from compiling.
                let (one, other) = programs.split_at(programs.len() / 2);
                let (mut failures, mut runs) = self.judge(&format!("{name}l"), one, opt)?;
                let (others, more) = self.judge(&format!("{name}r"), other, opt)?;
                runs += more;
                failures.extend(
                    others.into_iter().map(|(index, failure)| (index + one.len(), failure)),
                );
                Ok((failures, runs))
            }
            refused => {
                let functions = render::file(programs, Subject::Nothing);
                let failure = match (self.compile(&format!("{name}f"), &functions, opt)?, refused) {
                    (Compiled::Program(_), Compiled::Crashed(text)) => Failure::CompilerCrash(text),
                    (Compiled::Program(_), Compiled::Refused(text)) => Failure::Refused(text),
                    (Compiled::Refused(text) | Compiled::Crashed(text), _) => {
                        Failure::Invalid(text)
                    }
                    (Compiled::Program(_), Compiled::Program(_)) => unreachable!("it was refused"),
                };
                Ok((vec![(0, failure)], Counts::default()))
            }
        }
    }

    fn compile(&self, name: &str, text: &str, opt: &str) -> Result<Compiled> {
        let source = self.folder.join(format!("{name}.rs"));
        let binary = self.folder.join(name);
        fs::write(&source, text)?;
        let mut command = Command::new(&self.rustc);
        command.arg(&source).arg("-o").arg(&binary);
        command.args(["--edition", "2024", "-Cdebuginfo=0", "-Cprefer-dynamic", "-Crpath"]);
        // The bodies of one seed are in one codegen unit; more optimisation across units than that would
        // take a fifth of the time.
        command.args(flags(opt)).arg("-Zthinlto=no").env("RUSTC_BOOTSTRAP", "1");
        // A report of a crash is for a person to ask for.
        command.env("RUSTC_ICE", "0").current_dir(&self.folder);
        let errors = self.folder.join(format!("{name}.stderr"));
        command.stderr(File::create(&errors)?);
        let status = wait(&mut command, COMPILING)?;
        let errors = String::from_utf8_lossy(&fs::read(&errors)?).into_owned();
        Ok(match status {
            Some(status) if status.success() => Compiled::Program(binary),
            Some(status) if status.code() == Some(1) => Compiled::Refused(gist(&errors)),
            Some(_) => Compiled::Crashed(gist(&errors)),
            None => Compiled::Crashed("the compiler hangs".to_owned()),
        })
    }

    fn run(&self, binary: &Path, count: usize) -> Result<(Vec<(usize, Failure)>, Counts)> {
        let mut failures = Vec::new();
        let mut runs = Counts::default();
        let mut first = 0;
        while first < count {
            let output = binary.with_extension("stdout");
            let mut command = Command::new(binary);
            command.arg(first.to_string()).stdout(File::create(&output)?).stderr(Stdio::null());
            let status = wait(&mut command, RUNNING * (count - first) as u32)?;
            let output = fs::read_to_string(&output)?;
            let begun = read(&output, first, &mut failures, &mut runs);
            // A program that came to its end has begun with all of them.
            let end = match status {
                Some(status) if status.code().is_some_and(|code| code < 2) => break,
                Some(status) => format!("the program died: {status}"),
                None => "the program hangs".to_owned(),
            };
            anyhow::ensure!(begun > first, "{} does nothing: {end}", binary.display());
            failures.push((begun - 1, Failure::Crash(end)));
            first = begun;
        }
        Ok((failures, runs))
    }
}

/// Reads what a program printed. Returns the number of the body after the last that began.
fn read(
    output: &str,
    first: usize,
    failures: &mut Vec<(usize, Failure)>,
    runs: &mut Counts,
) -> usize {
    let mut begun = first;
    let mut is_different = false;
    for line in output.lines() {
        if line.starts_with("begin ") {
            begun += 1;
            is_different = false;
        } else if let Some(same) = line.strip_prefix("same ") {
            *runs += Counts::parse(same).unwrap_or_default();
        } else if let Some(different) = line.strip_prefix("different ") {
            failures.push((begun - 1, Failure::Different(different.to_owned())));
            is_different = true;
        } else if let (true, Some((_, Failure::Different(text)))) =
            (is_different, failures.last_mut())
        {
            *text += "\n";
            *text += line;
        }
    }
    begun
}

/// The first error or panic of the compiler's.
fn gist(errors: &str) -> String {
    let is_start = |line: &&str| line.starts_with("error") || line.contains("panicked at");
    let from = errors.lines().position(|line| is_start(&line)).unwrap_or(0);
    errors.lines().skip(from).take(25).collect::<Vec<_>>().join("\n")
}

/// What a level means to the compiler. Where more is inlined than it would be, the compiler checks what
/// became of it.
pub fn flags(opt: &str) -> Vec<String> {
    let inlined = opt.strip_suffix("+inline");
    let mut flags = vec![format!("-Copt-level={}", inlined.unwrap_or(opt))];
    if inlined.is_some() {
        flags.extend(["-Zinline-awaited=yes", "-Zvalidate-mir"].map(str::to_owned));
    }
    flags
}

/// Runs a command to its end; `None` if it has none.
fn wait(command: &mut Command, patience: Duration) -> Result<Option<ExitStatus>> {
    let program = command.get_program().to_owned();
    let mut child = command
        .stdin(Stdio::null())
        .spawn()
        .with_context(|| format!("{} could not be run", program.display()))?;
    limit(&child, patience)?;
    let status = child.wait_timeout(patience * WALL)?;
    if status.is_none() {
        child.kill()?;
        child.wait()?;
    }
    Ok(status.filter(|status| status.signal() != Some(Signal::XCPU.as_raw())))
}

/// Limits how much time of a processor a process may take. One that has come to its end already needs no
/// limit.
fn limit(child: &Child, patience: Duration) -> Result<()> {
    let seconds = patience.as_secs().max(1);
    let time = Rlimit { current: Some(seconds), maximum: Some(seconds + 1) };
    match prlimit(Some(Pid::from_child(child)), Resource::Cpu, time) {
        Ok(_) | Err(Errno::SRCH) => Ok(()),
        Err(error) => Err(error).context("a process cannot be limited"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grow::grow;
    use crate::minimise::minimise;
    use crate::render::Fault;

    /// The compiler of this tool itself, which knows no generators: the functions are compared with
    /// themselves, and with themselves but for a fault.
    fn runner(folder: &Path, subject: Subject) -> Runner {
        let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        Runner { rustc: rustc.into(), folder: folder.to_owned(), subject }
    }

    /// Seed 2000131 once borrowed a variable that counted as moved, and then was given a new value.
    #[test]
    fn nothing_changes_while_it_is_borrowed() {
        let folder = tempfile::tempdir().unwrap();
        let programs = [grow(2000131)];
        let (failures, runs) =
            runner(folder.path(), Subject::Nothing).judge("borrowed", &programs, "0").unwrap();
        assert_eq!(failures, []);
        assert!(runs.whole > 0);
    }

    #[test]
    fn a_function_is_like_itself() {
        let folder = tempfile::tempdir().unwrap();
        let programs: Vec<Program> = (0..15).map(grow).collect();
        let runner = runner(folder.path(), Subject::Nothing);
        let (failures, runs) = runner.judge("same", &programs, "0").unwrap();
        assert_eq!(failures, []);
        // Each with the whole of its inputs, and each of those in many ways.
        assert!(runs.whole > 15 && runs.whole % 15 == 0, "{runs:?}");
        assert!(runs.dropped > runs.whole && runs.panicked > 10 * runs.whole, "{runs:?}");
    }

    /// The fault is found, and what is left of the program is about it.
    fn is_found(fault: Fault, culprit: &str, when: &str) {
        let folder = tempfile::tempdir().unwrap();
        let programs: Vec<Program> = (0..25).map(grow).collect();
        let runner = runner(folder.path(), Subject::Faulty(fault));
        let (failures, _) = runner.judge("faulty", &programs, "0").unwrap();
        let shows = |failure: &Failure| failure.text().contains(when);
        let found = failures.iter().find(|(_, failure)| shows(failure));
        let (index, failure) = found.expect("one of them has it");
        assert!(failures.len() < programs.len(), "not all of them have it");
        assert_eq!(failure.class(), "different");
        let is_different = |program: &Program| {
            let (failures, _) = runner.judge("small", std::slice::from_ref(program), "0").unwrap();
            failures.iter().any(|(_, failure)| failure.class() == "different")
        };
        // Most of the way is enough to see that it is kept.
        let mut steps = 0;
        let small = minimise(&programs[*index], |program| {
            steps += 1;
            steps < 60 && is_different(program)
        });
        assert!(is_different(&small));
        assert!(small.size() < programs[*index].size());
        let text = render::file(&[small], Subject::Nothing);
        assert!(text.split("mod p0").nth(1).unwrap().contains(culprit), "{text}");
    }

    #[test]
    fn an_omitted_drop_is_found() {
        is_found(Fault::OmitsDrop, "sink(", "run to the end");
    }

    #[test]
    fn swapped_drops_are_found() {
        is_found(Fault::SwapsDrops, "two(", "run to the end");
    }

    /// Nothing shows of it unless the body is dropped or panics.
    #[test]
    fn a_leak_on_the_way_out_is_found() {
        is_found(Fault::LeaksWhenDropped, "blocked(", "dropped after");
    }

    #[test]
    fn output_tells_which_bodies_fail() {
        let output = "begin seed 1\nsame seed 1 4 5 6 7\nbegin b\ndifferent b: run to the end\n  function:  x\nbegin c\nsame c 1 0 0 2\nbegin d\n";
        let (mut failures, mut runs) = (Vec::new(), Counts::default());
        assert_eq!(read(output, 0, &mut failures, &mut runs), 4);
        assert_eq!(runs, Counts { whole: 5, dropped: 5, panicked_in_drop: 6, panicked: 9 });
        let text = "b: run to the end\n  function:  x".to_owned();
        assert_eq!(failures, [(1, Failure::Different(text))]);
    }

    #[test]
    fn what_has_no_end_hangs() {
        let ending = |script| wait(Command::new("sh").args(["-c", script]), Duration::from_secs(1));
        assert_eq!(ending("while :; do :; done").unwrap(), None);
        assert_eq!(ending("exit 3").unwrap().and_then(|status| status.code()), Some(3));
    }

    #[test]
    fn a_refusal_is_known_by_its_code() {
        let refused = |text: &str| Failure::Refused(text.to_owned()).class();
        assert_eq!(refused("error[E0626]: borrow of `x1`\n --> a.rs"), "refused: error[E0626]");
        assert_eq!(refused("error: expected `;`"), "refused: error: expected `;`");
    }
}
