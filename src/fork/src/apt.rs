//! Packages of the system, through its own `apt-get`: installed where the caller is root, and otherwise
//! downloaded, checked against the checksums of `upstream.toml`, and unpacked privately.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use sha2::{Digest as _, Sha256};

use crate::context::Context;
use crate::report::step;

/// A package at the one version we want.
pub struct Package<'a> {
    pub name: &'a str,
    pub version: &'a str,
    pub sha256: &'a str,
    /// The setting of `config.toml` that makes it needless.
    pub instead: &'a str,
}

/// Installs packages (`name` or `name=version`) on the system.
pub fn install(packages: &[String]) -> Result<()> {
    let attempt = || {
        let mut args = vec!["install", "--yes", "--no-install-recommends"];
        args.extend(packages.iter().map(String::as_str));
        apt_get(&args, Path::new("/"))
    };
    step(format!("install {}", packages.join(" ")), || {
        attempt().or_else(|_| {
            apt_get(&["update"], Path::new("/"))?;
            attempt()
        })
    })
}

/// Whether this process may install.
pub fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// Sees to it that a command exists which comes with a package.
pub fn ensure_command(command: &str, package: &str) -> Result<()> {
    if which::which(command).is_ok() || (is_root() && install(&[package.to_owned()]).is_ok()) {
        return Ok(());
    }
    bail!(
        "`{command}` is missing and rustc is not built without it: install it (on Debian: apt-get install {package})"
    );
}

impl Package<'_> {
    /// Downloads the package under `build/download`, or finds it there.
    pub fn fetch(&self, ctx: &Context) -> Result<PathBuf> {
        let folder = ctx.build.join("download");
        ctx.make_dir(&folder)?;
        let kept = folder.join(format!("{}-{}.deb", self.name, &self.sha256[..16]));
        if kept.exists() && sha256(&kept)? == self.sha256 {
            return Ok(kept);
        }
        step(format!("download {} {}", self.name, self.version), || {
            let scratch = tempfile::Builder::new().prefix("partial-").tempdir_in(&folder)?;
            self.download(ctx, scratch.path())?;
            let deb = the_deb_in(scratch.path()).with_context(|| {
                format!(
                    "apt-get brought no {}: run it again, or set {} in config.toml",
                    self.name, self.instead
                )
            })?;
            let found = sha256(&deb)?;
            if found != self.sha256 {
                bail!(
                    "the {} that apt-get brought is not the one that upstream.toml pins (SHA-256 {found}, not {}): \
                     run it again, and if that does not help, set {} in config.toml",
                    self.name,
                    self.sha256,
                    self.instead
                );
            }
            fs::rename(&deb, &kept)?;
            Ok(kept)
        })
    }

    /// `apt-get download` with the system's lists, and where those are missing or old, with our own.
    fn download(&self, ctx: &Context, folder: &Path) -> Result<()> {
        if which::which("apt-get").is_err() {
            bail!(
                "{} {} comes by apt-get, which is not here: set {} in config.toml",
                self.name,
                self.version,
                self.instead
            );
        }
        let wanted = format!("{}={}", self.name, self.version);
        if apt_get(&["download", &wanted], folder).is_ok() {
            return Ok(());
        }
        let lists = private_lists(ctx)?;
        let with = |verb: &[&str]| {
            let args: Vec<&str> =
                lists.iter().map(String::as_str).chain(verb.iter().copied()).collect();
            apt_get(&args, folder)
        };
        let result = with(&["update"]).and_then(|()| with(&["download", &wanted]));
        let Err(error) = result else { return Ok(()) };
        let words = error.to_string();
        if words.contains("was not found")
            || words.contains("Unable to locate")
            || words.contains("Can't find")
        {
            bail!(
                "apt-get no longer offers {} {}: set {} in config.toml",
                self.name,
                self.version,
                self.instead
            );
        }
        bail!(
            "apt-get could not bring {} {} ({words}): see that the network is there, or set {} in config.toml",
            self.name,
            self.version,
            self.instead
        );
    }
}

/// Options that keep apt's lists and cache under `build/apt`, so that nothing needs root.
fn private_lists(ctx: &Context) -> Result<Vec<String>> {
    let (state, cache) = (ctx.build.join("apt/state"), ctx.build.join("apt/cache"));
    ctx.make_dir(&state.join("lists/partial"))?;
    ctx.make_dir(&cache.join("archives/partial"))?;
    Ok(vec![
        "-o".into(),
        format!("Dir::State={}", state.display()),
        "-o".into(),
        "Dir::State::status=/var/lib/dpkg/status".into(),
        "-o".into(),
        format!("Dir::Cache={}", cache.display()),
    ])
}

/// Runs apt-get without a question or a word; its error is its own last one.
fn apt_get(args: &[&str], folder: &Path) -> Result<()> {
    let all =
        ["-q", "-o", "APT::Sandbox::User=root", "-o", "DPkg::Lock::Timeout=60"].iter().chain(args);
    let output = duct::cmd("apt-get", all)
        .dir(folder)
        .env("LC_ALL", "C")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdin_null()
        .stdout_capture()
        .stderr_capture()
        .unchecked()
        .run()
        .context("apt-get could not be run: see that it is on PATH")?;
    if output.status.success() {
        return Ok(());
    }
    let words = String::from_utf8_lossy(&output.stderr);
    let error = words.lines().rfind(|line| line.starts_with("E: ")).or(words.lines().last());
    bail!("{}", error.unwrap_or("it said nothing").trim_start_matches("E: "));
}

/// Unpacks a package into a folder.
pub fn unpack(deb: &Path, folder: &Path) -> Result<()> {
    let output = duct::cmd!("dpkg", "-x", deb, folder).stderr_capture().unchecked().run();
    match output {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => bail!(
            "{} could not be unpacked ({}): see that the disk has room, and run it again",
            deb.display(),
            String::from_utf8_lossy(&output.stderr).trim()
        ),
        Err(_) => {
            bail!("dpkg, which unpacks packages, is not here: set upstream.archive in config.toml")
        }
    }
}

fn the_deb_in(folder: &Path) -> Option<PathBuf> {
    let entries = fs::read_dir(folder).ok()?.flatten();
    entries
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|extension| extension == "deb"))
}

fn sha256(path: &Path) -> Result<String> {
    let hash = Sha256::digest(fs::read(path)?);
    Ok(hash.iter().map(|byte| format!("{byte:02x}")).collect())
}
