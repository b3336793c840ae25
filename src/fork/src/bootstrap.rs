//! bootstrap, rustc's own build system: the settings it gets from us, and how it is run.
//!
//! It is run for stage 1: stage 0 (the released compiler) builds our compiler, and that builds the
//! library. Only a full test goes on to stage 2, the compiler that ours builds of itself. The setting that makes all else simple is `channel = "nightly"`: `native_generators` is an
//! unstable feature, and a nightly compiler accepts those.

use std::io::{Read as _, Write as _, stderr, stdout};
use std::os::fd::AsFd as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context as _, Result, bail};
use toml::{Table, Value};

use crate::build::BARE_METAL;
use crate::config::Profile;
use crate::context::Context;
use crate::llvm::Llvm;
use crate::stage0::Stage0;

/// `bootstrap.toml` for a tree that is built as `description`.
pub fn settings(ctx: &Context, stage0: &Stage0, llvm: &Llvm, description: &str) -> String {
    let dev = ctx.config.build.profile == Profile::Dev;
    let text = |path: &Path| Value::String(path.display().to_string());

    let mut build = table([
        ("description", description.into()),
        ("rustc", text(&stage0.rustc)),
        ("cargo", text(&stage0.cargo)),
        // The lockfiles come with the package and our patches, so every build gets the same crates.
        ("locked-deps", true.into()),
        ("vendor", false.into()),
        ("submodules", false.into()),
        ("docs", false.into()),
        ("extended", false.into()),
        ("tools", Value::Array(Vec::new())),
        ("optimized-compiler-builtins", false.into()),
    ]);
    if let Some(jobs) = ctx.config.build.jobs {
        build.insert("jobs".into(), Value::Integer(jobs as i64));
    }
    let rust = table([
        ("channel", "nightly".into()),
        ("incremental", dev.into()),
        ("debug-assertions", dev.into()),
        ("rpath", true.into()),
        // What we say about ourselves is the description; bootstrap's own would be the tree's commit.
        ("omit-git-hash", true.into()),
        ("codegen-backends", Value::Array(vec!["llvm".into()])),
        ("download-rustc", false.into()),
        ("lld", false.into()),
        ("llvm-tools", false.into()),
        // The packaging leaves two warnings behind.
        ("deny-warnings", false.into()),
    ]);
    let llvm_table = table([("download-ci-llvm", false.into()), ("link-shared", true.into())]);
    let host = table([("llvm-config", text(&llvm.config))]);
    // bootstrap wants a C compiler and an archiver for every target, though `core` has no use for them.
    let bare_metal =
        table([("llvm-config", text(&llvm.config)), ("cc", "true".into()), ("ar", "true".into())]);
    let target =
        table([(stage0.host.as_str(), Value::Table(host)), (BARE_METAL, Value::Table(bare_metal))]);
    let mut all = table([("change-id", "ignore".into())]);
    for (name, section) in
        [("build", build), ("llvm", llvm_table), ("rust", rust), ("target", target)]
    {
        all.insert(name.into(), Value::Table(section));
    }
    format!("# Written by x.py, and again at each build.\n{}", all)
}

fn table<const N: usize>(entries: [(&str, Value); N]) -> Table {
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// bootstrap in one tree.
pub struct Bootstrap {
    pub tree: PathBuf,
    /// Where programs find libraries that are not the system's: the compiler LLVM before its sysroot is
    /// complete, for one.
    pub libraries: Vec<PathBuf>,
}

impl Bootstrap {
    /// Runs bootstrap with all that it prints on our standard error; fails when it fails.
    pub fn run(&self, args: &[&str]) -> Result<()> {
        let out = Stdio::from(stderr().as_fd().try_clone_to_owned()?);
        let status = self.command(1, args).stdout(out).status().context(NO_PYTHON)?;
        if !status.success() {
            bail!(
                "rustc's own build stopped at `x.py {}` ({status}): what went wrong stands above",
                args.join(" ")
            );
        }
        Ok(())
    }

    /// Runs bootstrap for a suite, prints what it prints, and returns that, and whether it succeeded.
    pub fn tested(&self, stage: u32, args: &[&str]) -> Result<(String, bool)> {
        let child = self.command(stage, args).stdout(Stdio::piped()).spawn().context(NO_PYTHON)?;
        relay(child)
    }

    fn command(&self, stage: u32, args: &[&str]) -> std::process::Command {
        let mut command = std::process::Command::new("python3");
        command.arg("x.py").args(args).args(["--stage", &stage.to_string()]);
        command.args(["--warnings", "warn"]);
        command.current_dir(&self.tree).stdin(Stdio::null());
        if !self.libraries.is_empty() {
            let old = std::env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
            let paths = self.libraries.iter().cloned().chain(std::env::split_paths(&old));
            command.env("LD_LIBRARY_PATH", std::env::join_paths(paths).unwrap_or_default());
        }
        command
    }
}

const NO_PYTHON: &str = "python3, by which bootstrap is run, is not on PATH: install it";

/// Passes a child's standard output on as it comes, and returns it, and whether the child succeeded.
pub fn relay(mut child: std::process::Child) -> Result<(String, bool)> {
    let mut output = Vec::new();
    let mut pipe = child.stdout.take().context("the child was spawned without a pipe")?;
    let mut chunk = [0; 8192];
    loop {
        let count = pipe.read(&mut chunk)?;
        if count == 0 {
            break;
        }
        output.extend_from_slice(&chunk[..count]);
        stdout().write_all(&chunk[..count])?;
        stdout().flush()?;
    }
    let status = child.wait()?;
    Ok((String::from_utf8_lossy(&output).into_owned(), status.success()))
}
