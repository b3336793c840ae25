//! The ui tests that mutants are made from, with what compiletest would be told by their directives.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::{Context as _, Result, bail};
use regex::Regex;
use walkdir::WalkDir;

use crate::tokens::{Token, lex};

pub const EDITIONS: [&str; 4] = ["2015", "2018", "2021", "2024"];

/// How the compiler is called for a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    pub edition: String,
    /// The `--cfg` of the test's revision.
    pub cfg: Option<String>,
    /// What the test itself asks for.
    pub flags: Vec<String>,
}

pub struct Test {
    /// Its path from the folder of the tests.
    pub name: String,
    pub tokens: Vec<Token>,
    /// One per revision.
    pub settings: Vec<Setting>,
    /// Whether it says that the compiler accepts it.
    pub passes: bool,
}

/// A crate that tests use.
pub struct Auxiliary {
    pub path: PathBuf,
    pub edition: String,
    pub is_proc_macro: bool,
}

pub struct Corpus {
    pub tests: Vec<Test>,
    pub auxiliaries: Vec<Auxiliary>,
}

static DIRECTIVE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?m)^\s*//@\s*(?:\[([\w, -]+)\])?\s*([\w-]+)(?::[ \t]*(.*))?$")
        .expect("a valid pattern")
});

impl Corpus {
    /// All tests below a folder, in the order of their names.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut corpus = Self { tests: Vec::new(), auxiliaries: Vec::new() };
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let path = entry.with_context(|| format!("{} cannot be read", folder.display()))?;
            let path = path.into_path();
            if path.extension().is_none_or(|extension| extension != "rs") {
                continue;
            }
            let text = fs::read_to_string(&path)?;
            let settings = settings(&text);
            if path.parent().is_some_and(|parent| parent.ends_with("auxiliary")) {
                let edition = settings[0].edition.clone();
                let is_proc_macro = text.contains("#[proc_macro");
                corpus.auxiliaries.push(Auxiliary { path, edition, is_proc_macro });
            } else {
                let name = path.strip_prefix(folder)?.display().to_string();
                let passes = text.contains("//@ run-pass") || text.contains("//@ check-pass");
                corpus.tests.push(Test { name, tokens: lex(&text), settings, passes });
            }
        }
        if corpus.tests.is_empty() {
            bail!("{} holds no test: name a folder of ui tests", folder.display());
        }
        Ok(corpus)
    }
}

/// What the directives of a test say, for each of its revisions.
fn settings(text: &str) -> Vec<Setting> {
    let mut revisions = vec![None];
    let mut said = Vec::new();
    for captures in DIRECTIVE.captures_iter(text) {
        let group = |index| captures.get(index).map_or("", |group| group.as_str().trim());
        match group(2) {
            "revisions" => {
                revisions = group(3).split_whitespace().map(|name| Some(name.to_owned())).collect();
            }
            name => said.push((group(1).to_owned(), name.to_owned(), group(3).to_owned())),
        }
    }
    let setting = |cfg: Option<String>| {
        let is_for =
            |of: &str| of.is_empty() || of.split(',').any(|of| Some(of.trim()) == cfg.as_deref());
        let mine = |name: &str| {
            let name = name.to_owned();
            said.iter().filter(move |(of, is, _)| *is == name && is_for(of)).map(|said| &*said.2)
        };
        Setting {
            edition: mine("edition").next_back().unwrap_or("2015").to_owned(),
            flags: mine("compile-flags")
                .flat_map(str::split_whitespace)
                .map(str::to_owned)
                .collect(),
            cfg: cfg.clone(),
        }
    };
    revisions.into_iter().map(setting).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_are_read_per_revision() {
        let text = "//@ revisions: a b\n//@[a] edition: 2018\n//@ [b] edition: 2024\n//@ compile-flags: -Z x\n";
        let setting = |edition: &str, cfg: &str| Setting {
            edition: edition.to_owned(),
            cfg: Some(cfg.to_owned()),
            flags: vec!["-Z".to_owned(), "x".to_owned()],
        };
        assert_eq!(settings(text), [setting("2018", "a"), setting("2024", "b")]);
        let bare = Setting { edition: "2015".to_owned(), cfg: None, flags: Vec::new() };
        assert_eq!(settings("fn main() {}"), [bare]);
    }

    #[test]
    fn tests_and_their_crates_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let auxiliary = folder.path().join("auxiliary");
        fs::create_dir(&auxiliary).unwrap();
        fs::write(auxiliary.join("helper.rs"), "//@ edition: 2021\n#[proc_macro]").unwrap();
        fs::write(folder.path().join("b.rs"), "fn b() {}").unwrap();
        fs::write(folder.path().join("a.rs"), "//@ run-pass\nfn a() {}").unwrap();
        fs::write(folder.path().join("a.stderr"), "error").unwrap();
        let corpus = Corpus::read(folder.path()).unwrap();
        let tests: Vec<_> = corpus.tests.iter().map(|test| (&*test.name, test.passes)).collect();
        assert_eq!(tests, [("a.rs", true), ("b.rs", false)]);
        let [helper] = &corpus.auxiliaries[..] else { panic!() };
        assert!(helper.is_proc_macro && helper.edition == "2021");
        assert!(Corpus::read(&auxiliary).is_err());
    }
}
