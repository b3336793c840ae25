//! `x.py test fuzz`: random generator bodies against the same bodies as ordinary functions.
//!
//! stage0's cargo builds `src/tools/generator-fuzz` and runs its own tests. Then it tries fresh seeds with
//! our compiler; those that fail are left in `build/fuzz`, minimised, as tests of the ui suite.

use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

use super::{Run, Tally, libtest};
use crate::bootstrap::relay;
use crate::build::{Part, Workshop};
use crate::context::Context;

/// The folder of the tool, from the top of the repository.
pub const HOME: &str = "src/tools/generator-fuzz";

/// How many seeds a run of the suite tries.
const SEEDS: &str = "300";

pub fn run(run: &mut Run<'_>) -> Result<Tally> {
    let ctx = run.ctx;
    let workshop = run.workshop(Part::Library)?;

    let mut test = cargo(ctx, workshop, "test");
    let child = test.arg("--no-fail-fast").stdout(Stdio::piped()).spawn().context(NO_CARGO)?;
    let mut tally = libtest::tally(relay(child)?)?;

    let mut seeds = cargo(ctx, workshop, "run");
    seeds.args(["--", "--seeds", SEEDS, "--rustc"]).arg(workshop.program("rustc"));
    seeds.arg("--keep").arg(ctx.build.join("fuzz"));
    let jobs = match ctx.config.build.jobs {
        Some(jobs) => jobs.to_string(),
        None => std::thread::available_parallelism()?.to_string(),
    };
    let status = seeds.args(["--jobs", &jobs]).status().context(NO_CARGO)?;
    println!("{SEEDS} fresh seeds ... {}", if status.success() { "ok" } else { "FAILED" });
    tally.count(status.success());
    Ok(tally)
}

const NO_CARGO: &str = "stage0's cargo could not be run: put its toolchain right";

fn cargo(ctx: &Context, workshop: &Workshop<'_>, verb: &str) -> Command {
    let mut command = Command::new(workshop.cargo());
    command.current_dir(ctx.repository.join(HOME)).stdin(Stdio::null());
    command.args([verb, "--locked", "--release"]);
    command.env("RUSTC", workshop.stage0_rustc());
    command.env("CARGO_TARGET_DIR", ctx.build.join("fuzz/target"));
    command
}
