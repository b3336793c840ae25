//! Writes a program down as Rust: each body as a generator and as an ordinary function.

use std::fmt::Write as _;

use crate::program::{Body, Face, Form, Node, Program, Realm, Style};
use crate::run::flags;

/// The probes, the log and the driver.
const WORLD: &str = include_str!("../runtime/world.rs");
/// How frames are driven.
const FRAMES: &str = include_str!("../runtime/frames.rs");

/// What the reference is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The bodies as generators.
    Generators,
    /// Nothing: only the functions are written, to see whether they compile.
    Nothing,
    /// The functions once more, with a fault: what tests of this tool look for.
    #[cfg(test)]
    Faulty(Fault),
}

/// A difference to find.
#[cfg(test)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// `sink` forgets its value.
    OmitsDrop,
    /// `two` drops the other one.
    SwapsDrops,
    /// A suspend point leaks what is held across it when it is unwound.
    LeaksWhenDropped,
}

/// How the parts of a body are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Generator,
    Function,
    #[cfg(test)]
    Faulty(Fault),
}

impl Side {
    /// The letter that functions of this side begin with.
    fn letter(self, asked: char) -> char {
        match self {
            #[cfg(test)]
            Side::Faulty(_) => {
                if asked == 'f' {
                    'u'
                } else {
                    'v'
                }
            }
            _ => asked,
        }
    }
}

/// A whole program of several bodies, to be compiled and run.
pub fn file(programs: &[Program], subject: Subject) -> String {
    let mut text = String::new();
    text += "#![allow(warnings)]\n";
    if subject == Subject::Generators {
        text += "#![feature(native_generators, async_iterator, never_type)]\n";
    }
    text += "\n";
    text += WORLD;
    if subject == Subject::Generators {
        text += "\n";
        text += FRAMES;
    }
    let mut checks = String::new();
    for (tag, program) in programs.iter().enumerate() {
        write!(text, "\nmod p{tag} {{\n    use super::*;\n").unwrap();
        text += &indent(&module(program, tag, subject));
        text += "}\n";
        writeln!(checks, "        (\"seed {}\", p{tag}::check),", program.seed).unwrap();
    }
    write!(text, "\nfn main() -> ExitCode {{\n    compare_all(&[\n{checks}    ])\n}}\n").unwrap();
    text
}

/// The generators alone.
pub fn generators(program: &Program) -> String {
    let names = Names { program, tag: 0 };
    let items = program.bodies.iter().enumerate();
    items.map(|(index, body)| item(body, index, names, Side::Generator)).collect()
}

/// A test of the ui suite that shows the difference.
pub fn ui_test(program: &Program, opt: &str, note: &str) -> String {
    let mut text =
        String::from("//@ run-pass\n//@ edition: 2024\n//@ needs-unwind\n//@ needs-threads\n");
    text += &format!("//@ compile-flags: {}\n\n", flags(opt).join(" "));
    for line in note.lines() {
        text += "// ";
        text += line.trim_end();
        text += "\n";
    }
    text + "\n" + &file(std::slice::from_ref(program), Subject::Generators)
}

fn module(program: &Program, tag: usize, subject: Subject) -> String {
    let mut text = String::new();
    for (index, body) in program.bodies.iter().enumerate() {
        let names = Names { program, tag };
        let mut sides = vec![Side::Function];
        match subject {
            Subject::Generators => sides.push(Side::Generator),
            Subject::Nothing => {}
            #[cfg(test)]
            Subject::Faulty(fault) => sides.push(Side::Faulty(fault)),
        }
        for side in sides {
            text += &item(body, index, names, side);
        }
    }
    text + &check(program, tag, subject)
}

/// How bodies are called.
#[derive(Clone, Copy)]
struct Names<'a> {
    program: &'a Program,
    tag: usize,
}

impl Names<'_> {
    fn own(self, letter: char, index: usize) -> String {
        format!("{letter}{}_{index}", self.tag)
    }

    /// As seen from elsewhere.
    fn path(self, letter: char, index: usize) -> String {
        // A call of a body that was minimised away is written too, for the compiler to refuse.
        let style = self.program.bodies.get(index).map(|body| body.style);
        let is_method = style == Some(Style::Method) && letter != 't' && letter != 'v';
        let prefix = if is_method { "Trio::" } else { "" };
        format!("{prefix}{}", self.own(letter, index))
    }
}

fn item(body: &Body, index: usize, names: Names<'_>, side: Side) -> String {
    let contents = contents(body, names, side);
    let text = match side {
        Side::Generator => generator(body, index, names, &contents),
        _ => function(body, index, names, side, &contents),
    };
    let text = if body.style == Style::Method {
        format!("impl Trio {{\n{}}}\n", indent(&text))
    } else {
        text
    };
    match side {
        Side::Generator => text,
        _ => text + &threaded(body, index, names, side),
    }
}

/// The patterns with their types.
fn patterns(body: &Body) -> String {
    let depth = body.is_recursive.then(|| "depth: u32".to_owned());
    let of_params = body.params.iter().map(|param| {
        let is_self = param.pattern == "self";
        if is_self {
            "self".to_owned()
        } else {
            format!("{}: {}", param.pattern, param.kind.name())
        }
    });
    // `self` comes first; a recursive body is no method.
    depth.into_iter().chain(of_params).collect::<Vec<_>>().join(", ")
}

/// Parameters that only have a name, as a list of declarations and as a list of arguments.
fn plain(body: &Body) -> (String, String) {
    let depth = body.is_recursive.then(|| ("depth".to_owned(), "u32"));
    let of_params =
        body.params.iter().enumerate().map(|(n, param)| (format!("a{n}"), param.kind.name()));
    let all: Vec<_> = depth.into_iter().chain(of_params).collect();
    let declared: Vec<String> = all.iter().map(|(name, kind)| format!("{name}: {kind}")).collect();
    let passed: Vec<String> = all.into_iter().map(|(name, _)| name).collect();
    (declared.join(", "), passed.join(", "))
}

fn generator(body: &Body, index: usize, names: Names<'_>, contents: &str) -> String {
    let name = names.own('g', index);
    let face = face(body.face, names.program.realm);
    let freedom = if body.is_static { "static " } else { "" };
    let block = indent(contents);
    if body.style != Style::Closure {
        let patterns = patterns(body);
        let attribute = if is_inlined(names.program) { "#[inline(always)]\n" } else { "" };
        return format!("{attribute}fn {name}({patterns}) => {freedom}{face} {{\n{block}}}\n");
    }
    let kinds: Vec<&str> = body.params.iter().map(|param| param.kind.name()).collect();
    let kinds = kinds.join(", ");
    let (declared, passed) = plain(body);
    let bound = face.trim_start_matches("impl ");
    let closure = format!("|{}| => {{\n{block}}}", patterns(body));
    format!(
        "fn {name}({declared}) -> {face} {{\n    \
             fn hint<G: {bound}>(f: impl FnOnce({kinds}) -> G) -> impl FnOnce({kinds}) -> G {{\n        f\n    }}\n    \
             let make = hint({});\n    make({passed})\n}}\n",
        indent(&closure).trim(),
    )
}

/// Whether what the program awaits is to be inlined though it is large: so in every other program, while the
/// compiler decides in the rest.
fn is_inlined(program: &Program) -> bool {
    program.seed % 2 == 0
}

fn function(body: &Body, index: usize, names: Names<'_>, side: Side, contents: &str) -> String {
    let name = names.own(side.letter('f'), index);
    let returned = if body.face.returns() { " -> Outcome" } else { "" };
    format!("fn {name}({}){returned} {{\n{}}}\n", patterns(body), indent(contents))
}

fn threaded(body: &Body, index: usize, names: Names<'_>, side: Side) -> String {
    let name = names.own(side.letter('t'), index);
    let (declared, passed) = plain(body);
    let bind: String =
        (0..body.params.len()).map(|n| format!("let a{n} = a{n};\n        ")).collect();
    let call = format!("{}({passed})", names.path(side.letter('f'), index));
    let end = if body.face.returns() {
        format!("Some({call})")
    } else {
        format!("{call};\n        None")
    };
    format!(
        "fn {name}({declared}) -> Threaded {{\n    Threaded::new(move || {{\n        {bind}begin();\n        {end}\n    }})\n}}\n"
    )
}

fn face(face: Face, realm: Realm) -> String {
    let executor = realm.executor();
    let yielded = if realm.yields_outcomes() { "Outcome" } else { "Probe" };
    match face {
        Face::Generator => {
            format!("impl Generator<{executor}, Yield = {yielded}, Return = Outcome>")
        }
        Face::Stream => format!("impl Stream<{executor}, Yield = {yielded}, Return = Outcome>"),
        Face::Future => format!("impl Future<{executor}, Return = Outcome>"),
        Face::Iterator => "impl Iterator<Item = Outcome>".to_owned(),
        Face::CoreFuture => "impl core::future::Future<Output = Outcome>".to_owned(),
        Face::AsyncIterator => "impl std::async_iter::AsyncIterator<Item = Outcome>".to_owned(),
    }
}

fn check(program: &Program, tag: usize, subject: Subject) -> String {
    let names = Names { program, tag };
    let main = &program.bodies[0];
    let depth = main.is_recursive.then_some("2");
    let arguments: Vec<&str> =
        depth.into_iter().chain(main.params.iter().map(|param| param.kind.argument())).collect();
    let arguments = arguments.join(", ");
    let reference = format!("{}({arguments})", names.path('t', 0));
    let compared = match subject {
        Subject::Generators => {
            let hold = if main.is_static { "pinned" } else { "moved" };
            let executor = program.realm.executor();
            let drive = match main.face {
                Face::Iterator => "iterator".to_owned(),
                Face::CoreFuture => "future".to_owned(),
                Face::AsyncIterator => "async_iterator".to_owned(),
                _ => format!("generator::<{executor}, _>"),
            };
            format!("{drive}({hold}({}({arguments})))", names.path('g', 0))
        }
        Subject::Nothing => reference.clone(),
        #[cfg(test)]
        Subject::Faulty(_) => format!("{}({arguments})", names.path('v', 0)),
    };
    let answers = program.realm == Realm::Answers;
    format!(
        "pub fn check() -> bool {{\n    compare(\"seed {}\", {answers}, || {reference}, || {compared})\n}}\n",
        program.seed
    )
}

fn contents(body: &Body, names: Names<'_>, side: Side) -> String {
    let text = node(&body.root, names, side);
    if text.ends_with('\n') { text } else { text + "\n" }
}

fn node(tree: &Node, names: Names<'_>, side: Side) -> String {
    let template = match &tree.form {
        Form::List => {
            let lines: Vec<String> =
                tree.parts.iter().map(|part| node(part, names, side)).collect();
            return lines.join("\n");
        }
        Form::Alike(text) => text,
        Form::Apart { generator, function } => {
            if side == Side::Generator {
                generator
            } else {
                function
            }
        }
    };
    let mut text = String::new();
    let mut rest = template.as_str();
    while let Some(at) = rest.find('$') {
        let before = &rest[..at];
        text += before;
        let after = &rest[at + 1..];
        let letter = after.chars().next().filter(char::is_ascii_alphabetic);
        let digits = &after[letter.map_or(0, char::len_utf8)..];
        let length = digits.chars().take_while(char::is_ascii_digit).count();
        let number: usize = digits[..length].parse().expect("a number follows a `$`");
        match letter {
            Some(letter) => text += &names.path(side.letter(letter), number),
            None => {
                let part = node(&tree.parts[number], names, side);
                // A part on a line of its own is indented as its first line is.
                let line = &text[text.rfind('\n').map_or(0, |end| end + 1)..];
                let margin = &line[..line.len() - line.trim_start().len()];
                text += &part.replace('\n', &format!("\n{margin}"));
            }
        }
        rest = &digits[length..];
    }
    text += rest;
    #[cfg(test)]
    if let Side::Faulty(fault) = side {
        text = faulty(&tree.form, text, fault);
    }
    text
}

/// Plants a fault in what one node says.
#[cfg(test)]
fn faulty(form: &Form, text: String, fault: Fault) -> String {
    let template = match form {
        Form::Apart { function, .. } if fault == Fault::LeaksWhenDropped => function,
        Form::Alike(template) => template,
        _ => return text,
    };
    match fault {
        Fault::LeaksWhenDropped if template == "blocked($0)" => text.replacen(
            "blocked",
            "(|value: Probe| {\n    let value = std::mem::ManuallyDrop::new(value);\n    \
                 drop(suspend(Step::Blocked));\n    value.touch('k');\n    \
                 std::mem::ManuallyDrop::into_inner(value)\n})",
            1,
        ),
        Fault::OmitsDrop if template.starts_with("sink(") => {
            text.replacen("sink(", "std::mem::forget(", 1)
        }
        Fault::SwapsDrops if template == "two($0, $1)" => {
            text.replacen("two", "(|a, b| two(b, a))", 1)
        }
        _ => text,
    }
}

fn indent(text: &str) -> String {
    let lines = text
        .lines()
        .map(|line| if line.trim().is_empty() { "\n".to_owned() } else { format!("    {line}\n") });
    lines.collect()
}
