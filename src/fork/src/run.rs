//! `x.py run`: one file, compiled by our rustc as people compile programs, and run.

use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::build::{Part, Workshop};
use crate::context::{Context, Flavour};

/// Compiles a file (edition 2024, optimised) into a folder of its own; rustc's words go to `output`.
pub fn compile(rustc: &Path, file: &Path, folder: &Path) -> Result<(Command, PathBuf)> {
    let name = file
        .file_stem()
        .with_context(|| format!("{} is no Rust file: name one", file.display()))?;
    std::fs::create_dir_all(folder)?;
    let program = folder.join(name);
    let mut command = Command::new(rustc);
    command.args(["--edition", "2024", "-O", "-o"]).arg(&program).arg(file);
    Ok((command, program))
}

/// The whole of `x.py run`; comes back only when the program could not be started.
pub fn run(ctx: &Context, file: &Path, args: &[String]) -> Result<()> {
    if !file.is_file() {
        bail!("{} is no file: name a Rust program, such as examples/primes.rs", file.display());
    }
    let lock = ctx.lock()?;
    let workshop = Workshop::open(ctx, Flavour::Fork)?;
    workshop.build(Part::Library)?;
    let (mut rustc, program) = compile(&workshop.program("rustc"), file, &ctx.build.join("run"))?;
    if !rustc.status()?.success() {
        bail!("{} does not compile: rustc says why above", file.display());
    }
    drop(lock);
    let error = Command::new(&program).args(args).exec();
    bail!("{} could not be started ({error})", program.display());
}
