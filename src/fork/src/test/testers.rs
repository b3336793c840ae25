//! The tools that try the compiler with what nobody wrote, `src/tools/generator-*`: each has tests of its
//! own, and then something to run.
//!
//! Each is compiled by stage0's cargo and rustc, in a folder of its own under `build`, where it leaves what
//! it finds, too.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

use super::{Run, Tally, libtest};
use crate::bootstrap::relay;
use crate::build::Part;
use crate::context::Context;

const NO_CARGO: &str = "stage0's cargo could not be run: put its toolchain right";

/// Such a tool.
pub struct Tester {
    /// The folder of its sources, from the top of the repository.
    pub home: &'static str,
    /// The name of its folder under `build`.
    pub name: &'static str,
}

impl Tester {
    /// Runs the tool's own tests.
    pub fn check(&self, run: &mut Run<'_>) -> Result<Tally> {
        let mut test = self.cargo(run, "test")?;
        let child = test.arg("--no-fail-fast").stdout(Stdio::piped()).spawn();
        libtest::tally(relay(child.context(NO_CARGO)?)?)
    }

    /// The tool itself, to try our compiler.
    pub fn tool(&self, run: &mut Run<'_>) -> Result<Command> {
        let mut tool = self.cargo(run, "run")?;
        tool.args(["--quiet", "--", "--rustc"]);
        tool.arg(run.workshop(Part::Library)?.program("rustc"));
        if let Some(jobs) = run.ctx.config.build.jobs {
            tool.args(["--jobs", &jobs.to_string()]);
        }
        Ok(tool)
    }

    /// Where it leaves what it finds.
    pub fn findings(&self, ctx: &Context) -> PathBuf {
        ctx.build.join(self.name).join("findings")
    }

    fn cargo(&self, run: &mut Run<'_>, verb: &str) -> Result<Command> {
        let ctx = run.ctx;
        let workshop = run.workshop(Part::Library)?;
        let mut command = Command::new(workshop.cargo());
        command.current_dir(ctx.repository.join(self.home)).stdin(Stdio::null());
        command.args([verb, "--locked", "--release"]);
        command.env("RUSTC", workshop.stage0_rustc());
        command.env("CARGO_TARGET_DIR", ctx.build.join(self.name).join("target"));
        if let Some(jobs) = ctx.config.build.jobs {
            command.env("CARGO_BUILD_JOBS", jobs.to_string());
        }
        Ok(command)
    }
}

/// Runs such a tool: what it printed, and whether it found nothing. What it found is said again at the end
/// of the run: nobody may be able to make it again, as its seed is gone with what it printed.
pub fn try_with(run: &mut Run<'_>, mut tool: Command) -> Result<(String, bool)> {
    let (printed, passed) = relay(tool.stdout(Stdio::piped()).spawn().context(NO_CARGO)?)?;
    if !passed {
        run.notes.push(printed.clone());
    }
    Ok((printed, passed))
}
