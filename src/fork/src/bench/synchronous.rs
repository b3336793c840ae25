//! Code that is generic over its executor, run with `()`, beside the same as straight-line functions.
//!
//! Instructions are counted, of two runs of which one does twice as much: the difference is what the work
//! takes, without what the program does before and after.

use anyhow::{Result, bail};

use super::Section;
use super::counter::Counter;
use super::lab::{Effort, Lab, With};
use super::plot::Plot;
use super::rounds::{Case, Runner, measure};
use super::table::{Reach, Row, Unit};

pub const PACKAGE: &str = "synchronous";

pub const PROGRAMS: [(&str, With); 2] = [
    ("native generators", With::Ours("synchronous_ours")),
    ("straight-line function", With::Baseline("straight_line")),
];

pub static CASES: [Case; 3] = [
    Case { name: "records", title: "records from a source of bytes", units: 1 << 22 },
    Case { name: "stream", title: "a filtered stream of numbers", units: 1 << 22 },
    Case { name: "calls", title: "three levels of calls", units: 1 << 22 },
];

/// How many units are done where instructions are counted, a whole number of inputs.
const COUNTED: u64 = 1 << 18;

const REACH: Reach = Reach::Same(0.05);

pub fn run(lab: &Lab<'_>) -> Result<Section> {
    let runners = runners(lab)?;
    // They must do the same, whatever is counted.
    let quick = Effort { rounds: 1, ..Effort::QUICK };
    let counter = Counter::find();
    let effort = if counter.is_some() { quick } else { lab.effort };
    let mut series = measure(&runners, &CASES, effort)?;
    let (unit, note) = match counter {
        Some(counter) => {
            for (case, series) in CASES.iter().zip(&mut series) {
                for (runner, series) in runners.iter().zip(series) {
                    *series = vec![instructions(counter, runner, case)?];
                }
            }
            (
                Unit::Instructions,
                format!("The figures are {}, for each unit of work.", counter.name()),
            )
        }
        None => (
            Unit::Nanoseconds,
            "Neither perf nor valgrind counts here: the figures are times.".to_owned(),
        ),
    };
    let row = |(case, series): (&Case, &Vec<Vec<f64>>)| {
        Row::of_series([case.title, PROGRAMS[1].0], unit, &series[0], &series[1], REACH)
    };
    let rows: Vec<Row> = CASES.iter().zip(&series).map(row).collect();
    let plot = Plot::of_ratios("synchronous", "ours over the straight-line function", &rows);
    Ok(Section { rows, plot: Some(plot), notes: vec![note] })
}

fn runners(lab: &Lab<'_>) -> Result<Vec<Runner>> {
    let made = PROGRAMS.map(|(name, with)| match lab.program(PACKAGE, with)? {
        Ok(program) => Ok(Runner { name, program }),
        Err(why) => bail!("{name} of benches/{PACKAGE} {why}: the compiler says why above"),
    });
    made.into_iter().collect()
}

/// How many instructions a unit takes. A program makes two passes if it is given no time.
fn instructions(counter: Counter, runner: &Runner, case: &Case) -> Result<f64> {
    let once = counter.count(runner.command(case, COUNTED, 0))?;
    let twice = counter.count(runner.command(case, 2 * COUNTED, 0))?;
    Ok((twice - once) / (2 * COUNTED) as f64)
}
