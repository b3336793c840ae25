//! Looks for sources that break the compiler.
//!
//! Mutants of the ui tests ([`mutate`], [`corpus`], [`tokens`]) are compiled, each up to the borrow checker
//! and, if it is accepted, to machine code ([`compile`]). One that makes the compiler crash or hang, or that
//! it accepts and then has an error after all, is made small ([`minimise`]), named after what went wrong
//! ([`signature`]) and kept ([`findings`]). What rustc does without our changes is listed ([`known`]).

mod compile;
mod corpus;
mod findings;
mod known;
mod minimise;
mod mutate;
mod signature;
mod tokens;

use std::ops::Range;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Result, anyhow};
use clap::Parser;
use compile::{Breakage, Compiler, Stage, Verdict};
use corpus::Corpus;
use findings::{Finding, Findings};
use known::Known;
use minimise::{Budget, minimise};
use mutate::{Mutant, mutant};
use tokens::{Token, print};

/// Mutates ui tests token by token, and reports what makes the compiler crash, hang, or change its mind
/// about what it accepted.
#[derive(Parser)]
struct Options {
    /// The compiler to try.
    #[arg(long)]
    rustc: PathBuf,
    /// The folder of the ui tests that are mutated.
    #[arg(long)]
    tests: PathBuf,
    /// How many mutants are compiled.
    #[arg(long, default_value_t = 5_000)]
    cases: u64,
    /// The number of the first mutant.
    #[arg(long, default_value_t = 0)]
    first: u64,
    /// What the mutants follow from; by default, one never used before.
    #[arg(long)]
    seed: Option<u64>,
    /// How many are compiled at once; by default, as many as there are processors.
    #[arg(long)]
    jobs: Option<usize>,
    /// A rustc without our changes: it must show the known crashes, and is asked about each new one.
    #[arg(long)]
    baseline: Option<PathBuf>,
    /// The list of crashes that rustc has without our changes.
    #[arg(long)]
    known: Option<PathBuf>,
    /// Where findings are written.
    #[arg(long, default_value = "crashes")]
    findings: PathBuf,
    /// After how many seconds a compilation is a hang.
    #[arg(long, default_value_t = 20)]
    timeout: u64,
    /// How many megabytes of memory a compilation may take.
    #[arg(long, default_value_t = 4096)]
    memory: u64,
    /// How many compilations the minimising of a finding may take; 0 leaves findings as they are.
    #[arg(long, default_value_t = 1500)]
    tries: usize,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<ExitCode> {
    let corpus = Corpus::read(&options.tests)?;
    let known = options.known.as_deref().map(Known::read).transpose()?.unwrap_or_default();
    compile::limit_memory(options.memory << 20)?;
    let scratch = tempfile::tempdir()?;
    let compiler = |program: &PathBuf, name: &str| -> Result<Compiler> {
        let crates = scratch.path().join(name);
        std::fs::create_dir(&crates)?;
        Ok(Compiler {
            program: std::path::absolute(program)?,
            crates,
            scratch: scratch.path().to_owned(),
            timeout: Duration::from_secs(options.timeout),
        })
    };
    let rustc = compiler(&options.rustc, "crates")?;
    println!("{}", rustc.version()?);
    rustc.prepare(&corpus.auxiliaries)?;
    let baseline =
        options.baseline.as_ref().map(|program| compiler(program, "baseline")).transpose()?;
    let mut stale = 0;
    if let Some(baseline) = &baseline {
        println!("baseline: {}", baseline.version()?);
        for crash in known.stale(baseline)? {
            println!("known crash {} is none of the baseline's ... FAILED", crash.name);
            stale += 1;
        }
    }
    let seed = options.seed.unwrap_or_else(fresh_seed);
    let last = options.first + options.cases;
    println!("{} tests, seed {seed}, cases {}..{last}", corpus.tests.len(), options.first);
    let hunt = Hunt {
        options,
        corpus,
        known,
        rustc,
        baseline,
        seed,
        findings: Findings::at(&options.findings)?,
        tally: Tally::default(),
    };
    hunt.all(options.first..last)?;
    Ok(if hunt.report(stale) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn fresh_seed() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    since.as_secs()
}

struct Hunt<'a> {
    options: &'a Options,
    corpus: Corpus,
    known: Known,
    rustc: Compiler,
    baseline: Option<Compiler>,
    seed: u64,
    findings: Findings,
    tally: Tally,
}

/// What became of the mutants.
#[derive(Default)]
struct Tally {
    accepted: AtomicUsize,
    refused: AtomicUsize,
    failed: AtomicUsize,
    upstreams: AtomicUsize,
}

impl Tally {
    fn count(&self, counter: fn(&Self) -> &AtomicUsize) {
        counter(self).fetch_add(1, Ordering::Relaxed);
    }

    fn get(&self, counter: fn(&Self) -> &AtomicUsize) -> usize {
        counter(self).load(Ordering::Relaxed)
    }
}

impl Hunt<'_> {
    /// Tries all the mutants, some at once.
    fn all(&self, numbers: Range<u64>) -> Result<()> {
        let processors = thread::available_parallelism().map_or(1, usize::from);
        let next = AtomicU64::new(numbers.start);
        let failure = Mutex::new(None);
        let work = || {
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= numbers.end {
                    return;
                }
                if let Err(error) = self.one(number) {
                    next.store(numbers.end, Ordering::Relaxed);
                    *failure.lock().unwrap_or_else(|poison| poison.into_inner()) = Some(error);
                    return;
                }
            }
        };
        thread::scope(|scope| {
            for _ in 0..self.options.jobs.unwrap_or(processors) {
                scope.spawn(work);
            }
        });
        match failure.into_inner() {
            Ok(None) => Ok(()),
            Ok(Some(error)) => Err(error),
            Err(_) => Err(anyhow!("a thread panicked")),
        }
    }

    fn one(&self, number: u64) -> Result<()> {
        let mutant = mutant(&self.corpus, self.seed, number);
        match self.rustc.judge(&print(&mutant.tokens), &mutant.setting, mutant.way)? {
            Verdict::Accepted => self.tally.count(|tally| &tally.accepted),
            Verdict::Refused => self.tally.count(|tally| &tally.refused),
            Verdict::Broken(breakage) => self.broken(number, &mutant, breakage)?,
        }
        Ok(())
    }

    fn broken(&self, number: u64, mutant: &Mutant, breakage: Breakage) -> Result<()> {
        let signature = breakage.signature.clone();
        let is_new = self.findings.is_new(&signature);
        if let Some(crash) = self.known.find(&signature) {
            self.tally.count(|tally| &tally.upstreams);
            if is_new {
                println!("case {number}: known crash of rustc's own: {} ... ignored", crash.name);
            }
            return Ok(());
        }
        self.tally.count(|tally| &tally.failed);
        if !is_new {
            return Ok(());
        }
        println!("case {number}: {signature} ... FAILED");
        let small = self.minimised(mutant, &breakage)?;
        let finding = Finding {
            source: print(&small),
            setting: mutant.setting.clone(),
            seed: self.seed,
            number,
            origin: mutant.origin.clone(),
            breakage,
        };
        println!("case {number}: {}", self.findings.write(&finding)?.display());
        if self.breaks_baseline(&finding)? {
            println!("case {number}: the baseline does the same: list it as known");
        }
        Ok(())
    }

    /// The mutant made small.
    fn minimised(&self, mutant: &Mutant, breakage: &Breakage) -> Result<Vec<Token>> {
        let budget = Budget { tries: self.options.tries, time: Duration::from_secs(300) };
        minimise(&mutant.tokens, &budget, |tokens| {
            let source = print(tokens);
            // An error that comes too late is one only as long as the check before has none.
            if breakage.stage != Stage::Check
                && self.rustc.compile(&source, &mutant.setting, Stage::Check)? != Verdict::Accepted
            {
                return Ok(false);
            }
            let verdict = self.rustc.compile(&source, &mutant.setting, breakage.stage)?;
            Ok(matches!(verdict, Verdict::Broken(other) if other.signature == breakage.signature))
        })
    }

    fn breaks_baseline(&self, finding: &Finding) -> Result<bool> {
        let Some(baseline) = &self.baseline else { return Ok(false) };
        let way = match finding.breakage.stage {
            Stage::Check => 0,
            Stage::Codegen(way) => way,
        };
        let verdict = baseline.judge(&finding.source, &finding.setting, way)?;
        Ok(
            matches!(verdict, Verdict::Broken(other) if other.signature == finding.breakage.signature),
        )
    }

    /// Prints what was seen. Whether all went well.
    fn report(&self, stale: usize) -> bool {
        for (signature, count) in self.findings.counts() {
            let name = self.known.find(&signature).map_or("new", |crash| &crash.name);
            println!("{count:6} × {signature} ({name})");
        }
        let accepted = self.tally.get(|tally| &tally.accepted);
        let refused = self.tally.get(|tally| &tally.refused);
        let failed = self.tally.get(|tally| &tally.failed) + stale;
        println!("{accepted} mutants were accepted, {refused} refused");
        println!(
            "test result: {}. {} passed; {failed} failed; {} ignored",
            if failed == 0 { "ok" } else { "FAILED" },
            accepted + refused,
            self.tally.get(|tally| &tally.upstreams)
        );
        failed == 0
    }
}
