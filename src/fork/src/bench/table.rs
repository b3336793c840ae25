//! What was measured as rows of a table, each with the line that it is to reach.

use std::fmt;

use super::spread::{Digits, Spread, grouped};

/// A comparison.
pub struct Row {
    /// What was measured.
    pub what: String,
    /// What it was compared with.
    pub against: String,
    pub ours: Option<Figure>,
    pub theirs: Option<Figure>,
    /// Ours over theirs.
    pub ratio: Option<Spread>,
    pub reach: Reach,
    /// Why there is nothing to compare, where there is not.
    pub without: Option<String>,
}

/// Something that was measured or counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    pub number: f64,
    pub unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Nanoseconds,
    Milliseconds,
    Bytes,
    Instructions,
}

/// The line to reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reach {
    /// The ratio may be this.
    Ratio(f64),
    /// The ratio may lie this far from one.
    Same(f64),
    /// The ratio must be below one.
    Ahead,
    /// Ours may be so many bytes.
    Bytes(u64),
    /// It stands there to be looked at.
    Nothing,
}

impl Row {
    /// A row of two series of measurements, taken round by round.
    pub fn of_series(
        [what, against]: [&str; 2],
        unit: Unit,
        ours: &[f64],
        theirs: &[f64],
        reach: Reach,
    ) -> Self {
        let figure = |series: &[f64]| {
            Some(Figure { number: Spread::of(series.iter().copied())?.median, unit })
        };
        Self {
            what: what.to_owned(),
            against: against.to_owned(),
            ours: figure(ours),
            theirs: figure(theirs),
            ratio: Spread::of_ratios(ours, theirs),
            reach,
            without: None,
        }
    }

    /// A row of two things that were counted.
    pub fn of_counts(
        [what, against]: [&str; 2],
        unit: Unit,
        ours: f64,
        theirs: f64,
        reach: Reach,
    ) -> Self {
        Self::of_series([what, against], unit, &[ours], &[theirs], reach)
    }

    /// A row without a comparison.
    pub fn without([what, against]: [&str; 2], reach: Reach, why: &str) -> Self {
        Self {
            what: what.to_owned(),
            against: against.to_owned(),
            ours: None,
            theirs: None,
            ratio: None,
            reach,
            without: Some(why.to_owned()),
        }
    }

    /// What names the row, in `benches/reasons.toml` too.
    pub fn name(&self) -> String {
        format!("{} / {}", self.what, self.against)
    }

    /// Whether the line was reached; `None` where there is none, or nothing to hold against it.
    pub fn is_reached(&self) -> Option<bool> {
        let ratio = || Some(self.ratio?.median);
        match self.reach {
            Reach::Ratio(most) => Some(ratio()? <= most),
            Reach::Same(off) => Some((ratio()? - 1.0).abs() <= off),
            Reach::Ahead => Some(ratio()? < 1.0),
            Reach::Bytes(most) => Some(self.ours?.number <= most as f64),
            Reach::Nothing => None,
        }
    }

    fn cells(&self) -> [String; 7] {
        let figure =
            |figure: Option<Figure>| figure.map_or("–".to_owned(), |figure| figure.to_string());
        let verdict = match (self.is_reached(), &self.without) {
            (Some(true), _) => "reached",
            (Some(false), _) => "**missed**",
            (None, Some(why)) => why,
            (None, None) => "",
        };
        [
            self.what.clone(),
            self.against.clone(),
            figure(self.ours),
            figure(self.theirs),
            self.ratio.map_or("–".to_owned(), |ratio| ratio.to_string()),
            self.reach.to_string(),
            verdict.to_owned(),
        ]
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.unit {
            Unit::Nanoseconds => write!(f, "{} ns", Digits(self.number)),
            Unit::Milliseconds => write!(f, "{} ms", Digits(self.number)),
            Unit::Bytes => write!(f, "{} B", grouped(self.number as i64)),
            Unit::Instructions => write!(f, "{} instr", Digits(self.number)),
        }
    }
}

impl fmt::Display for Reach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Ratio(most) => write!(f, "≤ {most:.2} ×"),
            Self::Same(off) => write!(f, "1 ± {:.0} %", off * 100.0),
            Self::Ahead => write!(f, "< 1 ×"),
            Self::Bytes(most) => write!(f, "≤ {} B", grouped(most as i64)),
            Self::Nothing => Ok(()),
        }
    }
}

const HEAD: [&str; 7] = ["what", "against", "ours", "theirs", "ratio", "to reach", ""];

/// The rows as a table of Markdown, in columns that are as wide as what they hold.
pub fn markdown(rows: &[Row]) -> String {
    let mut lines = vec![HEAD.map(str::to_owned)];
    lines.extend(rows.iter().map(Row::cells));
    let widths: [usize; 7] = std::array::from_fn(|column| {
        let width = |line: &[String; 7]| line[column].chars().count();
        lines.iter().map(width).max().unwrap_or_default().max(3)
    });
    let rule: [String; 7] = std::array::from_fn(|column| {
        let is_number = (2..=4).contains(&column);
        let dashes = "-".repeat(widths[column] - usize::from(is_number));
        if is_number { format!("{dashes}:") } else { dashes }
    });
    lines.insert(1, rule);
    let mut text = String::new();
    for line in lines {
        for (cell, width) in line.iter().zip(widths) {
            let blanks = " ".repeat(width - cell.chars().count());
            text += &format!("| {cell}{blanks} ");
        }
        text += "|\n";
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(ours: f64, theirs: f64, reach: Reach) -> Row {
        Row::of_series(["work", "other"], Unit::Nanoseconds, &[ours], &[theirs], reach)
    }

    #[test]
    fn a_line_is_reached_by_the_median() {
        let reached = |ours, theirs, reach| row(ours, theirs, reach).is_reached();
        assert_eq!(reached(1.05, 1.0, Reach::Ratio(1.05)), Some(true));
        assert_eq!(reached(1.06, 1.0, Reach::Ratio(1.05)), Some(false));
        assert_eq!(reached(0.94, 1.0, Reach::Same(0.05)), Some(false));
        assert_eq!(reached(1.0, 1.0, Reach::Ahead), Some(false));
        assert_eq!(reached(0.99, 1.0, Reach::Ahead), Some(true));
        assert_eq!(reached(8_200.0, 1.0, Reach::Bytes(8_200)), Some(true));
        assert_eq!(reached(8_201.0, 9_999.0, Reach::Bytes(8_200)), Some(false));
        assert_eq!(reached(1.0, 2.0, Reach::Nothing), None);
        let without = Row::without(["work", "g++"], Reach::Ahead, "no g++ here");
        assert_eq!(without.is_reached(), None);
    }

    #[test]
    fn the_table_says_what_missed_and_what_was_not_there() {
        let mut noisy = row(2.0, 1.0, Reach::Ahead);
        noisy.ratio = Some(Spread { low: 1.9, median: 2.0, high: 2.1 });
        let without = Row::without(["work", "g++"], Reach::Ahead, "no g++ here");
        let size = Row::of_counts(["a", "b"], Unit::Bytes, 8_200.0, 16_386.0, Reach::Bytes(8_200));
        assert_eq!(
            markdown(&[noisy, without, size]),
            "\
| what | against | ours    | theirs   | ratio            | to reach  |             |
| ---- | ------- | ------: | -------: | ---------------: | --------- | ----------- |
| work | other   | 2.00 ns | 1.00 ns  | 2.00 [1.90–2.10] | < 1 ×     | **missed**  |
| work | g++     | –       | –        | –                | < 1 ×     | no g++ here |
| a    | b       | 8,200 B | 16,386 B | 0.50             | ≤ 8,200 B | reached     |
"
        );
    }
}
