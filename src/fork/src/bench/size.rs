//! How large the machine code of an embedded-style program is.
//!
//! It is compiled for a microcontroller into one object, which LTO leaves nothing in that is not reached
//! from where the board starts. What of that goes to the board is counted: code, constants, and initial
//! values. Tables for unwinding do not.

use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};
use object::{Object as _, ObjectSection as _, SectionFlags, elf};

use super::Section;
use super::lab::{Compiler, HOME, Lab};
use super::table::{Reach, Row, Unit};
use crate::build::BARE_METAL;

const PROGRAM: &str = "size/firmware.rs";

const FLAGS: [&str; 4] = ["-Copt-level=z", "-Cpanic=abort", "-Ccodegen-units=1", "-Clto=fat"];

pub fn run(lab: &Lab<'_>) -> Result<Section> {
    let [ours, theirs] = [&lab.ours, &lab.baseline].map(|compiler| size(lab, compiler));
    let name = ["firmware of four tasks", "the baseline"];
    let row = Row::of_counts(name, Unit::Bytes, ours?, theirs?, Reach::Ratio(0.9));
    let note = format!("For {BARE_METAL}, `{}`.", FLAGS.join(" "));
    Ok(Section { rows: vec![row], plot: None, notes: vec![note] })
}

/// The size of the program with a compiler.
pub fn size(lab: &Lab<'_>, compiler: &Compiler) -> Result<f64> {
    if !compiler.has_bare_metal() {
        bail!(
            "{} has no core for {BARE_METAL}: name a rustc that has, or let x.py build one",
            compiler.version
        );
    }
    let object = compiler.folder.join("firmware.o");
    let mut command = Command::new(&compiler.rustc);
    command.args(["--edition", "2024", "--crate-type", "staticlib", "--emit", "obj"]);
    command.args(["--target", BARE_METAL]).args(FLAGS).arg("-o").arg(&object);
    command.arg(lab.ctx.repository.join(HOME).join(PROGRAM));
    let output = command.stdin(Stdio::null()).output()?;
    if !output.status.success() {
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
        bail!("{HOME}/{PROGRAM} does not compile: the compiler says why above");
    }
    let bytes = fs::read(&object)?;
    loaded(&bytes).with_context(|| format!("{} cannot be read", lab.ctx.shown(&object)))
}

/// The bytes of an object that go to the board.
fn loaded(object: &[u8]) -> Result<f64> {
    let file = object::File::parse(object)?;
    let mut bytes = 0;
    for section in file.sections() {
        let SectionFlags::Elf { sh_flags } = section.flags() else { continue };
        let is_loaded = sh_flags & u64::from(elf::SHF_ALLOC) != 0;
        let is_unwinding = section.name()?.starts_with(".ARM.ex");
        let is_empty_there = section.kind() == object::SectionKind::UninitializedData;
        if is_loaded && !is_unwinding && !is_empty_there {
            bytes += section.size();
        }
    }
    if bytes == 0 {
        bail!("it has nothing that is loaded");
    }
    Ok(bytes as f64)
}
