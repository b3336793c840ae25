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
use rustix::io::Errno;
use rustix::process::{Pid, Resource, Rlimit, Signal, kill_process_group, prlimit};
use wait_timeout::ChildExt as _;

use crate::corpus::{Auxiliary, Setting};
use crate::signature;

/// How far a source is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// From the parser to the borrow checker.
    Check,
    /// All the way to machine code, in one of several ways.
    Codegen(Way),
}

/// A way to machine code: transformations, unwinding and debug information each look at frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Plain,
    Debug,
    Fast,
    Abort,
}

/// What is accepted is compiled in two ways, without and with the transformations of MIR that optimise.
pub type Ways = [Way; 2];

pub const WAYS: [Ways; 4] = [
    [Way::Plain, Way::Fast],
    [Way::Plain, Way::Abort],
    [Way::Debug, Way::Fast],
    [Way::Debug, Way::Abort],
];

impl Stage {
    pub fn flags(self) -> Vec<&'static str> {
        let Stage::Codegen(way) = self else { return vec!["--emit=metadata"] };
        // MIR is asked for as well, as that of generic functions is made for nothing else; and machine
        // code of functions that nothing calls.
        let mut flags = vec!["--emit=mir,obj", "-Zvalidate-mir", "-Clink-dead-code"];
        // Some lints can look no earlier than here: `unconditional_panic` in any function,
        // `large_frames` in generic ones. A source that denies them has not been accepted yet.
        flags.push("--cap-lints=allow");
        flags.extend_from_slice(match way {
            Way::Plain => &[],
            Way::Debug => &["-Cdebuginfo=2"],
            Way::Fast => &["-Copt-level=3"],
            Way::Abort => &["-Copt-level=1", "-Cpanic=abort"],
        });
        flags
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

/// A verdict, and beside it what was wrong with the words of it.
#[derive(Debug)]
pub struct Ending {
    pub verdict: Verdict,
    pub leak: Option<Breakage>,
}

impl Ending {
    pub fn shows(&self, signature: &str) -> bool {
        let breakage = match &self.verdict {
            Verdict::Broken(breakage) => Some(breakage),
            _ => None,
        };
        breakage.into_iter().chain(&self.leak).any(|breakage| breakage.signature == signature)
    }
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
    /// More time of a processor is a hang. So is ten times as much on the clock: others may keep it waiting.
    pub timeout: Duration,
    /// How many bytes of memory it may take.
    pub memory: u64,
    /// Words that it should not say unless the source does.
    pub unsaid: Vec<String>,
}

/// What one call came to. No status: it took too long.
struct Output {
    status: Option<ExitStatus>,
    said: String,
}

const GATE: &str = "native_generators";

/// How much longer than on a processor a compilation may take on the clock.
const WALL: u32 = 10;

/// More of what a compiler says is not kept.
const SAID_LIMIT: u64 = 1 << 26;

impl Compiler {
    /// Compiles the crates that tests use. One that does not compile is left out, with a warning: its
    /// tests still make mutants.
    pub fn prepare(&self, auxiliaries: &[Auxiliary]) -> Result<()> {
        for auxiliary in auxiliaries {
            let kind = if auxiliary.is_proc_macro { "proc-macro" } else { "lib" };
            let mut command = self.command();
            command.args(["--crate-type", kind, "--edition", &auxiliary.edition]);
            command.arg("--out-dir").arg(&self.crates).arg(&auxiliary.path);
            let output = self.run(command)?;
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
    pub fn judge(&self, source: &str, setting: &Setting, ways: Ways) -> Result<Ending> {
        let mut ending = self.compile(source, setting, Stage::Check)?;
        for way in ways {
            if ending.verdict == Verdict::Accepted {
                let next = self.compile(source, setting, Stage::Codegen(way))?;
                ending = Ending { verdict: next.verdict, leak: ending.leak.or(next.leak) };
            }
        }
        Ok(ending)
    }

    /// Compiles a source up to a stage. For codegen it must have passed the check: an error is then one
    /// that came too late.
    pub fn compile(&self, source: &str, setting: &Setting, stage: Stage) -> Result<Ending> {
        let folder = tempfile::tempdir_in(&self.scratch)?;
        let file = folder.path().join("mutant.rs");
        std::fs::File::create(&file)?.write_all(source.as_bytes())?;
        let Output { status, said } = self.run(self.mutant(&file, setting, stage))?;
        // Without the gate, what rustc says of others' coroutines is none of our business.
        let mut words =
            self.unsaid.iter().filter(|word| mentions(source, GATE) && !mentions(source, word));
        let leak = words.find_map(|word| {
            let (signature, diagnostic) = signature::of_word(word, &said)?;
            Some(Breakage { signature, said: diagnostic.to_owned(), stage })
        });
        let is_success = status.is_some_and(|status| status.success());
        let signature = match status {
            None => Some("hang".to_owned()),
            Some(status) if status.signal() == Some(Signal::XCPU.as_raw()) => {
                Some("hang".to_owned())
            }
            Some(status) => {
                signature::of_crash(&said, status.signal(), status.code()).or_else(|| match stage {
                    _ if is_success => None,
                    Stage::Check => signature::of_silence(&said),
                    Stage::Codegen(_) => signature::of_late_error(&said),
                })
            }
        };
        let verdict = match signature {
            Some(signature) => Verdict::Broken(Breakage { signature, said, stage }),
            None if is_success => Verdict::Accepted,
            None => Verdict::Refused,
        };
        Ok(Ending { verdict, leak })
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

    /// Runs a command within its limits, in a process group of its own: all of it is killed when the time
    /// is over.
    fn run(&self, mut command: Command) -> Result<Output> {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.process_group(0).spawn().context("the compiler does not start")?;
        let group = Pid::from_child(&child);
        self.limit(group)?;
        let stderr = child.stderr.take().context("the compiler has no standard error")?;
        let reader = thread::spawn(move || read(stderr));
        let status = child.wait_timeout(self.timeout * WALL)?;
        if status.is_none() {
            // Whatever it started must end with it, or the pipe would stay open.
            let _ = kill_process_group(group, Signal::KILL);
            child.wait()?;
        }
        let said = reader.join().unwrap_or_default();
        Ok(Output { status, said })
    }

    /// Limits a process. One that has come to its end already needs no limits.
    fn limit(&self, process: Pid) -> Result<()> {
        let at = |limit| Rlimit { current: Some(limit), maximum: Some(limit) };
        let seconds = self.timeout.as_secs().max(1);
        let time = Rlimit { current: Some(seconds), maximum: Some(seconds + 1) };
        let limits =
            [(Resource::Cpu, time), (Resource::As, at(self.memory)), (Resource::Core, at(0))];
        for (resource, limit) in limits {
            match prlimit(Some(process), resource, limit) {
                Ok(_) | Err(Errno::SRCH) => {}
                Err(error) => return Err(error).context("the compiler cannot be limited"),
            }
        }
        Ok(())
    }
}

/// Whether a source uses a word, as it is or with another case.
fn mentions(source: &str, word: &str) -> bool {
    source.to_lowercase().contains(&word.to_lowercase())
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

    use tempfile::TempDir;

    use super::*;

    pub fn setting() -> Setting {
        Setting { edition: "2024".to_owned(), cfg: None, flags: Vec::new() }
    }

    /// A compiler that is the lines of a shell script, with the source as `mutant.rs`.
    pub fn fake(script: &str, timeout: Duration) -> (Compiler, TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("rustc");
        write_program(&program, &format!("#!/bin/sh\n{script}\n"));
        let path = folder.path().to_owned();
        let crates = path.clone();
        let (scratch, memory, unsaid) = (path, 1 << 30, Vec::new());
        (Compiler { program, crates, scratch, timeout, memory, unsaid }, folder)
    }

    /// Writes a program by another process. What this one has open for writing, a child that another test
    /// starts has open as well for a moment, and what anybody may write to cannot be run ("text file busy").
    fn write_program(path: &Path, text: &str) {
        let mut shell = Command::new("sh");
        shell.args(["-c", "cat >\"$0\" && chmod 755 \"$0\""]).arg(path).stdin(Stdio::piped());
        let mut child = shell.spawn().unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        assert!(child.wait().unwrap().success());
    }

    const MINUTE: Duration = Duration::from_secs(60);

    const WAYS: Ways = [Way::Debug, Way::Fast];

    /// What is called wrong with an empty source by a compiler of these lines.
    fn signature(script: &str) -> String {
        match fake(script, MINUTE).0.judge("", &setting(), WAYS).unwrap().verdict {
            Verdict::Broken(breakage) => breakage.signature,
            other => panic!("{script}: {other:?}"),
        }
    }

    #[test]
    fn each_end_is_told_from_the_others() {
        let judge = |script| fake(script, MINUTE).0.judge("", &setting(), WAYS).unwrap().verdict;
        assert_eq!(judge("exit 0"), Verdict::Accepted);
        assert_eq!(judge("echo 'error: no' >&2; exit 1"), Verdict::Refused);
        assert_eq!(signature("kill -SEGV $$"), "signal 11");
        assert_eq!(signature("kill -XCPU $$"), "hang");
        assert_eq!(signature("exit 1"), "failed without an error");
        let ice = "echo 'error: internal compiler error: oh' >&2; exit 101";
        assert_eq!(signature(ice), "oh");
        for late in ["obj", "level=3"] {
            let script = format!("case \"$*\" in *{late}*) echo 'error: late' >&2; exit 1;; esac");
            assert_eq!(signature(&script), "accepted, then: error: late");
        }
    }

    #[test]
    fn a_word_that_the_source_has_may_be_said() {
        let (mut compiler, _folder) = fake("echo 'error: a Handle' >&2; exit 1", MINUTE);
        compiler.unsaid = vec!["Handle".to_owned()];
        let judge = |source| compiler.judge(source, &setting(), WAYS).unwrap();
        assert!(judge("native_generators; let handle;").leak.is_none());
        let ending = judge("native_generators; let x;");
        assert!(judge("let x;").leak.is_none());
        assert_eq!(ending.verdict, Verdict::Refused);
        assert!(ending.shows("says Handle: error: a Handle"));
    }

    #[test]
    fn what_hangs_is_killed_with_all_that_it_started() {
        let script = "(sleep 60; : >\"$(dirname \"$0\")/lived\") & wait";
        let (compiler, folder) = fake(script, Duration::from_millis(20));
        // This is not over before whatever has the script's standard error is.
        assert!(compiler.judge("", &setting(), WAYS).unwrap().shows("hang"));
        assert!(!folder.path().join("lived").exists());
    }

    #[test]
    fn what_is_busy_for_too_long_hangs() {
        let (compiler, _folder) = fake("while :; do :; done", Duration::from_secs(1));
        assert!(compiler.judge("", &setting(), WAYS).unwrap().shows("hang"));
    }

    #[test]
    fn the_compiler_is_told_what_the_test_asks_for() {
        let (compiler, folder) = fake("echo \"$*\" >>$(dirname $0)/args", MINUTE);
        let setting =
            Setting { cfg: Some("movable".to_owned()), flags: vec!["-Zx".to_owned()], ..setting() };
        compiler.judge("fn main() {}", &setting, WAYS).unwrap();
        let args = fs::read_to_string(folder.path().join("args")).unwrap();
        let [check, debug, fast] = args.lines().collect::<Vec<_>>()[..] else { panic!("{args}") };
        for args in [check, debug, fast] {
            assert!(args.contains("--edition 2024 --cfg movable -Zx"), "{args}");
        }
        assert!(check.contains("--emit=metadata"));
        assert!([debug, fast].iter().all(|args| args.contains("--cap-lints=allow")));
        assert!(debug.contains("--emit=mir,obj") && debug.contains("-Cdebuginfo=2"));
        assert!(fast.contains("--emit=mir,obj") && fast.contains("-Copt-level=3"));
    }
}
