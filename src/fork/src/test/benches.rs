//! The programs of `x.py bench`: each must compile, and all of a group must do the same. No time is looked at.
//!
//! What the baseline compiles there is compiled by it here too, if it is built, and else by ours.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use super::{Run, Tally};
use crate::bench;
use crate::build::Part;
use crate::context::{Context, Flavour};

/// The folder of the programs, from the top of the repository.
pub const HOME: &str = "benches";

pub fn run(run: &mut Run<'_>) -> Result<Tally> {
    let ctx = run.ctx;
    let workshop = run.workshop(Part::BareMetal)?;
    let (ours, key) = (workshop.program("rustc"), workshop.fingerprint());
    let baseline = built_baseline(ctx);
    let mut tally = Tally::default();
    bench::check(
        ctx,
        (&ours, key),
        baseline.as_ref().map(|(rustc, key)| (rustc.as_path(), key.as_str())),
        |name, outcome| tally.report(name, outcome),
    )?;
    Ok(tally)
}

/// The baseline's rustc and what it was built from, if it is there.
fn built_baseline(ctx: &Context) -> Option<(PathBuf, String)> {
    let stamp = ctx.home(Flavour::Upstream).join("stamps").join(Part::Library.name());
    let rustc = ctx.toolchain(Flavour::Upstream).join("bin/rustc");
    Some((fs::canonicalize(rustc).ok()?, fs::read_to_string(stamp).ok()?))
}
