//! One call of the compiler, within limits of time and memory, and what became of it.
//!
//! What is compiled is never run: all that is asked for is metadata or an object file.

use std::io::{Read, Write as _};
use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use rustix::process::{Pid, Resource, Rlimit, Signal, kill_process_group, setrlimit};
use wait_timeout::ChildExt as _;

use crate::corpus::{Auxiliary, Setting};
use crate::signature;

/// How far a source is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// From the parser to the borrow checker.
    Check,
    /// All the way to machine code, in one of several ways.
    Codegen(usize),
}

/// The ways to machine code: transformations, unwinding and debug information each look at frames.
pub const WAYS: [&[&str]; 4] =
    [&[], &["-Copt-level=3"], &["-Cdebuginfo=2"], &["-Cpanic=abort", "-Copt-level=1"]];

impl Stage {
    fn flags(self) -> Vec<&'static str> {
        match self {
            Stage::Check => vec!["--emit=metadata"],
            Stage::Codegen(way) => {
                let mut flags = vec!["--emit=obj", "-Zvalidate-mir"];
                flags.extend(WAYS[way]);
                flags
            }
        }
    }
}

/// What the compiler did with a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Accepted,
    /// It has errors, and said so.
    Refused,
    /// It did what no source may make it do.
    Broken(Breakage),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakage {
    /// What this and every other breakage for the same reason is called.
    pub signature: String,
    /// What the compiler said.
    pub said: String,
    pub stage: Stage,
}

pub struct Compiler {
    pub program: PathBuf,
    /// Where the crates lie that tests use.
    pub crates: PathBuf,
    /// Where sources and what they are compiled to are put.
    pub scratch: PathBuf,
    pub timeout: Duration,
    /// Words that it may not say unless the source has them.
    pub unsaid: Vec<String>,
}

/// What one call came to. No status: it took too long.
struct Output {
    status: Option<ExitStatus>,
    said: String,
}

/// More of what a compiler says is not kept.
const SAID_LIMIT: u64 = 1 << 26;

/// No process from here on may take more memory; none leaves a core dump.
pub fn limit_memory(bytes: u64) -> Result<()> {
    let at = |limit| Rlimit { current: Some(limit), maximum: Some(limit) };
    setrlimit(Resource::As, at(bytes)).context("the limit of memory cannot be set")?;
    setrlimit(Resource::Core, at(0)).context("core dumps cannot be turned off")
}

impl Compiler {
    /// Compiles the crates that tests use. One that does not compile is left out, with a warning: its
    /// tests still make mutants.
    pub fn prepare(&self, auxiliaries: &[Auxiliary]) -> Result<()> {
        for auxiliary in auxiliaries {
            let kind = if auxiliary.is_proc_macro { "proc-macro" } else { "lib" };
            let mut command = self.command();
            command.args(["--crate-type", kind, "--edition", &auxiliary.edition]);
            command.arg("--out-dir").arg(&self.crates).arg(&auxiliary.path);
            let output = self.run(command, self.timeout)?;
            if !output.status.is_some_and(|status| status.success()) {
                eprintln!("warning: {} does not compile", auxiliary.path.display());
            }
        }
        Ok(())
    }

    /// Whether the program can be run at all, and what it is.
    pub fn version(&self) -> Result<String> {
        let output = Command::new(&self.program).arg("-V").output();
        let output = output.with_context(|| format!("{} does not run", self.program.display()))?;
        if !output.status.success() {
            bail!("{} is no rustc", self.program.display());
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Compiles a source, and if it is accepted then all the way.
    pub fn judge(&self, source: &str, setting: &Setting, way: usize) -> Result<Verdict> {
        match self.compile(source, setting, Stage::Check)? {
            Verdict::Accepted => {}
            other => return Ok(other),
        }
        self.compile(source, setting, Stage::Codegen(way))
    }

    /// Compiles a source up to a stage. For codegen it must have passed the check: an error is then one
    /// that came too late.
    pub fn compile(&self, source: &str, setting: &Setting, stage: Stage) -> Result<Verdict> {
        let folder = tempfile::tempdir_in(&self.scratch)?;
        let file = folder.path().join("mutant.rs");
        std::fs::File::create(&file)?.write_all(source.as_bytes())?;
        let mut output = self.run(self.mutant(&file, setting, stage), self.timeout)?;
        if output.status.is_none() {
            // The machine may have been busy: what hangs does so with three times the time as well.
            output = self.run(self.mutant(&file, setting, stage), self.timeout * 3)?;
        }
        let Some(status) = output.status else {
            let breakage = Breakage { signature: "hang".to_owned(), said: output.said, stage };
            return Ok(Verdict::Broken(breakage));
        };
        let broken = |signature| {
            Ok(Verdict::Broken(Breakage { signature, said: output.said.clone(), stage }))
        };
        if let Some(signature) = signature::of_crash(&output.said, status.signal(), status.code()) {
            return broken(signature);
        }
        let leaked = self
            .unsaid
            .iter()
            .find(|word| !source.contains(&***word) && output.said.contains(&***word));
        if let Some(word) = leaked {
            return broken(signature::of_word(word, &output.said));
        }
        match stage {
            _ if status.success() => Ok(Verdict::Accepted),
            Stage::Check => Ok(Verdict::Refused),
            Stage::Codegen(_) => match signature::of_late_error(&output.said) {
                Some(signature) => broken(signature),
                None => Ok(Verdict::Refused),
            },
        }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.env("RUST_BACKTRACE", "0").env("RUSTC_ICE", "0").env("RUSTC_BOOTSTRAP", "1");
        command.arg("-L").arg(&self.crates);
        command
    }

    fn mutant(&self, file: &Path, setting: &Setting, stage: Stage) -> Command {
        let mut command = self.command();
        command.args(["--crate-name", "mutant", "--edition", &setting.edition]);
        if let Some(cfg) = &setting.cfg {
            command.args(["--cfg", cfg]);
        }
        command.args(&setting.flags).args(stage.flags());
        let folder = file.parent().unwrap_or(&self.scratch);
        command.current_dir(folder).arg("--out-dir").arg(folder).arg("mutant.rs");
        command
    }

    /// Runs a command in a process group of its own, which is killed when the time is over.
    fn run(&self, mut command: Command, timeout: Duration) -> Result<Output> {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.process_group(0).spawn().context("the compiler does not start")?;
        let group = Pid::from_child(&child);
        let stderr = child.stderr.take().context("the compiler has no standard error")?;
        let reader = thread::spawn(move || read(stderr));
        let status = child.wait_timeout(timeout)?;
        if status.is_none() {
            // Whatever it started must end with it, or the pipe would stay open.
            let _ = kill_process_group(group, Signal::KILL);
            child.wait()?;
        }
        let said = reader.join().unwrap_or_default();
        Ok(Output { status, said })
    }
}

/// Reads to the end, and keeps the beginning.
fn read(mut pipe: impl Read) -> String {
    let mut kept = Vec::new();
    let _ = pipe.by_ref().take(SAID_LIMIT).read_to_end(&mut kept);
    let _ = std::io::copy(&mut pipe, &mut std::io::sink());
    String::from_utf8_lossy(&kept).into_owned()
}

#[cfg(test)]
pub mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    use tempfile::TempDir;

    use super::*;

    pub fn setting() -> Setting {
        Setting { edition: "2024".to_owned(), cfg: None, flags: Vec::new() }
    }

    /// A compiler that is the lines of a shell script, with the source as `mutant.rs`.
    pub fn fake(script: &str, timeout: Duration) -> (Compiler, TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("rustc");
        fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        let path = folder.path().to_owned();
        (
            Compiler { program, crates: path.clone(), scratch: path, timeout, unsaid: Vec::new() },
            folder,
        )
    }

    const MINUTE: Duration = Duration::from_secs(60);

    fn signature(verdict: Verdict) -> String {
        match verdict {
            Verdict::Broken(breakage) => breakage.signature,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn each_end_is_told_from_the_others() {
        let judge = |script| fake(script, MINUTE).0.judge("", &setting(), 0).unwrap();
        assert_eq!(judge("exit 0"), Verdict::Accepted);
        assert_eq!(judge("echo 'error: no' >&2; exit 1"), Verdict::Refused);
        assert_eq!(signature(judge("kill -SEGV $$")), "signal 11");
        let ice = "echo 'error: internal compiler error: oh' >&2; exit 101";
        assert_eq!(signature(judge(ice)), "oh");
        let late = "case \"$*\" in *metadata*) exit 0;; esac; echo 'error: late' >&2; exit 1";
        assert_eq!(signature(judge(late)), "accepted, then: error: late");
    }

    #[test]
    fn a_word_that_the_source_has_may_be_said() {
        let (mut compiler, _folder) = fake("echo 'error: a handle' >&2; exit 1", MINUTE);
        compiler.unsaid = vec!["handle".to_owned()];
        let judge = |source| compiler.judge(source, &setting(), 0).unwrap();
        assert_eq!(judge("let handle;"), Verdict::Refused);
        assert_eq!(signature(judge("let x;")), "says handle: error: a handle");
    }

    #[test]
    fn what_hangs_is_killed_with_all_that_it_started() {
        let (compiler, folder) =
            fake("sleep 600 & echo $! >>$(dirname $0)/pids; wait", Duration::from_millis(200));
        assert_eq!(signature(compiler.judge("", &setting(), 0).unwrap()), "hang");
        let pids = fs::read_to_string(folder.path().join("pids")).unwrap();
        assert_eq!(pids.lines().count(), 2);
        for pid in pids.lines() {
            let state = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
            let is_dead = state.rsplit(')').next().is_none_or(|rest| {
                rest.is_empty() || matches!(rest.trim_start().chars().next(), Some('Z' | 'X'))
            });
            assert!(is_dead, "{state}");
        }
    }

    #[test]
    fn the_compiler_is_told_what_the_test_asks_for() {
        let (compiler, folder) = fake("echo \"$*\" >>$(dirname $0)/args", MINUTE);
        let setting =
            Setting { cfg: Some("movable".to_owned()), flags: vec!["-Zx".to_owned()], ..setting() };
        compiler.judge("fn main() {}", &setting, 1).unwrap();
        let args = fs::read_to_string(folder.path().join("args")).unwrap();
        let [check, codegen] = args.lines().collect::<Vec<_>>()[..] else { panic!("{args}") };
        for args in [check, codegen] {
            assert!(args.contains("--edition 2024 --cfg movable -Zx"), "{args}");
        }
        assert!(check.contains("--emit=metadata"));
        assert!(codegen.contains("--emit=obj") && codegen.contains("-Copt-level=3"));
    }
}
