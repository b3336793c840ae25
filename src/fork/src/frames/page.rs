//! The page that `x.py frames` makes: each frame drawn to scale, a row for each of its states.
//!
//! It is one file that needs no other, and no script. What comes from the program is text: [`maud`]
//! escapes it.

use std::collections::HashMap;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Extent, Frame, Held, Inlined, Place, State, Value, Why};

const STYLE: &str = include_str!("page.css");

/// Up to how many states all of them are unfolded from the start.
const FEW: usize = 6;

/// Draws all frames of a program.
pub fn page(program: &str, frames: &[Frame]) -> String {
    let links = Links::new(frames);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Frames of " (program) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { "Frames of " code { (program) } }
                (overview(frames))
                @for (number, frame) in frames.iter().enumerate() {
                    (section(number, frame, &links))
                }
            }
        }
    };
    page.into_string()
}

/// Where the frame of a type is on the page, if the type says which frame it is.
struct Links<'a>(HashMap<&'a str, Option<usize>>);

impl<'a> Links<'a> {
    fn new(frames: &'a [Frame]) -> Self {
        let mut links = HashMap::new();
        for (number, frame) in frames.iter().enumerate() {
            // Two instantiations can have one name.
            links
                .entry(frame.name.as_str())
                .and_modify(|link| *link = None)
                .or_insert(Some(number));
        }
        Self(links)
    }

    fn ty(&self, ty: &str) -> Markup {
        html! {
            @match self.0.get(ty) {
                Some(Some(number)) => a href={ "#frame-" (number) } { code { (ty) } },
                _ => code { (ty) },
            }
        }
    }
}

fn overview(frames: &[Frame]) -> Markup {
    let largest = frames.iter().map(|frame| frame.size).max().unwrap_or(1);
    html! {
        table.overview {
            thead { tr { th { "frame" } th { "of" } th.number { "bytes" } th {} } }
            tbody {
                @for (number, frame) in frames.iter().enumerate() {
                    tr {
                        td { a href={ "#frame-" (number) } { code { (frame.name) } } (generics(frame)) }
                        td { (frame.kind_in_words()) }
                        td.number { (grouped(frame.size)) }
                        td.gauge { div style={ "width:" (percent(frame.size, largest)) } {} }
                    }
                }
            }
        }
    }
}

impl Frame {
    fn kind_in_words(&self) -> Markup {
        words(&self.kind)
    }
}

fn generics(frame: &Frame) -> Markup {
    html! {
        @for generic in &frame.generics {
            " " span.generic { code { (generic.parameter) " = " (generic.argument) } }
        }
    }
}

fn section(number: usize, frame: &Frame, links: &Links<'_>) -> Markup {
    let Place { file, line, column } = &frame.place;
    html! {
        section id={ "frame-" (number) } {
            h2 { code { (frame.name) } (generics(frame)) }
            p.facts {
                strong { (bytes(frame.size)) }
                ", alignment " (frame.align) ", a " (frame.kind_in_words())
                " at " code { (file) ":" (line) ":" (column) }
                ". The fullest state needs " (grouped(frame.fullest)) " of them."
            }
            (hints(frame))
            (drawing(frame))
            @for (state, number) in frame.states.iter().zip(0..) {
                (details(frame, state, is_unfolded(frame, number), links))
            }
        }
    }
}

fn is_unfolded(frame: &Frame, state: usize) -> bool {
    frame.states.len() <= FEW || frame.states[state].needs == frame.fullest
}

fn hints(frame: &Frame) -> Markup {
    html! {
        @if !frame.hints.is_empty() {
            div.hints {
                strong { "What would make it smaller" }
                ul { @for hint in &frame.hints { li { (words(&hint.text)) } } }
                "The fullest state would need " (bytes(frame.fullest_by_hints)) " then."
            }
        }
    }
}

/// A row for each state, over one scale of bytes.
fn drawing(frame: &Frame) -> Markup {
    html! {
        div.drawing {
            div.row.scale {
                div {}
                div.track {
                    @for tick in ticks(frame.size) {
                        span style={ "left:" (percent(tick, frame.size)) } { (grouped(tick)) }
                    }
                }
            }
            @for state in &frame.states {
                div.row {
                    div.state {
                        span { (title(frame, state)) }
                        span.needs { (grouped(state.needs)) }
                    }
                    div.track {
                        @for held in &state.holds { (bar(frame, held)) }
                        (tag(frame))
                    }
                }
            }
        }
        p.legend {
            span.key.used {} "used again "
            span.key.left-over {} "held, but not used again "
            span.key.tag {} "the number of the state "
            span.key.free {} "free in this state"
        }
    }
}

/// Which state it is.
fn title(frame: &Frame, state: &State) -> Markup {
    html! {
        @match &state.suspended {
            None => "not started",
            Some(point) => {
                (words(&point.form)) " at " (at(frame, &point.place))
                @if let Some(inlined) = &point.inlined { " in " (part_of(inlined)) }
            },
        }
    }
}

fn tag(frame: &Frame) -> Markup {
    let bytes = range(frame.tag);
    html! {
        div.bar.tag style=(extent(frame.tag, frame.size)) title={ (bytes) " the number of the state" } {}
    }
}

fn bar(frame: &Frame, held: &Held) -> Markup {
    let value = &frame.values[held.value];
    let class = if held.why.is_left_over() { "bar left-over" } else { "bar used" };
    let style = format!("{};--hue:{}", extent(value.extent, frame.size), hue(frame, held.value));
    let title = format!("{} {}: {}", range(value.extent), plain(&value.name), value.ty);
    html! {
        @if value.extent.size != 0 {
            div class=(class) style=(style) title=(title) { (plain(&value.name)) }
        }
    }
}

impl Why {
    /// Whether the value is there without being used again by its name.
    fn is_left_over(&self) -> bool {
        matches!(self, Self::Dropped { .. } | Self::Borrowed { .. } | Self::DroppedWithFrame)
    }
}

/// The values of a state, one by one.
fn details(frame: &Frame, state: &State, is_unfolded: bool, links: &Links<'_>) -> Markup {
    html! {
        details open[is_unfolded] {
            summary { (title(frame, state)) ": " (bytes(state.needs)) }
            @if state.holds.is_empty() {
                p { "It holds nothing." }
            } @else {
                table.values {
                    thead {
                        tr {
                            th.number { "bytes" } th.number { "at" } th { "value" } th { "type" }
                            th { "why it is held" } th { "has bytes in common with" }
                        }
                    }
                    tbody { @for held in &state.holds { (line(frame, held, links)) } }
                }
            }
        }
    }
}

fn line(frame: &Frame, held: &Held, links: &Links<'_>) -> Markup {
    let value = &frame.values[held.value];
    html! {
        tr {
            td.number { (grouped(value.extent.size)) }
            td.number { (range(value.extent)) }
            td {
                span.swatch style={ "--hue:" (hue(frame, held.value)) } {} (words(&value.name))
                @if let Some(source) = &value.source { " " code.source { (source) } }
                @if let Some(inlined) = &value.inlined { " of " (part_of(inlined)) }
            }
            td { (links.ty(&value.ty)) }
            td { (because(frame, &held.why)) }
            td {
                (names(frame, &value.overlaps))
                @if !value.same_place.is_empty() {
                    @if !value.overlaps.is_empty() { "; " }
                    "moves to or from " (names(frame, &value.same_place))
                }
            }
        }
    }
}

/// A function that became part of another one.
fn part_of(Inlined { function, line, column }: &Inlined) -> Markup {
    html! { code { (function) } " from " span.place { (line) ":" (column) } }
}

fn names(frame: &Frame, values: &[usize]) -> Markup {
    html! {
        @for (nth, &value) in values.iter().enumerate() {
            @if nth != 0 { ", " }
            (words(&frame.values[value].name))
        }
    }
}

fn because(frame: &Frame, why: &Why) -> Markup {
    html! {
        @match why {
            Why::Passed => "passed by the caller",
            Why::Captured => "passed by the caller, and stays for good",
            Why::Resumed => "resumed here",
            Why::Used { at: places } => {
                "used again at "
                @for (nth, place) in places.iter().enumerate() {
                    @if nth != 0 { ", " }
                    (at(frame, place))
                }
            },
            Why::Dropped { at: place } => { "only dropped, at " (at(frame, place)) },
            Why::Borrowed { at: place, may_be_pointed_to } => {
                "borrowed at " (at(frame, place)) " and not used by its name again; "
                @if *may_be_pointed_to { "something that is held may point to it" }
                @else { "nothing that is held can point to it" }
            },
            Why::DroppedWithFrame => "needed when the frame is dropped",
        }
    }
}

/// A place by its line and column, and its file if that is not the frame's.
fn at(frame: &Frame, place: &Place) -> Markup {
    html! {
        span.place {
            @if place.file != frame.place.file { (place.file) ":" }
            (place.line) ":" (place.column)
        }
    }
}

/// A phrase with code between backticks.
fn words(phrase: &str) -> Markup {
    html! {
        @for (nth, part) in phrase.split('`').enumerate() {
            @if nth % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

fn plain(phrase: &str) -> String {
    phrase.replace('`', "")
}

/// The colour of a value: its own, but the same for all that lies in its place while it moves on.
fn hue(frame: &Frame, value: usize) -> usize {
    let Value { same_place, .. } = &frame.values[value];
    let first = same_place.iter().copied().chain([value]).min().unwrap_or(value);
    // Multiples of the golden angle are far from each other.
    first * 137 % 360
}

fn extent(Extent { offset, size }: Extent, of: u64) -> String {
    format!("left:{};width:{}", percent(offset, of), percent(size, of))
}

fn percent(part: u64, whole: u64) -> String {
    format!("{:.4}%", part as f64 * 100.0 / whole.max(1) as f64)
}

fn range(Extent { offset, size }: Extent) -> String {
    format!("{offset}..{}", offset + size)
}

/// Where the scale has its numbers: at round ones, some five of them, with room for the last one.
fn ticks(size: u64) -> Vec<u64> {
    let mut step = 1;
    while size / step > 6 {
        step *= 2;
    }
    let ticks = (0..=size / step).map(|nth| nth * step);
    ticks.filter(|&tick| tick == 0 || tick * 20 <= size * 19).collect()
}

fn bytes(count: u64) -> String {
    format!("{} byte{}", grouped(count), if count == 1 { "" } else { "s" })
}

/// A number with its thousands apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let head = digits.len() % 3;
    let groups = digits.as_bytes()[head..].chunks(3);
    let groups = groups.map(|group| String::from_utf8_lossy(group).into_owned());
    let head = (head != 0).then(|| digits[..head].to_owned());
    head.into_iter().chain(groups).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::super::tests::example;
    use super::*;

    #[test]
    fn the_page_shows_each_state_to_scale_and_needs_nothing_else() {
        let page = page("some.rs", &example());
        assert!(page.starts_with("<!DOCTYPE html>"));
        assert_eq!(page.matches("class=\"row\"").count(), 5, "a row for each state");
        assert!(
            page.contains("left:0.5803%;width:99.0329%"),
            "4,096 of 4,136 bytes, after the first 24"
        );
        for other in ["http", "<script", "<link", "url(", "@import"] {
            assert!(!page.contains(other), "{other}");
        }
    }

    #[test]
    fn what_comes_from_the_program_is_text() {
        let page = page("a<b>.rs", &example());
        assert!(!page.contains("<b>") && page.contains("a&lt;b&gt;.rs"));
        assert!(page.contains("<code>Guard&lt;&amp;str&gt;</code>"));
    }

    #[test]
    fn a_frame_within_a_frame_is_a_link() {
        let page = page("some.rs", &example());
        assert!(page.contains("<a href=\"#frame-1\"><code>{async fn body of read()}</code></a>"));
    }

    #[test]
    fn numbers_are_round_and_readable() {
        assert_eq!(ticks(4176), [0, 1024, 2048, 3072]);
        assert_eq!(ticks(5000), [0, 1024, 2048, 3072, 4096]);
        assert_eq!(ticks(3), [0, 1, 2]);
        assert_eq!(ticks(0), [0]);
        assert_eq!(["7", "1,234", "12,345,678"], [7, 1234, 12_345_678].map(grouped));
    }
}
