//! Compares random generator bodies with the same bodies as ordinary functions.
//!
//! A generator should do, at each of its suspend points and between them, what a function would do whose
//! suspend points are calls that happen to take long. So each body is written twice: as a generator, and
//! as a function that runs on a thread of its own and, at a suspend point, hands over to whoever resumes
//! it and waits. Both log what they create, use and drop, and the logs must be equal: run to the end,
//! with a panic at each event, and dropped at each suspend point, where the function unwinds.
//!
//! What upstream does to ordinary code is no difference, since it does it to both sides. That takes care
//! where the sides are written differently: an unwind drops the operands of a call that is not made yet
//! before or after the temporaries in them, depending on whether the call is itself an operand. A frame
//! that is awaited or delegated to always is; so the call that stands for it is one too (`through`). And
//! upstream leaks the value of a `break` when a destructor on its way panics (rust-lang/rust#47949), where
//! a generator's `await for` drops it; so the function keeps that value in a variable (`end_of`).

mod census;
mod grow;
mod minimise;
mod program;
mod render;
mod run;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use clap::Parser;

use program::Program;
use render::Subject;
use run::{Counts, Failure, Runner};

/// How many programs are compiled as one.
const BATCH: usize = 25;

/// After how many batches a long run says how far it is.
const PROGRESS: usize = 50;

#[derive(Parser)]
#[command(about = "Compares random generator bodies with the same bodies as ordinary functions")]
struct Options {
    /// The compiler to test
    #[arg(long, required_unless_present_any = ["print", "census"])]
    rustc: Option<PathBuf>,
    /// How many bodies to try
    #[arg(long, default_value_t = 300)]
    seeds: u64,
    /// The first seed; those after it follow. Without it, fresh ones are taken and the first is printed
    #[arg(long)]
    seed: Option<u64>,
    /// Optimisation levels; with `+inline` what is awaited is inlined at that level too, as it is from 1 on
    #[arg(long, value_delimiter = ',', default_value = "0,0+inline,3")]
    opt: Vec<String>,
    /// How many compilations at once; by default, as many as there are processors
    #[arg(long)]
    jobs: Option<usize>,
    /// Where failing programs are written, minimised
    #[arg(long, default_value = ".")]
    keep: PathBuf,
    /// How many failures are minimised; the others are written as they are
    #[arg(long, default_value_t = 5)]
    minimise: usize,
    /// How many seconds are spent on making each of them smaller
    #[arg(long, default_value_t = 120)]
    patience: u64,
    /// Print the program of the first seed, and do nothing else
    #[arg(long)]
    print: bool,
    /// Tell how many of the seeds have each feature, and do nothing else
    #[arg(long)]
    census: bool,
}

/// A seed that fails, and at which optimisation level.
struct Found {
    seed: u64,
    opt: String,
    failure: Failure,
}

fn main() -> Result<ExitCode> {
    let options = Options::parse();
    // Short enough to be typed.
    let first = options.seed.unwrap_or_else(|| rand::random_range(0..1_000_000_000));
    if options.print {
        print!("{}", render::file(&[grow::grow(first)], Subject::Generators));
        return Ok(ExitCode::SUCCESS);
    }
    println!("seeds from {first} (repeat with --seed {first} --seeds {})", options.seeds);
    let seeds: Vec<u64> = (first..first.saturating_add(options.seeds)).collect();
    if options.census {
        let programs: Vec<Program> = seeds.into_iter().map(grow::grow).collect();
        for (feature, count) in census::census(&programs) {
            println!("{count:>6}  {feature}");
        }
        return Ok(ExitCode::SUCCESS);
    }
    let start = Instant::now();
    let folder = tempfile::tempdir().context("no temporary folder can be made")?;
    let rustc = options.rustc.clone().unwrap_or_default();
    let runner = Runner {
        rustc: rustc.canonicalize().unwrap_or(rustc),
        folder: folder.path().to_owned(),
        subject: Subject::Generators,
    };
    let (found, runs) = try_all(&runner, &seeds, &options)?;
    for (number, found) in found.iter().enumerate() {
        let patience = if number < options.minimise { options.patience } else { 0 };
        report(&runner, found, &options, Duration::from_secs(patience))?;
    }
    println!(
        "{} seeds at opt-level {}: {} failures after {} s",
        options.seeds,
        options.opt.join(" and "),
        found.len(),
        start.elapsed().as_secs()
    );
    println!(
        "comparisons: {} run to the end, {} with a panic, {} dropped, {} dropped with a panic",
        runs.whole, runs.panicked, runs.dropped, runs.panicked_in_drop
    );
    Ok(if found.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Tries all seeds at all levels, several batches at once. Returns those that fail, each once, and how
/// many comparisons there were.
fn try_all(runner: &Runner, seeds: &[u64], options: &Options) -> Result<(Vec<Found>, Counts)> {
    let tasks: Vec<(&[u64], &String)> = seeds
        .chunks(BATCH)
        .flat_map(|batch| options.opt.iter().map(move |opt| (batch, opt)))
        .collect();
    let next = AtomicUsize::new(0);
    let found = Mutex::new((Vec::<Found>::new(), Counts::default()));
    let work = || -> Result<()> {
        while let Some((index, (batch, opt))) = take(&next, &tasks) {
            let programs: Vec<Program> = batch.iter().map(|seed| grow::grow(*seed)).collect();
            let (failures, runs) = runner.judge(&format!("batch{index}"), &programs, opt)?;
            let mut found = found.lock().expect("no thread panics with it");
            found.1 += runs;
            if (index + 1) % PROGRESS == 0 {
                println!("{} of {} batches", index + 1, tasks.len());
            }
            for (number, failure) in failures {
                let seed = batch[number];
                println!("seed {seed} at opt-level {opt}: {}", failure.class());
                if !found.0.iter().any(|found| found.seed == seed) {
                    found.0.push(Found { seed, opt: opt.to_string(), failure });
                }
            }
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let processors = || std::thread::available_parallelism().map_or(1, |number| number.get());
        let jobs = options.jobs.unwrap_or_else(processors).max(1);
        let threads: Vec<_> = (0..jobs).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| thread.join().expect("no thread panics"))
    })?;
    Ok(found.into_inner().expect("no thread panics with it"))
}

fn take<'a, T>(next: &AtomicUsize, tasks: &'a [T]) -> Option<(usize, &'a T)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    Some((index, tasks.get(index)?))
}

/// Minimises what fails, and writes it as a ui test.
fn report(runner: &Runner, found: &Found, options: &Options, patience: Duration) -> Result<()> {
    let start = Instant::now();
    let class = found.failure.class();
    let mut last = found.failure.clone();
    let mut round = 0;
    let small = minimise::minimise(&grow::grow(found.seed), |program| {
        if start.elapsed() >= patience {
            return false;
        }
        round += 1;
        let name = format!("small{}_{round}", found.seed);
        let verdict = runner.judge(&name, std::slice::from_ref(program), &found.opt);
        let Ok((failures, _)) = verdict else { return false };
        let same = failures
            .into_iter()
            .map(|(_, failure)| failure)
            .find(|failure| failure.class() == class);
        let is_same = same.is_some();
        last = same.unwrap_or_else(|| last.clone());
        is_same
    });
    let note = format!(
        "Seed {} of generator-fuzz at opt-level {}: {class}.\n{}",
        found.seed,
        found.opt,
        last.text()
    );
    fs::create_dir_all(&options.keep)?;
    let path = options.keep.join(format!("seed_{}.rs", found.seed));
    fs::write(&path, render::ui_test(&small, &found.opt, &note))?;
    println!("{note}\nwritten to {}", path.display());
    Ok(())
}
