//! Other people's crates, as the groups compile them that need large amounts of real code.
//!
//! `benches/crates` names them; they are laid side by side in `build/bench/crates`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use super::lab::{Compiler, Lab};
use super::record;
use crate::published::{Crate, Fetcher, LOCK};
use crate::report::step;

/// The folder that names them, from the top of the repository.
const HOME: &str = "benches/crates";

/// The crates, where they lie.
pub struct Crates {
    folder: PathBuf,
    crates: Vec<Crate>,
}

impl Crates {
    pub fn lay(lab: &Lab<'_>) -> Result<Self> {
        let folder = lab.ctx.build.join("bench/crates");
        let fetcher = Fetcher {
            ctx: lab.ctx,
            stage0: &lab.stage0,
            home: HOME,
            folder: folder.clone(),
            // Whoever removes the lockfiles wants them anew.
            bless: !lab.ctx.repository.join(HOME).join(LOCK).exists(),
            anew: "a run without the lockfiles in benches/crates",
        };
        let crates = fetcher.named()?;
        fetcher.lay(&crates)?;
        Ok(Self { folder, crates })
    }

    /// Lets cargo compile these crates, and write down how. Returns the folder of that. It is done once for
    /// each compiler.
    pub fn compile(
        &self,
        lab: &Lab<'_>,
        compiler: &Compiler,
        names: &[&str],
        way: Way,
    ) -> Result<PathBuf> {
        let folder = compiler.folder.join("crates").join(way.name());
        let stamp = folder.join("lockfile");
        let lock = fs::read_to_string(self.folder.join("Cargo.lock"))?;
        if fs::read_to_string(&stamp).ok().as_ref() != Some(&lock) {
            if folder.exists() {
                fs::remove_dir_all(&folder)?;
            }
            for part in ["calls", "logs"] {
                lab.ctx.make_dir(&folder.join(part))?;
            }
            fs::write(stamp, lock)?;
        }
        let calls = folder.join("calls");
        for name in names {
            let Some(one) = self.crates.iter().find(|one| one.name == **name) else {
                bail!("{HOME}/Cargo.toml does not name {name}: add it");
            };
            let done = folder.join("logs").join(name).with_added_extension("done");
            let how = serde_json::to_string(&one.how)?;
            if fs::read_to_string(&done).ok().as_ref() != Some(&how) {
                let command = self.command(lab, compiler, one, way);
                run(lab, command, &folder, one, way)?;
                fs::write(done, how)?;
            }
        }
        Ok(calls)
    }

    fn command(&self, lab: &Lab<'_>, compiler: &Compiler, one: &Crate, way: Way) -> Command {
        let mut command = lab.cargo_with(compiler, &self.folder.join(one.folder()));
        command.args(way.args()).arg("--locked");
        if !one.how.features.is_empty() {
            command.arg("--features").arg(one.how.features.join(","));
        }
        match (way, &one.how.tests) {
            (Way::Test, None) => {}
            (Way::Test, Some(tests)) => {
                command.arg("--lib").args(tests.iter().flat_map(|test| ["--test", test]));
            }
            // This crate's own compilation is to be told from one that another crate asks for.
            (Way::Check | Way::Build, _) => drop(command.args(["--", MARK])),
        }
        command
    }
}

/// What the compilation of a crate for its own sake is told by.
pub const MARK: &str = "--cfg=for_its_own_sake";

/// Runs cargo, with this tool between it and the compiler.
fn run(lab: &Lab<'_>, mut command: Command, folder: &Path, one: &Crate, way: Way) -> Result<()> {
    let log = folder.join("logs").join(&one.name);
    let file = fs::File::create(&log)?;
    command.env("CARGO_TARGET_DIR", folder.join("target"));
    command.env("RUSTC_WORKSPACE_WRAPPER", std::env::current_exe()?);
    command.env(record::FOLDER, folder.join("calls"));
    if way == Way::Test {
        command.env(record::SIZES, "1");
    }
    command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
    step(format!("{} {} ({})", way.said(), one.folder(), lab.ctx.shown(&log)), || {
        if !command.status()?.success() {
            bail!("{} does not compile: {} says why", one.folder(), lab.ctx.shown(&log));
        }
        Ok(())
    })
}

/// What cargo is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Check,
    Build,
    Test,
}

impl Way {
    pub fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Build => "build",
            Self::Test => "test",
        }
    }

    fn said(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Build => "build",
            Self::Test => "build the tests of",
        }
    }

    fn args(self) -> &'static [&'static str] {
        match self {
            Self::Check => &["rustc", "--lib", "--profile", "check"],
            Self::Build => &["rustc", "--lib"],
            Self::Test => &["test", "--no-run"],
        }
    }
}
