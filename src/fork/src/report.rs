//! What a person sees of a run: each step, and how long it took, on standard error.
//!
//! Standard output belongs to what was asked for: the program of `run`, the results of `test`.

use std::fmt::Display;
use std::time::{Duration, Instant};

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};

/// Runs a step that prints nothing itself: a spinner while it lasts (on a terminal), its time at the end.
pub fn step<T>(what: impl Display, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    let spinner = ProgressBar::new_spinner().with_message(what.to_string());
    spinner.set_style(
        ProgressStyle::with_template("{spinner} {msg} ({elapsed})").expect("a valid template"),
    );
    spinner.enable_steady_tick(Duration::from_millis(120));
    let result = work();
    spinner.finish_and_clear();
    if result.is_ok() {
        eprintln!("{what}: {}", Took(start.elapsed()));
    }
    result
}

/// Runs a step that has its own progress to show: a line before it, and its time at the end.
pub fn loud_step<T>(what: impl Display, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    eprintln!("{what} ...");
    let result = work();
    let end = if result.is_ok() { "done" } else { "failed" };
    eprintln!("{what}: {end} after {}", Took(start.elapsed()));
    result
}

/// A duration for people: `0.4 s`, `12.0 s`, `21 min 5 s`.
pub struct Took(pub Duration);

impl Display for Took {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let seconds = self.0.as_secs();
        if seconds < 60 {
            return write!(f, "{:.1} s", self.0.as_secs_f64());
        }
        write!(f, "{} min {} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_people_say_them() {
        assert_eq!(Took(Duration::from_millis(412)).to_string(), "0.4 s");
        assert_eq!(Took(Duration::from_secs(1265)).to_string(), "21 min 5 s");
    }
}
