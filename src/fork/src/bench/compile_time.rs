//! What it takes to compile a crate alone, just as cargo has it compiled, with both compilers; and a program
//! of `async` functions as a release build has it compiled, which is where they are inlined.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use super::Section;
use super::counter::Counter;
use super::crates::{Crates, MARK, Way};
use super::lab::{Compiler, HOME, Lab};
use super::plot::Plot;
use super::record::{Call, calls};
use super::table::{Reach, Row, Unit};
use crate::report::step;

/// A crate, and whether it is an `async` one.
const CRATES: [(&str, bool); 8] = [
    ("serde_core", false),
    ("serde", false),
    ("syn", false),
    ("regex-syntax", false),
    ("regex-automata", false),
    ("regex", false),
    ("tokio", true),
    ("hyper", true),
];

/// The program, from the folder of the benchmarks.
pub const LAYERS: &str = "compile-time/layers.rs";

const FLAGS: [&str; 4] = ["--edition", "2024", "-Copt-level=3", "-Ccodegen-units=1"];

/// What is to be reached: by an `async` crate, and by another, by instructions and by time.
fn reach(is_async: bool, counts: bool) -> Reach {
    Reach::Ratio(match (is_async, counts) {
        (true, _) => 1.05,
        (false, true) => 1.01,
        (false, false) => 1.03,
    })
}

pub fn run(lab: &Lab<'_>) -> Result<Section> {
    let crates = Crates::lay(lab)?;
    // Under valgrind a compiler takes a hundred times as long.
    let counter = Counter::find().filter(|&counter| counter == Counter::Perf);
    let (unit, rounds, note) = match counter {
        Some(counter) => (
            Unit::Instructions,
            lab.effort.counted_rounds,
            format!("The figures are {}, of the compiler's process.", counter.name()),
        ),
        None => (
            Unit::Milliseconds,
            lab.effort.rounds,
            "perf does not count here: the figures are times.".to_owned(),
        ),
    };
    let chosen = if lab.effort.part == 1 { &CRATES[..] } else { &CRATES[..1] };
    let names: Vec<&str> = chosen.iter().map(|(name, _)| *name).collect();
    let mut rows = Vec::new();
    for way in [Way::Check, Way::Build] {
        let [ours, baseline] = [&lab.ours, &lab.baseline].map(|compiler| {
            let folder = crates.compile(lab, compiler, &names, way)?;
            Ok::<_, anyhow::Error>((compiler, calls(&folder)?))
        });
        let sides = [ours?, baseline?];
        for (name, is_async) in chosen {
            let said = format!("{} {name}", way.name());
            let [ours, theirs] = take_turns(&said, rounds, &sides, |(compiler, calls)| {
                compile(compiler, calls, name, counter)
            })?;
            let what = [&*format!("{name}, {}", way.name()), "the baseline"];
            let reach = reach(*is_async, counter.is_some());
            rows.push(Row::of_series(what, unit, &ours, &theirs, reach));
        }
    }
    let sides = [&lab.ours, &lab.baseline];
    let [ours, theirs] = take_turns("optimise layers", rounds, &sides, |compiler| {
        measured(layers(lab, compiler)?, counter)
            .with_context(|| format!("{HOME}/{LAYERS} does not compile"))
    })?;
    let what = ["layers of async fn, optimised", "the baseline"];
    rows.push(Row::of_series(what, unit, &ours, &theirs, reach(true, counter.is_some())));
    let plot = Plot::of_ratios("compile-time", "ours over the baseline's", &rows);
    Ok(Section { rows, plot: Some(plot), notes: vec![note] })
}

/// Measures both sides in turn, so many times.
fn take_turns<S>(
    said: &str,
    rounds: usize,
    sides: &[S; 2],
    mut measure: impl FnMut(&S) -> Result<f64>,
) -> Result<[Vec<f64>; 2]> {
    let mut series = [Vec::new(), Vec::new()];
    for round in 1..=rounds {
        step(format!("{said}, round {round} of {rounds}"), || {
            for (side, series) in sides.iter().zip(&mut series) {
                series.push(measure(side)?);
            }
            Ok(())
        })?;
    }
    Ok(series)
}

/// What compiles the program.
fn layers(lab: &Lab<'_>, compiler: &Compiler) -> Result<Command> {
    let mut command = Command::new(&compiler.rustc);
    command.args(FLAGS).arg("--out-dir").arg(scratch(compiler)?);
    command.arg(lab.ctx.repository.join(HOME).join(LAYERS)).stdin(Stdio::null());
    Ok(command)
}

/// Compiles a crate once more.
fn compile(
    compiler: &Compiler,
    calls: &[(Call, String)],
    name: &str,
    counter: Option<Counter>,
) -> Result<f64> {
    let name = name.replace('-', "_");
    let Some((call, _)) = calls.iter().find(|(call, _)| call.is_of(&name, MARK)) else {
        bail!("cargo did not compile {name} for its own sake: remove build/bench and run again");
    };
    measured(call.again(&scratch(compiler)?), counter)
        .with_context(|| format!("{name} does not compile again: remove build/bench and run again"))
}

/// The instructions of a command if they can be counted, or the milliseconds that it takes.
fn measured(command: Command, counter: Option<Counter>) -> Result<f64> {
    match counter {
        Some(counter) => counter.count(command),
        None => timed(command),
    }
}

/// An empty folder for what a compilation makes.
fn scratch(compiler: &Compiler) -> Result<PathBuf> {
    let folder = compiler.folder.join("scratch");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn timed(mut command: Command) -> Result<f64> {
    let start = Instant::now();
    let output = command.output()?;
    let taken = start.elapsed();
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(taken.as_secs_f64() * 1e3)
}
