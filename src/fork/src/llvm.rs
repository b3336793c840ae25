//! LLVM's development files: the system's where they are or can be installed, and otherwise a private
//! copy, unpacked from the same packages under `build/llvm`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::apt::{self, Package};
use crate::context::Context;
use crate::report::step;

/// An LLVM to build with.
pub struct Llvm {
    pub config: PathBuf,
    pub version: String,
    /// Where the shared library of a private copy lies; the system finds its own.
    pub libraries: Option<PathBuf>,
}

pub fn ensure(ctx: &Context) -> Result<Llvm> {
    let major = ctx.pins.llvm.major;
    if let Some(config) = &ctx.config.llvm.config {
        return probe(config, major, None).ok_or_else(|| anyhow::anyhow!(
            "llvm.config in config.toml ({}) is no llvm-config of LLVM {major} with headers: name one", config.display()
        ));
    }
    if let Some(found) = on_system(major).or_else(|| private(ctx)) {
        return Ok(found);
    }
    if apt::is_root()
        && apt::install(&to_install(ctx)).is_ok()
        && let Some(found) = on_system(major)
    {
        return Ok(found);
    }
    unpack(ctx)?;
    match private(ctx) {
        Some(found) => refuse_missing_libraries(found),
        None => bail!(
            "the LLVM under {} does not run: install {} instead",
            ctx.shown(&home(ctx)),
            ctx.pins.llvm.install.join(" and ")
        ),
    }
}

fn to_install(ctx: &Context) -> Vec<String> {
    ctx.pins.llvm.install.iter().map(|name| format!("{name}={}", ctx.pins.llvm.version)).collect()
}

fn on_system(major: u32) -> Option<Llvm> {
    probe(&which::which(format!("llvm-config-{major}")).ok()?, major, None)
}

fn private(ctx: &Context) -> Option<Llvm> {
    let config = home(ctx).join(&ctx.pins.llvm.prefix).join("bin/llvm-config");
    probe(&config, ctx.pins.llvm.major, Some(home(ctx).join(&ctx.pins.llvm.libraries)))
}

fn home(ctx: &Context) -> PathBuf {
    ctx.build.join("llvm")
}

/// Asks an llvm-config for its version and headers.
fn probe(config: &Path, major: u32, libraries: Option<PathBuf>) -> Option<Llvm> {
    let ask = |what| duct::cmd!(config, what).stderr_null().read().ok();
    let version = ask("--version")?;
    let headers = PathBuf::from(ask("--includedir")?).join("llvm/Config/llvm-config.h");
    let usable = version.starts_with(&format!("{major}.")) && headers.exists();
    usable.then(|| Llvm { config: config.to_owned(), version, libraries })
}

/// Unpacks the pinned packages into a folder that takes its name when all are there.
fn unpack(ctx: &Context) -> Result<()> {
    let pins = &ctx.pins.llvm;
    if cfg!(not(target_arch = "x86_64")) {
        bail!(
            "only x86-64 has LLVM pinned: install LLVM {} with its headers, or name its llvm-config as llvm.config in config.toml",
            pins.major
        );
    }
    let scratch = tempfile::Builder::new().prefix("partial-").tempdir_in(&ctx.build)?;
    for (name, sha256) in &pins.sha256 {
        let deb =
            Package { name, version: &pins.version, sha256, instead: "llvm.config" }.fetch(ctx)?;
        step(format!("unpack {name}"), || apt::unpack(&deb, &scratch.path().join("llvm")))?;
        fs::remove_file(deb)?;
    }
    fs::rename(scratch.path().join("llvm"), home(ctx))?;
    Ok(())
}

/// A private copy brings LLVM alone; what LLVM itself is linked against must be on the system.
fn refuse_missing_libraries(llvm: Llvm) -> Result<Llvm> {
    let Some(folder) = &llvm.libraries else { return Ok(llvm) };
    let Some(library) = shared_libraries(folder).into_iter().next() else { return Ok(llvm) };
    let needs = duct::cmd!("ldd", &library).stderr_null().unchecked().read().unwrap_or_default();
    let missing: Vec<&str> = needs
        .lines()
        .filter(|line| line.ends_with("not found"))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    if missing.is_empty() {
        return Ok(llvm);
    }
    bail!(
        "LLVM needs {}, which this system lacks: have their packages installed (on Debian: those that libllvm22 depends on)",
        missing.join(", ")
    );
}

/// The files by which programs find LLVM when they start.
pub fn shared_libraries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("libLLVM"))
        })
        .collect()
}
