//! Looks for sources that break the compiler.
//!
//! Mutants of the ui tests ([`mutate`], [`corpus`], [`tokens`]) are compiled, each up to the borrow checker
//! and, if it is accepted, to machine code ([`compile`]). One that makes the compiler crash or hang, or that
//! it accepts and then has an error after all, is made small ([`minimise`]), named after what went wrong
//! ([`signature`]) and kept ([`findings`]). What rustc does without our changes is listed ([`known`]). Words
//! of the compiler's own in what it says are kept as well, but apart: they are no failure.

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
use compile::{Breakage, Compiler, Ending, Stage, Verdict};
use corpus::{Corpus, Setting};
use findings::{Finding, Findings, Seen};
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
    /// Prints the mutants instead of compiling them.
    #[arg(long)]
    print: bool,
    /// Where findings are written.
    #[arg(long, default_value = "crashes")]
    findings: PathBuf,
    /// A word that diagnostics should not use unless the source does; may be given more than once.
    #[arg(long)]
    unsaid: Vec<String>,
    /// After how many seconds of a processor a compilation is a hang.
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
    let seed = options.seed.unwrap_or_else(fresh_seed);
    let numbers = options.first..options.first + options.cases;
    if options.print {
        for number in numbers {
            let Mutant { origin, tokens, setting, .. } = mutant(&corpus, seed, number);
            println!("// seed {seed}, case {number}, from {origin}, {setting:?}");
            println!("{}", print(&tokens));
        }
        return Ok(ExitCode::SUCCESS);
    }
    let known = options.known.as_deref().map(Known::read).transpose()?.unwrap_or_default();
    let scratch = tempfile::tempdir()?;
    let compiler = |program: &PathBuf, name: &str| -> Result<Compiler> {
        let crates = scratch.path().join(name);
        std::fs::create_dir(&crates)?;
        Ok(Compiler {
            program: std::path::absolute(program)?,
            crates,
            scratch: scratch.path().to_owned(),
            timeout: Duration::from_secs(options.timeout),
            memory: options.memory << 20,
            unsaid: options.unsaid.clone(),
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
    println!("{} tests, seed {seed}, cases {numbers:?}", corpus.tests.len());
    let hunt = Hunt {
        options,
        corpus,
        known,
        rustc,
        baseline,
        seed,
        findings: Findings::at(&options.findings)?,
        leaks: Findings::at(&options.findings.join("words"))?,
        accepted: AtomicUsize::new(0),
        refused: AtomicUsize::new(0),
    };
    hunt.all(numbers)?;
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
    /// Diagnostics with words that they should not use.
    leaks: Findings,
    accepted: AtomicUsize,
    refused: AtomicUsize,
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
                let done = number - numbers.start;
                if done > 0 && done.is_multiple_of(500) {
                    let (accepted, broken) =
                        (self.accepted.load(Ordering::Relaxed), self.findings.total());
                    println!("{done} cases, {accepted} accepted, {broken} broke the compiler");
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
        let Ending { verdict, leak } =
            self.rustc.judge(&print(&mutant.tokens), &mutant.setting, mutant.ways)?;
        if let Some(leak) = leak {
            if let Some(finding) = self.keep(&self.leaks, 0, number, &mutant, leak)? {
                println!("case {number}: {}", finding.breakage.signature);
            }
        }
        match verdict {
            Verdict::Accepted => self.accepted.fetch_add(1, Ordering::Relaxed),
            Verdict::Refused => self.refused.fetch_add(1, Ordering::Relaxed),
            Verdict::Broken(breakage) => {
                println!("case {number}: {}", breakage.signature);
                let tries = self.options.tries;
                if let Some(finding) =
                    self.keep(&self.findings, tries, number, &mutant, breakage)?
                {
                    println!("{}", finding.text());
                }
                return Ok(());
            }
        };
        Ok(())
    }

    /// Counts what a mutant did, and if it is the first to do so makes it small, in so many tries, and
    /// writes it down.
    fn keep(
        &self,
        among: &Findings,
        tries: usize,
        number: u64,
        mutant: &Mutant,
        seen: Breakage,
    ) -> Result<Option<Finding>> {
        let signature = seen.signature.clone();
        if !among.is_new(&signature) {
            return Ok(None);
        }
        if let Some(crash) = self.known.find(&signature) {
            among.call_upstreams(&signature, &crash.name);
            return Ok(None);
        }
        let small = self.minimised(tries, mutant, &seen)?;
        let finding = Finding {
            source: print(&small),
            setting: mutant.setting.clone(),
            seed: self.seed,
            number,
            origin: mutant.origin.clone(),
            breakage: seen,
        };
        among.write(&finding)?;
        if self.breaks_baseline(&finding)? {
            among.call_upstreams(&signature, "the baseline does the same");
        }
        Ok(Some(finding))
    }

    /// The mutant made small.
    fn minimised(&self, tries: usize, mutant: &Mutant, breakage: &Breakage) -> Result<Vec<Token>> {
        let budget = Budget { tries, time: Duration::from_secs(300) };
        minimise(&mutant.tokens, &budget, |tokens| {
            does_same(&self.rustc, &print(tokens), &mutant.setting, breakage)
        })
    }

    fn breaks_baseline(&self, finding: &Finding) -> Result<bool> {
        let Some(baseline) = &self.baseline else { return Ok(false) };
        does_same(baseline, &finding.source, &finding.setting, &finding.breakage)
    }

    /// Prints what was seen. Whether all went well.
    fn report(&self, stale: usize) -> bool {
        if self.leaks.total() > 0 {
            println!("words that should not be said (no failure):");
        }
        for (signature, Seen { count, upstreams }) in self.leaks.by_frequency() {
            let whose = upstreams.map_or(String::new(), |name| format!(" ({name})"));
            println!("{count:6} × {signature}{whose}");
        }
        let (mut failed, mut ignored) = (stale, 0);
        for (signature, Seen { count, upstreams }) in self.findings.by_frequency() {
            *(if upstreams.is_some() { &mut ignored } else { &mut failed }) += count;
            let name = upstreams.as_deref().unwrap_or("FAILED");
            println!("{count:6} × {signature} ... {name}");
        }
        let accepted = self.accepted.load(Ordering::Relaxed);
        let refused = self.refused.load(Ordering::Relaxed);
        println!("{accepted} mutants were accepted, {refused} refused");
        println!(
            "test result: {}. {} passed; {failed} failed; {ignored} ignored",
            if failed == 0 { "ok" } else { "FAILED" },
            accepted + refused,
        );
        failed == 0
    }
}

/// Whether a compiler does with a source what was seen. An error that comes too late is one only as long as
/// the check before has none.
fn does_same(
    compiler: &Compiler,
    source: &str,
    setting: &Setting,
    seen: &Breakage,
) -> Result<bool> {
    if seen.stage != Stage::Check
        && compiler.compile(source, setting, Stage::Check)?.verdict != Verdict::Accepted
    {
        return Ok(false);
    }
    Ok(compiler.compile(source, setting, seen.stage)?.shows(&seen.signature))
}
