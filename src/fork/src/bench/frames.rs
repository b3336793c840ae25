//! The sizes of frames, as programs print them: `async` functions with both compilers, and the same shapes
//! as native generators.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};

use super::Section;
use super::lab::{Compiler, HOME, Lab};
use super::plot::{Line, Plot};
use super::spread::Spread;
use super::table::{Reach, Row, Unit};

/// A shape: its name in the programs, what it is, and how many bytes it may take.
pub static SHAPES: [(&str, &str, u64); 6] = [
    ("argument", "an argument of 8,192 bytes", 8_200),
    ("ten-nested", "ten nested around a leaf with 8,192 bytes", 8_240),
    ("four-nested", "four nested around 65,536 bytes", 65_600),
    ("one-after-another", "512, 1,024, 2,048 bytes one after another", 2_060),
    ("arms", "four arms with 1 KiB each", 1_032),
    ("sixteen-nested", "sixteen nested with a number each", 200),
];

/// The programs of ours, and what they show.
pub const PROGRAMS: [(&str, &str); 3] = [
    ("async", "frames/async_fn.rs"),
    ("static", "frames/immovable.rs"),
    ("movable", "frames/movable.rs"),
];

pub fn run(lab: &Lab<'_>) -> Result<Section> {
    let baseline = sizes(lab, &lab.baseline, PROGRAMS[0].1)?;
    let ours: Vec<_> =
        PROGRAMS.iter().map(|(_, file)| sizes(lab, &lab.ours, file)).collect::<Result<_>>()?;
    let mut rows = Vec::new();
    let mut lines = Vec::new();
    for (shape, what, most) in SHAPES {
        let theirs = baseline[shape];
        for ((form, _), ours) in PROGRAMS.iter().zip(&ours) {
            let name = [&*format!("{what}: {form}"), "async of the baseline"];
            let reach = Reach::Bytes(most);
            rows.push(Row::of_counts(name, Unit::Bytes, ours[shape], theirs, reach));
        }
        let spreads = ours.iter().map(|ours| ours[shape]).chain([theirs]);
        let spreads = spreads.map(|bytes| Some(Spread::exact(bytes))).collect();
        lines.push(Line { what: shape.to_owned(), spreads });
    }
    let mut subjects: Vec<String> =
        PROGRAMS.iter().map(|(form, _)| format!("{form}, ours")).collect();
    subjects.push("async, baseline".to_owned());
    let plot = Plot {
        title: "frames: less is better".to_owned(),
        axis: "bytes".to_owned(),
        subjects,
        lines,
        mark: None,
    };
    Ok(Section { rows, plot: Some(plot), notes: Vec::new() })
}

/// The sizes that a program prints, by shape.
pub fn sizes(lab: &Lab<'_>, compiler: &Compiler, file: &str) -> Result<BTreeMap<String, f64>> {
    read(&lab.printed(compiler, file)?).with_context(|| format!("{HOME}/{file} is put wrong"))
}

fn read(text: &str) -> Result<BTreeMap<String, f64>> {
    let mut sizes = BTreeMap::new();
    for line in text.lines() {
        let Some((name, bytes)) = line.split_once(' ') else {
            bail!("{line:?} is no name and size");
        };
        sizes.insert(name.to_owned(), bytes.parse()?);
    }
    let missing = SHAPES.iter().find(|(shape, ..)| !sizes.contains_key(*shape));
    match missing {
        Some((shape, ..)) => bail!("it says nothing of {shape}"),
        None => Ok(sizes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_must_show_every_shape() {
        let mut text: String =
            SHAPES.iter().map(|(shape, _, most)| format!("{shape} {most}\n")).collect();
        assert_eq!(read(&text).unwrap()["arms"], 1_032.0);
        text = text.replace("arms", "legs");
        assert_eq!(read(&text).unwrap_err().to_string(), "it says nothing of arms");
    }
}
