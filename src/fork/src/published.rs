//! Published packages, as cargo downloads them, laid side by side as one workspace.
//!
//! A manifest of ours, the package `crates`, names them, each with `=` and one whole version. In the
//! workspace, what their tests depend on is resolved once, by a lockfile that is committed beside the
//! manifest, and compiled once for each compiler.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::report::step;
use crate::stage0::Stage0;
use crate::upstream;

/// What pins the packages' own dependencies, beside the manifest that names them.
pub const LOCK: &str = "with-tests.Cargo.lock";

/// One of the packages.
pub struct Crate {
    pub name: String,
    pub version: String,
    /// Where cargo has its source.
    pub source: PathBuf,
    pub how: How,
}

/// How a package is built and tested, where that is not as `cargo test` does it: a table of the manifest
/// that names it, `[package.metadata.crates.NAME]`.
#[derive(Clone, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct How {
    pub features: Vec<String>,
    /// Whether it is built and no more, because what its tests need is not to be had.
    pub build_only: bool,
    /// The only targets of its tests that are taken, beside the library and its documentation.
    pub tests: Option<Vec<String>>,
    /// Tests that are not run.
    pub skip: Vec<String>,
    /// Whether its tests run once more, optimised.
    pub optimised: bool,
    /// Whether what its tests depend on depends on the crate as well, and must get the very same.
    pub patch: bool,
}

/// What of cargo's account of a package we read.
#[derive(Deserialize)]
struct Account {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    manifest_path: PathBuf,
    dependencies: Vec<Dependency>,
    metadata: Option<Metadata>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    req: String,
}

#[derive(Deserialize)]
struct Metadata {
    #[serde(default)]
    crates: BTreeMap<String, How>,
}

/// Where the packages come from and go to.
pub struct Fetcher<'a> {
    pub ctx: &'a Context,
    pub stage0: &'a Stage0,
    /// The folder of the manifest that names them, from the top of the repository.
    pub home: &'static str,
    /// Where they are laid.
    pub folder: PathBuf,
    /// Whether the lockfiles are made anew.
    pub bless: bool,
    /// What a person does to have them made anew.
    pub anew: &'static str,
}

impl Fetcher<'_> {
    /// What cargo prints. Only what this machine needs is fetched, and what the lockfile says, unless it
    /// is to be made anew.
    fn cargo(&self, folder: &Path, args: [&str; 3], what: &str) -> Result<Vec<u8>> {
        let mut args: Vec<&str> = args.into();
        args.push(&self.stage0.host);
        if !self.bless {
            args.push("--locked");
        }
        let command = duct::cmd(&self.stage0.cargo, args).dir(folder);
        step(format!("fetch {what}"), || {
            let output = command.stdout_capture().stderr_capture().unchecked().run()?;
            if !output.status.success() {
                eprint!("{}", String::from_utf8_lossy(&output.stderr));
                bail!(
                    "cargo could not fetch {what}: it says why above, and where a lockfile no longer fits \
                     {} makes it anew",
                    self.anew
                );
            }
            Ok(output.stdout)
        })
    }

    /// Lets cargo download the crates that the manifest names, and say where they are.
    pub fn named(&self) -> Result<Vec<Crate>> {
        let args = ["metadata", "--format-version=1", "--filter-platform"];
        let json = self.cargo(&self.ctx.repository.join(self.home), args, "the crates")?;
        let account = serde_json::from_slice(&json);
        crates(
            self.home,
            account.context("cargo gives an account that x.py cannot read: see to stage0")?,
        )
    }

    /// Lays the crates side by side as one workspace, and returns its folder.
    pub fn lay(&self, crates: &[Crate]) -> Result<()> {
        let folder = &self.folder;
        self.ctx.make_dir(folder)?;
        upstream::clear_leftovers(folder);
        for one in crates {
            let target = folder.join(one.folder());
            if !target.exists() {
                let partial = tempfile::Builder::new().prefix("partial-").tempdir_in(folder)?;
                copy(&one.source, partial.path())?;
                fs::rename(partial.keep(), &target)?;
            }
        }
        fs::write(folder.join("Cargo.toml"), manifest(crates))?;
        let pinned = self.ctx.repository.join(self.home).join(LOCK);
        let lock = folder.join("Cargo.lock");
        if pinned.exists() {
            fs::copy(&pinned, &lock)?;
        }
        self.cargo(folder, ["fetch", "--quiet", "--target"], "what their tests need")?;
        if self.bless {
            fs::copy(lock, pinned)?;
        }
        Ok(())
    }
}

fn crates(home: &str, account: Account) -> Result<Vec<Crate>> {
    let Some(list) = account.packages.iter().find(|package| package.name == "crates") else {
        bail!("{home}/Cargo.toml is no longer the package `crates`: take it back with git");
    };
    let mut ways = list.metadata.as_ref().map(|it| it.crates.clone()).unwrap_or_default();
    let mut crates = Vec::new();
    for Dependency { name, req } in &list.dependencies {
        let is_it = |it: &&Package| it.name == *name && *req == format!("={}", it.version);
        let Some(package) = account.packages.iter().find(is_it) else {
            bail!("{home}/Cargo.toml asks for {name} {req}: write `=` and one whole version");
        };
        crates.push(Crate {
            name: name.clone(),
            version: package.version.clone(),
            source: package.manifest_path.parent().unwrap_or(Path::new("")).to_owned(),
            how: ways.remove(name).unwrap_or_default(),
        });
    }
    match ways.keys().next() {
        Some(name) => bail!("{home}/Cargo.toml says how to test {name}, which it does not name"),
        None => Ok(crates),
    }
}

/// The manifest of the workspace. Debug information would take longer to write than the tests to run.
fn manifest(crates: &[Crate]) -> String {
    let members: Vec<String> = crates.iter().map(Crate::folder).collect();
    let mut text = format!(
        "# Written by x.py, and again at each run.\n[workspace]\nresolver = \"2\"\nmembers = {members:?}\n\n\
         [profile.dev]\ndebug = false\nincremental = false\n\n[patch.crates-io]\n"
    );
    for one in crates.iter().filter(|one| one.how.patch) {
        text += &format!("{} = {{ path = {:?} }}\n", one.name, one.folder());
    }
    text
}

/// Copies a package without the lockfile of its own, which counts for nothing here.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let unpack = duct::cmd!("tar", "-C", to, "-xf", "-");
    duct::cmd!("tar", "-C", from, "--exclude=./Cargo.lock", "-cf", "-", ".")
        .pipe(unpack)
        .run()
        .with_context(|| {
            format!("{} could not be copied: see that the disk has room", from.display())
        })?;
    Ok(())
}

impl Crate {
    pub fn folder(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(requirement: &str, ways: &str) -> Result<Vec<Crate>> {
        let json = format!(
            r#"{{"packages": [
                {{"name": "one", "version": "1.2.3", "manifest_path": "/cache/one/Cargo.toml",
                  "dependencies": [], "metadata": null}},
                {{"name": "crates", "version": "0.0.0", "manifest_path": "/crates/Cargo.toml",
                  "dependencies": [{{"name": "one", "req": "{requirement}"}}],
                  "metadata": {{"crates": {ways}}}}}]}}"#
        );
        crates("tests/crates", serde_json::from_str(&json).unwrap())
    }

    #[test]
    fn a_crate_is_named_with_one_whole_version() {
        let crates = account("=1.2.3", r#"{"one": {"features": ["full"]}}"#).unwrap();
        assert_eq!(crates[0].folder(), "one-1.2.3");
        assert_eq!(crates[0].source, Path::new("/cache/one"));
        assert_eq!(crates[0].how.features, ["full"]);
        let error = account("^1.2", "{}").err().unwrap().to_string();
        assert!(error.ends_with("asks for one ^1.2: write `=` and one whole version"), "{error}");
        let error = account("=1.2.3", r#"{"two": {}}"#).err().unwrap().to_string();
        assert!(error.ends_with("says how to test two, which it does not name"), "{error}");
    }
}
