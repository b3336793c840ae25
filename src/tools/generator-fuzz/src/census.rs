//! How many programs have each of the things that the comparison is for.

use crate::program::Program;
use crate::render;

/// What there is to be found, and in what of the text of a generator it shows, where `#` stands for any
/// number. Where several pieces of text are named, one of them is enough.
const FEATURES: &[(&str, &[&str])] = &[
    ("yield", &["(yield ", "<Probe>(yield "]),
    ("await", &["(await pause", ").await"]),
    ("await of another body", &["(await g", "(await Trio::g"]),
    ("await for", &["await for "]),
    ("yield..", &["(yield.. g", "(yield.. Trio::g"]),
    ("a boxed frame", &[".into_box()"]),
    ("recursion", &["(depth - 1"]),
    ("a frame in a variable", &[".next()"]),
    ("a generator closure with captures", &["(yield.. (|", "(await (|"]),
    ("a closure as the body", &["fn hint<"]),
    ("a method", &["impl Trio {"]),
    ("a static body", &["=> static impl "]),
    ("face Iterator", &["=> impl Iterator<"]),
    ("face AsyncIterator", &["AsyncIterator<Item"]),
    ("face core Future", &["core::future::Future<Output"]),
    ("face Generator", &["impl Generator<"]),
    ("face Stream", &["impl Stream<"]),
    ("face Future", &["impl Future<"]),
    ("a nested block", &["{\n    let", "= {\n", "({\n"]),
    ("loop", &["loop {"]),
    ("while", &["while "]),
    ("while let", &["while let "]),
    ("for", &[" in [", " in vec!["]),
    ("break with a value", &["break 'l# "]),
    ("break", &["break 'l#;"]),
    ("continue", &["continue 'l"]),
    ("early return", &["return Ok(", "return Err(", "return finish("]),
    ("?", &["?)"]),
    ("match", &["match "]),
    ("match with a guard", &[") if "]),
    ("match that binds by reference", &["ref x#"]),
    ("match that moves a part of a variable", &[", .. } if "]),
    ("alternatives in a pattern", &["| (None, Some("]),
    ("let else", &[") else {"]),
    ("a lazy operator", &["&& ", "|| "]),
    ("a partial move", &["x#.0", "x#.1", "x#.a", "x#.b", "x#.c", "self.a", "self.b", "self.c"]),
    ("a move into a closure", &["move || two("]),
    ("a closure that borrows", &["= || look("]),
    ("a closure that borrows mutably", &[" = || x# += "]),
    ("a closure with statements", &[".hand_to(|"]),
    ("a panic of the body's own", &["fail("]),
    ("a shared loan", &["= &x#", "= &probe(", "= &("]),
    ("a mutable loan", &["= &mut x"]),
    ("a loan with a destructor", &["= guard(&"]),
    ("a loan of a rest", &["let rest = &"]),
    ("a loan of what is set on one way", &["let rest = if "]),
    ("a loan of what is not in the frame", &["&'static mut ", "lent()"]),
    ("a reborrow of what is not in the frame", &["= &mut *"]),
    ("a compound assignment", &[" += "]),
    ("late initialisation", &["let mut x#: Probe;"]),
    ("formatting macro", &["written(format!("]),
    ("functional record update", &["..("]),
];

/// How many of the programs have each feature.
pub fn census(programs: &[Program]) -> Vec<(&'static str, usize)> {
    let texts: Vec<String> = programs.iter().map(render::generators).collect();
    let has = |text: &&String, pieces: &[&str]| pieces.iter().any(|piece| contains(text, piece));
    FEATURES
        .iter()
        .map(|(name, pieces)| (*name, texts.iter().filter(|text| has(text, pieces)).count()))
        .collect()
}

/// Whether a piece of text occurs, in which a `#` stands for a number.
fn contains(text: &str, piece: &str) -> bool {
    let (start, end) = match piece.split_once('#') {
        Some(halves) => halves,
        None => return text.contains(piece),
    };
    text.match_indices(start).any(|(at, _)| {
        let rest = &text[at + start.len()..];
        let number = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
        number.len() < rest.len() && starts_with(number, end)
    })
}

/// The same at the beginning of a text.
fn starts_with(text: &str, piece: &str) -> bool {
    match piece.split_once('#') {
        None => text.starts_with(piece),
        Some((start, end)) => text.strip_prefix(start).is_some_and(|rest| {
            let number = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
            number.len() < rest.len() && starts_with(number, end)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grow::grow;

    /// One program in twenty, at least.
    #[test]
    fn every_feature_grows() {
        let programs: Vec<Program> = (0..300).map(grow).collect();
        let rare: Vec<_> = census(&programs).into_iter().filter(|(_, count)| *count < 15).collect();
        assert_eq!(rare, []);
    }

    #[test]
    fn numbers_are_any() {
        assert!(contains("break 'l12 x", "break 'l# "));
        assert!(!contains("break 'l12;", "break 'l# "));
        assert!(!contains("break 'l ", "break 'l# "));
        assert!(contains("let mut x3 = || x3 += 1", " = || x# += "));
        assert!(!contains("what is not there", "x#"));
    }
}
