//! The crashes that rustc has without our changes, as `known.toml` lists them.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::compile::{Compiler, Verdict, WAYS};
use crate::corpus::Setting;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    #[serde(default, rename = "crash")]
    pub crashes: Vec<Crash>,
}

/// One crash of upstream's.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crash {
    pub name: String,
    /// The signatures under which mutants show it.
    pub signatures: Vec<String>,
    /// Where it was reported, if anyone found out.
    #[allow(dead_code, reason = "it is for whoever reads the list")]
    pub issue: Option<String>,
    /// A source without any syntax of ours that shows it.
    pub input: String,
    #[serde(default = "edition")]
    pub edition: String,
}

fn edition() -> String {
    "2024".to_owned()
}

impl Known {
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        toml::from_str(&text).with_context(|| format!("{} is not understood", path.display()))
    }

    /// The crash that a signature belongs to.
    pub fn find(&self, signature: &str) -> Option<&Crash> {
        self.crashes.iter().find(|crash| crash.signatures.iter().any(|known| known == signature))
    }

    /// The crashes whose input does the baseline no harm: they are ours after all, or are mended.
    pub fn stale(&self, baseline: &Compiler) -> Result<Vec<&Crash>> {
        let mut stale = Vec::new();
        for crash in &self.crashes {
            let setting = Setting { edition: crash.edition.clone(), cfg: None, flags: Vec::new() };
            if !matches!(
                baseline.judge(&crash.input, &setting, WAYS[0])?.verdict,
                Verdict::Broken(_)
            ) {
                stale.push(crash);
            }
        }
        Ok(stale)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::compile::tests::fake;

    const LIST: &str = "[[crash]]\nname = 'a'\nsignatures = ['one', 'two']\ninput = 'fn a() {}'\n\
                        [[crash]]\nname = 'b'\nsignatures = ['three']\nissue = 'x'\ninput = 'fn b() {}'\nedition = '2018'\n";

    #[test]
    fn a_crash_is_found_by_its_signature() {
        let known: Known = toml::from_str(LIST).unwrap();
        assert_eq!(known.find("two").unwrap().name, "a");
        assert_eq!(known.find("three").unwrap().edition, "2018");
        assert!(known.find("four").is_none());
    }

    #[test]
    fn a_crash_that_the_baseline_does_not_have_is_stale() {
        let known: Known = toml::from_str(LIST).unwrap();
        let (baseline, _folder) =
            fake("grep -q 'fn a' mutant.rs && exit 101; exit 0", Duration::from_secs(60));
        let stale: Vec<&str> =
            known.stale(&baseline).unwrap().iter().map(|crash| &*crash.name).collect();
        assert_eq!(stale, ["b"]);
    }

    #[test]
    fn the_list_of_this_repository_is_understood() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("known.toml");
        for crash in Known::read(&path).unwrap().crashes {
            assert!(!crash.signatures.is_empty() && !crash.name.is_empty());
            assert!(!crash.input.contains("native_generators"), "{}", crash.name);
        }
    }
}
