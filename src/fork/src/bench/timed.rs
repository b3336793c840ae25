//! The groups that measure time: programs that do the same, one of them with native generators.

use anyhow::{Result, bail};

use super::Section;
use super::lab::{Lab, With};
use super::plot::{Line, Plot};
use super::rounds::{Case, Runner, measure};
use super::spread::Spread;
use super::table::{Reach, Row, Unit};

/// Such a group.
pub struct Timed {
    /// The name of its package, too.
    pub name: &'static str,
    /// What a unit of its work is.
    pub unit: &'static str,
    /// The programs, ours first.
    pub subjects: &'static [Subject],
    pub cases: &'static [Case],
    /// Cases of ours that are compared with each other: the two, and the line.
    pub within: &'static [(&'static str, &'static str, Reach)],
}

/// A program, and what ours is to reach beside it.
pub struct Subject {
    pub name: &'static str,
    pub with: With,
    pub reach: Reach,
}

const fn ours(program: &'static str) -> Subject {
    Subject { name: "native generators", with: With::Ours(program), reach: Reach::Nothing }
}

const fn rival(name: &'static str, with: With) -> Subject {
    Subject { name, with, reach: Reach::Ahead }
}

const fn case(name: &'static str, title: &'static str, units: u64) -> Case {
    Case { name, title, units }
}

pub static ITERATION: Timed = Timed {
    name: "iteration",
    unit: "value",
    subjects: &[
        ours("iteration_ours"),
        Subject {
            name: "hand-written",
            with: With::Baseline("by_hand"),
            reach: Reach::Ratio(1.05),
        },
        rival("gen blocks", With::Baseline("gen_blocks")),
        rival("g++ coroutines", With::Gcc("coroutines.cpp")),
        rival("genawaiter", With::Baseline("with_genawaiter")),
        rival("corosensei", With::Baseline("with_corosensei")),
    ],
    cases: &[
        case("filtered-count", "filtered count", 1 << 25),
        case("fibonacci", "Fibonacci", 1 << 27),
        case("run-length", "run-length decode", 1 << 25),
        case("merge", "merge of two", 1 << 23),
        case("tree-walk", "tree walk", 1 << 22),
        case("delegation", "8 levels of delegation", 1 << 27),
    ],
    within: &[],
};

pub static AWAITS: Timed = Timed {
    name: "awaits",
    unit: "resumption",
    subjects: &[
        ours("awaits_ours"),
        rival("async", With::Baseline("async_fn")),
        rival("g++ coroutines", With::Gcc("coroutines.cpp")),
    ],
    cases: &[
        case("depth-1", "1 await", 1 << 24),
        case("depth-4", "4 awaits", 1 << 23),
        case("depth-16", "16 awaits", 1 << 23),
        case("depth-64", "64 awaits", 1 << 23),
    ],
    within: &[("depth-64", "depth-1", Reach::Ratio(1.25))],
};

pub static TASKS: Timed = Timed {
    name: "tasks",
    unit: "task or round trip",
    subjects: &[
        ours("tasks_ours"),
        rival("tokio current-thread", With::Baseline("on_tokio")),
        rival("futures LocalPool", With::Baseline("on_local_pool")),
    ],
    cases: &[
        case("spawn", "spawn and run 1,000,000 tasks", 1_000_000),
        case("ping-pong", "ping-pong of two tasks", 1_000_000),
    ],
    within: &[],
};

/// A program that was made, or why it was not.
type Made = Result<Runner, &'static str>;

impl Timed {
    pub fn run(&self, lab: &Lab<'_>) -> Result<Section> {
        let made = self.programs(lab)?;
        if let Err(why) = &made[0] {
            bail!("ours of benches/{} {why}: the compiler says why above", self.name);
        }
        let (places, runners) = present(made);
        let series = measure(&runners, self.cases, lab.effort)?;
        // By case and subject, where there is something.
        let of = |case: usize, subject: usize| match &places[subject] {
            Ok(place) => Ok(series[case][*place].as_slice()),
            Err(why) => Err(*why),
        };
        Ok(Section { rows: self.rows(&of), plot: Some(self.plot(&of)), notes: Vec::new() })
    }

    /// Makes all programs, each with its compiler.
    pub fn programs(&self, lab: &Lab<'_>) -> Result<Vec<Made>> {
        let made = self.subjects.iter().map(|subject| {
            let program = lab.program(self.name, subject.with)?;
            Ok(program.map(|program| Runner { name: subject.name, program }))
        });
        made.collect()
    }

    fn rows<'a>(&self, of: &Series<'a, '_>) -> Vec<Row> {
        let mut rows = Vec::new();
        for (place, case) in self.cases.iter().enumerate() {
            for (number, subject) in self.subjects.iter().enumerate().skip(1) {
                let name = [case.title, subject.name];
                rows.push(match (of(place, 0), of(place, number)) {
                    (Ok(ours), Ok(theirs)) => {
                        Row::of_series(name, Unit::Nanoseconds, ours, theirs, subject.reach)
                    }
                    (_, theirs) => {
                        Row::without(name, subject.reach, theirs.err().unwrap_or_default())
                    }
                });
            }
        }
        let place = |name| self.cases.iter().position(|case| case.name == name).unwrap_or_default();
        for (one, other, reach) in self.within {
            let (one, other) = (place(*one), place(*other));
            let name = [self.cases[one].title, &format!("{}, ours", self.cases[other].title)];
            if let (Ok(ours), Ok(theirs)) = (of(one, 0), of(other, 0)) {
                rows.push(Row::of_series(name, Unit::Nanoseconds, ours, theirs, *reach));
            }
        }
        rows
    }

    fn plot<'a>(&self, of: &Series<'a, '_>) -> Plot {
        let spread = |case, subject| Spread::of(of(case, subject).ok()?.iter().copied());
        let line = |(place, case): (usize, &Case)| Line {
            what: case.title.to_owned(),
            spreads: (0..self.subjects.len()).map(|subject| spread(place, subject)).collect(),
        };
        Plot {
            title: format!("{}: less is better", self.name),
            axis: format!("nanoseconds for each {}", self.unit),
            subjects: self.subjects.iter().map(|subject| subject.name.to_owned()).collect(),
            lines: self.cases.iter().enumerate().map(line).collect(),
            mark: None,
        }
    }
}

/// What was measured, by case and subject, or why nothing was.
type Series<'a, 'f> = dyn Fn(usize, usize) -> Result<&'a [f64], &'static str> + 'f;

/// The programs that there are, and where among them each subject is.
pub fn present(made: Vec<Made>) -> (Vec<Result<usize, &'static str>>, Vec<Runner>) {
    let mut runners = Vec::new();
    let places = made.into_iter().map(|made| {
        runners.push(made?);
        Ok(runners.len() - 1)
    });
    (places.collect(), runners)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rival_has_a_row_and_one_that_is_not_there_says_why() {
        let of = |case: usize, subject: usize| match (case, subject) {
            (_, 2) => Err("no g++"),
            (3, 0) => Ok([1.2].as_slice()),
            (_, 0) => Ok([1.0].as_slice()),
            _ => Ok([2.0].as_slice()),
        };
        let rows = AWAITS.rows(&of);
        let names: Vec<String> = rows.iter().map(Row::name).collect();
        assert_eq!(names.len(), 9);
        assert_eq!(names[..2], ["1 await / async", "1 await / g++ coroutines"]);
        assert_eq!(rows[0].is_reached(), Some(true));
        assert_eq!(rows[1].without.as_deref(), Some("no g++"));
        assert_eq!(names[8], "64 awaits / 1 await, ours");
        assert_eq!(rows[8].ratio, Some(Spread::exact(1.2)));
        assert_eq!(rows[8].is_reached(), Some(true));
        let plot = AWAITS.plot(&of);
        assert_eq!(plot.lines[0].spreads[2], None);
    }
}
