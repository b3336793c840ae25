//! `x.py test tidy`: what the repository may not hold, whatever compiles.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use anyhow::Result;
use regex::Regex;

use super::{Run, Tally};
use crate::context::Flavour;
use crate::git::Git;
use crate::overlay::{Overlay, is_overlay};
use crate::upstream;

/// What the rules look at.
struct Repository {
    /// All files that git knows or would know, with their text.
    files: BTreeMap<String, String>,
    /// All paths of rustc's own tree.
    upstream: BTreeSet<String>,
}

/// A rule: its name, and what breaks it.
type Rule = (&'static str, fn(&Repository) -> Vec<String>);

const RULES: [Rule; 6] = [
    ("every file of the overlay lands somewhere", lands_nowhere),
    ("every ui test says what it is for", without_directive),
    ("every expectation has its test", stale_expectation),
    ("no diagnostic says an internal word", internal_word),
    ("no path of one machine", machine_path),
    ("no host of a package registry", registry_host),
];

pub fn run(run: &mut Run<'_>) -> Result<Tally> {
    let ctx = run.ctx;
    let tree = &upstream::ensure(ctx, Flavour::Fork)?;
    let rendering = Overlay::read(&ctx.repository)?.render(&ctx.repository, tree)?;
    let repository = Repository {
        files: texts(&ctx.repository)?,
        upstream: tree.upstream()?.into_keys().collect(),
    };
    let mut tally = Tally::default();
    report(&mut tally, "every change to rustc is a patch that applies", rendering.problems);
    for (name, rule) in RULES {
        report(&mut tally, name, rule(&repository));
    }
    Ok(tally)
}

fn report(tally: &mut Tally, rule: &str, complaints: Vec<String>) {
    println!("{rule} ... {}", if complaints.is_empty() { "ok" } else { "FAILED" });
    for complaint in &complaints {
        println!("  {complaint}");
    }
    tally.count(complaints.is_empty());
}

fn texts(repository: &Path) -> Result<BTreeMap<String, String>> {
    let args = ["ls-files", "-z", "--cached", "--others", "--exclude-per-directory=.gitignore"];
    let paths = Git::at(repository).fields(&args)?;
    let texts = paths.into_iter().filter_map(|path| {
        let text = std::fs::read_to_string(repository.join(&path)).ok()?;
        Some((path, text))
    });
    Ok(texts.collect())
}

/// The suites that `x.py test` runs; a test anywhere else never runs.
const TEST_FOLDERS: [&str; 6] = [
    "tests/ui/generator/",
    "tests/incremental/generator/",
    "tests/mir-opt/generator/",
    "tests/codegen-llvm/generator/",
    "tests/debuginfo/generator/",
    "tests/auxiliary/",
];

fn lands_nowhere(repository: &Repository) -> Vec<String> {
    let ours = repository.files.keys().filter(|path| is_overlay(path) && !path.ends_with(".patch"));
    ours.filter_map(|path| {
        if path.starts_with("tests/") {
            let lands = TEST_FOLDERS.iter().any(|folder| path.starts_with(folder));
            return (!lands).then(|| format!("{path}: no suite has this folder: move it to one of {}", TEST_FOLDERS.join(", ")));
        }
        let Some(folder) = crate_folder(path) else {
            return Some(format!("{path}: lies in no crate or book: move it to the one that it belongs to"));
        };
        let prefix = format!("{folder}/");
        let is_upstream = repository.upstream.range(prefix.clone()..).next().is_some_and(|next| next.starts_with(&prefix));
        let manifest = format!("{folder}/{}", if path.starts_with("src/doc/") { "book.toml" } else { "Cargo.toml" });
        let is_ours = repository.files.contains_key(&manifest);
        (!is_upstream && !is_ours).then(|| {
            format!("{path}: {folder} is neither rustc's nor ours: put it right, or give it its {manifest}")
        })
    })
    .collect()
}

/// The folder of the crate or book that a path of the overlay belongs to.
fn crate_folder(path: &str) -> Option<String> {
    let depth = if path.starts_with("src/tools/") || path.starts_with("src/doc/") { 3 } else { 2 };
    let parts: Vec<&str> = path.split('/').collect();
    (parts.len() > depth).then(|| parts[..depth].join("/"))
}

fn without_directive(repository: &Repository) -> Vec<String> {
    let tests = repository.files.iter().filter(|(path, _)| {
        path.starts_with("tests/ui/") && path.ends_with(".rs") && !path.contains("/auxiliary/")
    });
    let bare =
        tests.filter(|(_, text)| !text.lines().any(|line| line.trim_start().starts_with("//@ ")));
    bare.map(|(path, _)| format!("{path}: has no directive: begin it with one, such as `//@ run-pass` or `//@ check-fail`")).collect()
}

fn stale_expectation(repository: &Repository) -> Vec<String> {
    let of_tests = repository.files.keys().filter(|path| path.starts_with("tests/"));
    let stale = of_tests.filter(|path| is_expectation(path) && !has_test(repository, path));
    stale.map(|path| format!("{path}: belongs to no test or revision: remove it")).collect()
}

fn is_expectation(path: &str) -> bool {
    [".stderr", ".stdout", ".fixed", ".mir", ".diff"].iter().any(|ending| path.ends_with(ending))
}

/// Whether a test, and where the name has a revision that revision, makes this expectation. The name of
/// a mir-opt expectation goes on with a function and a pass, which is for the test to know.
fn has_test(repository: &Repository, path: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let parts: Vec<&str> = name.split('.').collect();
    (1..parts.len()).any(|end| {
        let test = format!("{folder}/{}.rs", parts[..end].join("."));
        let Some(text) = repository.files.get(&test) else { return false };
        path.starts_with("tests/mir-opt/")
            || parts[end..parts.len() - 1].iter().all(|part| {
                matches!(*part, "run" | "32bit" | "64bit")
                    || revisions(text).any(|revision| revision == *part)
            })
    })
}

fn revisions(test: &str) -> impl Iterator<Item = &str> {
    let lines = test.lines().filter_map(|line| line.trim_start().strip_prefix("//@ revisions:"));
    lines.flat_map(str::split_whitespace)
}

/// What a generator is lowered to. Its user never wrote these words.
static INTERNAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(Handle|Suspend|resume argument|[Cc]oroutine)s?\b").expect("a valid pattern")
});

/// What of a diagnostic quotes the source, or names a place: no words of the compiler's.
static QUOTATION: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^ *((LL|[0-9]+) |-->|::: )").expect("a valid pattern"));

/// Expected diagnostics that use a word of the lowering, unless the test itself writes it.
fn internal_word(repository: &Repository) -> Vec<String> {
    let expected = repository
        .files
        .iter()
        .filter(|(path, _)| path.starts_with("tests/ui/generator/") && path.ends_with(".stderr"));
    let complaints = expected.flat_map(|(path, text)| {
        let said = text.lines().enumerate().filter(|(_, line)| !QUOTATION.is_match(line));
        said.filter_map(move |(number, line)| {
            let word = INTERNAL.captures(line)?.get(1)?.as_str();
            (!writes(repository, path, word))
                .then(|| format!("{path}:{}: says `{word}`, which nobody wrote", number + 1))
        })
    });
    complaints.collect()
}

/// Whether the code of the test that expects this says the word.
fn writes(repository: &Repository, expectation: &str, word: &str) -> bool {
    let (folder, name) = expectation.rsplit_once('/').unwrap_or(("", expectation));
    let test = format!("{folder}/{}.rs", name.split('.').next().unwrap_or_default());
    let word = word.to_lowercase();
    repository.files.get(&test).is_some_and(|text| {
        // The code, and the options that it is compiled with.
        let is_written = |line: &&str| {
            let line = line.trim_start();
            !line.starts_with("//") || line.starts_with("//@ compile-flags:")
        };
        text.lines().filter(is_written).any(|line| line.to_lowercase().contains(&word))
    })
}

static MACHINE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(^|[^\w.\-/~])/(work|root)/").expect("a valid pattern"));

static HOST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"\b(deb|ftp|security|snapshot|static|index|registry|proxy)\.[a-z0-9-]+\.(org|io|com|net)\b",
        r"|\b(crates\.io|pypi\.org|npmjs\.com)\b",
    ))
    .expect("a valid pattern")
});

fn machine_path(repository: &Repository) -> Vec<String> {
    matches(&repository.files, &MACHINE, "is a path of one machine: say it from the repository")
}

fn registry_host(repository: &Repository) -> Vec<String> {
    // In a lockfile that is how cargo names a source.
    let mut files = repository.files.clone();
    files.retain(|path, _| !path.ends_with("Cargo.lock") && !path.ends_with("Cargo.lock.patch"));
    matches(
        &files,
        &HOST,
        "is the host of a package registry: name the package, and leave the host to its client",
    )
}

fn matches(files: &BTreeMap<String, String>, pattern: &Regex, meaning: &str) -> Vec<String> {
    let complaints = files.iter().flat_map(|(path, text)| {
        text.lines().enumerate().filter_map(move |(number, line)| {
            let found = pattern.find(line)?.as_str().trim();
            Some(format!("{path}:{}: `{found}` {meaning}", number + 1))
        })
    });
    complaints.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repository(files: &[(&str, &str)]) -> Repository {
        let upstream = [
            "compiler/rustc_ast/Cargo.toml",
            "compiler/rustc_ast/src/lib.rs",
            "src/tools/tidy/src/main.rs",
        ];
        Repository {
            files: files
                .iter()
                .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
                .collect(),
            upstream: upstream.map(str::to_owned).into(),
        }
    }

    /// What a rule says about one file.
    fn complaints(rule: fn(&Repository) -> Vec<String>, path: &str, text: &str) -> Vec<String> {
        rule(&repository(&[(path, text)]))
    }

    #[test]
    fn a_file_lands_in_a_crate_or_a_suite() {
        assert!(complaints(lands_nowhere, "compiler/rustc_ast/src/generator.rs", "").is_empty());
        assert!(complaints(lands_nowhere, "src/tools/tidy/src/generator.rs", "").is_empty());
        assert!(complaints(lands_nowhere, "tests/ui/generator/a.rs", "").is_empty());
        assert!(complaints(lands_nowhere, "tests/ecosystem/a/Cargo.toml", "").is_empty());
        assert!(complaints(lands_nowhere, "src/tools/generator-crash/known.toml", "").is_empty());
        assert_eq!(complaints(lands_nowhere, "compiler/rustc_asst/src/generator.rs", "").len(), 1);
        assert_eq!(complaints(lands_nowhere, "compiler/generator.rs", "").len(), 1);
        assert_eq!(complaints(lands_nowhere, "src/tools/tidier/main.rs", "").len(), 1);
        assert_eq!(complaints(lands_nowhere, "tests/uii/a.rs", "").len(), 1);
        let new_crate =
            [("compiler/rustc_new/Cargo.toml", ""), ("compiler/rustc_new/src/lib.rs", "")];
        assert!(lands_nowhere(&repository(&new_crate)).is_empty());
        let new_book = [("src/doc/new/book.toml", ""), ("src/doc/new/src/a.md", "")];
        assert!(lands_nowhere(&repository(&new_book)).is_empty());
        assert_eq!(complaints(lands_nowhere, "src/doc/new/src/a.md", "").len(), 1);
        assert_eq!(complaints(lands_nowhere, "src/doc/a.md", "").len(), 1);
    }

    #[test]
    fn a_ui_test_has_a_directive() {
        assert!(
            complaints(
                without_directive,
                "tests/ui/generator/a.rs",
                "//@ run-pass\nfn main() {}\n"
            )
            .is_empty()
        );
        assert!(complaints(without_directive, "tests/ui/generator/auxiliary/a.rs", "").is_empty());
        assert_eq!(
            complaints(without_directive, "tests/ui/generator/a.rs", "// run-pass\nfn main() {}\n")
                .len(),
            1
        );
    }

    #[test]
    fn a_diagnostic_says_no_internal_word() {
        let said = |test, expected| {
            let files = [
                ("tests/ui/generator/a.rs", test),
                ("tests/ui/generator/a.e2024.stderr", expected),
            ];
            internal_word(&repository(&files)).len()
        };
        assert_eq!(said("fn f() {}\n", "error: in this coroutine\n  = note: `Handle<()>`\n"), 2);
        assert_eq!(
            said("// of a coroutine\n", "LL | yield 1; ^^ a Coroutine\n   | - coroutines\n"),
            1
        );
        assert_eq!(said("#![feature(coroutines)]\n", "error: in this coroutine\n"), 0);
        let option = "//@ compile-flags: -Zcoroutine-layout=loose\n";
        assert_eq!(said(option, "error: for option `coroutine-layout`\n"), 0);
        assert_eq!(said("// Of a coroutine.\n", "error: in this coroutine\n"), 1);
        assert_eq!(said("fn f() {}\n", "  --> $DIR/coroutine.rs:1:1\nLL | JoinHandle\n"), 0);
    }

    #[test]
    fn an_expectation_has_its_test_and_revision() {
        let test = ("tests/ui/generator/a.rs", "//@ revisions: e2021 e2024\n");
        let with = |path| stale_expectation(&repository(&[test, (path, "")]));
        assert!(with("tests/ui/generator/a.stderr").is_empty());
        assert!(with("tests/ui/generator/a.e2024.stderr").is_empty());
        assert!(with("tests/ui/generator/a.run.stdout").is_empty());
        assert!(with("tests/ui/generator/a.fixed").is_empty());
        assert_eq!(with("tests/ui/generator/a.e2018.stderr").len(), 1);
        assert_eq!(with("tests/ui/generator/b.stderr").len(), 1);
        let mir = ("tests/mir-opt/generator/a.rs", "");
        let of_mir = |path| stale_expectation(&repository(&[mir, (path, "")]));
        assert!(
            of_mir("tests/mir-opt/generator/a.main-{closure#0}.coroutine_resume.0.mir").is_empty()
        );
        assert_eq!(of_mir("tests/mir-opt/generator/b.main.coroutine_resume.0.mir").len(), 1);
    }

    #[test]
    fn a_machine_path_is_named_with_its_line() {
        let found = complaints(machine_path, "README.md", concat!("one\nsee /", "work/tree\n"));
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("README.md:2: "), "{}", found[0]);
        assert!(complaints(machine_path, "README.md", "build/work/x and ~/root/y\n").is_empty());
    }

    #[test]
    fn a_registry_host_is_refused_but_in_lockfiles() {
        let line = concat!("from https://index.cra", "tes.io/\n");
        assert_eq!(complaints(registry_host, "x.py", line).len(), 1);
        assert!(complaints(registry_host, "src/fork/Cargo.lock", line).is_empty());
        assert!(
            complaints(registry_host, "README.md", "https://doc.rust-lang.org/book/\n").is_empty()
        );
    }
}
