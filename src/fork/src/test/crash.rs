//! The crash tester, `src/tools/generator-crash`: its own tests, then a few mutants never tried before.
//!
//! What rustc does to a mutant without our changes is no failure of ours: stage0's rustc stands for it. A
//! longer search is for the tool itself to make.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

use super::{Run, Tally, libtest};
use crate::bootstrap::relay;
use crate::build::{Part, Workshop};
use crate::context::Context;

/// The folder of the tool, from the top of the repository.
pub const HOME: &str = "src/tools/generator-crash";

/// How many mutants are tried.
const CASES: usize = 400;

/// Words of the compiler's own, which are listed where a diagnostic uses them. That is no failure.
const UNSAID: [&str; 4] = ["coroutine", "Handle", "Suspend", "resume argument"];

pub fn run(run: &mut Run<'_>, _: &[String]) -> Result<Tally> {
    let ctx = run.ctx;
    let workshop = run.workshop(Part::Library)?;
    let target = ctx.build.join("generator-crash");

    let mut test = cargo(ctx, workshop, &target);
    let child = test.args(["test", "--locked"]).stdout(Stdio::piped()).spawn();
    let mut tally = libtest::tally(relay(child.context(NO_CARGO)?)?)?;

    let mut hunt = cargo(ctx, workshop, &target);
    hunt.args(["run", "--locked", "--quiet", "--"]);
    hunt.arg("--rustc").arg(workshop.program("rustc")).arg("--baseline").arg(workshop.stage0_rustc());
    hunt.arg("--tests").arg(ctx.repository.join("tests/ui/generator"));
    hunt.args(["--known", "known.toml", "--cases", &CASES.to_string()]);
    hunt.args(UNSAID.iter().flat_map(|word| ["--unsaid", word]));
    hunt.arg("--findings").arg(target.join("findings"));
    if let Some(jobs) = ctx.config.build.jobs {
        hunt.args(["--jobs", &jobs.to_string()]);
    }
    let child = hunt.stdout(Stdio::piped()).spawn();
    tally.add(libtest::tally(relay(child.context(NO_CARGO)?)?)?);
    Ok(tally)
}

const NO_CARGO: &str = "stage0's cargo could not be run: put its toolchain right";

/// stage0's cargo, in the folder of the tool, which is compiled by stage0's rustc as well.
fn cargo(ctx: &Context, workshop: &Workshop<'_>, target: &Path) -> Command {
    let mut command = Command::new(workshop.cargo());
    command.current_dir(ctx.repository.join(HOME)).stdin(Stdio::null());
    command.env("RUSTC", workshop.stage0_rustc()).env("CARGO_TARGET_DIR", target);
    if let Some(jobs) = ctx.config.build.jobs {
        command.env("CARGO_BUILD_JOBS", jobs.to_string());
    }
    command
}
