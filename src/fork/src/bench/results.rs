//! `RESULTS.md`: a section for each group, with where and how it was measured.
//!
//! A group that is measured again replaces its section, and the others stay. Why a line was missed stands in
//! `benches/reasons.toml`, for people to write; it is said under the table for as long as the line is missed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::Section;
use super::table::{Row, markdown};

pub const FILE: &str = "RESULTS.md";

const HEAD: &str = "\
<!-- SPDX-License-Identifier: MIT OR Apache-2.0 -->
# Measured

Written by `./x.py bench`. All subjects of a group ran side by side, taking turns. A ratio is ours over
theirs, taken round by round: the median, and in brackets the tenth and the ninetieth percentile. A figure is
the median of its rounds. Rust programs that are timed are compiled with opt-level 3, one codegen unit and no
LTO, those of C++ with `g++ -std=c++20 -O3`.
";

/// The reasons, by group and row.
pub type Reasons = BTreeMap<String, BTreeMap<String, String>>;

pub fn reasons(path: &Path) -> Result<Reasons> {
    match fs::read_to_string(path) {
        Ok(text) => toml::from_str(&text).with_context(|| {
            format!("{} is no table of tables of texts: put it right", path.display())
        }),
        Err(_) => Ok(Reasons::new()),
    }
}

/// What a section says.
pub struct Told<'a> {
    pub group: &'a str,
    pub title: &'a str,
    /// The command that measures it.
    pub command: &'a str,
    /// The machine and the compilers.
    pub circumstances: &'a [String],
}

/// A section as text, without its heading.
pub fn render(told: &Told<'_>, section: &Section, reasons: &Reasons) -> String {
    let mut text = format!("{}\n\n```text\n{}\n```\n\n", told.title, told.command);
    for circumstance in told.circumstances {
        text += &format!("- {circumstance}\n");
    }
    text += &format!("\n{}", markdown(&section.rows));
    for note in &section.notes {
        text += &format!("\n{note}\n");
    }
    if section.plot.is_some() {
        text += &format!("\n![{0}]({0}.svg)\n", told.group);
    }
    let missed: Vec<&Row> =
        section.rows.iter().filter(|row| row.is_reached() == Some(false)).collect();
    if !missed.is_empty() {
        text += "\nMissed:\n\n";
    }
    for row in missed {
        let name = row.name();
        let reason = reasons.get(told.group).and_then(|of_group| of_group.get(&name));
        let reason = reason.map_or("the reason is not known yet", |reason| reason.trim());
        text += &format!("- {name}: {reason}\n");
    }
    text
}

/// The file with a section replaced, or put where it belongs among the groups.
pub fn replaced(old: &str, groups: &[&str], group: &str, section: &str) -> String {
    let mut sections: BTreeMap<usize, &str> = BTreeMap::new();
    let place = |name: &str| groups.iter().position(|group| *group == name);
    for part in old.split("\n## ").skip(1) {
        if let Some((name, body)) = part.split_once('\n')
            && let Some(place) = place(name.trim())
        {
            sections.insert(place, body.trim());
        }
    }
    sections.insert(place(group).unwrap_or(groups.len()), section.trim());
    let mut text = HEAD.to_owned();
    for (place, body) in sections {
        text += &format!("\n## {}\n\n{body}\n", groups.get(place).unwrap_or(&group));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::table::{Reach, Unit};

    const GROUPS: [&str; 3] = ["one", "two", "three"];

    #[test]
    fn a_section_is_put_in_its_place_and_replaced_there() {
        let text = replaced("", &GROUPS, "three", "Third.\n");
        assert_eq!(text, format!("{HEAD}\n## three\n\nThird.\n"));
        let text = replaced(&text, &GROUPS, "one", "First.");
        assert_eq!(text, format!("{HEAD}\n## one\n\nFirst.\n\n## three\n\nThird.\n"));
        let text = replaced(&text, &GROUPS, "one", "Anew.");
        assert_eq!(text, format!("{HEAD}\n## one\n\nAnew.\n\n## three\n\nThird.\n"));
    }

    #[test]
    fn a_section_tells_the_machine_the_command_and_why_a_line_was_missed() {
        let row =
            |what, ours| Row::of_series([what, "b"], Unit::Bytes, &[ours], &[1.0], Reach::Ahead);
        let rows = vec![row("good", 0.5), row("bad", 2.0), row("worse", 3.0)];
        let section = Section { rows, plot: None, notes: vec!["A note.".to_owned()] };
        let told = Told {
            group: "one",
            title: "Title",
            command: "./x.py bench one",
            circumstances: &["a machine".to_owned()],
        };
        let reasons: Reasons = toml::from_str("[one]\n\"bad / b\" = \"It copies.\"\n").unwrap();
        let text = render(&told, &section, &reasons);
        assert!(text.starts_with("Title\n\n```text\n./x.py bench one\n```\n\n- a machine\n\n|"));
        let end = "\nA note.\n\nMissed:\n\n- bad / b: It copies.\n- worse / b: the reason is not known yet\n";
        assert!(text.ends_with(end), "{text}");
    }
}
