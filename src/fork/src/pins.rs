//! `upstream.toml`: what this repository is a fork of, down to the checksums.
//!
//! Everything that a build brings in from outside is named there and nowhere else, so that moving to
//! the next rustc is an edit of one file (and of the patches that no longer apply).

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;

/// The whole of `upstream.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pins {
    /// rustc's version, as in `src/version`.
    pub rustc: String,
    /// The one version of rustc that can build it.
    pub stage0: String,
    /// Gigabytes that a build from nothing takes.
    pub disk: u64,
    pub source: Source,
    pub llvm: Llvm,
    pub asan: Asan,
}

/// The Debian package that holds rustc's source.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub package: String,
    pub version: String,
    pub sha256: String,
    /// Where in the package the source tree lies.
    pub tree: String,
}

/// LLVM as Debian packages it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Llvm {
    pub major: u32,
    pub version: String,
    /// What is installed where the system's package manager may.
    pub install: Vec<String>,
    /// Where in the unpacked packages LLVM lies: `bin/llvm-config` and all that it speaks of.
    pub prefix: String,
    /// Where in the unpacked packages the shared library lies.
    pub libraries: String,
    /// What is unpacked privately where it may not, with the checksum of each package.
    pub sha256: BTreeMap<String, String>,
}

/// The runtime of AddressSanitizer, from a Debian package of LLVM's version.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asan {
    pub package: String,
    pub sha256: String,
    /// Where in the package, and on a system that has it, the shared library lies.
    pub library: String,
}

impl Pins {
    /// Reads `upstream.toml` of the repository at `root`.
    pub fn read(root: &Path) -> Result<Self> {
        let path = root.join("upstream.toml");
        let text = std::fs::read_to_string(&path).with_context(|| {
            format!("{} cannot be read: run the x.py of a whole checkout", path.display())
        })?;
        toml::from_str(&text).with_context(|| {
            format!("{} is not as the tool knows it: take it back with git", path.display())
        })
    }
}
