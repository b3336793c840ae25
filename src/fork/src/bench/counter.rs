//! Counting the instructions that a program executes: with `perf` where the machine lets it, else with
//! valgrind.

use std::ffi::OsStr;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};
use regex::Regex;

/// What counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counter {
    Perf,
    Valgrind,
}

impl Counter {
    /// The best that there is here, if any.
    pub fn find() -> Option<Self> {
        [Self::Perf, Self::Valgrind].into_iter().find(|counter| {
            which::which(counter.program()).is_ok() && counter.count(Command::new("true")).is_ok()
        })
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Perf => "instructions counted by perf",
            Self::Valgrind => "instructions counted by valgrind's cachegrind",
        }
    }

    fn program(self) -> &'static str {
        match self {
            Self::Perf => "perf",
            Self::Valgrind => "valgrind",
        }
    }

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Perf => &["stat", "--field-separator", ",", "--event", "instructions:u", "--"],
            Self::Valgrind => {
                &["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
            }
        }
    }

    /// Runs a command and counts the instructions of its process.
    pub fn count(self, command: Command) -> Result<f64> {
        let mut counted = Command::new(self.program());
        counted.args(self.arguments()).arg(command.get_program()).args(command.get_args());
        if let Some(folder) = command.get_current_dir() {
            counted.current_dir(folder);
        }
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => counted.env(name, value),
                None => counted.env_remove(name),
            };
        }
        let output = counted.stdin(Stdio::null()).stdout(Stdio::null()).output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            bail!("{} ended with {}:\n{said}", shown(&command), output.status);
        }
        self.read(&said).with_context(|| {
            format!("{} did not count: see what it says of `true`", self.program())
        })
    }

    /// The number in what the counter says.
    fn read(self, said: &str) -> Option<f64> {
        let pattern = match self {
            Self::Perf => r"(?m)^([0-9]+),[^,]*,instructions",
            Self::Valgrind => r"(?m)^==[0-9]+== I +refs: +([0-9,]+)",
        };
        let number = Regex::new(pattern).expect("a valid pattern").captures(said)?.get(1)?;
        number.as_str().replace(',', "").parse().ok()
    }
}

/// A command as a person sees it.
fn shown(command: &Command) -> String {
    let name = std::path::Path::new(command.get_program()).file_name().unwrap_or(OsStr::new("it"));
    name.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_read_out_of_what_the_counter_says() {
        let perf = "warning\n123456,,instructions:u,52110,100.00,,\n";
        assert_eq!(Counter::Perf.read(perf), Some(123_456.0));
        assert_eq!(Counter::Perf.read("<not supported>,,instructions:u,0,100.00,,\n"), None);
        let valgrind = "10.2 67\n==12251== \n==12251== I   refs:      4,036,098\n";
        assert_eq!(Counter::Valgrind.read(valgrind), Some(4_036_098.0));
        assert_eq!(Counter::Valgrind.read("==12251== I refs:        36,098\n"), Some(36_098.0));
    }
}
