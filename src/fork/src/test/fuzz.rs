//! `x.py test fuzz`: random generator bodies against the same bodies as ordinary functions.
//!
//! The tool's own tests come first. Then it tries fresh seeds with our compiler; those that fail are left
//! in `build/fuzz/findings`, minimised, as tests of the ui suite.

use anyhow::Result;

use super::testers::{Tester, try_with};
use super::{Run, Tally};

/// The folder of the tool, from the top of the repository.
pub const HOME: &str = "src/tools/generator-fuzz";

/// How many seeds a run of the suite tries, and how many a full run.
const SEEDS: [&str; 2] = ["300", "10000"];

pub fn run(run: &mut Run<'_>) -> Result<Tally> {
    let tester = Tester { home: HOME, name: "fuzz" };
    let mut tally = tester.check(run)?;
    let seeds = SEEDS[usize::from(run.full)];
    let mut tool = tester.tool(run)?;
    tool.args(["--seeds", seeds, "--keep"]).arg(tester.findings(run.ctx));
    let (_, passed) = try_with(run, tool)?;
    println!("{seeds} fresh seeds ... {}", if passed { "ok" } else { "FAILED" });
    tally.count(passed);
    Ok(tally)
}
