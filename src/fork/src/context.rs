//! Where things are: the repository, what it pins, what `config.toml` changes, and the build folder.
//!
//! ```text
//! build/tree        rustc with the overlay laid over it, a git checkout of its own
//! build/toolchain   a link to the sysroot that was built from it
//! build/upstream/   the same two again, of rustc without the overlay
//! build/stamps/     what each toolchain was last built from
//! build/crates/     other people's crates, and what their tests do with both toolchains
//! build/full/       what the suites of a full test came to
//! build/download/   the source package
//! build/llvm        LLVM, where it could not be installed
//! build/clang-rt    its sanitizers, where the system lacks them
//! build/asan        a link to AddressSanitizer's
//! build/ecosystem   what cargo makes of tests/ecosystem
//! build/frames/     the programs whose frames were drawn, and the pages
//! build/fuzz/       what cargo makes of src/tools/generator-fuzz, and the seeds that failed
//! build/crash/      the same of src/tools/generator-crash, and what it found
//! build/bench/     what the two compilers make of the benchmarks, and results that do not count
//! build/lock        held while one x.py works
//! ```

use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::config::Config;
use crate::pins::Pins;

/// What every verb needs to know.
pub struct Context {
    pub repository: PathBuf,
    pub build: PathBuf,
    pub config: Config,
    pub pins: Pins,
}

/// Which of the two rustcs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Flavour {
    /// Ours.
    Fork,
    /// rustc as it was packaged: the baseline that comparisons run against.
    Upstream,
}

impl Context {
    pub fn open(repository: &Path) -> Result<Self> {
        let config = Config::read(repository)?;
        let build = config.build.dir.clone().unwrap_or_else(|| repository.join("build"));
        let pins = Pins::read(repository)?;
        Ok(Self { repository: repository.to_owned(), build, config, pins })
    }

    /// The folder that holds all of one rustc.
    pub fn home(&self, flavour: Flavour) -> PathBuf {
        match flavour {
            Flavour::Fork => self.build.clone(),
            Flavour::Upstream => self.build.join("upstream"),
        }
    }

    pub fn tree(&self, flavour: Flavour) -> PathBuf {
        self.home(flavour).join("tree")
    }

    pub fn toolchain(&self, flavour: Flavour) -> PathBuf {
        self.home(flavour).join("toolchain")
    }

    /// A path as it is said to a person: from the repository where it lies in it.
    pub fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.repository).unwrap_or(path).display().to_string()
    }

    /// Creates a folder under the build folder, with the refusal that a person can act on.
    pub fn make_dir(&self, path: &Path) -> Result<()> {
        let Err(error) = std::fs::create_dir_all(path) else { return Ok(()) };
        bail!(
            "{} cannot be written ({error}): make it writable, or name another folder as build.dir in config.toml",
            self.shown(path)
        );
    }

    /// Holds the build folder for this process alone, waiting for another x.py to end.
    pub fn lock(&self) -> Result<File> {
        self.make_dir(&self.build)?;
        let path = self.build.join("lock");
        let file = File::create(&path).map_err(|error| match error.kind() {
            ErrorKind::StorageFull => anyhow::Error::from(error),
            _ => anyhow::anyhow!(
                "{} cannot be written ({error}): make its folder writable, or name another as build.dir in config.toml",
                self.shown(&path)
            ),
        })?;
        if file.try_lock().is_err() {
            eprintln!("waiting for another x.py that works in {}", self.shown(&self.build));
            file.lock()?;
        }
        Ok(file)
    }
}
