//! `config.toml`: what one machine or one person wants differently. `config.example.toml` explains it.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use serde::Deserialize;

/// The whole of `config.toml`; an absent file is an empty one.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    pub upstream: Upstream,
    pub llvm: Llvm,
    pub build: Build,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Upstream {
    /// rustc's source as a tree, a tarball or a `.deb`, instead of the pinned package.
    pub archive: Option<PathBuf>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Llvm {
    /// Path of an `llvm-config`.
    pub config: Option<PathBuf>,
    /// Path of the shared library that is AddressSanitizer's runtime.
    pub asan: Option<PathBuf>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Build {
    pub profile: Profile,
    pub jobs: Option<usize>,
    pub dir: Option<PathBuf>,
    /// Path of the rustc that builds ours.
    pub stage0: Option<PathBuf>,
}

/// What the compiler is built for.
#[derive(Clone, Copy, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// To be used: optimised, and named after the commit it comes from.
    #[default]
    User,
    /// To be worked on: incremental, with debug assertions.
    Dev,
}

impl Config {
    /// Reads `config.toml` of the repository at `root`; relative paths in it start there.
    pub fn read(root: &Path) -> Result<Self> {
        let path = root.join("config.toml");
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => bail!("{} cannot be read ({error}): make it readable", path.display()),
        };
        let mut config = Self::parse(&text)?;
        for path in config.paths() {
            *path = root.join(&path);
        }
        Ok(config)
    }

    fn parse(text: &str) -> Result<Self> {
        toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
            anyhow::anyhow!(
                "config.toml, line {line}: {}: see config.example.toml for what may stand there",
                error.message()
            )
        })
    }

    fn paths(&mut self) -> impl Iterator<Item = &mut PathBuf> {
        [
            &mut self.upstream.archive,
            &mut self.llvm.config,
            &mut self.llvm.asan,
            &mut self.build.dir,
            &mut self.build.stage0,
        ]
        .into_iter()
        .flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_valid_with_every_line_uncommented() {
        let example = include_str!("../../../config.example.toml");
        let uncommented: String = example
            .lines()
            .map(|line| match line.strip_prefix("# ") {
                Some(rest) if rest.contains(" = ") => format!("{rest}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        let config = Config::parse(&uncommented).unwrap();
        assert_eq!(config.build.jobs, Some(2));
        assert!(config.upstream.archive.is_some() && config.llvm.config.is_some());
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line_and_the_way_out() {
        let error =
            Config::parse("[build]\nprofile = \"dev\"\ntargets = 3\n").err().unwrap().to_string();
        assert!(error.starts_with("config.toml, line 3: unknown field `targets`"), "{error}");
        assert!(error.ends_with("see config.example.toml for what may stand there"), "{error}");
    }
}
