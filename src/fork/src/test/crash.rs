//! `x.py test crash`: the ui tests, mutated token by token, must not break the compiler.
//!
//! The tool's own tests come first. Then it tries mutants never tried before; what it finds lies in
//! `build/crash/findings`, made small. What rustc does to a mutant without our changes is no failure of
//! ours: stage0's rustc stands for it.

use anyhow::Result;

use super::testers::{Tester, try_with};
use super::{Run, Tally, libtest};
use crate::build::Part;

/// The folder of the tool, from the top of the repository.
pub const HOME: &str = "src/tools/generator-crash";

/// How many mutants a run of the suite tries, and how many a full run.
const CASES: [&str; 2] = ["400", "5000"];

/// Words of the compiler's own, which are listed where a diagnostic uses them. That is no failure.
const UNSAID: [&str; 4] = ["coroutine", "Handle", "Suspend", "resume argument"];

pub fn run(run: &mut Run<'_>) -> Result<Tally> {
    let tester = Tester { home: HOME, name: "crash" };
    let mut tally = tester.check(run)?;
    let mut tool = tester.tool(run)?;
    tool.arg("--baseline").arg(run.workshop(Part::Library)?.stage0_rustc());
    tool.arg("--tests").arg(run.ctx.repository.join("tests/ui/generator"));
    tool.args(["--known", "known.toml", "--cases", CASES[usize::from(run.full)]]);
    tool.args(UNSAID.iter().flat_map(|word| ["--unsaid", word]));
    tool.arg("--findings").arg(tester.findings(run.ctx));
    tally.add(libtest::tally(try_with(run, tool)?)?);
    Ok(tally)
}
