//! Source text as a list of tokens, and back.
//!
//! rustc's own lexer takes it apart, so that a token here is a token there. Each keeps the white space
//! before it: what no mutation touched is printed as it was written, and a finding can be read. Comments
//! are left out, but for those that are documentation, which are attributes to the compiler.

use std::ops::Range;
use std::sync::Arc;

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};

/// What a token may be exchanged for without the parser noticing at once: one of its own kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An identifier or a keyword.
    Word,
    Lifetime,
    Literal,
    Open,
    Close,
    /// An operator or another sign, of one or more characters.
    Sign,
    /// A documentation comment.
    Doc,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub text: Arc<str>,
    /// The white space before it.
    pub space: Arc<str>,
}

impl Token {
    pub fn is(&self, text: &str) -> bool {
        *self.text == *text
    }
}

/// The signs that the parser takes as one. Generic arguments end in `>` and `>>` alike, so that one is
/// left in two.
const SIGNS: [&str; 22] = [
    "...", "..=", "=>", "->", "::", "..", "==", "!=", "<=", ">=", "&&", "||", "+=", "-=", "*=",
    "/=", "%=", "^=", "&=", "|=", "<<", "<-",
];

/// Takes a text apart.
pub fn lex(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut space = String::new();
    let (mut at, mut done) = (0, 0);
    for token in tokenize(text, FrontmatterAllowed::No) {
        let start = at;
        at += token.len as usize;
        if start < done {
            // Belongs to a sign that began before.
            continue;
        }
        let mut piece = &text[start..at];
        let kind = match token.kind {
            TokenKind::Whitespace => {
                space.push_str(piece);
                continue;
            }
            TokenKind::LineComment { doc_style: Some(_) }
            | TokenKind::BlockComment { doc_style: Some(_), .. } => Kind::Doc,
            TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => {
                if space.is_empty() {
                    space.push(' ');
                }
                continue;
            }
            TokenKind::Literal { .. } => Kind::Literal,
            TokenKind::Lifetime { .. } | TokenKind::RawLifetime => Kind::Lifetime,
            TokenKind::OpenParen | TokenKind::OpenBrace | TokenKind::OpenBracket => Kind::Open,
            TokenKind::CloseParen | TokenKind::CloseBrace | TokenKind::CloseBracket => Kind::Close,
            _ if piece.starts_with(|c: char| c.is_alphabetic() || c == '_') => Kind::Word,
            _ => {
                let sign = SIGNS.iter().find(|sign| text[start..].starts_with(**sign));
                piece = sign.copied().unwrap_or(piece);
                Kind::Sign
            }
        };
        done = start + piece.len();
        tokens.push(Token { kind, text: piece.into(), space: std::mem::take(&mut space).into() });
    }
    tokens
}

/// Puts tokens together again. Where two would run into one another, a blank keeps them apart.
pub fn print(tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens {
        text.push_str(&token.space);
        if token.space.is_empty() && runs_together(&text, &token.text) {
            text.push(' ');
        }
        text.push_str(&token.text);
        if token.kind == Kind::Doc && token.text.starts_with("//") {
            text.push('\n');
        }
    }
    text.push('\n');
    text
}

fn runs_together(before: &str, after: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    before.ends_with(is_word) && after.starts_with(|c| is_word(c) || matches!(c, '"' | '\'' | '#'))
}

/// For each bracket the one that belongs to it. Brackets of a mutant may be left over: those have none.
pub fn partners(tokens: &[Token]) -> Vec<Option<usize>> {
    let mut partners = vec![None; tokens.len()];
    let mut open: Vec<usize> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open => open.push(index),
            Kind::Close => {
                let closes = match &*token.text {
                    ")" => "(",
                    "]" => "[",
                    _ => "{",
                };
                if let Some(depth) = open.iter().rposition(|&open| tokens[open].is(closes)) {
                    partners[open[depth]] = Some(index);
                    partners[index] = Some(open[depth]);
                    open.truncate(depth);
                }
            }
            _ => {}
        }
    }
    partners
}

/// The brackets that belong together, each with what is between.
pub fn groups(tokens: &[Token]) -> Vec<Range<usize>> {
    let partners = partners(tokens);
    let opening = |(index, partner): (usize, &Option<usize>)| {
        partner.filter(|partner| *partner > index).map(|partner| index..partner + 1)
    };
    partners.iter().enumerate().filter_map(opening).collect()
}

/// What looks like a statement, an item, a match arm or an element of a list: it begins where another
/// ended or a bracket opened, and goes to a `;`, a `,` or the end of a block.
pub fn units(tokens: &[Token]) -> Vec<Range<usize>> {
    let partners = partners(tokens);
    let begins = |index: &usize| {
        *index == 0 || {
            let before = &tokens[*index - 1];
            before.kind == Kind::Open || matches!(&*before.text, ";" | "," | "}")
        }
    };
    let starts = (0..tokens.len()).filter(begins);
    starts.filter_map(|start| unit(tokens, &partners, start).map(|end| start..end)).collect()
}

/// Where the unit that starts here ends.
fn unit(tokens: &[Token], partners: &[Option<usize>], start: usize) -> Option<usize> {
    let mut at = start;
    while at < tokens.len() {
        let token = &tokens[at];
        match token.kind {
            Kind::Close => break,
            Kind::Open => {
                let is_block = token.is("{");
                at = partners[at]?;
                // `else`, `.` and the like go on with what the block began.
                let goes_on = tokens.get(at + 1).is_some_and(|next| {
                    next.kind == Kind::Sign || next.kind == Kind::Open || next.is("else")
                });
                if is_block && !goes_on {
                    return Some(at + 1);
                }
            }
            _ if matches!(&*token.text, ";" | ",") => return Some(at + 1),
            _ => {}
        }
        at += 1;
    }
    (at > start).then_some(at)
}

/// Whether a piece that starts with this token is an item.
pub fn starts_item(token: &Token) -> bool {
    const STARTS: [&str; 15] = [
        "fn",
        "pub",
        "struct",
        "enum",
        "union",
        "impl",
        "trait",
        "use",
        "mod",
        "type",
        "extern",
        "macro_rules",
        "const",
        "static",
        "#",
    ];
    STARTS.contains(&&*token.text)
}

/// For each token whether it lies directly in a block of statements. A guess, from what stands before the
/// block.
pub fn in_code(tokens: &[Token]) -> Vec<bool> {
    let mut is_code = Vec::with_capacity(tokens.len());
    let mut open = vec![false];
    let mut head = 0;
    for (index, token) in tokens.iter().enumerate() {
        if token.kind == Kind::Close && open.len() > 1 {
            open.pop();
        }
        is_code.push(open.last() == Some(&true));
        if token.kind == Kind::Open {
            open.push(token.is("{") && opens_code(&tokens[head..index]));
        }
        if matches!(&*token.text, "{" | "}" | ";") {
            head = index + 1;
        }
    }
    is_code
}

/// Whether statements follow in the block that this is the head of.
fn opens_code(head: &[Token]) -> bool {
    const OTHERS: [&str; 9] =
        ["struct", "enum", "union", "impl", "trait", "mod", "match", "use", "macro_rules"];
    let is_fn = head.iter().any(|token| token.is("fn") || token.is("|"));
    let is_other = || head.iter().any(|token| OTHERS.contains(&&*token.text));
    let is_literal = || {
        head.last().is_some_and(|last| last.text.starts_with(char::is_uppercase))
            && !head.iter().any(|token| matches!(&*token.text, "if" | "while" | "for"))
    };
    is_fn || !(is_other() || is_literal())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        lex(text).iter().map(|token| token.text.to_string()).collect()
    }

    #[test]
    fn a_text_without_comments_is_printed_as_it_was() {
        let text = "#![feature(native_generators)]\n\nfn f<'a>(x: &'a [u8]) => static impl Iterator<Item = &'a u8> {\n\
                    \x20   yield.. x.iter();\n    let s = r#\"a \" b\"#; yield..=3; a >>= b'c' as u8 && !d\n}\n";
        assert_eq!(print(&lex(text)), text);
    }

    #[test]
    fn every_ui_test_is_the_same_tokens_after_printing() {
        let tests = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/ui/generator");
        let mut seen = 0;
        for entry in walkdir::WalkDir::new(tests) {
            let entry = entry.unwrap();
            if entry.path().extension().is_some_and(|extension| extension == "rs") {
                let tokens = lex(&std::fs::read_to_string(entry.path()).unwrap());
                let again = lex(&print(&tokens));
                let same = tokens.iter().map(|t| &t.text).eq(again.iter().map(|t| &t.text));
                assert!(same, "{}", entry.path().display());
                seen += 1;
            }
        }
        assert!(seen > 0);
    }

    #[test]
    fn signs_are_whole_and_comments_gone() {
        let text = "a=>b // c\n..=d ..e ->/* f */'x'>>";
        assert_eq!(texts(text), ["a", "=>", "b", "..=", "d", "..", "e", "->", "'x'", ">", ">"]);
        assert_eq!(texts("/// doc\nfn"), ["/// doc", "fn"]);
    }

    #[test]
    fn tokens_do_not_run_together() {
        let mut tokens = lex("a b");
        tokens[1].space = "".into();
        assert_eq!(print(&tokens), "a b\n");
    }

    #[test]
    fn units_are_statements_items_and_elements() {
        let tokens = lex("fn f() { if a { b } else { c } g(d, e); } struct S;");
        let units: Vec<String> =
            units(&tokens).into_iter().map(|unit| print(&tokens[unit]).trim().to_owned()).collect();
        for unit in ["if a { b } else { c }", "g(d, e);", "d,", "struct S;"] {
            assert!(units.iter().any(|found| found == unit), "{unit}: {units:?}");
        }
        assert!(units[0].starts_with("fn f() {") && units[0].ends_with('}'));
    }

    #[test]
    fn statements_stand_in_blocks_of_code() {
        let text =
            "struct S { a: u8 } impl S { fn f() => impl T { b; S { c }; match d { e => { g } } } }";
        let tokens = lex(text);
        let code = in_code(&tokens);
        let place = |word: &str| tokens.iter().position(|token| token.is(word)).unwrap();
        let found = ["a", "fn", "b", "c", "e", "g"].map(|word| code[place(word)]);
        assert_eq!(found, [false, false, true, false, false, true]);
    }

    #[test]
    fn brackets_that_are_left_over_have_no_partner() {
        let tokens = lex("( { ) ]");
        assert_eq!(partners(&tokens), [Some(2), None, Some(0), None]);
        assert!(groups(&tokens).into_iter().eq(std::iter::once(0..3)));
    }
}
