//! Makes a failing program smaller while it fails in the same way.
//!
//! Delta debugging over the tree: whole bodies go away, then statements, in ever smaller runs of
//! neighbours; an expression gives way to the simplest of its sort, or to one of the same sort inside it. A
//! step that makes the program invalid is just one that does not fail in the same way, so nothing here
//! knows Rust.

use crate::program::{Form, Node, Program, Sort};

/// The smallest program found. `still_fails` says whether a program fails as the first one did.
pub fn minimise(program: &Program, mut still_fails: impl FnMut(&Program) -> bool) -> Program {
    let mut best = program.clone();
    loop {
        let size = best.size();
        // What nothing calls any more goes away; the numbers of the others stay.
        while best.bodies.len() > 1 {
            let mut candidate = best.clone();
            candidate.bodies.pop();
            if !accept(&mut best, [candidate], &mut still_fails) {
                break;
            }
        }
        while let Some(candidate) = without_first(&best)
            && accept(&mut best, [candidate], &mut still_fails)
        {}
        params(&mut best, &mut still_fails);
        for index in 0..best.bodies.len() {
            lists(&mut best, index, &mut still_fails);
            expressions(&mut best, index, &mut still_fails);
        }
        if best.size() == size {
            return best;
        }
    }
}

/// Takes the first candidate that still fails.
fn accept(
    best: &mut Program,
    candidates: impl IntoIterator<Item = Program>,
    still_fails: &mut impl FnMut(&Program) -> bool,
) -> bool {
    for candidate in candidates {
        if candidate.size() < best.size() && still_fails(&candidate) {
            *best = candidate;
            return true;
        }
    }
    false
}

/// The program that begins with the second body.
fn without_first(program: &Program) -> Option<Program> {
    let mut rest = program.clone();
    rest.bodies.remove(0);
    rest.bodies.iter_mut().for_each(|body| renumber(&mut body.root));
    (!rest.bodies.is_empty()).then_some(rest)
}

/// Each body that is called has the number before.
fn renumber(node: &mut Node) {
    match &mut node.form {
        Form::List => {}
        Form::Alike(text) => *text = renumbered(text),
        Form::Apart { generator, function } => {
            *generator = renumbered(generator);
            *function = renumbered(function);
        }
    }
    node.parts.iter_mut().for_each(renumber);
}

fn renumbered(text: &str) -> String {
    let mut pieces = text.split('$');
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        whole.push('$');
        let letter = piece.chars().next().filter(char::is_ascii_alphabetic);
        let rest = &piece[letter.map_or(0, char::len_utf8)..];
        let length = rest.chars().take_while(char::is_ascii_digit).count();
        let number: usize = rest[..length].parse().expect("a number follows a `$`");
        let number = if letter.is_some() { number.saturating_sub(1) } else { number };
        whole.extend(letter);
        whole += &number.to_string();
        whole += &rest[length..];
    }
    whole
}

/// Removes parameters of the first body, which only the driver calls.
fn params(best: &mut Program, still_fails: &mut impl FnMut(&Program) -> bool) {
    for index in (0..best.bodies[0].params.len()).rev() {
        let mut candidate = best.clone();
        let is_self = candidate.bodies[0].params.remove(index).pattern == "self";
        if !candidate.bodies[0].is_recursive && !is_self {
            accept(best, [candidate], still_fails);
        }
    }
}

/// The paths of all nodes that a predicate accepts, outermost first.
fn paths(root: &Node, accepts: impl Fn(&Node) -> bool) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    let mut waiting = std::collections::VecDeque::from([(Vec::new(), root)]);
    while let Some((path, node)) = waiting.pop_front() {
        for (index, part) in node.parts.iter().enumerate() {
            waiting.push_back(([path.as_slice(), &[index]].concat(), part));
        }
        if accepts(node) {
            found.push(path);
        }
    }
    found
}

/// Whether a path still leads somewhere.
fn leads(root: &Node, path: &[usize]) -> bool {
    let mut node = root;
    path.iter().all(|index| match node.parts.get(*index) {
        Some(part) => {
            node = part;
            true
        }
        None => false,
    })
}

/// Removes statements.
fn lists(best: &mut Program, index: usize, still_fails: &mut impl FnMut(&Program) -> bool) {
    let is_list = |node: &Node| node.form == Form::List && !node.parts.is_empty();
    for path in paths(&best.bodies[index].root, is_list) {
        // Something else may have come to stand there.
        let root = &best.bodies[index].root;
        if !leads(root, &path) || !is_list(root.at(&path)) {
            continue;
        }
        let mut run = best.bodies[index].root.at(&path).parts.len();
        while run > 0 {
            let mut at = 0;
            while at < best.bodies[index].root.at(&path).parts.len() {
                let mut candidate = best.clone();
                let parts = &mut candidate.bodies[index].root.at_mut(&path).parts;
                let end = (at + run).min(parts.len());
                parts.drain(at..end);
                if !accept(best, [candidate], still_fails) {
                    at += run;
                }
            }
            run /= 2;
        }
    }
}

/// Simplifies expressions, and statements to what they consist of.
fn expressions(best: &mut Program, index: usize, still_fails: &mut impl FnMut(&Program) -> bool) {
    let may_be_simpler = |node: &Node| !node.parts.is_empty() || node.calls_body();
    for path in paths(&best.bodies[index].root, may_be_simpler) {
        while leads(&best.bodies[index].root, &path) && !path.is_empty() {
            let node = best.bodies[index].root.at(&path);
            let mut replacements: Vec<Node> = node.sort.simplest().into_iter().collect();
            let alike = paths(node, |inner| inner.sort == node.sort);
            let inner = alike.into_iter().filter(|inner| !inner.is_empty());
            replacements.extend(inner.map(|inner| node.at(&inner).clone()));
            if node.sort == Sort::Statement {
                let blocks = paths(node, |inner| matches!(inner.sort, Sort::List));
                replacements.extend(
                    blocks
                        .into_iter()
                        .filter(|path| !path.is_empty())
                        .map(|path| Node { sort: Sort::Statement, ..node.at(&path).clone() }),
                );
            }
            replacements.sort_by_key(Node::size);
            let whole = best.clone();
            let candidates = replacements.into_iter().map(|replacement| {
                let mut candidate = whole.clone();
                *candidate.bodies[index].root.at_mut(&path) = replacement;
                candidate
            });
            if !accept(best, candidates, still_fails) {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grow::grow;
    use crate::render::{self, Subject};

    /// What stands for a failure: that the program says something.
    fn says(program: &Program, word: &str) -> bool {
        render::file(std::slice::from_ref(program), Subject::Nothing)
            .split("mod p0")
            .nth(1)
            .is_some_and(|text| text.contains(word))
    }

    #[test]
    fn what_fails_is_kept_and_little_else() {
        let mut tried = 0;
        for word in [".copy()", "sink(", "break 'l", " += "] {
            for program in (0..60).map(grow).filter(|program| says(program, word)).take(5) {
                tried += 1;
                let small = minimise(&program, |program| says(program, word));
                assert!(says(&small, word));
                let sizes = (program.size(), small.size());
                // The function, its list and result, and the way to the word.
                assert!(small.bodies[small.bodies.len() - 1].root.size() < 20, "{word}: {sizes:?}");
            }
        }
        assert!(tried >= 10);
    }

    #[test]
    fn bodies_that_call_what_fails_go_away() {
        let calls = |program: &Program| says(program, "g0_1(") || says(program, "f0_1(");
        for program in (0..60).map(grow).filter(|program| program.bodies.len() == 3).take(5) {
            let last = program.bodies[2].clone();
            let small = minimise(&program, |program| {
                program.bodies.last().is_some_and(|body| body.face == last.face)
            });
            assert_eq!(small.bodies.len(), 1);
            assert!(!calls(&small));
        }
        assert_eq!(renumbered("$0 + $g2($1, $2) + $f12()"), "$0 + $g1($1, $2) + $f11()");
    }

    #[test]
    fn nothing_gets_smaller_that_stops_failing() {
        let program = grow(3);
        assert_eq!(minimise(&program, |_| false), program);
    }
}
