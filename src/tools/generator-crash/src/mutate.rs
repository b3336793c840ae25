//! Mutants: tests whose tokens are moved, lost, doubled, exchanged and mixed with those of other tests.
//!
//! Most random edits of a text do not get past the parser. So a place is not only a run of any tokens: it
//! is as often a whole statement, item or bracketed group, and what is put there is as often of its own
//! kind. The phrases that are put in are those of the language's new forms, and what stands close to them.
//! And about half of the mutants get only edits that stay within a body, and that keep most of it in order:
//! those are what gets to machine code.

use std::ops::Range;
use std::sync::LazyLock;

use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use crate::compile::{WAYS, Ways};
use crate::corpus::{Corpus, EDITIONS, Setting, Test};
use crate::tokens::{Kind, Token, groups, in_code, lex, starts_item, units};

pub struct Mutant {
    /// The test that it was.
    pub origin: String,
    pub tokens: Vec<Token>,
    pub setting: Setting,
    /// In which ways machine code is made of it, if it comes so far.
    pub ways: Ways,
}

/// More would only slow the compiler down.
const LONGEST: usize = 6_000;

const FEATURES: [&str; 26] = [
    "native_generators",
    "gen_blocks",
    "coroutines",
    "coroutine_trait",
    "coroutine_clone",
    "yield_expr",
    "stmt_expr_attributes",
    "async_iterator",
    "async_for_loop",
    "async_fn_in_dyn_trait",
    "async_fn_track_caller",
    "never_type",
    "never_patterns",
    "impl_trait_in_assoc_type",
    "impl_trait_in_bindings",
    "type_alias_impl_trait",
    "return_type_notation",
    "unboxed_closures",
    "fn_traits",
    "unsized_fn_params",
    "specialization",
    "const_trait_impl",
    "generic_const_exprs",
    "min_generic_const_args",
    "explicit_tail_calls",
    "if_let_guard",
];

/// What makes the compiler look at a source in other ways.
const FLAGS: [&[&str]; 5] = [
    &["--crate-type=lib"],
    &["--test", "-Zpanic-abort-tests"],
    &["-Cinstrument-coverage", "-Zno-profiler-runtime"],
    &["-Wfuture-incompatible", "-Wrust-2021-compatibility", "-Wrust-2024-compatibility"],
    &["-Wunused", "-Wnonstandard-style", "-Wunreachable-pub", "-Wtail-expr-drop-order"],
];

/// What stands where a statement or an item can.
const STATEMENTS: &[&str] = &[
    "yield 1;",
    "yield;",
    "yield.. 0..3;",
    "await x;",
    "await async {};",
    "await for x in 0..3 { yield x; }",
    "'a: await for (a, b) in y { break 'a b; }",
    "let x;",
    "let x = yield;",
    "let x = ref executor;",
    "let ref mut x = yield 2;",
    "let Some(x) = yield else { return };",
    "let f = |x: u32| => { yield x; };",
    "let f = move || => { await x; };",
    "let f = async || { 1 };",
    "let g = #[coroutine] static || { yield 1; };",
    "let s = &mut String::new();",
    "let v = vec![1]; let r = &v; yield 1; drop(r);",
    "match x { y if yield => {} _ => {} }",
    "if let Some(x) = yield && true {}",
    "while let Some(x) = await y {}",
    "loop { yield 1 }",
    "loop {}",
    "for x in 0..3 { yield x }",
    "return;",
    "return x;",
    "break;",
    "continue;",
    "drop(x);",
    "x = x;",
    "x += yield 1;",
    "panic!();",
    "const { 1 };",
    "const C: u32 = { yield 1; 2 };",
    "static S: impl Sized = 1;",
    "struct S<'a, T: ?Sized>(&'a T);",
    "type I = impl Iterator<Item = u32>;",
    "async fn f() {}",
    "gen fn f() -> u32 { yield 1; }",
    "trait T { fn f(&self) => impl Iterator<Item = u32>; }",
    "impl<T> T { fn f(self) => impl Iterator<Item = u32> { yield 1; } }",
    "fn f<T>(x: T) => impl Iterator<Item = T> { yield x; }",
    "fn f<'a, E: Executor>(x: &'a str) => static impl Future<E, Return = &'a str> { x }",
    "fn f() => impl core::future::Future<Output = ()> { await f().into_box(); }",
    "fn f() => impl AsyncIterator<Item = impl Sized> { yield 1; }",
    "fn f() => impl Generator<Arg<u32>, Yield = u32, Return = !> + Clone { loop { yield 1; } }",
    "macro_rules! m { ($($t:tt)*) => { $($t)* } }",
    "m! { yield 1; }",
    "use super::*;",
    "use std::generator::*;",
    "#[inline]",
    "#[track_caller]",
    "#[derive(Clone, Debug)]",
    "#[cfg(any())]",
    "#[must_use]",
    "#[coroutine]",
    "#[deny(warnings, unused)]",
];

/// What stands where an expression, and some of it where a type or a pattern can.
const OPERANDS: &[&str] = &[
    "yield",
    "(yield 1)",
    "{ yield }",
    "(await x)",
    "(yield.. 0..3)",
    "ref executor",
    "&mut *ref executor",
    "|| => { yield 1; }",
    "async move { 1 }",
    "async || {}",
    "gen { yield 1; }",
    "[1; 3]",
    "[1; { yield 1; 2 }]",
    "(1, yield 2)",
    "return",
    "break",
    "continue",
    "loop {}",
    "{ 1 }",
    "const { 1 }",
    "unsafe { x }",
    "Box::pin(x)",
    "&x",
    "&mut x",
    "*x",
    "-x",
    "!x",
    "!",
    "_",
    "..",
    "()",
    "self",
    "Self",
    "Self::Item",
    "<T as Iterator>::Item",
    "impl Sized",
    "impl Iterator<Item = u32>",
    "dyn Iterator<Item = u32>",
    "&'static str",
    "&'_ mut T",
    "for<'a> fn(&'a u8) -> &'a u8",
    "[u8]",
    "[u8; N]",
    "u32",
    "T",
];

/// What goes on with an expression.
const ENDINGS: &[&str] = &[
    ".await",
    ".await?",
    "?",
    ".into_box()",
    ".into_core()",
    ".iter()",
    ".clone()",
    ".by_mut()",
    ".await.f",
    "[0]",
    "[yield]",
    "(yield 1)",
    "()",
    ".0",
    " as u8",
    " + yield 1",
    " && yield",
    "..",
    "::<T>",
    " = yield",
];

/// What changes the meaning of what it stands before.
const WORDS: &[&str] = &[
    "yield",
    "yield..",
    "await",
    "ref",
    "mut",
    "&",
    "&mut",
    "*",
    "static",
    "move",
    "async",
    "gen",
    "const",
    "unsafe",
    "extern \"C\"",
    "dyn",
    "impl",
    "=>",
    "=> static",
    "=> impl",
    "->",
    "pub",
    "'static +",
    "?Sized +",
    "for<'a>",
    "'a:",
    "where Self: Sized",
    "async move",
    "static move",
    "ref executor",
    "box",
    "become",
    "return",
    "break",
    "else",
];

/// Where a phrase can stand.
#[derive(Clone, Copy)]
enum Fits {
    Statement,
    Ending,
    Word,
}

struct Phrases {
    statements: Vec<Vec<Token>>,
    operands: Vec<Vec<Token>>,
    endings: Vec<Vec<Token>>,
    words: Vec<Vec<Token>>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let lexed = |phrases: &[&str]| phrases.iter().map(|phrase| lex(phrase)).collect();
    Phrases {
        statements: lexed(STATEMENTS),
        operands: lexed(OPERANDS),
        endings: lexed(ENDINGS),
        words: lexed(WORDS),
    }
});

/// The mutant of a number. Each has random numbers of its own, so that one can be had without the others.
pub fn mutant(corpus: &Corpus, seed: u64, number: u64) -> Mutant {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    rng.set_stream(number);
    // An error that a test is about hides what comes after it: most mutants are of those that have none.
    let passing: Vec<&Test> = corpus.tests.iter().filter(|test| test.passes).collect();
    let passing = passing.choose(&mut rng).copied().filter(|_| rng.random_bool(0.8));
    let test = passing.unwrap_or_else(|| one(&corpus.tests, &mut rng));
    let mut editor = Editor {
        tokens: test.tokens.clone(),
        setting: one(&test.settings, &mut rng).clone(),
        ways: *WAYS.choose(&mut rng).expect("there are some"),
        corpus,
        rng,
    };
    // Mostly few edits: the more there are, the less is left to look at behind the parser.
    let edit = if editor.rng.random() { Editor::edit } else { Editor::edit_gently };
    let mut edits = 1;
    while edits < 12 && editor.rng.random_bool(0.4) {
        edits += 1;
    }
    for _ in 0..edits {
        edit(&mut editor);
    }
    if editor.rng.random_bool(0.3) {
        editor.add_flags();
    }
    let Editor { tokens, setting, ways, .. } = editor;
    Mutant { origin: test.name.clone(), tokens, setting, ways }
}

fn one<'a, T>(from: &'a [T], rng: &mut ChaCha8Rng) -> &'a T {
    from.choose(rng).expect("a list that is never empty")
}

struct Editor<'a> {
    corpus: &'a Corpus,
    tokens: Vec<Token>,
    setting: Setting,
    ways: Ways,
    rng: ChaCha8Rng,
}

impl Editor<'_> {
    fn edit(&mut self) {
        match self.rng.random_range(0..100) {
            0..12 => self.delete(),
            12..20 => self.duplicate(),
            20..28 => self.swap(),
            28..46 => self.replace_word(),
            46..55 => self.splice(),
            55..75 => self.insert_phrase(),
            75..88 => self.replace_by_phrase(),
            88..94 => self.wrap(),
            94..95 => self.setting.edition = (*one(&EDITIONS, &mut self.rng)).to_owned(),
            95..97 => self.add_feature(),
            _ => self.drop_feature(),
        }
    }

    /// An edit after which what is left may well be in order.
    fn edit_gently(&mut self) {
        match self.rng.random_range(0..10) {
            0..4 => self.suspend(),
            4..7 => self.rename(),
            _ => self.rearrange(),
        }
    }

    /// A suspend point that there is already gets one more place close by, within an expression.
    fn suspend(&mut self) {
        let suspends = |unit: &Range<usize>| {
            let (first, last) = (&self.tokens[unit.start], &self.tokens[unit.end - 1]);
            unit.len() < 40 && (first.is("yield") || first.is("await")) && last.is(";")
        };
        let points: Vec<Range<usize>> = units(&self.tokens).into_iter().filter(suspends).collect();
        let Some(point) = points.choose(&mut self.rng).cloned() else { return };
        let is_whole = |index: &usize| {
            // Neither a piece of a path nor what is declared, and no type.
            let before = index.checked_sub(1).map_or("", |before| &self.tokens[before].text);
            let after = self.tokens.get(index + 1).map_or("", |after| &after.text);
            is_operand(&self.tokens[*index])
                && !self.tokens[*index].text.starts_with(char::is_uppercase)
                && !matches!(before, "::" | "." | "fn" | "let" | "mut" | "ref" | "for" | "use")
                && !matches!(after, "::" | "!" | ":")
        };
        let operands: Vec<usize> = self.around(&point).filter(is_whole).collect();
        let Some(&operand) = operands.choose(&mut self.rng) else { return };
        let mut block = lex("{");
        block.extend_from_slice(&self.tokens[point]);
        block.push(self.tokens[operand].clone());
        block.extend(lex("}"));
        self.put(operand..operand + 1, block);
    }

    /// A name or literal becomes another that stands close by.
    fn rename(&mut self) {
        let operands: Vec<usize> =
            (0..self.tokens.len()).filter(|&index| is_operand(&self.tokens[index])).collect();
        let Some(&at) = operands.choose(&mut self.rng) else { return };
        let is_alike = |index: &usize| {
            let (this, other) = (&self.tokens[at], &self.tokens[*index]);
            let is_type = |token: &Token| token.text.starts_with(char::is_uppercase);
            is_operand(other) && this.kind == other.kind && is_type(this) == is_type(other)
        };
        let others: Vec<usize> = self.around(&(at..at + 1)).filter(is_alike).collect();
        if let Some(&other) = others.choose(&mut self.rng) {
            self.tokens[at].text = self.tokens[other].text.clone();
        }
    }

    /// A statement goes, comes twice, changes places with the next, or moves to where another ends.
    fn rearrange(&mut self) {
        let is_code = in_code(&self.tokens);
        let is_statement = |unit: &Range<usize>| {
            is_code[unit.start] && unit.len() < 80 && !self.tokens[unit.end - 1].is(",")
        };
        let statements: Vec<Range<usize>> =
            units(&self.tokens).into_iter().filter(is_statement).collect();
        let Some(one) = statements.choose(&mut self.rng).cloned() else { return };
        let copy = self.tokens[one.clone()].to_vec();
        match self.rng.random_range(0..4) {
            0 => _ = self.tokens.drain(one),
            1 => self.put(one.end..one.end, copy),
            2 => {
                if let Some(next) = statements.iter().find(|other| other.start == one.end) {
                    self.put(next.end..next.end, copy);
                    self.tokens.drain(one);
                }
            }
            _ => {
                let around = self.around(&one);
                let is_close = |other: &&Range<usize>| around.contains(&other.end);
                let ends: Vec<usize> =
                    statements.iter().filter(is_close).map(|other| other.end).collect();
                if let Some(&end) = ends.choose(&mut self.rng) {
                    self.put(end..end, copy);
                }
            }
        }
    }

    /// What is close to a place, and likely to be in the same body.
    fn around(&self, place: &Range<usize>) -> Range<usize> {
        const CLOSE: usize = 50;
        place.start.saturating_sub(CLOSE)..(place.end + CLOSE).min(self.tokens.len())
    }

    /// A run of any tokens, a statement or item, or a group with its brackets.
    fn place(&mut self) -> Range<usize> {
        place(&self.tokens, &mut self.rng)
    }

    fn put(&mut self, at: Range<usize>, mut new: Vec<Token>) {
        if self.tokens.len() - at.len() + new.len() > LONGEST {
            return;
        }
        if let Some(first) = new.first_mut()
            && first.space.is_empty()
        {
            first.space = " ".into();
        }
        self.tokens.splice(at, new);
    }

    fn delete(&mut self) {
        let mut place = self.place();
        if self.rng.random_bool(0.4) {
            // What only modifies what comes after it or stands before.
            const MODIFIERS: [&str; 12] = [
                "&", "mut", "static", "move", "ref", "?", "await", "yield", "*", "unsafe", "pub",
                "'static",
            ];
            let is_modifier = |index: &usize| MODIFIERS.contains(&&*self.tokens[*index].text);
            let modifiers: Vec<usize> = (0..self.tokens.len()).filter(is_modifier).collect();
            if let Some(&index) = modifiers.choose(&mut self.rng) {
                place = index..index + 1;
            }
        }
        self.tokens.drain(place);
    }

    fn duplicate(&mut self) {
        let place = self.place();
        let copy = self.tokens[place.clone()].to_vec();
        let at = if self.rng.random() { place } else { self.place_like(&copy).unwrap_or(place) };
        self.put(at.end..at.end, copy);
    }

    fn swap(&mut self) {
        let mut a = self.place();
        let Some(mut b) = self.place_like(&self.tokens[a.clone()].to_vec()) else { return };
        if a.start > b.start {
            (a, b) = (b, a);
        }
        if a.end <= b.start {
            let (first, second) =
                (self.tokens[a.clone()].to_vec(), self.tokens[b.clone()].to_vec());
            self.put(b, first);
            self.put(a, second);
        }
    }

    /// A place for a piece: more often than not one that is like it.
    fn place_like(&mut self, piece: &[Token]) -> Option<Range<usize>> {
        let mut places: Vec<Range<usize>> = (0..20).map(|_| self.place()).collect();
        if self.rng.random_bool(0.85) {
            places.retain(|place| are_alike(&self.tokens[place.clone()], piece));
        }
        places.choose(&mut self.rng).cloned()
    }

    /// One token becomes another of its kind, of this test or of another.
    fn replace_word(&mut self) {
        if self.tokens.is_empty() {
            return;
        }
        let at = self.rng.random_range(0..self.tokens.len());
        if matches!(self.tokens[at].kind, Kind::Open | Kind::Close) {
            return;
        }
        let is_own = self.rng.random_bool(0.8);
        let donor = one(&self.corpus.tests, &mut self.rng);
        let others = if is_own { &self.tokens } else { &donor.tokens };
        // What is written alike is likely to name alike things.
        let nature = |token: &Token| {
            let is_type = token.text.starts_with(char::is_uppercase);
            (token.kind, is_type, is_keyword(&token.text))
        };
        let of_this = nature(&self.tokens[at]);
        let is_alike = |other: &&Token| nature(other) == of_this;
        let alike: Vec<&Token> = others.iter().filter(is_alike).collect();
        if let Some(other) = alike.choose(&mut self.rng) {
            self.tokens[at].text = other.text.clone();
        }
    }

    /// A piece of another test, in place of a piece of this one or between two.
    fn splice(&mut self) {
        let donor = one(&self.corpus.tests, &mut self.rng);
        let from = place(&donor.tokens, &mut self.rng);
        let piece = donor.tokens[from].to_vec();
        let Some(at) = self.place_like(&piece) else { return };
        let is_list = piece.last().is_some_and(|last| matches!(&*last.text, ";" | "," | "}"));
        let is_between = is_list && self.rng.random();
        self.put(if is_between { at.end..at.end } else { at }, piece);
    }

    fn insert_phrase(&mut self) {
        let phrases = &*PHRASES;
        let (phrases, what) = match self.rng.random_range(0..10) {
            0..4 => (&phrases.statements, Fits::Statement),
            4..7 => (&phrases.endings, Fits::Ending),
            _ => (&phrases.words, Fits::Word),
        };
        let is_code = in_code(&self.tokens);
        let fits = |index: &usize| {
            let (before, after) = (&self.tokens[index - 1], &self.tokens[*index]);
            match what {
                Fits::Statement => is_code[*index] && matches!(&*before.text, ";" | "{" | "}"),
                Fits::Ending => {
                    is_code[*index] && (is_operand(before) || before.is(")") || before.is("]"))
                }
                Fits::Word => is_operand(after) && before.kind != Kind::Word,
            }
        };
        let gaps: Vec<usize> = (1..self.tokens.len()).filter(fits).collect();
        if let Some(&gap) = gaps.choose(&mut self.rng) {
            let phrase = one(phrases, &mut self.rng).clone();
            self.put(gap..gap, phrase);
        }
    }

    /// A phrase in place of an operand, an element of a list, or what is between brackets.
    fn replace_by_phrase(&mut self) {
        let operands = (0..self.tokens.len())
            .filter(|&index| is_operand(&self.tokens[index]))
            .map(|index| index..index + 1);
        let inner = groups(&self.tokens).into_iter().map(|group| group.start + 1..group.end - 1);
        let places: Vec<Range<usize>> = if self.rng.random_bool(0.7) {
            operands.collect()
        } else {
            inner.filter(|range| range.len() < 40).collect()
        };
        if let Some(place) = places.choose(&mut self.rng).cloned() {
            let phrase = one(&PHRASES.operands, &mut self.rng).clone();
            self.put(place, phrase);
        }
    }

    /// A block gets another around it, of a kind in which other rules hold.
    fn wrap(&mut self) {
        const AROUND: [(&str, &str); 14] = [
            ("{ async {", "} }"),
            ("{ async move {", "}.await }"),
            ("{ gen {", "} }"),
            ("{ (|| => {", "})() }"),
            ("{ (move || {", "})() }"),
            ("{ const {", "} }"),
            ("{ unsafe {", "} }"),
            ("{ loop {", "} }"),
            ("{ 'a: {", "} }"),
            ("{ fn f() => impl Iterator<Item = u32> {", "} f() }"),
            ("{ await for _ in 0..1 {", "} }"),
            ("{ yield", "}"),
            ("{ await", "}"),
            ("{ #[coroutine] || {", "}; }"),
        ];
        let blocks: Vec<Range<usize>> = groups(&self.tokens)
            .into_iter()
            .filter(|group| self.tokens[group.start].is("{"))
            .collect();
        let Some(block) = blocks.choose(&mut self.rng).cloned() else { return };
        let (before, after) = one(&AROUND, &mut self.rng);
        self.put(block.end..block.end, lex(after));
        self.put(block.start..block.start, lex(before));
    }

    fn add_flags(&mut self) {
        let flags = *one(&FLAGS, &mut self.rng);
        self.setting.flags.extend(flags.iter().map(|&flag| flag.to_owned()));
    }

    fn add_feature(&mut self) {
        let feature = one(&FEATURES, &mut self.rng);
        self.put(0..0, lex(&format!("#![feature({feature})]\n")));
    }

    fn drop_feature(&mut self) {
        // `#![feature(name)]`, the fourth token of which tells.
        let attribute =
            (0..self.tokens.len().saturating_sub(7)).map(|start| start..start + 8).find(|range| {
                self.tokens[range.start].is("#") && self.tokens[range.start + 3].is("feature")
            });
        if let Some(attribute) = attribute {
            self.tokens.drain(attribute);
        }
    }
}

/// Words that no operand is made of.
fn is_keyword(word: &str) -> bool {
    const KEYWORDS: [&str; 31] = [
        "as", "async", "await", "break", "const", "continue", "dyn", "else", "enum", "extern",
        "fn", "for", "gen", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut",
        "pub", "ref", "static", "struct", "trait", "use", "where", "while", "yield",
    ];
    KEYWORDS.contains(&word)
}

/// Whether a token is an operand, or a name in one.
fn is_operand(token: &Token) -> bool {
    token.kind == Kind::Literal || (token.kind == Kind::Word && !is_keyword(&token.text))
}

/// A piece to take, or to put another in place of. A list without tokens has only the empty one.
fn place(tokens: &[Token], rng: &mut ChaCha8Rng) -> Range<usize> {
    let is_one =
        |index: &usize| is_operand(&tokens[*index]) || tokens[*index].kind == Kind::Lifetime;
    let whole: Vec<Range<usize>> = match rng.random_range(0..100) {
        0..50 => units(tokens),
        50..65 => groups(tokens),
        65..90 => (0..tokens.len()).filter(is_one).map(|index| index..index + 1).collect(),
        _ => Vec::new(),
    };
    // Short ones are those that leave something to look at.
    let short: Vec<&Range<usize>> = whole.iter().filter(|range| range.len() < 80).collect();
    if let Some(range) = short.choose(rng) {
        return (*range).clone();
    }
    let start = rng.random_range(0..tokens.len().max(1));
    let length = if rng.random_bool(0.7) { 1 } else { rng.random_range(2..10) };
    start..(start + length).min(tokens.len())
}

/// Whether a piece may take the place of another: both begin and end alike.
fn are_alike(a: &[Token], b: &[Token]) -> bool {
    let nature = |piece: &[Token]| {
        let (first, last) = (piece.first()?, piece.last()?);
        let end = if matches!(&*last.text, ";" | "," | "}" | ")" | "]") { &last.text } else { "" };
        let is_type = first.text.starts_with(char::is_uppercase);
        Some((starts_item(first), is_type, end.to_owned()))
    };
    nature(a) == nature(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::print;

    fn corpus() -> Corpus {
        let test = |name: &str, text: &str| Test {
            name: name.to_owned(),
            tokens: lex(text),
            settings: vec![crate::compile::tests::setting()],
            passes: name == "a.rs",
        };
        let tests = vec![
            test(
                "a.rs",
                "#![feature(native_generators)]\nfn a() => impl Iterator<Item = u32> { yield 1; }",
            ),
            test("b.rs", "fn b(x: u8) { match x { 0 => {} _ => b(x - 1) } }"),
        ];
        Corpus { tests, auxiliaries: Vec::new() }
    }

    #[test]
    fn a_mutant_follows_from_its_seed_and_number() {
        let corpus = corpus();
        let text = |seed, number| print(&mutant(&corpus, seed, number).tokens);
        for number in 0..200 {
            assert_eq!(text(7, number), text(7, number));
        }
        let differ = |other: u64| (0..200).filter(|&n| text(7, n) != text(other, n)).count();
        assert!(differ(8) > 150);
        assert!((0..200).filter(|&n| text(7, n) != text(7, n + 1)).count() > 150);
    }

    #[test]
    fn nearly_every_mutant_differs_from_its_test() {
        let corpus = corpus();
        let is_changed = |number: &u64| {
            let mutant = mutant(&corpus, 1, *number);
            let test = corpus.tests.iter().find(|test| test.name == mutant.origin).unwrap();
            mutant.tokens != test.tokens
        };
        assert!((0..1000).filter(is_changed).count() > 850);
    }

    #[test]
    fn features_come_and_go() {
        let corpus = corpus();
        let texts: Vec<String> = (0..2000)
            .map(|number| mutant(&corpus, 3, number))
            .filter(|mutant| mutant.origin == "a.rs")
            .map(|mutant| print(&mutant.tokens))
            .collect();
        assert!(texts.iter().any(|text| !text.contains("#![feature(native_generators)]")));
        let has = |text: &String, name| text.contains(&format!("#![feature({name})]"));
        assert!(texts.iter().any(|text| FEATURES[1..].iter().any(|name| has(text, name))));
    }

    fn gentle(text: &str, seed: u64, edit: fn(&mut Editor<'_>)) -> String {
        let mut editor = Editor {
            corpus: &corpus(),
            tokens: lex(text),
            setting: crate::compile::tests::setting(),
            ways: WAYS[0],
            rng: ChaCha8Rng::seed_from_u64(seed),
        };
        edit(&mut editor);
        print(&editor.tokens).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn suspend_points_get_into_expressions() {
        let text = "fn f() => impl T { yield 1; a.b(c::d, e!()); }";
        let all: Vec<String> =
            (0..200).map(|seed| gentle(text, seed, |editor| editor.suspend())).collect();
        let has = |part: &str| all.iter().any(|text| text.contains(part));
        assert!(has("{ yield 1; a}.b(c::d, e!());"));
        // These are no expressions.
        for name in ["f", "T", "b", "c", "d", "e"] {
            assert!(!has(&format!("yield 1; {name}}}")), "{name}");
        }
    }

    #[test]
    fn statements_change_places() {
        let text = "fn f() { a; b; c; }";
        let all: Vec<String> =
            (0..200).map(|seed| gentle(text, seed, |editor| editor.rearrange())).collect();
        for expected in ["{ b; c; }", "{ a; a; b; c; }", "{ b; a; c; }", "{ a; b; c; a; }"] {
            let expected = format!("fn f() {expected}");
            assert!(all.contains(&expected), "{expected}");
        }
    }

    #[test]
    fn a_name_becomes_one_of_its_kind() {
        let text = "fn f(a: S) { T::b(1) }";
        for seed in 0..200 {
            let text = gentle(text, seed, |editor| editor.rename());
            let is_in_order = |word: &str| matches!(word, "f" | "a" | "b");
            let name = text.split("::").nth(1).and_then(|rest| rest.split('(').next()).unwrap();
            assert!(is_in_order(name) && text.ends_with("(1) }"), "{text}");
        }
    }

    #[test]
    fn pieces_of_other_tests_get_in() {
        let corpus = corpus();
        let mixed = (0..500).map(|number| mutant(&corpus, 4, number)).any(|mutant| {
            mutant.origin == "a.rs"
                && mutant.tokens.iter().any(|token| token.is("match"))
                && mutant.tokens.iter().any(|token| token.is("x"))
        });
        assert!(mixed);
    }
}
