//! The tool behind `x.py`: it keeps a fork of rustc in a repository that holds only what is ours.
//!
//! rustc's source is a pinned dependency, brought in at set-up ([`upstream`]) and made a git checkout of
//! its own ([`tree`]). Our files and patches ([`overlay`], [`patch`]) are laid over it, bootstrap compiles
//! the result ([`build`], [`bootstrap`]), and what is edited there comes back by [`save`].
//!
//! Errors are for people: each is one sentence, which ends with the way out.

mod apt;
mod asan;
mod bench;
mod bootstrap;
mod build;
mod config;
mod context;
mod family;
mod frames;
mod git;
mod link;
mod llvm;
mod overlay;
mod patch;
mod pins;
mod published;
mod report;
mod run;
mod save;
mod stage0;
mod status;
mod test;
mod tree;
mod upstream;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::{Parser, Subcommand};

use crate::build::{Part, Workshop};
use crate::context::{Context, Flavour};

/// rust-generators: rustc with native generators, kept as an overlay.
#[derive(Parser)]
#[command(name = "x.py", bin_name = "./x.py")]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Fetch rustc, lay the overlay over it, and compile: build/toolchain/bin/rustc.
    Build {
        /// rustc without the overlay instead, in build/upstream: the baseline for comparisons.
        #[arg(long, conflicts_with = "doc_tools")]
        upstream: bool,
        /// rustdoc as well.
        #[arg(long)]
        doc_tools: bool,
    },
    /// Build what is missing, compile one program (edition 2024, -O), and run it.
    Run {
        file: PathBuf,
        /// The program's own arguments.
        #[arg(last = true)]
        args: Vec<String>,
    },
    /// Compile one program, and draw what the frames of its generators and `async` bodies hold and why:
    /// build/frames/FILE.html.
    Frames { file: PathBuf },
    /// Run the test suites of every day, or those that lie under the paths named.
    Test {
        /// Suites (fork, tidy, docs, ecosystem, benches, fuzz, crash), folders or files.
        paths: Vec<PathBuf>,
        /// Write what the tests expect anew.
        #[arg(long)]
        bless: bool,
        /// Run every suite in its long form, for hours: what is done is not done again after a stop,
        /// unless it is named.
        #[arg(long, conflicts_with = "bless")]
        full: bool,
    },
    /// Type-check the compiler with the overlay.
    Check,
    /// Write what was edited in build/tree back into the overlay: our files whole, rustc's as patches.
    Save,
    /// Show unsaved edits, stale patches, what is pinned and what is built.
    Status,
    /// Measure side by side with the baseline, g++ and crates: benches/RESULTS.md.
    Bench {
        /// Groups (iteration, awaits, synchronous, frames, frames-of-crates, size, tasks, compile-time); all, if
        /// none is named.
        names: Vec<String>,
        /// Do a little of everything, and write it to build/bench: to see that it works.
        #[arg(long)]
        quick: bool,
        /// Measure this rustc in place of ours, and write to build/bench.
        #[arg(long)]
        rustc: Option<PathBuf>,
        /// Measure against this rustc in place of the baseline, and write to build/bench.
        #[arg(long)]
        baseline: Option<PathBuf>,
    },
    /// Make the toolchain known to rustup, for `cargo +NAME`.
    Link {
        #[arg(default_value = "generators")]
        name: String,
    },
}

fn main() -> ExitCode {
    let outcome = match std::env::var_os(bench::record::FOLDER) {
        // It is no person who calls, but cargo, and what it calls is the compiler.
        Some(folder) => bench::record::wrap(Path::new(&folder)),
        None => dispatch(Cli::parse()),
    };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {}", explain(&error));
            ExitCode::FAILURE
        }
    }
}

fn dispatch(cli: Cli) -> Result<ExitCode> {
    let Some(repository) = std::env::var_os("X_PY_REPOSITORY") else {
        bail!("this is the tool behind x.py, which says where the repository is: run ./x.py");
    };
    let ctx = Context::open(Path::new(&repository))?;
    match cli.verb {
        Verb::Build { upstream: true, .. } => build::build(&ctx, Flavour::Upstream, Part::Library)?,
        Verb::Build { doc_tools: true, .. } => build::build(&ctx, Flavour::Fork, Part::DocTools)?,
        Verb::Build { .. } => build::build(&ctx, Flavour::Fork, Part::Library)?,
        Verb::Run { file, args } => run::run(&ctx, &file, &args)?,
        Verb::Frames { file } => frames::frames(&ctx, &file)?,
        Verb::Test { paths, full: true, .. } => return test::full(&ctx, &paths),
        Verb::Test { paths, bless, .. } => return test::test(&ctx, &paths, bless),
        Verb::Check => {
            let _lock = ctx.lock()?;
            Workshop::open(&ctx, Flavour::Fork)?.check()?;
        }
        Verb::Save => save::save(&ctx)?,
        Verb::Status => status::status(&ctx)?,
        Verb::Bench { names, quick, rustc, baseline } => {
            bench::bench(&ctx, &bench::Options { names, quick, rustc, baseline })?;
        }
        Verb::Link { name } => link::link(&ctx, &name)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// An error as one sentence. Where the system refused something that no sentence of ours foresaw, its two
/// usual reasons get their way out.
fn explain(error: &anyhow::Error) -> String {
    let words = format!("{error:#}");
    if words.contains("No space left on device") {
        return format!(
            "{words}: free some room, or name another folder as build.dir in config.toml"
        );
    }
    match error.downcast_ref::<std::io::Error>().map(std::io::Error::kind) {
        Some(std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem) => {
            format!(
                "{words}: make the repository and its build folder writable, or name another folder as build.dir in config.toml"
            )
        }
        _ => words,
    }
}
