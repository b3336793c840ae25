//! `x.py bench`: native generators and our compiler beside what others have, in one run.
//!
//! A group is a subject with everything that it is compared with. Programs that are timed take turns
//! ([`rounds`]), ratios are taken round by round ([`spread`]), and every row of a table has a line to reach
//! ([`table`]). What comes of a group goes to `benches/RESULTS.md` ([`results`]) with a picture ([`plot`]),
//! unless the run was a quick one or with other compilers: then to `build/bench`.

mod check;
mod compile_time;
mod counter;
mod crates;
mod frames;
mod frames_of_crates;
mod lab;
mod machine;
mod plot;
pub mod record;
mod results;
mod rounds;
mod size;
mod spread;
mod synchronous;
mod table;
mod timed;

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::build::Part;
use crate::context::{Context, Flavour};
use crate::report::loud_step;
use lab::{Effort, Lab, found};
use plot::Plot;
use results::Told;
use table::{Row, markdown};

pub use check::check;

/// What a group came to.
pub struct Section {
    pub rows: Vec<Row>,
    pub plot: Option<Plot>,
    /// What is to be said beside the table.
    pub notes: Vec<String>,
}

/// A group, as it is named on the command line.
struct Group {
    name: &'static str,
    title: &'static str,
    run: fn(&Lab<'_>) -> Result<Section>,
    /// What of the toolchains it needs.
    part: Part,
}

static GROUPS: [Group; 8] = [
    Group {
        name: "iteration",
        title: "Values one after another, in nanoseconds for each.",
        run: |lab| timed::ITERATION.run(lab),
        part: Part::Library,
    },
    Group {
        name: "awaits",
        title: "Resumption of a chain of awaits by somebody who does not know what it resumes, in \
                nanoseconds for each.",
        run: |lab| timed::AWAITS.run(lab),
        part: Part::Library,
    },
    Group {
        name: "synchronous",
        title: "Code that is generic over its executor, run with `()`.",
        run: synchronous::run,
        part: Part::Library,
    },
    Group { name: "frames", title: "The sizes of frames.", run: frames::run, part: Part::Library },
    Group {
        name: "frames-of-crates",
        title: "The sizes of all frames of `async` in the test binaries of ten crates: the sum over those \
                that both compilers list.",
        run: frames_of_crates::run,
        part: Part::Library,
    },
    Group {
        name: "size",
        title: "What an embedded-style `async` program takes at `-Oz`, with `panic=abort` and fat LTO.",
        run: size::run,
        part: Part::BareMetal,
    },
    Group {
        name: "tasks",
        title: "Tasks on one thread, in nanoseconds for each task or round trip.",
        run: |lab| timed::TASKS.run(lab),
        part: Part::Library,
    },
    Group {
        name: "compile-time",
        title: "Compiling a crate alone, what it depends on being there; and a program of `async` functions, optimised.",
        run: compile_time::run,
        part: Part::Library,
    },
];

/// What a person asks for.
pub struct Options {
    pub names: Vec<String>,
    pub quick: bool,
    /// A compiler in place of ours.
    pub rustc: Option<PathBuf>,
    /// A compiler in place of the baseline.
    pub baseline: Option<PathBuf>,
}

impl Options {
    /// Whether what comes of it may stand in the repository.
    fn counts(&self) -> bool {
        !self.quick && self.rustc.is_none() && self.baseline.is_none()
    }
}

/// The whole of `x.py bench`.
pub fn bench(ctx: &Context, options: &Options) -> Result<()> {
    let chosen = choose(&options.names)?;
    let _lock = ctx.lock()?;
    let part = if chosen.iter().any(|group| group.part == Part::BareMetal) {
        Part::BareMetal
    } else {
        Part::Library
    };
    let ours = found(ctx, Flavour::Fork, options.rustc.as_deref(), part)?;
    let baseline = found(ctx, Flavour::Upstream, options.baseline.as_deref(), part)?;
    let compilers = [(ours.0.as_path(), ours.1.as_str()), (&baseline.0, &baseline.1)];
    let effort = if options.quick { Effort::QUICK } else { Effort::FULL };
    let lab = Lab::new(ctx, compilers, effort)?;
    chosen.into_iter().try_for_each(|group| measure(&lab, group, options))
}

/// The groups that are named; all of them, if none is.
fn choose(names: &[String]) -> Result<Vec<&'static Group>> {
    if let Some(unknown) =
        names.iter().find(|name| !GROUPS.iter().any(|group| group.name == **name))
    {
        bail!("there is no group {unknown}: name one of {}", group_names().join(", "));
    }
    let is_chosen =
        |group: &&Group| names.is_empty() || names.iter().any(|name| name == group.name);
    Ok(GROUPS.iter().filter(is_chosen).collect())
}

fn group_names() -> Vec<&'static str> {
    GROUPS.iter().map(|group| group.name).collect()
}

/// Measures a group and writes what comes of it, before the next one begins.
fn measure(lab: &Lab<'_>, group: &Group, options: &Options) -> Result<()> {
    let section = loud_step(format!("measure {}", group.name), || (group.run)(lab))?;
    println!("\n{}: {}\n\n{}", group.name, group.title, markdown(&section.rows));
    section.notes.iter().for_each(|note| println!("{note}"));

    let ctx = lab.ctx;
    let home = ctx.repository.join(lab::HOME);
    let folder = if options.counts() { home.clone() } else { ctx.build.join("bench") };
    let mut circumstances = vec![machine::description()];
    circumstances.extend(lab.versions());
    if lab.effort != Effort::FULL {
        circumstances.push("a quick run, whose figures mean nothing".to_owned());
    }
    let told = Told {
        group: group.name,
        title: group.title,
        command: &format!(
            "./x.py bench {}{}",
            group.name,
            if options.quick { " --quick" } else { "" }
        ),
        circumstances: &circumstances,
    };
    let reasons = results::reasons(&home.join("reasons.toml"))?;
    let text = results::render(&told, &section, &reasons);
    let file = folder.join(results::FILE);
    let old = fs::read_to_string(&file).unwrap_or_default();
    fs::write(&file, results::replaced(&old, &group_names(), group.name, &text))?;
    if let Some(plot) = &section.plot {
        plot.write(&folder.join(group.name).with_extension("svg"))?;
    }
    eprintln!("{}", ctx.shown(&file));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(names: &[&str]) -> Vec<&'static str> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        choose(&names).unwrap().iter().map(|group| group.name).collect()
    }

    #[test]
    fn groups_run_in_their_own_order_and_all_if_none_is_named() {
        assert_eq!(chosen(&["tasks", "iteration"]), ["iteration", "tasks"]);
        assert_eq!(chosen(&[]), group_names());
    }

    #[test]
    fn what_is_no_group_is_refused() {
        let error = choose(&["awaits".to_owned(), "waits".to_owned()]).err().unwrap().to_string();
        assert!(error.starts_with("there is no group waits: name one of iteration, awaits, "));
    }

    #[test]
    fn only_a_whole_run_with_the_compilers_that_are_built_here_counts() {
        let options = |quick, rustc| Options { names: Vec::new(), quick, rustc, baseline: None };
        assert!(options(false, None).counts());
        assert!(!options(true, None).counts());
        assert!(!options(false, Some(PathBuf::from("rustc"))).counts());
    }
}
