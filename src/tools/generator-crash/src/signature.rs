//! What a breakage is called: the same for the same reason, whatever names, types and numbers the source
//! brought in.

use std::sync::LazyLock;

use regex::Regex;

static ICE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?m)^error: internal compiler error: (.*)"));

static PANIC: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?m)^thread '[^']*'[^\n]* panicked at ([^\n]*?):\d+:\d+:\n(.*)"));

static QUERY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?m)^query stack during panic:\n#0 \[(\w+)\]"));

static ERROR: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?m)^error(\[E\d+\])?: (.*)"));

/// What only monomorphic code shows, by rights: that a constant panics, or a limit is reached that the
/// program may raise.
static LATE_BY_RIGHTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^error\[E0080\]|^error: (reached the (recursion|type-length) limit",
        r"|values of the type .* are too big|symbol .* is already defined",
        r"|aborting due to|this function .* too much stack|queries overflow the depth limit)",
    ))
});

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a valid pattern")
}

/// The signature of a crash, if it is one.
pub fn of_crash(said: &str, signal: Option<i32>, code: Option<i32>) -> Option<String> {
    if said.contains("memory allocation of") {
        return Some("out of memory".to_owned());
    }
    let reason = if let Some(bug) = ICE.captures(said) {
        plain(&bug[1])
    } else if let Some(panic) = PANIC.captures(said) {
        format!("{}: {}", in_compiler(&panic[1]), plain(&panic[2]))
    } else if said.contains("overflowed its stack") {
        format!("stack overflow at {}", recursion(said).unwrap_or_default())
    } else if let Some(signal) = signal {
        format!("signal {signal}")
    } else if code == Some(101) {
        "exit code 101".to_owned()
    } else {
        return None;
    };
    let query = QUERY.captures(said).map_or(String::new(), |query| format!(" [{}]", &query[1]));
    Some(reason + &query)
}

/// A function that takes part in the recursion which the handler of stack overflows prints. It is the same
/// one for the same recursion, and for the same build of the compiler.
fn recursion(said: &str) -> Option<&str> {
    static FRAME: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?m)\(([^()\n]*)\)\[0x\w+\]$"));
    let cycle = said.split("### cycle").nth(1)?.split("### recursed").next()?;
    FRAME.captures_iter(cycle).filter_map(|frame| frame.get(1)).map(|place| place.as_str()).min()
}

/// The signature of a failure of which nothing is said.
pub fn of_silence(said: &str) -> Option<String> {
    (!ERROR.is_match(said)).then(|| "failed without an error".to_owned())
}

/// The signature of an error that comes after the source was accepted, unless it does so by rights.
pub fn of_late_error(said: &str) -> Option<String> {
    let mut errors = ERROR.find_iter(said).map(|error| error.as_str());
    match errors.find(|error| !LATE_BY_RIGHTS.is_match(error)) {
        Some(error) => Some(format!("accepted, then: {}", plain(error))),
        None => of_silence(said),
    }
}

/// The first diagnostic that uses a word, if any does, and its signature.
pub fn of_word<'a>(word: &str, said: &'a str) -> Option<(String, &'a str)> {
    if !said.contains(word) {
        return None;
    }
    let whole = pattern(&format!(r"\b{}\b", regex::escape(word)));
    let diagnostic = said.split("\n\n").find(|diagnostic| whole.is_match(diagnostic))?;
    let head = diagnostic.lines().next().unwrap_or_default();
    Some((format!("says {word}: {}", plain(head)), diagnostic))
}

/// A path of the compiler's sources, wherever it was built.
fn in_compiler(path: &str) -> &str {
    path.find("compiler/rustc").map_or(path, |at| &path[at..])
}

/// A message without what the source brought in.
fn plain(message: &str) -> String {
    static STRIPPED: LazyLock<[(Regex, &str); 7]> = LazyLock::new(|| {
        [
            (pattern(r"^\S*?(compiler/rustc\S*?\.rs):\d+:\d+"), "$1"),
            (pattern(r"`[^`]*`"), "`_`"),
            (pattern(r#""[^"]*""#), "_"),
            (pattern(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>"), ""),
            (pattern(r"\S*mutant\S*"), "_"),
            (pattern(r"'\?\w+|\d+"), "_"),
            (pattern(r"\s+"), " "),
        ]
    });
    let mut text = message.to_owned();
    for (pattern, by) in STRIPPED.iter() {
        // What is in brackets may be in brackets itself.
        loop {
            let next = pattern.replace_all(&text, *by).into_owned();
            if next.len() >= text.len() {
                text = next;
                break;
            }
            text = next;
        }
    }
    // A type that was cut off by the end of the line has brackets left over.
    let end = text.find(['(', '[', '{', '<']).unwrap_or(text.len());
    text.truncate(end);
    text.chars().take(110).collect::<String>().trim_end_matches([' ', ':', ',']).to_owned()
}

/// A file name for a signature.
pub fn slug(signature: &str) -> String {
    let mut slug = String::new();
    for c in signature.chars() {
        match c {
            _ if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            _ if !slug.ends_with('_') => slug.push('_'),
            _ => {}
        }
    }
    slug.trim_matches('_').chars().take(90).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PANIC: &str = "\
thread 'rustc' (4711) panicked at /home/x/compiler/rustc_middle/src/ty/mod.rs:12:34:
no entry for DefId(0:12 ~ mutant[1f2e]::f) in [Some(1), 2]
note: run with `RUST_BACKTRACE=1`

query stack during panic:
#0 [mir_borrowck] borrow-checking `f`
#1 [analysis] running analysis passes on crate `mutant`
end of query stack
";

    #[test]
    fn a_panic_is_its_place_message_and_query() {
        let signature = of_crash(PANIC, None, Some(101)).unwrap();
        assert_eq!(
            signature,
            "compiler/rustc_middle/src/ty/mod.rs: no entry for DefId in [mir_borrowck]"
        );
        let other = PANIC
            .replace("0:12", "0:99")
            .replace("::f)", "::g::{closure#0})")
            .replace("12:34", "56:7");
        assert_eq!(of_crash(&other, None, Some(101)).unwrap(), signature);
    }

    #[test]
    fn a_bug_is_its_message() {
        let said = "error: internal compiler error: compiler/rustc_a/src/b.rs:1:2: type `Foo<'a>` of x_3 is '?5\n\nthread 'rustc' panicked at compiler/rustc_a/src/b.rs:1:2:\nBox<dyn Any>\n";
        assert_eq!(
            of_crash(said, None, Some(101)).unwrap(),
            "compiler/rustc_a/src/b.rs: type `_` of x__ is _"
        );
    }

    #[test]
    fn what_is_no_crash_has_no_signature() {
        assert_eq!(of_crash("error: mismatched types\n", None, Some(1)), None);
        assert_eq!(of_crash("", None, Some(101)).as_deref(), Some("exit code 101"));
        assert_eq!(of_crash("", Some(6), None).as_deref(), Some("signal 6"));
    }

    #[test]
    fn a_recursion_is_one_of_its_functions() {
        let said = "error: rustc interrupted by SIGSEGV, printing backtrace\n\nlib/driver.so(+0x1)[0x7f1]\n\n\
                    ### cycle encountered after 3 frames with period 2\nlib/driver.so(+0x6c9)[0x7f6c9]\n\
                    lib/driver.so(+0x6c7)[0x7f6c7]\n### recursed 50 times\n\nlib/driver.so(+0x2)[0x7f2]\n\n\
                    note: rustc unexpectedly overflowed its stack! this is a bug\n";
        assert_eq!(of_crash(said, Some(11), None).unwrap(), "stack overflow at +0x6c7");
    }

    #[test]
    fn constants_may_fail_late_but_types_may_not() {
        let by_rights = "error[E0080]: evaluation panicked\n\nerror: aborting due to 1 error\n";
        assert_eq!(of_late_error(by_rights), None);
        // The layout of what awaits long chains, of `async` functions too, takes a query for each level.
        let deep = "error: queries overflow the depth limit!\n";
        assert_eq!(of_late_error(deep), None);
        let both = format!("{by_rights}error: no\n");
        assert_eq!(of_late_error(&both).as_deref(), Some("accepted, then: error: no"));
        assert_eq!(of_late_error("warning: x\n").as_deref(), Some("failed without an error"));
        assert_eq!(
            of_late_error("warning: x\nerror[E0308]: `a` is not `b`\n").as_deref(),
            Some("accepted, then: error: `_` is not `_`")
        );
    }

    #[test]
    fn a_word_is_told_by_its_diagnostic() {
        let said = "error: a JoinHandle\n  |\n1 | f()\n\nerror: b `x`\n  |\n  = note: this Handle\n\nerror: c Handle\n";
        let (signature, diagnostic) = of_word("Handle", said).unwrap();
        assert_eq!(signature, "says Handle: error: b `_`");
        assert!(diagnostic.starts_with("error: b") && diagnostic.ends_with("this Handle"));
        assert!(of_word("handle", said).is_none());
    }

    #[test]
    fn a_slug_is_a_file_name() {
        assert_eq!(slug("compiler/rustc_a/src/b.rs: `_` [x]"), "compiler_rustc_a_src_b_rs_x");
    }
}
