//! The sizes of all frames in the test binaries of other people's crates, as the compiler prints them: those
//! of `async` and of `gen`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use anyhow::{Result, bail};
use regex::Regex;

use super::Section;
use super::crates::{Crates, Way};
use super::lab::Lab;
use super::plot::Plot;
use super::record::{Call, calls};
use super::table::{Reach, Row, Unit};

const CRATES: [&str; 10] = [
    "async-lock",
    "axum",
    "futures",
    "hyper",
    "hyper-util",
    "tokio",
    "tokio-stream",
    "tokio-util",
    "tower",
    "tower-http",
];

/// What both compilers together are to come to.
const REACH: Reach = Reach::Ratio(0.6);

pub fn run(lab: &Lab<'_>) -> Result<Section> {
    let crates = Crates::lay(lab)?;
    let names = if lab.effort.part == 1 { &CRATES[..] } else { &CRATES[..1] };
    let [ours, baseline] = [&lab.ours, &lab.baseline].map(|compiler| {
        Ok::<_, anyhow::Error>(Sizes::of(&calls(&crates.compile(
            lab,
            compiler,
            names,
            Way::Test,
        )?)?))
    });
    let (ours, baseline) = (ours?, baseline?);

    let mut total = Sum::default();
    let mut rows = Vec::new();
    for name in names {
        let sum = ours.beside(&baseline, name);
        total.add(&sum);
        rows.push(sum.row(name, Reach::Nothing));
    }
    if total.listed == 0 {
        bail!("the compilers list no frame in common: see what they print for -Zprint-type-sizes");
    }
    rows.push(total.row("together", REACH));
    let plot = Plot::of_ratios("frames-of-crates", "bytes, ours over the baseline's", &rows);
    let note = format!(
        "{} frames are listed by both compilers, alike by name and place; {} are listed by one, or not \
         equally often, and left out.",
        total.listed, total.left_out
    );
    Ok(Section { rows, plot: Some(plot), notes: vec![note] })
}

/// The sizes of frames, by package and by name.
#[derive(Default)]
struct Sizes(BTreeMap<(String, String), Vec<u64>>);

/// What the frames come to that both list.
#[derive(Debug, Default, PartialEq)]
struct Sum {
    ours: u64,
    theirs: u64,
    listed: usize,
    left_out: usize,
}

/// A line about a type that is a frame; the place of a block is part of its name.
static FRAME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?m)^print-type-size type: `(\{(?:async|gen|coroutine|generator)\b.*)`: ([0-9]+) bytes",
    )
    .expect("a valid pattern")
});

impl Sizes {
    fn of(calls: &[(Call, String)]) -> Self {
        let mut sizes = Self::default();
        for (call, text) in calls {
            sizes.read(call.package(), text);
        }
        sizes
    }

    fn read(&mut self, package: &str, text: &str) {
        for found in FRAME.captures_iter(text) {
            let key = (package.to_owned(), found[1].to_owned());
            let bytes = found[2].parse().unwrap_or_default();
            self.0.entry(key).or_default().push(bytes);
        }
    }

    fn beside(&self, baseline: &Self, package: &str) -> Sum {
        let mut sum = Sum::default();
        for (key, ours) in self.0.iter().filter(|((of, _), _)| of == package) {
            match baseline.0.get(key) {
                Some(theirs) if theirs.len() == ours.len() => {
                    sum.ours += ours.iter().sum::<u64>();
                    sum.theirs += theirs.iter().sum::<u64>();
                    sum.listed += ours.len();
                }
                theirs => sum.left_out += ours.len() + theirs.map_or(0, Vec::len),
            }
        }
        let unknown =
            baseline.0.iter().filter(|(key, _)| key.0 == package && !self.0.contains_key(key));
        sum.left_out += unknown.map(|(_, theirs)| theirs.len()).sum::<usize>();
        sum
    }
}

impl Sum {
    fn add(&mut self, other: &Self) {
        self.ours += other.ours;
        self.theirs += other.theirs;
        self.listed += other.listed;
        self.left_out += other.left_out;
    }

    fn row(&self, what: &str, reach: Reach) -> Row {
        let name = [what, "async of the baseline"];
        if self.listed == 0 {
            return Row::without(name, reach, "no frame");
        }
        Row::of_counts(name, Unit::Bytes, self.ours as f64, self.theirs as f64, reach)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(lines: &[(&str, u64)]) -> Sizes {
        let mut text = String::from(
            "print-type-size type: `std::option::Option<{async block@a}>`: 9 bytes, alignment: 1 bytes\n",
        );
        for (name, bytes) in lines {
            text += &format!(
                "print-type-size type: `{name}`: {bytes} bytes, alignment: 8 bytes\nprint-type-size     variant `Unresumed`: 1 bytes\n"
            );
        }
        let mut sizes = Sizes::default();
        sizes.read("one", &text);
        sizes
    }

    #[test]
    fn only_what_both_list_is_summed() {
        let block = "{async block@src/lib.rs:1:5: 1:15}";
        let ours = sizes(&[
            (block, 10),
            (block, 12),
            ("{async fn body of f()}", 5),
            ("{gen fn body of g()}", 4),
        ]);
        let theirs = sizes(&[
            (block, 20),
            (block, 24),
            ("{async fn body of f()}", 7),
            ("{async fn body of f()}", 9),
            ("{async fn body of h()}", 1),
        ]);
        let sum = ours.beside(&theirs, "one");
        // `f` three times, `g` and `h` are left out.
        assert_eq!(sum, Sum { ours: 22, theirs: 44, listed: 2, left_out: 5 });
        assert_eq!(ours.beside(&theirs, "another"), Sum::default());
    }
}
