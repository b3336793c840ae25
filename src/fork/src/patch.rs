//! Patches without context lines.
//!
//! A patch in the overlay holds only lines that we wrote or took away (`git diff -U0`), with the Rust
//! function that each hunk lies in as its header, so the repository carries none of rustc's text but
//! the lines it replaces. Such a patch has nothing to search by, and needs nothing: upstream is pinned,
//! so a patch names the exact file it changes (the blob on its `index` line), and every hunk either
//! finds its removed lines at its own line numbers or is refused.

use std::fmt;

/// One file's patch.
#[derive(Debug, PartialEq, Eq)]
pub struct Patch {
    /// The file it changes, from the top of rustc's tree.
    pub path: String,
    /// The git blob that it changes.
    pub old: String,
    pub hunks: Vec<Hunk>,
}

/// One change: at `at` (lines before it in the old file), `removed` gives way to `added`.
#[derive(Debug, PartialEq, Eq)]
pub struct Hunk {
    pub header: String,
    at: usize,
    removed: Vec<String>,
    added: Vec<String>,
}

/// Why a text is no patch of ours.
#[derive(Debug, PartialEq, Eq)]
pub enum Malformed {
    /// A hunk has a line that neither adds nor removes.
    Context(String),
    /// Anything else, with the line that is wrong.
    Line(usize),
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Context(hunk) => write!(f, "its hunk `{hunk}` has context lines"),
            Self::Line(number) => {
                write!(f, "its line {number} is not what `git diff -U0 --full-index` writes")
            }
        }
    }
}

impl Patch {
    /// Reads the patch of one file as `git diff -U0 --full-index` writes it.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let mut lines = Lines {
            rest: text.split_inclusive('\n').collect::<Vec<_>>().into_iter().peekable(),
            number: 0,
        };
        lines.next_with("diff --git ")?;
        let index = lines.next_with("index ")?;
        let old = index.split("..").next().unwrap_or_default().to_owned();
        lines.next_with("--- a/")?;
        let path = lines.next_with("+++ b/")?.trim_end_matches('\t').to_owned();
        if old.len() != 40 || !old.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(Malformed::Line(2));
        }
        let mut hunks = Vec::new();
        while lines.rest.peek().is_some() {
            hunks.push(Hunk::parse(&mut lines)?);
        }
        if hunks.is_empty() {
            return Err(Malformed::Line(lines.number + 1));
        }
        Ok(Self { path, old, hunks })
    }

    /// The first hunk whose removed lines are not exactly at their place in `old`.
    pub fn misfit(&self, old: &str) -> Option<&Hunk> {
        let lines: Vec<&str> = old.split_inclusive('\n').collect();
        self.hunks.iter().find(|hunk| {
            let place = lines.get(hunk.at..hunk.at + hunk.removed.len());
            !place.is_some_and(|place| place.iter().eq(&hunk.removed))
        })
    }

    /// The new file, or the first hunk that does not fit.
    pub fn apply(&self, old: &str) -> Result<String, &Hunk> {
        if let Some(hunk) = self.misfit(old) {
            return Err(hunk);
        }
        let lines: Vec<&str> = old.split_inclusive('\n').collect();
        let mut new = String::with_capacity(old.len());
        let mut done = 0;
        for hunk in &self.hunks {
            if hunk.at < done {
                return Err(hunk);
            }
            new.extend(lines[done..hunk.at].iter().copied());
            new.extend(hunk.added.iter().map(String::as_str));
            done = hunk.at + hunk.removed.len();
        }
        new.extend(lines[done..].iter().copied());
        Ok(new)
    }
}

impl Hunk {
    fn parse(lines: &mut Lines<'_>) -> Result<Self, Malformed> {
        let header = lines.next_with("@@ ")?;
        let malformed = Malformed::Line(lines.number);
        let (place, _) = header.split_once(" @@").ok_or(malformed)?;
        let range = |sign, field: Option<&str>| {
            let (start, count) = match field?.strip_prefix(sign)?.split_once(',') {
                Some((start, count)) => (start.parse().ok()?, count.parse().ok()?),
                None => (field?.strip_prefix(sign)?.parse().ok()?, 1),
            };
            Some::<(usize, usize)>((start, count))
        };
        let mut fields = place.split(' ');
        let old = range('-', fields.next());
        let new = range('+', fields.next());
        let (Some((start, removed)), Some((_, added))) = (old, new) else {
            return Err(Malformed::Line(lines.number));
        };
        let header = format!("@@ {header}");
        // Where nothing is removed, git names the line before the change instead of its first.
        let at = if removed == 0 { start } else { start.saturating_sub(1) };
        let removed = lines.body('-', removed, &header)?;
        let added = lines.body('+', added, &header)?;
        if lines.rest.peek().is_some_and(|line| line.starts_with(' ')) {
            return Err(Malformed::Context(header));
        }
        Ok(Self { header, at, removed, added })
    }
}

/// The lines of a patch, newlines included, and how many were read.
struct Lines<'a> {
    rest: std::iter::Peekable<std::vec::IntoIter<&'a str>>,
    number: usize,
}

impl<'a> Lines<'a> {
    fn next(&mut self) -> Option<&'a str> {
        self.number += 1;
        self.rest.next()
    }

    /// The next line, which must begin with `prefix`, without it and without its newline.
    fn next_with(&mut self, prefix: &str) -> Result<&'a str, Malformed> {
        let line = self.next().and_then(|line| line.strip_prefix(prefix));
        line.map(|line| line.trim_end_matches('\n')).ok_or(Malformed::Line(self.number))
    }

    /// The next `count` lines, which must begin with `sign`, without it.
    fn body(&mut self, sign: char, count: usize, header: &str) -> Result<Vec<String>, Malformed> {
        let mut body = Vec::with_capacity(count);
        for _ in 0..count {
            match self.next() {
                Some(line) if line.starts_with(sign) => body.push(line[1..].to_owned()),
                Some(line) if line.starts_with(' ') => {
                    return Err(Malformed::Context(header.to_owned()));
                }
                _ => return Err(Malformed::Line(self.number)),
            }
        }
        if self.rest.peek().is_some_and(|line| line.starts_with('\\')) {
            self.next();
            if let Some(last) = body.last_mut() {
                last.pop();
            }
        }
        Ok(body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "one\ntwo\nthree\nfour\nfive";
    const HEAD: &str = "diff --git a/f.rs b/f.rs\nindex 0000000000000000000000000000000000000001..0000000000000000000000000000000000000002 100644\n--- a/f.rs\n+++ b/f.rs\n";

    fn patch(hunks: &str) -> Result<Patch, Malformed> {
        Patch::parse(&format!("{HEAD}{hunks}"))
    }

    #[test]
    fn lines_are_replaced_inserted_and_removed_at_their_numbers() {
        let patch = patch(
            "@@ -0,0 +1 @@\n+zero\n@@ -2 +3,2 @@ fn f()\n-two\n+2\n+2.5\n@@ -4 +5,0 @@\n-four\n",
        )
        .unwrap();
        assert_eq!(patch.path, "f.rs");
        assert_eq!(patch.apply(OLD).unwrap(), "zero\none\n2\n2.5\nthree\nfive");
    }

    #[test]
    fn a_missing_newline_at_the_end_is_part_of_the_line() {
        let marked = "@@ -5 +5 @@\n-five\n\\ No newline at end of file\n+5\n";
        assert_eq!(patch(marked).unwrap().apply(OLD).unwrap(), "one\ntwo\nthree\nfour\n5\n");
        let unmarked = patch("@@ -5 +5 @@\n-five\n+5\n").unwrap();
        assert_eq!(unmarked.apply(OLD).unwrap_err().header, "@@ -5 +5 @@");
    }

    #[test]
    fn the_hunk_that_does_not_fit_is_named() {
        let patch = patch("@@ -1 +1 @@\n-one\n+1\n@@ -3 +3 @@ fn g()\n-two\n+2\n").unwrap();
        assert_eq!(patch.apply(OLD).unwrap_err().header, "@@ -3 +3 @@ fn g()");
    }

    #[test]
    fn a_hunk_past_the_end_does_not_fit() {
        assert!(patch("@@ -9 +9 @@\n-nine\n+9\n").unwrap().apply(OLD).is_err());
    }

    #[test]
    fn context_lines_are_refused() {
        let before = patch("@@ -1,2 +1,2 @@\n one\n-two\n+2\n");
        assert_eq!(before, Err(Malformed::Context("@@ -1,2 +1,2 @@".to_owned())));
        let after = patch("@@ -1,1 +1,1 @@\n-one\n+1\n two\n");
        assert_eq!(after, Err(Malformed::Context("@@ -1,1 +1,1 @@".to_owned())));
    }

    #[test]
    fn a_short_index_line_is_refused() {
        let short =
            "diff --git a/f b/f\nindex 12..34 100644\n--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+b\n";
        assert_eq!(Patch::parse(short), Err(Malformed::Line(2)));
    }
}
