//! Native generators among other people's crates: the cargo workspace `tests/ecosystem`.
//!
//! stage0's cargo builds and runs it with our rustc and rustdoc, and with the crates that its lockfile
//! names. Its package for microcontrollers is then compiled for one as well.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result};

use super::{Run, Tally, libtest};
use crate::bootstrap::relay;
use crate::build::{BARE_METAL, Part, Workshop};
use crate::context::Context;

/// The folder of the workspace, from the top of the repository.
pub const HOME: &str = "tests/ecosystem";

/// The package that runs without an operating system.
const EMBEDDED: &str = "embedded";

pub fn run(run: &mut Run<'_>, paths: &[String]) -> Result<Tally> {
    let ctx = run.ctx;
    let packages = packages(&ctx.repository, paths);
    let workshop = run.workshop(Part::BareMetal)?;
    let target = target_folder(ctx, workshop)?;

    let mut test = cargo(ctx, workshop, &target);
    test.args(["test", "--locked", "--no-fail-fast"]);
    match &packages {
        None => test.arg("--workspace"),
        Some(names) => test.args(names.iter().flat_map(|name| ["--package", name])),
    };
    let child = test.stdout(Stdio::piped()).spawn().context(NO_CARGO)?;
    let mut tally = libtest::tally(relay(child)?)?;

    if packages.is_none_or(|names| names.iter().any(|name| name == EMBEDDED)) {
        let mut build = cargo(ctx, workshop, &target);
        build.args(["build", "--locked", "--release", "--package", EMBEDDED]);
        let status = build.args(["--target", BARE_METAL]).status().context(NO_CARGO)?;
        println!(
            "{HOME}/{EMBEDDED} for {BARE_METAL} ... {}",
            if status.success() { "ok" } else { "FAILED" }
        );
        tally.count(status.success());
    }
    Ok(tally)
}

const NO_CARGO: &str = "stage0's cargo could not be run: put its toolchain right";

/// The packages that the paths lie in; `None` if one lies in none, which means all of them.
fn packages(repository: &Path, paths: &[String]) -> Option<Vec<String>> {
    let package = |path: &String| {
        let name = Path::new(path).strip_prefix(HOME).ok()?.iter().next()?.to_str()?;
        let manifest = repository.join(HOME).join(name).join("Cargo.toml");
        manifest.is_file().then(|| name.to_owned())
    };
    if paths.is_empty() { None } else { paths.iter().map(package).collect() }
}

/// Where cargo builds. It takes two compilers that call themselves the same for one, and does not look
/// at the standard library at all: what it built with another toolchain is removed.
fn target_folder(ctx: &Context, workshop: &Workshop<'_>) -> Result<PathBuf> {
    let folder = ctx.build.join("ecosystem");
    let stamp = folder.join("fingerprint");
    if fs::read_to_string(&stamp).ok().as_deref() != Some(workshop.fingerprint()) {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        ctx.make_dir(&folder)?;
        fs::write(stamp, workshop.fingerprint())?;
    }
    Ok(folder)
}

fn cargo(ctx: &Context, workshop: &Workshop<'_>, target: &Path) -> Command {
    let mut command = Command::new(workshop.cargo());
    command.current_dir(ctx.repository.join(HOME)).stdin(Stdio::null());
    command.env("RUSTC", workshop.program("rustc")).env("RUSTDOC", workshop.program("rustdoc"));
    command.env("CARGO_TARGET_DIR", target);
    if let Some(jobs) = ctx.config.build.jobs {
        command.env("CARGO_BUILD_JOBS", jobs.to_string());
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_its_package() {
        let repository = tempfile::tempdir().unwrap();
        let manifest = repository.path().join(HOME).join("chat/Cargo.toml");
        fs::create_dir_all(manifest.parent().unwrap()).unwrap();
        fs::write(manifest, "").unwrap();
        let packages = |paths: &[&str]| {
            let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
            packages(repository.path(), &paths)
        };
        let chat = Some(vec!["chat".to_owned()]);
        assert_eq!(packages(&["tests/ecosystem/chat"]), chat);
        assert_eq!(packages(&["tests/ecosystem/chat/src/lib.rs"]), chat);
        assert_eq!(packages(&[]), None);
        assert_eq!(packages(&["tests/ecosystem/Cargo.lock"]), None);
        assert_eq!(packages(&["tests/ecosystem/chat", "tests/ecosystem/Cargo.toml"]), None);
    }
}
