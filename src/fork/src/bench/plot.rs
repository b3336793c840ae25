//! What was measured as a picture: a line for each thing, and on it a dot for each subject, with its spread.

use std::path::Path;

use anyhow::{Result, anyhow};
use plotters::prelude::*;

use super::spread::{Spread, grouped};
use super::table::Row;

/// A picture, with the smaller the better to the left.
pub struct Plot {
    pub title: String,
    /// What the horizontal axis shows.
    pub axis: String,
    /// The subjects, ours first.
    pub subjects: Vec<String>,
    pub lines: Vec<Line>,
    /// Where a line is drawn across.
    pub mark: Option<f64>,
}

/// What one thing came to, by subject.
pub struct Line {
    pub what: String,
    pub spreads: Vec<Option<Spread>>,
}

const WIDTH: u32 = 960;
const LABELS: i32 = 200;
const LINE: i32 = 34;
const TOP: i32 = 64;
const BOTTOM: i32 = 64;
const RIGHT: i32 = 170;

const GRID: RGBColor = RGBColor(225, 225, 225);

const COLOURS: [RGBColor; 6] = [
    RGBColor(196, 30, 58),
    RGBColor(31, 97, 141),
    RGBColor(39, 132, 73),
    RGBColor(125, 60, 152),
    RGBColor(202, 111, 30),
    RGBColor(86, 101, 115),
];

impl Plot {
    /// A picture of the ratios of rows, with a mark where both sides are alike.
    pub fn of_ratios(group: &str, axis: &str, rows: &[Row]) -> Self {
        let line = |row: &Row| Line { what: row.what.clone(), spreads: vec![row.ratio] };
        Self {
            title: format!("{group}: less is better"),
            axis: axis.to_owned(),
            subjects: vec!["ours".to_owned()],
            lines: rows.iter().map(line).collect(),
            mark: Some(1.0),
        }
    }

    pub fn write(&self, path: &Path) -> Result<()> {
        self.draw(path).map_err(|error| {
            anyhow!("{} cannot be drawn ({error}): make its folder writable", path.display())
        })
    }

    /// Where the axis begins and ends: at the powers of ten around all numbers, or nearer.
    fn range(&self) -> (f64, f64) {
        let spreads = self.lines.iter().flat_map(|line| &line.spreads).flatten();
        let numbers = spreads.flat_map(|spread| [spread.low, spread.high]).chain(self.mark);
        let (least, most) = numbers
            .filter(|number| *number > 0.0)
            .fold((f64::INFINITY, 0.0), |(least, most), number| {
                (number.min(least), number.max(most))
            });
        if most == 0.0 { (0.1, 10.0) } else { (least / 1.3, most * 1.3) }
    }

    fn draw(&self, path: &Path) -> Result<(), Box<dyn std::error::Error + '_>> {
        let height = TOP + BOTTOM + LINE * self.lines.len() as i32;
        let area = SVGBackend::new(path, (WIDTH, height as u32)).into_drawing_area();
        area.fill(&WHITE)?;
        let (least, most) = self.range();
        let right = WIDTH as i32 - RIGHT;
        let across = |number: f64| {
            let part = (number / least).ln() / (most / least).ln();
            LABELS + (part * f64::from(right - LABELS)).round() as i32
        };
        let text = |size: i32| ("sans-serif", size).into_font();
        let bottom = height - BOTTOM;
        area.draw(&Text::new(self.title.as_str(), (16, 14), text(20)))?;
        area.draw(&Text::new(self.axis.as_str(), (LABELS, height - 24), text(14)))?;
        for tick in ticks(least, most) {
            let x = across(tick);
            area.draw(&PathElement::new([(x, TOP), (x, bottom)], GRID))?;
            let label = label(tick);
            let left = x - 4 * label.len() as i32;
            area.draw(&Text::new(label, (left, bottom + 8), text(13)))?;
        }
        if let Some(mark) = self.mark {
            let x = across(mark);
            area.draw(&PathElement::new([(x, TOP), (x, bottom)], BLACK.stroke_width(2)))?;
        }
        for (place, line) in self.lines.iter().enumerate() {
            let top = TOP + LINE * place as i32;
            area.draw(&PathElement::new([(16, top), (right, top)], GRID))?;
            let middle = top + LINE / 2;
            area.draw(&Text::new(line.what.as_str(), (16, middle - 7), text(14)))?;
            let count = line.spreads.len() as i32;
            for (number, spread) in line.spreads.iter().enumerate() {
                let Some(spread) = spread else { continue };
                let colour = COLOURS[number % COLOURS.len()];
                let y = middle + (2 * number as i32 - count + 1) * 2;
                let ends = [(across(spread.low), y), (across(spread.high), y)];
                area.draw(&PathElement::new(ends, colour.stroke_width(2)))?;
                area.draw(&Circle::new((across(spread.median), y), 4, colour.filled()))?;
            }
        }
        for (number, subject) in self.subjects.iter().enumerate() {
            let y = TOP + 8 + 22 * number as i32;
            let colour = COLOURS[number % COLOURS.len()];
            area.draw(&Circle::new((right + 20, y), 5, colour.filled()))?;
            area.draw(&Text::new(subject.as_str(), (right + 32, y - 7), text(14)))?;
        }
        area.present()?;
        Ok(())
    }
}

/// Where the axis is labelled: at tenths, if it is short, else at one, two and five times the powers of ten,
/// and if it is long at these alone.
fn ticks(least: f64, most: f64) -> Vec<f64> {
    if most / least < 4.0 {
        let tenths = (least * 10.0).ceil() as i64..=(most * 10.0).floor() as i64;
        return tenths.map(|tenth| tenth as f64 / 10.0).collect();
    }
    let steps: &[f64] = if most / least > 1_000.0 { &[1.0] } else { &[1.0, 2.0, 5.0] };
    let powers = least.log10().floor() as i32..=most.log10().ceil() as i32;
    let ticks = powers.flat_map(|power| steps.iter().map(move |step| step * 10f64.powi(power)));
    ticks.filter(|tick| (least..=most).contains(tick)).collect()
}

/// A round number, without digits that say nothing.
fn label(tick: f64) -> String {
    if tick >= 1_000.0 {
        return grouped(tick.round() as i64);
    }
    format!("{tick:.4}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plot_names_all_that_it_shows() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plot.svg");
        let spread = |median: f64| Some(Spread { low: median / 2.0, median, high: median * 2.0 });
        let plot = Plot {
            title: "A & B".to_owned(),
            axis: "ns".to_owned(),
            subjects: vec!["ours".to_owned(), "theirs".to_owned()],
            lines: vec![
                Line { what: "first".to_owned(), spreads: vec![spread(1.0), spread(3.0)] },
                Line { what: "second".to_owned(), spreads: vec![spread(0.5), None] },
            ],
            mark: Some(1.0),
        };
        plot.write(&path).unwrap();
        let svg = std::fs::read_to_string(path).unwrap();
        for word in ["A &amp; B", "ours", "theirs", "first", "second", "ns"] {
            assert!(svg.contains(word), "no {word} in {svg}");
        }
        // A dot for each of three numbers, and two in the legend.
        assert_eq!(svg.matches("<circle").count(), 5);
    }

    #[test]
    fn ticks_lie_within_the_axis() {
        assert_eq!(ticks(0.88, 1.22), [0.9, 1.0, 1.1, 1.2]);
        assert_eq!(ticks(0.4, 6.0), [0.5, 1.0, 2.0, 5.0]);
        assert_eq!(ticks(50.0, 2e6), [100.0, 1_000.0, 10_000.0, 100_000.0, 1_000_000.0]);
        assert_eq!([0.05, 0.5, 1.0, 20.0, 1e6].map(label), ["0.05", "0.5", "1", "20", "1,000,000"]);
    }
}
