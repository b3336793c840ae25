//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Generator methods of traits capture every lifetime: of `self`, arguments, trait and type.

#![feature(native_generators)]

trait Search<'t> {
    fn find<'p>(&self, pattern: &'p str) => impl Iterator<Item = &'t str>;
}

struct Text<'t> {
    lines: Vec<&'t str>,
}

impl<'t> Search<'t> for Text<'t> {
    fn find<'p>(&self, pattern: &'p str) => impl Iterator<Item = &'t str> {
        for line in &self.lines {
            if line.contains(pattern) {
                yield *line
            }
        }
    }
}

trait Walk {
    fn walk(&mut self, by: &[u32]) => impl Iterator<Item = u32>;
}

impl<'n> Walk for &'n mut u32 {
    fn walk(&mut self, by: &[u32]) => impl Iterator<Item = u32> {
        for step in by {
            **self += *step;
            yield **self
        }
    }
}

fn main() {
    let text = "one\ntwo\nthree".to_string();
    let found = {
        let search = Text { lines: text.lines().collect() };
        let pattern = "t".to_string();
        let found: Vec<&str> = search.find(&pattern).collect();
        found
    };
    assert_eq!(found, ["two", "three"]);

    let mut position = 5;
    assert_eq!((&mut position).walk(&[1, 2]).collect::<Vec<_>>(), [6, 8]);
    assert_eq!(position, 8);
}
