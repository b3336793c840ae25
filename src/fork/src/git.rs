//! git, as the tool calls it: always in one folder, never influenced by the caller's environment or
//! personal settings, and with its own words in the error when it refuses.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

/// Settings that make git's output the same for everyone.
const SETTINGS: [&str; 12] = [
    "-c",
    "core.quotePath=false",
    "-c",
    "core.excludesFile=",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.autocrlf=false",
    "-c",
    "user.name=x.py",
    "-c",
    "user.email=x.py@localhost",
];

/// Variables by which a surrounding git (a hook, an alias) would redirect ours.
const FOREIGN: [&str; 6] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_EXTERNAL_DIFF",
];

/// A git checkout.
#[derive(Clone)]
pub struct Git {
    pub dir: PathBuf,
}

impl Git {
    pub fn at(dir: &Path) -> Self {
        Self { dir: dir.to_owned() }
    }

    /// Runs git with `input` on its standard input, and returns what it prints.
    pub fn feed(&self, args: &[&str], input: impl Into<Vec<u8>>) -> Result<Vec<u8>> {
        let all: Vec<OsString> = SETTINGS.iter().chain(args).map(OsString::from).collect();
        let mut git = duct::cmd("git", all).dir(&self.dir);
        for variable in FOREIGN {
            git = git.env_remove(variable);
        }
        let output = git.stdin_bytes(input).stdout_capture().stderr_capture().unchecked().run();
        let Ok(output) = output else {
            bail!("git could not be run: install it (on Debian: apt-get install git)");
        };
        if !output.status.success() {
            let words = String::from_utf8_lossy(&output.stderr);
            bail!("`git {}` failed in {}: {}", args.join(" "), self.dir.display(), words.trim());
        }
        Ok(output.stdout)
    }

    /// Runs git and returns what it prints, byte for byte.
    pub fn bytes(&self, args: &[&str]) -> Result<Vec<u8>> {
        self.feed(args, "")
    }

    /// Runs git and returns what it prints, without the newline at the end.
    pub fn text(&self, args: &[&str]) -> Result<String> {
        let text = String::from_utf8_lossy(&self.bytes(args)?).into_owned();
        Ok(text.trim_end_matches('\n').to_owned())
    }

    /// Runs git with `-z` output and returns its fields.
    pub fn fields(&self, args: &[&str]) -> Result<Vec<String>> {
        let text = String::from_utf8_lossy(&self.bytes(args)?).into_owned();
        Ok(text.split_terminator('\0').map(str::to_owned).collect())
    }
}
