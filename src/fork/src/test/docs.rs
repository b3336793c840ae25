//! The Rust in README.md, CONTRIBUTING.md and the book, compiled and run by the rustdoc that was built.
//!
//! A block that is a whole program is taken as it stands, feature gate and all. A fragment is put into a
//! `main` and given the gate, as a reader would. The two kinds need different flags, so rustdoc sees each
//! file twice, each time with the other kind turned into plain text; lines keep their numbers. What stands
//! behind `rust,` is rustdoc's to honour: a `compile_fail,E0626` must fail, and with that error.
//!
//! Where a document shows what the compiler says about a block, that is held against what it does say:
//! see [`quotes`].

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Result;

use super::{Run, Tally, libtest, quotes};
use crate::bootstrap::relay;
use crate::build::Part;
use crate::context::Context;

/// The gate of the language that the documents are about.
pub const GATE: &str = "-Zcrate-attr=feature(native_generators)";

/// The chapters of the book.
const BOOK: &str = "src/doc/generators/src";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Program,
    Fragment,
}

impl Kind {
    /// What rustc and rustdoc must be told beside the edition.
    pub fn flags(self) -> &'static [&'static str] {
        match self {
            Self::Program => &[],
            Self::Fragment => &[GATE],
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Program => "programs",
            Self::Fragment => "fragments",
        }
    }
}

/// A fenced block of a document.
pub struct Block<'a> {
    /// Which line of the document opens it, counted from 0.
    pub start: usize,
    pub language: &'a str,
    /// The lines between the fences.
    pub body: Vec<&'a str>,
}

impl Block<'_> {
    /// What kind of Rust it is, if it is Rust.
    pub fn kind(&self) -> Option<Kind> {
        if self.language.split(',').next() != Some("rust") {
            return None;
        }
        let is_program = self.body.iter().any(|line| line.contains("fn main()"));
        Some(if is_program { Kind::Program } else { Kind::Fragment })
    }
}

pub fn run(run: &mut Run<'_>, paths: &[String]) -> Result<Tally> {
    let workshop = run.workshop(Part::DocTools)?;
    let (rustc, rustdoc) = (workshop.program("rustc"), workshop.program("rustdoc"));
    check(run.ctx, &rustc, &rustdoc, paths)
}

fn check(ctx: &Context, rustc: &Path, rustdoc: &Path, paths: &[String]) -> Result<Tally> {
    let mut sum = Tally::default();
    for name in documents(&ctx.repository, paths)? {
        let text = fs::read_to_string(ctx.repository.join(&name))?;
        for kind in [Kind::Program, Kind::Fragment] {
            let Some(only) = only(kind, &text) else { continue };
            sum.add(rustdoc_test(ctx, rustdoc, kind, &name, &only)?);
        }
        sum.add(quotes::check(ctx, rustc, &name, &text)?);
    }
    Ok(sum)
}

/// The documents that are there and that the paths name, from the top of the repository.
fn documents(repository: &Path, paths: &[String]) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::from(["README.md", "CONTRIBUTING.md"].map(str::to_owned));
    if let Ok(chapters) = fs::read_dir(repository.join(BOOK)) {
        for chapter in chapters {
            names.insert(format!("{BOOK}/{}", chapter?.file_name().display()));
        }
    }
    names.retain(|name| {
        name.ends_with(".md")
            && repository.join(name).is_file()
            && (paths.is_empty() || paths.iter().any(|path| Path::new(name).starts_with(path)))
    });
    Ok(names)
}

/// Lets rustdoc test one document, of which only blocks of one kind are left.
fn rustdoc_test(
    ctx: &Context,
    rustdoc: &Path,
    kind: Kind,
    name: &str,
    text: &str,
) -> Result<Tally> {
    let folder = ctx.build.join("docs").join(kind.folder());
    let copy = folder.join(name);
    ctx.make_dir(copy.parent().expect("a document lies in a folder"))?;
    fs::write(copy, text)?;
    let mut command = Command::new(rustdoc);
    command.args(["--test", name, "--edition", "2024"]).args(kind.flags()).current_dir(&folder);
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    libtest::tally(relay(child)?)
}

/// The fenced blocks of a document, in their order.
pub fn blocks(text: &str) -> Vec<Block<'_>> {
    let lines: Vec<&str> = text.lines().collect();
    let mut blocks = Vec::new();
    let mut number = 0;
    while number < lines.len() {
        let Some(language) = lines[number].trim_start().strip_prefix("```") else {
            number += 1;
            continue;
        };
        let end = (number + 1..lines.len())
            .find(|&end| lines[end].trim() == "```")
            .unwrap_or(lines.len());
        blocks.push(Block { start: number, language, body: lines[number + 1..end].to_vec() });
        number = end + 1;
    }
    blocks
}

/// The document with every block but those of one kind turned into plain text; `None` if it has no such.
fn only(kind: Kind, text: &str) -> Option<String> {
    let mut lines: Vec<&str> = text.lines().collect();
    let mut found = false;
    for block in blocks(text) {
        if block.kind() == Some(kind) {
            found = true;
        } else {
            lines[block.start] = "```text";
        }
    }
    found.then(|| lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: &str = "# A\n```rust\nfn main() {}\n```\n```rust,no_run\nlet x = 1;\n```\n```\n./x.py build\n```\n";

    #[test]
    fn each_kind_of_block_is_seen_once_and_lines_keep_their_numbers() {
        let programs = only(Kind::Program, DOCUMENT).unwrap();
        assert_eq!(
            programs,
            DOCUMENT.replace("```rust,no_run", "```text").replace("```\n./x.py", "```text\n./x.py")
        );
        let fragments = only(Kind::Fragment, DOCUMENT).unwrap();
        assert_eq!(
            fragments,
            DOCUMENT.replace("```rust\n", "```text\n").replace("```\n./x.py", "```text\n./x.py")
        );
    }

    #[test]
    fn a_document_without_rust_needs_no_run() {
        assert_eq!(only(Kind::Program, "```sh\n./x.py build\n```\n"), None);
    }

    #[test]
    fn what_must_not_compile_is_left_to_rustdoc_with_the_error_it_must_have() {
        let document = "```rust,compile_fail,E0626\nyield x;\n```\n```text\nerror\n```\n";
        assert_eq!(only(Kind::Fragment, document).as_deref(), Some(document));
        let document = "```rust,compile_fail\nfn main() { yield }\n```\n";
        assert_eq!(only(Kind::Program, document).as_deref(), Some(document));
        assert_eq!(only(Kind::Fragment, document), None);
    }

    #[test]
    fn a_block_that_is_never_closed_goes_to_the_end() {
        let blocks = blocks("a\n```rust\nlet x = 1;\n");
        assert_eq!(blocks.len(), 1);
        assert_eq!((blocks[0].start, blocks[0].language), (1, "rust"));
        assert_eq!(blocks[0].body, ["let x = 1;"]);
    }

    #[test]
    fn the_chapters_of_the_book_are_documents() {
        let repository = tempfile::tempdir().unwrap();
        let write = |name: &str| {
            let path = repository.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        };
        let chapters = ["src/doc/generators/src/a.md", "src/doc/generators/src/b.md"];
        let others = ["README.md", "src/doc/generators/book.toml", "src/doc/generators/src/a.svg"];
        others.iter().chain(&chapters).for_each(|name| write(name));
        let named = |paths: &[&str]| {
            let paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
            Vec::from_iter(documents(repository.path(), &paths).unwrap())
        };
        assert_eq!(named(&[]), ["README.md", chapters[0], chapters[1]]);
        assert_eq!(named(&["src/doc/generators"]), chapters);
        assert_eq!(named(&[chapters[1]]), [chapters[1]]);
        assert_eq!(named(&["README.md"]), ["README.md"]);
    }
}
