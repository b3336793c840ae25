//! What a test runner of Rust's said at its end: libtest, compiletest and bootstrap's rendering of both.

use std::sync::LazyLock;

use anyhow::{Result, bail};
use regex::Regex;

use super::{Run, Tally};

static SUMMARY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"test result: \S+ (\d+) passed; (\d+) failed; (\d+) ignored")
        .expect("a valid pattern")
});

/// Whether any test runner came to its end.
pub fn has_results(output: &str) -> bool {
    SUMMARY.is_match(output)
}

/// The names of the tests that failed, as every runner lists them before its summary.
pub fn failures(output: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut lines = output.lines();
    while lines.by_ref().any(|line| line == "failures:") {
        let listed = lines.by_ref().map_while(|line| line.strip_prefix("    "));
        names.extend(listed.map(str::to_owned));
    }
    names
}

/// The sums of all the summary lines. A run that failed without a failed test, or without any summary,
/// could not run.
pub fn tally((output, success): (String, bool)) -> Result<Tally> {
    let mut sum = Tally::default();
    for captures in SUMMARY.captures_iter(&output) {
        let number = |group: usize| captures[group].parse().unwrap_or(0);
        sum.passed += number(1);
        sum.failed += number(2);
        sum.ignored += number(3);
    }
    if success || sum.failed > 0 {
        return Ok(sum);
    }
    if sum.passed == 0 {
        bail!("what went wrong stands above");
    }
    // Some tests ran, and then something that is no test went wrong.
    sum.failed = 1;
    Ok(sum)
}

/// The same, with the names of those that failed said again at the end of the run.
pub fn tally_and_note(run: &mut Run<'_>, said: (String, bool)) -> Result<Tally> {
    run.notes.extend(failures(&said.0).iter().map(|name| format!("{name} FAILED")));
    tally(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_are_summed() {
        let output = "running 3 tests\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s\n\
                      test result: \u{1b}[31mFAILED\u{1b}[0m. 5 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(
            tally((output.to_owned(), false)).unwrap(),
            Tally { passed: 7, failed: 1, ignored: 1, known: 0 }
        );
    }

    #[test]
    fn failed_tests_are_named() {
        let output = "failures:\n\n---- a::b stdout ----\n    indented\n---- a::b stdout end ----\n\n\
                      failures:\n    a::b\n    src/lib.rs - C (line 3)\n\ntest result: FAILED.\n\
                      failures:\n    d\n\n    e\n";
        assert_eq!(failures(output), ["a::b", "src/lib.rs - C (line 3)", "d"]);
    }

    #[test]
    fn a_failure_without_a_failed_test_is_one() {
        let output = "test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured";
        assert_eq!(tally((output.to_owned(), false)).unwrap().failed, 1);
        assert!(tally(("error: no such file".to_owned(), false)).is_err());
    }
}
