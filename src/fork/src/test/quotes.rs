//! What the documents say that the compiler says.
//!
//! A block of Rust and after it, as the next block, one of plain text that begins with `error` or
//! `warning` is a claim: the compiler says the one about the other. Each line of the text must be among
//! what the compiler prints, in that order. So a quotation may leave lines out, and may say so with `…`;
//! a line that ends in `…` is a beginning. The margin, with its line numbers, does not count.
//!
//! A text that begins as the description of a frame does is what `-Zprint-frames` prints.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Result;

use super::Tally;
use super::docs::{Block, Kind, blocks};
use crate::context::Context;

struct Quote {
    /// The line of the document on which the quotation begins.
    line: usize,
    kind: Kind,
    code: String,
    flags: &'static [&'static str],
    said: Vec<String>,
}

/// Compiles the code of each quotation in a document, and looks for what is quoted.
pub fn check(ctx: &Context, rustc: &Path, name: &str, text: &str) -> Result<Tally> {
    let mut tally = Tally::default();
    for quote in quotes(text) {
        let printed = compile(ctx, rustc, &quote)?;
        let missing = first_missing(&quote.said, &printed);
        let line = quote.line;
        match missing {
            None => println!("test {name} - what the compiler says (line {line}) ... ok"),
            Some(missing) => println!(
                "test {name} - what the compiler says (line {line}) ... FAILED\n\
                 it does not say `{missing}` there, but all in all:\n{printed}"
            ),
        }
        tally.count(missing.is_none());
    }
    Ok(tally)
}

fn quotes(text: &str) -> Vec<Quote> {
    let blocks = blocks(text);
    let pairs = blocks.windows(2).filter_map(|pair| {
        let [rust, said] = pair else { return None };
        let kind = rust.kind()?;
        let flags = flags(said.body.first()?)?;
        (said.language == "text").then(|| Quote {
            line: said.start + 2,
            kind,
            code: source(kind, rust),
            flags,
            said: said.body.iter().map(|line| (*line).to_owned()).collect(),
        })
    });
    pairs.collect()
}

/// What makes the compiler say a text with this first line, if it is one that it could say.
fn flags(first: &str) -> Option<&'static [&'static str]> {
    let begins = |beginnings: &[&str]| beginnings.iter().any(|&word| first.starts_with(word));
    if begins(&["error", "warning"]) {
        Some(&[])
    } else {
        begins(&["{async ", "{generator "]).then_some(&["-Zprint-frames"])
    }
}

/// The block as rustdoc compiles it: with the lines that it hides, and a fragment in a `main`.
fn source(kind: Kind, block: &Block<'_>) -> String {
    let shown = block.body.iter().map(|line| {
        let trimmed = line.trim_start();
        match trimmed.strip_prefix("# ") {
            Some(hidden) => hidden,
            None if trimmed == "#" => "",
            None => line,
        }
    });
    let (attributes, rest): (Vec<&str>, Vec<&str>) =
        shown.partition(|line| line.starts_with("#!["));
    let (attributes, rest) = (attributes.join("\n"), rest.join("\n"));
    match kind {
        Kind::Program => format!("{attributes}\n{rest}\n"),
        Kind::Fragment => format!("{attributes}\nfn main() {{\n{rest}\n}}\n"),
    }
}

fn compile(ctx: &Context, rustc: &Path, quote: &Quote) -> Result<String> {
    let folder = ctx.build.join("docs/quotes");
    ctx.make_dir(&folder)?;
    let file = folder.join("quote.rs");
    fs::write(&file, &quote.code)?;
    let mut command = Command::new(rustc);
    command.args(["--edition", "2024", "--emit", "metadata"]).args(quote.kind.flags());
    command.args(quote.flags);
    command.arg("-o").arg(folder.join("libquote.rmeta")).arg(file);
    let output = command.stdin(Stdio::null()).output()?;
    let printed = [output.stdout, output.stderr].concat();
    Ok(String::from_utf8_lossy(&printed).into_owned())
}

/// The first line of a quotation that is not among the lines printed, after the ones before it.
fn first_missing<'a>(said: &'a [String], printed: &str) -> Option<&'a str> {
    let mut printed = printed.lines().map(bare);
    said.iter().map(|line| bare(line)).filter(|line| !matches!(*line, "" | "…")).find(|line| {
        !match line.strip_suffix('…') {
            Some(beginning) => printed.any(|printed| printed.starts_with(beginning)),
            None => printed.any(|printed| printed == *line),
        }
    })
}

/// A line without its margin.
fn bare(line: &str) -> &str {
    line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '|').trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = "\
error: `yield` outside of a generator
  --> quote.rs:3:1
   |
 3 | yield 1;
   | ^^^^^^^ only a generator can suspend
   |
help: declare it with `=>` to make it one
";

    fn missing(said: &[String]) -> Option<&str> {
        first_missing(said, PRINTED)
    }

    fn lines(said: &str) -> Vec<String> {
        said.lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_quotation_may_leave_out_lines_and_margins() {
        let whole = lines(PRINTED);
        assert_eq!(missing(&whole), None);
        let shortened = lines(
            "error: `yield` outside of a generator\n |\n | yield 1;\n | ^^^^^^^ only a generator can suspend\n",
        );
        assert_eq!(missing(&shortened), None);
        assert_eq!(missing(&lines("error: `yield` outside…\n…\nhelp: declare it with…\n")), None);
    }

    #[test]
    fn a_quotation_says_nothing_else_and_in_no_other_order() {
        let other = lines("error: `yield` outside of a closure\n");
        assert_eq!(missing(&other), Some("error: `yield` outside of a closure"));
        let turned = lines("help: declare it with `=>` to make it one\n | yield 1;\n");
        assert_eq!(missing(&turned), Some("yield 1;"));
    }

    #[test]
    fn a_quotation_is_the_block_after_one_of_rust() {
        let text = "```rust,compile_fail\n# use std::fmt;\nyield 1;\n```\nThe compiler says:\n```text\nerror: no\n```\n\
                    ```text\nerror: of no code\n```\n```rust\nlet x = 1;\n```\n```text\na drawing\n```\n\
                    ```rust\n#![allow(dead_code)]\nfn main() {}\n#\n```\n```text\nwarning: hm\n```\n\
                    ```rust\nfn main() {}\n```\n```text\n{async block@…\n```\n";
        let quotes = quotes(text);
        let seen: Vec<_> = quotes.iter().map(|quote| (quote.line, quote.said.join("\n"))).collect();
        assert_eq!(
            seen,
            [(7, "error: no"), (24, "warning: hm"), (30, "{async block@…")]
                .map(|(line, said)| (line, said.to_owned()))
        );
        let flags: Vec<usize> = quotes.iter().map(|quote| quote.flags.len()).collect();
        assert_eq!(flags, [0, 0, 1]);
        assert_eq!(quotes[0].code, "\nfn main() {\nuse std::fmt;\nyield 1;\n}\n");
        assert_eq!(quotes[1].code, "#![allow(dead_code)]\nfn main() {}\n\n");
    }
}
