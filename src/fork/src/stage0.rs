//! The compiler that builds ours. rustc N is built by exactly the release before it, so there is one
//! right version and the tool looks for that one: where `config.toml` says, among rustup's toolchains,
//! on `PATH`.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::context::Context;

/// A compiler and its cargo.
pub struct Stage0 {
    pub rustc: PathBuf,
    pub cargo: PathBuf,
    /// What `rustc -vV` says: a different one builds everything anew.
    pub version: String,
    /// The triple that it runs on, and that ours will run on.
    pub host: String,
}

impl Stage0 {
    pub fn find(ctx: &Context) -> Result<Self> {
        let wanted = &ctx.pins.stage0;
        if let Some(named) = &ctx.config.build.stage0 {
            return match Self::probe(named) {
                Some(found) if found.is(wanted) => Ok(found),
                Some(found) => bail!(
                    "build.stage0 in config.toml is {}, but only rustc {wanted} can build this rustc: name that one",
                    found.version.lines().next().unwrap_or("another rustc")
                ),
                None => bail!(
                    "build.stage0 in config.toml ({}) is no rustc with a cargo beside it: name rustc {wanted}",
                    named.display()
                ),
            };
        }
        let found: Vec<Self> =
            candidates(wanted).iter().filter_map(|path| Self::probe(path)).collect();
        let others: Vec<String> =
            found.iter().filter_map(|it| Some(it.version.lines().next()?.to_owned())).collect();
        match found.into_iter().find(|it| it.is(wanted)) {
            Some(right) => Ok(right),
            None => bail!(
                "rustc {wanted}, which alone can build this rustc, is not here ({}): run `rustup toolchain install {wanted}`, \
                 or name its rustc as build.stage0 in config.toml",
                if others.is_empty() {
                    "nor is any other".to_owned()
                } else {
                    format!("there is {}", others.join(", "))
                }
            ),
        }
    }

    fn is(&self, wanted: &str) -> bool {
        self.version.lines().any(|line| line.strip_prefix("release: ") == Some(wanted))
    }

    /// Asks a rustc, or rustup's stand-in for one, who it is.
    fn probe(rustc: &Path) -> Option<Self> {
        let version = duct::cmd!(rustc, "-vV").stderr_null().read().ok()?;
        let host = version.lines().find_map(|line| line.strip_prefix("host: "))?.to_owned();
        let sysroot =
            PathBuf::from(duct::cmd!(rustc, "--print", "sysroot").stderr_null().read().ok()?);
        let (rustc, cargo) = (sysroot.join("bin/rustc"), sysroot.join("bin/cargo"));
        (rustc.exists() && cargo.exists()).then_some(Self { rustc, cargo, version, host })
    }
}

/// Where a rustc may be, the likeliest first.
fn candidates(wanted: &str) -> Vec<PathBuf> {
    let rustup = [wanted, "stable"].into_iter().filter_map(|toolchain| {
        let path = duct::cmd!("rustup", "which", "rustc", "--toolchain", toolchain)
            .stderr_null()
            .read()
            .ok()?;
        Some(PathBuf::from(path))
    });
    rustup.chain(which::which("rustc")).collect()
}
