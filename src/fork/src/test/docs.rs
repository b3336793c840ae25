//! The Rust in README.md and CONTRIBUTING.md, compiled and run by the rustdoc that was built.
//!
//! A block that is a whole program is taken as it stands, feature gate and all. A fragment is put into a
//! `main` and given the gate, as a reader would. The two kinds need different flags, so rustdoc sees each
//! file twice, each time with the other kind turned into plain text; lines keep their numbers.

use std::fs;
use std::process::{Command, Stdio};

use anyhow::Result;

use super::{Run, Tally, libtest};
use crate::bootstrap::relay;
use crate::build::Part;

/// The gate of the language that the documents are about.
const GATE: &str = "-Zcrate-attr=feature(native_generators)";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Program,
    Fragment,
}

pub fn run(run: &mut Run<'_>, paths: &[String]) -> Result<Tally> {
    let rustdoc = run.workshop(Part::DocTools)?.program("rustdoc");
    let mut sum = Tally::default();
    for name in ["README.md", "CONTRIBUTING.md"] {
        let wanted = paths.is_empty() || paths.iter().any(|path| path == name);
        let Ok(text) = fs::read_to_string(run.ctx.repository.join(name)) else { continue };
        if !wanted {
            continue;
        }
        for (kind, folder, flags) in
            [(Kind::Program, "programs", [].as_slice()), (Kind::Fragment, "fragments", &[GATE])]
        {
            let Some(only) = only(kind, &text) else { continue };
            let folder = run.ctx.build.join("docs").join(folder);
            run.ctx.make_dir(&folder)?;
            fs::write(folder.join(name), only)?;
            let mut command = Command::new(&rustdoc);
            command.args(["--test", name, "--edition", "2024"]).args(flags).current_dir(&folder);
            let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
            let tally = libtest::tally(relay(child)?)?;
            sum.passed += tally.passed;
            sum.failed += tally.failed;
            sum.ignored += tally.ignored;
        }
    }
    Ok(sum)
}

/// The document with every block but those of one kind turned into plain text; `None` if it has no such.
fn only(kind: Kind, text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut result = String::with_capacity(text.len());
    let mut found = false;
    let mut number = 0;
    while number < lines.len() {
        let line = lines[number];
        let Some(language) = line.trim_start().strip_prefix("```") else {
            result.extend([line, "\n"]);
            number += 1;
            continue;
        };
        let end = (number + 1..lines.len())
            .find(|&end| lines[end].trim() == "```")
            .unwrap_or(lines.len() - 1);
        let body = &lines[number + 1..=end];
        let is_program = body.iter().any(|line| line.contains("fn main()"));
        let wanted =
            language.split(',').next() == Some("rust") && is_program == (kind == Kind::Program);
        found |= wanted;
        result.extend([if wanted { line } else { "```text" }, "\n"]);
        result.extend(body.iter().flat_map(|line| [*line, "\n"]));
        number = end + 1;
    }
    found.then_some(result)
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
}
