//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// In a movable body loans of what lies behind a reference cross suspend points: it stays where it
// is when the frame moves.

#![feature(native_generators)]

use std::collections::BTreeMap;
use std::generator::{Arg, Generator, State, Stream};
use std::rc::Rc;

struct Page {
    title: String,
    lines: Vec<String>,
    next: Option<Box<Page>>,
}

fn elements(numbers: &[u32]) => impl Iterator<Item = u32> {
    for n in numbers.iter().rev() {
        yield *n;
    }
    let (first, rest) = numbers.split_first().unwrap();
    yield *first;
    for pair in rest.windows(2) {
        yield pair[0] + pair[1];
    }
}

fn of_a_vec(numbers: &Vec<u32>) => impl Iterator<Item = u32> {
    for n in numbers {
        yield *n;
    }
    let last = &numbers[numbers.len() - 1];
    yield 0;
    yield *last;
}

fn exclusive(numbers: &mut [u32]) => impl Iterator<Item = u32> {
    for n in numbers.iter_mut() {
        *n += 1;
        yield *n;
        *n += 1;
    }
    let (left, right) = numbers.split_at_mut(1);
    yield left[0];
    left[0] = right[0];
    yield left[0];
}

fn reborrowed(number: &mut u32) => impl Stream<Arg<u32>, Yield = u32, Return = ()> {
    let first = &mut *number;
    *first += yield *first;
    {
        let second = &mut *first;
        *second += yield *second;
    }
    *first += yield *first;
    let shared = &*number;
    yield *shared;
    assert_eq!(*shared, *number);
}

fn nested<'a>(inner: &mut &'a mut Vec<u32>, others: &&&[u32]) => impl Iterator<Item = usize> {
    let numbers = &mut **inner;
    yield numbers.len();
    for other in &***others {
        numbers.push(*other);
        yield numbers.len();
    }
}

fn fields(page: &mut Page) => impl Iterator<Item = usize> {
    let Page { ref mut title, ref lines, .. } = *page;
    yield title.len();
    title.push('!');
    yield lines.len();
    title.push_str(&lines[0]);
    let title = &page.title;
    let lines = &mut page.lines;
    yield title.len();
    lines.push(title.clone());
    yield lines.len();
}

/// A box is owned, but this one is behind a reference too.
fn boxes(page: &Page) => impl Iterator<Item = char> {
    let mut at = page;
    loop {
        for letter in at.title.chars() {
            yield letter;
        }
        match at.next {
            Some(ref next) => at = &**next,
            None => return,
        }
    }
}

fn counted(shared: &Rc<Page>) => impl Iterator<Item = usize> {
    let page: &Page = shared;
    let title = shared.title.as_str();
    yield page.lines.len();
    yield title.len();
}

fn entries(map: &mut BTreeMap<String, u32>) => impl Iterator<Item = u32> {
    for (name, n) in map.iter_mut() {
        *n += name.len() as u32;
        yield *n;
    }
    let entry = map.entry("new".to_string()).or_insert(0);
    yield *entry;
    *entry += 1;
    yield *entry;
}

fn kept_in_values<'a>(words: &[&'a str]) => impl Stream<Yield = &'a str, Return = Vec<&'a str>> {
    let mut seen = Vec::new();
    let mut longest: &&str = &words[0];
    for word in words {
        if word.len() > longest.len() {
            longest = word;
        }
        seen.push(*word);
        yield longest;
    }
    seen
}

struct Counter<'a> {
    count: &'a mut u32,
}

impl<'a> Counter<'a> {
    fn by_value(self) => impl Iterator<Item = u32> {
        let count = &mut *self.count;
        loop {
            *count += 1;
            yield *count;
        }
    }

    fn by_reference(&mut self) => impl Iterator<Item = u32> {
        let count = &mut self.count;
        loop {
            **count += 1;
            yield **count;
        }
    }
}

fn raw(numbers: Vec<u32>) => impl Iterator<Item = u32> {
    let of_the_heap: *const u32 = &numbers[1];
    yield numbers[0];
    // The vector has not been touched, and what it owns does not move with it.
    yield unsafe { *of_the_heap };
}

fn from_function<'a>(
    text: &'a str,
    part: impl Fn(&'a str) -> &'a str,
) => impl Iterator<Item = char> {
    let part = part(text);
    for letter in part.chars() {
        yield letter;
    }
}

/// Collects, and moves the iterator before each item.
fn moved<I: Iterator>(frame: I) -> Vec<I::Item> {
    let mut items = Vec::new();
    let mut frames = vec![frame];
    loop {
        let mut frame = Box::new(frames.pop().unwrap());
        match frame.next() {
            Some(item) => items.push(item),
            None => return items,
        }
        frames.push(*frame);
    }
}

fn main() {
    assert_eq!(moved(elements(&[1, 2, 3, 4])), [4, 3, 2, 1, 1, 5, 7]);
    assert_eq!(moved(of_a_vec(&vec![5, 6])), [5, 6, 0, 6]);
    let mut numbers = [1, 5];
    assert_eq!(moved(exclusive(&mut numbers)), [2, 6, 3, 7]);
    assert_eq!(numbers, [7, 7]);

    let mut number = 1;
    {
        let mut frame = reborrowed(&mut number);
        assert_eq!(frame.start(), State::Yielded(1));
        let mut frame = Box::new(frame);
        assert_eq!(frame.send(10), State::Yielded(11));
        let mut frame = Some(*frame);
        assert_eq!(frame.as_mut().unwrap().send(20), State::Yielded(31));
        let mut frame = (0, frame.unwrap());
        assert_eq!(frame.1.send(30), State::Yielded(61));
        assert_eq!(frame.1.send(0), State::Complete(()));
    }
    assert_eq!(number, 61);

    let mut all = vec![];
    assert_eq!(moved(nested(&mut &mut all, &&&[7, 8][..])), [0, 1, 2]);
    assert_eq!(all, [7, 8]);

    let next = Some(Box::new(Page { title: "b".to_string(), lines: vec![], next: None }));
    let mut page = Page { title: "a".to_string(), lines: vec!["line".to_string()], next: next };
    assert_eq!(moved(fields(&mut page)), [1, 1, 6, 2]);
    assert_eq!(page.lines, ["line", "a!line"]);
    assert_eq!(moved(boxes(&page)), ['a', '!', 'l', 'i', 'n', 'e', 'b']);
    assert_eq!(moved(counted(&Rc::new(page))), [2, 6]);

    let mut map = BTreeMap::new();
    map.insert("one".to_string(), 1);
    assert_eq!(moved(entries(&mut map)), [4, 0, 1]);

    let mut words = kept_in_values(&["a", "abc", "b"]);
    let mut seen = vec![];
    let all = loop {
        match words.step(&mut ()) {
            State::Yielded(word) => seen.push(word),
            State::Complete(all) => break all,
        }
        words = *Box::new(words);
    };
    assert_eq!(seen, ["a", "abc", "abc"]);
    assert_eq!(all, ["a", "abc", "b"]);

    let mut count = 0;
    assert_eq!(moved(Counter { count: &mut count }.by_value().take(2)), [1, 2]);
    assert_eq!(moved(Counter { count: &mut count }.by_reference().take(2)), [3, 4]);
    assert_eq!(moved(raw(vec![1, 2])), [1, 2]);
    assert_eq!(moved(from_function(" ab ", |text| text.trim())), ['a', 'b']);
}
