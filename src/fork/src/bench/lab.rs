//! The compilers side by side, and what they make of the programs in `benches`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::build::{BARE_METAL, Part, Workshop};
use crate::context::{Context, Flavour};
use crate::report::step;
use crate::stage0::Stage0;

/// The folder of the programs, from the top of the repository.
pub const HOME: &str = "benches";

/// Settings that would make the programs something else for one person than for another.
const FOREIGN: [&str; 4] =
    ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_TARGET", "CXXFLAGS"];

/// How much is done to measure well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// How often all subjects take their turn.
    pub rounds: usize,
    /// The same, where instructions are counted: those differ by less than a millionth from run to run.
    pub counted_rounds: usize,
    /// How long a program measures at the least, in a round.
    pub milliseconds: u64,
    /// Which part of the work is done: one out of so many units.
    pub part: u64,
}

impl Effort {
    pub const FULL: Self = Self { rounds: 11, counted_rounds: 1, milliseconds: 100, part: 1 };
    /// Enough to see that all is in order, and too little for a figure to mean anything.
    pub const QUICK: Self = Self { rounds: 2, counted_rounds: 1, milliseconds: 1, part: 256 };

    pub fn units(&self, units: u64) -> u64 {
        (units / self.part).max(1)
    }
}

/// A compiler that is measured.
pub struct Compiler {
    pub rustc: PathBuf,
    /// The folder of what it makes.
    pub folder: PathBuf,
    /// What it says it is.
    pub version: String,
}

/// What a program is made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum With {
    /// Our rustc, a program of the package.
    Ours(&'static str),
    /// The baseline.
    Baseline(&'static str),
    /// g++, a file of the package.
    Gcc(&'static str),
}

/// Everything that it takes to measure.
pub struct Lab<'a> {
    pub ctx: &'a Context,
    pub stage0: Stage0,
    pub ours: Compiler,
    pub baseline: Compiler,
    pub effort: Effort,
    gcc: Option<PathBuf>,
}

impl<'a> Lab<'a> {
    pub fn new(
        ctx: &'a Context,
        [ours, baseline]: [(&Path, &str); 2],
        effort: Effort,
    ) -> Result<Self> {
        Ok(Self {
            ctx,
            stage0: Stage0::find(ctx)?,
            ours: Compiler::new(ctx, "ours", ours)?,
            // One compiler, if it takes both parts, need not do everything twice.
            baseline: Compiler::new(
                ctx,
                if ours == baseline { "ours" } else { "baseline" },
                baseline,
            )?,
            effort,
            gcc: which::which("g++").ok(),
        })
    }

    /// What is compared, word for word.
    pub fn versions(&self) -> Vec<String> {
        let mut versions = vec![
            format!("ours: {}", self.ours.version),
            format!("baseline: {}", self.baseline.version),
        ];
        versions.push(match self.gcc.as_deref().and_then(|gcc| first_line(gcc, "--version")) {
            Some(version) => format!("g++: {version}"),
            None => "no g++".to_owned(),
        });
        versions
    }

    /// Makes a program of a package; says why not where it cannot be made.
    pub fn program(&self, package: &str, with: With) -> Result<Result<PathBuf, &'static str>> {
        match with {
            With::Ours(name) => self.cargo(&self.ours, package, name),
            With::Baseline(name) => self.cargo(&self.baseline, package, name),
            With::Gcc(file) => self.gcc(package, file),
        }
    }

    fn cargo(
        &self,
        compiler: &Compiler,
        package: &str,
        name: &str,
    ) -> Result<Result<PathBuf, &'static str>> {
        let mut command = self.cargo_with(compiler, &self.ctx.repository.join(HOME));
        command.args(["build", "--locked", "--release", "--package", package, "--bin", name]);
        let target = compiler.folder.join("target");
        command.env("CARGO_TARGET_DIR", &target).env("RUSTC", &compiler.rustc);
        let said = format!("compile {package}, {name}");
        self.made(command, said, target.join("release").join(name))
    }

    fn gcc(&self, package: &str, file: &str) -> Result<Result<PathBuf, &'static str>> {
        let Some(gcc) = &self.gcc else { return Ok(Err("no g++")) };
        let folder = self.ctx.build.join("bench/g++");
        self.ctx.make_dir(&folder)?;
        let program = folder.join(package);
        let mut command = Command::new(gcc);
        command.args(["-std=c++20", "-O3", "-Wall", "-Wextra", "-o"]).arg(&program);
        command.arg(self.ctx.repository.join(HOME).join(package).join(file));
        command.env_remove("CXXFLAGS");
        self.made(command, format!("compile {package}, {file}"), program)
    }

    /// Compiles one file that needs nothing but the library, and runs it for what it prints.
    pub fn printed(&self, compiler: &Compiler, file: &str) -> Result<String> {
        let source = self.ctx.repository.join(HOME).join(file);
        let program = compiler.folder.join(file).with_extension("");
        self.ctx.make_dir(program.parent().expect("it lies in a folder"))?;
        let mut command = Command::new(&compiler.rustc);
        command.args(["--edition", "2024", "-O", "-o"]).arg(&program).arg(source);
        match self.made(command, format!("compile {file}"), program)? {
            Ok(program) => {
                let output = Command::new(program).stdin(Stdio::null()).output()?;
                if !output.status.success() {
                    bail!("{HOME}/{file} ended with {}: put it right", output.status);
                }
                Ok(String::from_utf8_lossy(&output.stdout).into_owned())
            }
            Err(why) => bail!("{HOME}/{file} {why}: the compiler says why above"),
        }
    }

    /// stage0's cargo, with a compiler, in a folder.
    pub fn cargo_with(&self, compiler: &Compiler, folder: &Path) -> Command {
        let mut command = Command::new(&self.stage0.cargo);
        command.current_dir(folder).env("RUSTC", &compiler.rustc);
        for variable in FOREIGN {
            command.env_remove(variable);
        }
        if let Some(jobs) = self.ctx.config.build.jobs {
            command.env("CARGO_BUILD_JOBS", jobs.to_string());
        }
        command
    }

    /// Runs a compiler. What it says is shown if it fails, which is not the end: a rival that does not
    /// compile is a result.
    fn made(
        &self,
        mut command: Command,
        said: String,
        program: PathBuf,
    ) -> Result<Result<PathBuf, &'static str>> {
        step(&said, || {
            let output = command.stdin(Stdio::null()).output().with_context(|| {
                format!("{said}: the compiler could not be started, see that it is there")
            })?;
            if output.status.success() {
                return Ok(Ok(program));
            }
            eprint!("{}", String::from_utf8_lossy(&output.stderr));
            Ok(Err("does not compile"))
        })
    }
}

impl Compiler {
    /// A compiler, and the folder of what it makes. What another one has made there is removed: cargo takes
    /// two compilers that call themselves the same for one.
    fn new(ctx: &Context, name: &str, (rustc, key): (&Path, &str)) -> Result<Self> {
        let folder = ctx.build.join("bench").join(name);
        let stamp = folder.join("fingerprint");
        if fs::read_to_string(&stamp).ok().as_deref() != Some(key) {
            if folder.exists() {
                fs::remove_dir_all(&folder)?;
            }
            ctx.make_dir(&folder)?;
            fs::write(stamp, key)?;
        }
        let Some(version) = first_line(rustc, "--version") else {
            bail!("{} is no compiler: name a rustc", rustc.display());
        };
        Ok(Self { rustc: rustc.to_owned(), folder, version })
    }

    /// Whether it has `core` for the machine without an operating system.
    pub fn has_bare_metal(&self) -> bool {
        let sysroot = self.rustc.parent().and_then(Path::parent).unwrap_or(Path::new(""));
        sysroot.join("lib/rustlib").join(BARE_METAL).join("lib").exists()
    }
}

fn first_line(program: &Path, argument: &str) -> Option<String> {
    let said = duct::cmd!(program, argument).stderr_null().read().ok()?;
    said.lines().next().map(str::to_owned)
}

/// A compiler that was named, or else the one that is built here, and what tells it from others.
pub fn found(
    ctx: &Context,
    flavour: Flavour,
    named: Option<&Path>,
    part: Part,
) -> Result<(PathBuf, String)> {
    let Some(named) = named else {
        let workshop = Workshop::open(ctx, flavour)?;
        workshop.build(part)?;
        return Ok((workshop.program("rustc"), workshop.fingerprint().to_owned()));
    };
    let rustc = fs::canonicalize(named)
        .with_context(|| format!("{} is not there: name a rustc", named.display()))?;
    let changed = fs::metadata(&rustc)?.modified()?;
    let key = format!("{} {changed:?}", rustc.display());
    Ok((rustc, key))
}
