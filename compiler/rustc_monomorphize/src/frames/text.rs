//! A frame in words.

use std::fmt::{self, Display, Formatter};

use super::{Extent, Frame, Held, Hint, Inlined, Place, State, SuspendPoint, Value, Why};

impl Display for Frame {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.name)?;
        for (nth, generic) in self.generics.iter().enumerate() {
            let before = if nth == 0 { " with" } else { "," };
            write!(f, "{before} {} = {}", generic.parameter, generic.argument)?;
        }
        let Place { file, line, column, .. } = &self.place;
        writeln!(f, " at {file}:{line}:{column}: {} bytes, alignment {}", self.size, self.align)?;
        write!(f, "    number of the state: {} {}", bytes(self.tag.size), Range(self.tag))?;
        if self.values.iter().any(|value| value.extent.contains(self.tag)) {
            write!(f, ", among bytes that what is there does not use")?;
        }
        writeln!(f)?;
        for state in &self.states {
            self.fmt_state(state, f)?;
        }
        writeln!(f, "    the fullest state needs {}", bytes(self.fullest))?;
        if !self.hints.is_empty() {
            writeln!(f, "    hints, by which it would need {}:", bytes(self.fullest_by_hints))?;
        }
        for Hint { text, .. } in &self.hints {
            writeln!(f, "        {text}")?;
        }
        Ok(())
    }
}

impl Frame {
    fn fmt_state(&self, state: &State, f: &mut Formatter<'_>) -> fmt::Result {
        match &state.suspended {
            None => write!(f, "    not started")?,
            Some(SuspendPoint { form, place, inlined }) => {
                write!(f, "    suspended by {form} at {}", line_and_column(self, place))?;
                if let Some(Inlined { function, line, column }) = inlined {
                    write!(f, " in `{function}`, awaited at {line}:{column}")?;
                }
            }
        }
        writeln!(f, ": {}", bytes(state.needs))?;
        for held in &state.holds {
            self.fmt_held(held, f)?;
        }
        Ok(())
    }

    fn fmt_held(&self, held: &Held, f: &mut Formatter<'_>) -> fmt::Result {
        let value = &self.values[held.value];
        let Value { name, ty, extent, .. } = value;
        write!(f, "        {} {name}", Range(*extent))?;
        if let Some(source) = &value.source {
            write!(f, ", `{source}`")?;
        }
        if let Some(Inlined { function, line, column }) = &value.inlined {
            write!(f, " of `{function}` at {line}:{column}")?;
        }
        writeln!(f, ": {ty}, {}", bytes(extent.size))?;
        write!(f, "            {}", self.because(&held.why))?;
        self.fmt_others("the same place as", &value.same_place, f)?;
        self.fmt_others("overlaps with", &value.overlaps, f)?;
        writeln!(f)
    }

    fn fmt_others(&self, what: &str, others: &[usize], f: &mut Formatter<'_>) -> fmt::Result {
        if others.is_empty() {
            return Ok(());
        }
        let names = others.iter().map(|&other| self.values[other].full_name());
        write!(f, "; {what} {}", listed(names.collect()))
    }

    /// Why a value is held, as a part of a sentence.
    fn because(&self, why: &Why) -> String {
        match why {
            Why::Passed => "was passed".to_owned(),
            Why::Captured => "was passed, and stays for good".to_owned(),
            Why::Resumed => "is resumed here".to_owned(),
            Why::Used { at } => {
                let places = at.iter().map(|place| line_and_column(self, place)).collect();
                format!("is used again at {}", listed(places))
            }
            Why::Dropped { at } => format!("is only dropped, at {}", line_and_column(self, at)),
            Why::Borrowed { at, may_be_pointed_to } => {
                let pointed_to = if *may_be_pointed_to { "may" } else { "cannot" };
                format!(
                    "is not used by name again, but was borrowed at {} and {pointed_to} be pointed to",
                    line_and_column(self, at)
                )
            }
            Why::DroppedWithFrame => "is needed when the frame is dropped".to_owned(),
        }
    }
}

impl Value {
    /// What to call it where nothing else says which function it belongs to.
    pub(super) fn full_name(&self) -> String {
        match &self.inlined {
            Some(Inlined { function, line, column }) => {
                format!("{} of `{function}` at {line}:{column}", self.name)
            }
            None => self.name.clone(),
        }
    }
}

/// From which byte to which.
struct Range(Extent);

impl Display for Range {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "[{}..{}]", self.0.offset, self.0.offset + self.0.size)
    }
}

fn bytes(count: u64) -> String {
    format!("{count} byte{}", if count == 1 { "" } else { "s" })
}

/// `a`, `b` and `c`.
fn listed(mut words: Vec<String>) -> String {
    let Some(last) = words.pop() else { return String::new() };
    if words.is_empty() { last } else { format!("{} and {last}", words.join(", ")) }
}

/// A place by its line, and its file if that is not the frame's.
pub(super) fn line(frame: &Frame, place: &Place) -> String {
    let Place { file, line, .. } = place;
    if *file == frame.place.file { format!("line {line}") } else { format!("{file}:{line}") }
}

fn line_and_column(frame: &Frame, place: &Place) -> String {
    let Place { file, line, column, .. } = place;
    if *file == frame.place.file {
        format!("{line}:{column}")
    } else {
        format!("{file}:{line}:{column}")
    }
}

/// Suspend points, for a sentence: "the `await` at line 3", "the `yield`s at lines 3, 4 and 9".
pub(super) fn across<'a>(frame: &Frame, points: impl Iterator<Item = &'a SuspendPoint>) -> String {
    let points: Vec<&SuspendPoint> = points.collect();
    let are_here = points.iter().all(|point| point.place.file == frame.place.file);
    let place = |place: &Place| {
        if are_here { place.line.to_string() } else { line(frame, place) }
    };
    let mut places: Vec<String> = points.iter().map(|point| place(&point.place)).collect();
    places.dedup();
    let before = match places.len() {
        _ if !are_here => "",
        1 => "line ",
        _ => "lines ",
    };
    let form = match &points[..] {
        [first, others @ ..] if others.iter().all(|other| other.form == first.form) => first.form,
        _ => "suspend point",
    };
    let s = if points.len() == 1 { "" } else { "s" };
    format!("the {form}{s} at {before}{}", listed(places))
}
