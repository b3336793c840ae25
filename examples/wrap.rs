//! Fills paragraphs: reads text from standard input and breaks its lines at a given width.
//!
//! `wrap 40` makes lines of at most forty letters, unless a word is longer than that.

#![feature(native_generators)]

use std::error::Error;
use std::{env, io};

/// The paragraphs of a text: what stands between empty lines.
fn paragraphs(
    lines: impl Iterator<Item = io::Result<String>>,
) => impl Iterator<Item = io::Result<String>> {
    let mut paragraph = String::new();
    for line in lines {
        let line = line?;
        if !line.trim().is_empty() {
            paragraph.push_str(&line);
            paragraph.push(' ');
        } else if !paragraph.is_empty() {
            yield Ok(std::mem::take(&mut paragraph));
        }
    }
    if !paragraph.is_empty() {
        yield Ok(paragraph);
    }
}

/// The words of a paragraph, in lines that are as full as they may be.
fn filled(paragraph: &str, width: usize) => impl Iterator<Item = String> {
    let mut line = String::new();
    for word in paragraph.split_whitespace() {
        let length = line.chars().count();
        if length > 0 && length + 1 + word.chars().count() > width {
            yield std::mem::take(&mut line);
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    yield line;
}

fn main() -> Result<(), Box<dyn Error>> {
    let width = env::args().nth(1).ok_or("usage: wrap WIDTH")?.parse()?;
    for (number, paragraph) in paragraphs(io::stdin().lines()).enumerate() {
        if number > 0 {
            println!();
        }
        for line in filled(&paragraph?, width) {
            println!("{line}");
        }
    }
    Ok(())
}
