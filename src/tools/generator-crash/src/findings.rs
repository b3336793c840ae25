//! What was found: one file for each signature, with what the compiler said and how to see it again.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};
use std::{fs, io};

use crate::compile::Breakage;
use crate::corpus::Setting;
use crate::signature::slug;

/// A mutant that broke the compiler, made small.
pub struct Finding {
    pub breakage: Breakage,
    pub source: String,
    pub setting: Setting,
    pub seed: u64,
    pub number: u64,
    pub origin: String,
}

impl Finding {
    /// The source with a head that tells what it is about.
    pub fn text(&self) -> String {
        let mut head = format!("// {}\n", self.breakage.signature);
        let Setting { edition, cfg, flags } = &self.setting;
        let mut command = format!("rustc --edition {edition}");
        if let Some(cfg) = cfg {
            command += &format!(" --cfg {cfg}");
        }
        for flag in flags {
            command += &format!(" {flag}");
        }
        for flag in self.breakage.stage.flags() {
            command += &format!(" {flag}");
        }
        let _ = writeln!(head, "// {command}");
        let Self { seed, number, origin, .. } = self;
        let _ = writeln!(head, "// seed {seed}, case {number}, from {origin}");
        let said = &self.breakage.said;
        // Warnings and errors before it tell little.
        let telling = ["\nerror: internal compiler error", "\nthread 'rustc'"];
        let start = telling.iter().filter_map(|start| said.find(start)).min().unwrap_or(0);
        for line in said[start..].lines().filter(|line| !line.is_empty()).take(20) {
            let line: String = line.chars().take(200).collect();
            let _ = writeln!(head, "//   {line}");
        }
        head + "\n" + self.source.trim_start()
    }
}

/// What was seen under one signature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    pub count: usize,
    /// If rustc does so without our changes: what that is called.
    pub upstreams: Option<String>,
}

/// All that was seen, and the folder where there is a finding for each that is ours.
pub struct Findings {
    folder: PathBuf,
    seen: Mutex<BTreeMap<String, Seen>>,
}

impl Findings {
    pub fn at(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        Ok(Self { folder: folder.to_owned(), seen: Mutex::default() })
    }

    /// Counts a signature. Whether it is the first time.
    pub fn is_new(&self, signature: &str) -> bool {
        let mut seen = self.seen();
        let entry = seen.entry(signature.to_owned()).or_default();
        entry.count += 1;
        entry.count == 1
    }

    /// All that has this signature is upstream's.
    pub fn call_upstreams(&self, signature: &str, name: &str) {
        self.seen().entry(signature.to_owned()).or_default().upstreams = Some(name.to_owned());
    }

    fn seen(&self) -> MutexGuard<'_, BTreeMap<String, Seen>> {
        self.seen.lock().unwrap_or_else(|poison| poison.into_inner())
    }

    pub fn write(&self, finding: &Finding) -> io::Result<PathBuf> {
        let path = self.folder.join(slug(&finding.breakage.signature)).with_extension("rs");
        fs::write(&path, finding.text())?;
        Ok(path)
    }

    /// How many mutants broke the compiler.
    pub fn total(&self) -> usize {
        self.seen().values().map(|seen| seen.count).sum()
    }

    /// What was seen, the most frequent first.
    pub fn by_frequency(&self) -> Vec<(String, Seen)> {
        let mut all: Vec<(String, Seen)> = self.seen().clone().into_iter().collect();
        all.sort_by_key(|(_, seen)| std::cmp::Reverse(seen.count));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::{Stage, Way};

    #[test]
    fn a_finding_tells_how_to_see_it_again() {
        let folder = tempfile::tempdir().unwrap();
        let findings = Findings::at(&folder.path().join("new")).unwrap();
        let breakage = Breakage {
            signature: "no: entry [typeck]".to_owned(),
            said: "error: oh\n\nno".to_owned(),
            stage: Stage::Codegen(Way::Fast),
        };
        let finding = Finding {
            breakage,
            source: "fn main() {}\n".to_owned(),
            setting: Setting { cfg: Some("a".to_owned()), ..crate::compile::tests::setting() },
            seed: 3,
            number: 14,
            origin: "yield/a.rs".to_owned(),
        };
        let path = findings.write(&finding).unwrap();
        assert!(path.ends_with("new/no_entry_typeck.rs"));
        assert_eq!(
            fs::read_to_string(path).unwrap(),
            "// no: entry [typeck]\n\
             // rustc --edition 2024 --cfg a --emit=mir,obj -Zvalidate-mir -Clink-dead-code \
             --cap-lints=allow -Copt-level=3\n\
             // seed 3, case 14, from yield/a.rs\n//   error: oh\n//   no\n\nfn main() {}\n"
        );
    }

    #[test]
    fn the_most_frequent_comes_first() {
        let folder = tempfile::tempdir().unwrap();
        let findings = Findings::at(folder.path()).unwrap();
        assert_eq!(["a", "b", "b"].map(|name| findings.is_new(name)), [true, true, false]);
        findings.call_upstreams("b", "known");
        let seen = |count, name: Option<&str>| Seen { count, upstreams: name.map(str::to_owned) };
        let expected = [("b".to_owned(), seen(2, Some("known"))), ("a".to_owned(), seen(1, None))];
        assert_eq!(findings.by_frequency(), expected);
        assert_eq!(findings.total(), 3);
    }
}
