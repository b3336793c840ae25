//! `x.py frames`: what the frames of a program hold, as one page for a browser.
//!
//! The compiler tells it with `-Zprint-frames=json`, a line for each frame ([`Frame`] is what of it is
//! shown), and [`page`] draws it.

mod page;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde::Deserialize;

use crate::build::{Part, Workshop};
use crate::context::{Context, Flavour};
use crate::run;

/// A frame, as the compiler describes it. Places in lists are numbers from zero.
#[derive(Deserialize)]
pub struct Frame {
    pub name: String,
    pub kind: String,
    pub generics: Vec<Generic>,
    pub place: Place,
    pub size: u64,
    pub align: u64,
    pub tag: Extent,
    pub values: Vec<Value>,
    pub states: Vec<State>,
    pub fullest: u64,
    pub hints: Vec<Hint>,
    pub fullest_by_hints: u64,
}

#[derive(Deserialize)]
pub struct Generic {
    pub parameter: String,
    pub argument: String,
}

#[derive(Deserialize)]
pub struct Place {
    pub file: String,
    pub line: usize,
    pub column: usize,
}

#[derive(Clone, Copy, Deserialize)]
pub struct Extent {
    pub offset: u64,
    pub size: u64,
}

#[derive(Deserialize)]
pub struct Value {
    pub name: String,
    pub source: Option<String>,
    #[serde(rename = "type")]
    pub ty: String,
    #[serde(flatten)]
    pub extent: Extent,
    pub inlined: Option<Inlined>,
    pub overlaps: Vec<usize>,
    pub same_place: Vec<usize>,
}

#[derive(Deserialize)]
pub struct State {
    pub suspended: Option<SuspendPoint>,
    pub needs: u64,
    pub holds: Vec<Held>,
}

#[derive(Deserialize)]
pub struct SuspendPoint {
    pub form: String,
    pub place: Place,
    pub inlined: Option<Inlined>,
}

/// A function whose body became part of the one that awaits it, and where that does.
#[derive(Deserialize)]
pub struct Inlined {
    pub function: String,
    pub line: usize,
    pub column: usize,
}

#[derive(Deserialize)]
pub struct Held {
    pub value: usize,
    pub why: Why,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    Passed,
    Captured,
    Resumed,
    Used { at: Vec<Place> },
    Dropped { at: Place },
    Borrowed { at: Place, may_be_pointed_to: bool },
    DroppedWithFrame,
}

#[derive(Deserialize)]
pub struct Hint {
    pub text: String,
}

/// The whole of `x.py frames`: writes the page, and says where.
pub fn frames(ctx: &Context, file: &Path) -> Result<()> {
    if !file.is_file() {
        bail!("{} is no file: name a Rust program, such as examples/primes.rs", file.display());
    }
    let _lock = ctx.lock()?;
    let workshop = Workshop::open(ctx, Flavour::Fork)?;
    workshop.build(Part::Library)?;
    let frames = described(ctx, &workshop.program("rustc"), file)?;
    if frames.is_empty() {
        bail!("{} has no frames: name a program with generators or `async` bodies", file.display());
    }
    let page = written(ctx, file, &frames)?;
    println!("{}", page.display());
    Ok(())
}

/// Compiles a program, and reads what the compiler says of its frames.
fn described(ctx: &Context, rustc: &Path, file: &Path) -> Result<Vec<Frame>> {
    let (mut command, _) = run::compile(rustc, file, &ctx.build.join("frames"))?;
    let output =
        command.arg("-Zprint-frames=json").stderr(std::process::Stdio::inherit()).output()?;
    if !output.status.success() {
        bail!("{} does not compile: rustc says why above", file.display());
    }
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    lines.lines().map(read).collect()
}

fn read(line: &str) -> Result<Frame> {
    serde_json::from_str(line).with_context(|| {
        format!("rustc described a frame as {line}, which this tool cannot read: build both anew")
    })
}

fn written(ctx: &Context, file: &Path, frames: &[Frame]) -> Result<PathBuf> {
    let name = Path::new(file.file_name().expect("it is a file")).with_extension("html");
    let path = ctx.build.join("frames").join(name);
    std::fs::write(&path, page::page(&file.display().to_string(), frames))?;
    Ok(path)
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// What the compiler prints of a small program. That it does is a test of its own.
    const LINES: &str = include_str!("../../../tests/ui/generator/frame/print_frames_json.stdout");

    pub fn example() -> Vec<Frame> {
        LINES.lines().map(|line| read(line).unwrap()).collect()
    }

    #[test]
    fn what_the_compiler_prints_is_read() {
        let frames = example();
        assert_eq!(frames.len(), 2);
        let frame = &frames[0];
        assert_eq!((frame.size, frame.states.len(), frame.hints.len()), (4136, 3, 2));
        assert!(matches!(
            frame.states[1].holds[2].why,
            Why::Dropped { at: Place { line: 27, .. } }
        ));
        assert!(read("{}").is_err_and(|error| error.to_string().contains("build both anew")));
    }
}
