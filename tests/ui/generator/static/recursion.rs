//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Boxed recursion in `static` bodies, with loans of each level alive in the levels below.

#![feature(native_generators)]
#![feature(never_type)]

use std::generator::{self, Boxed, Executor, Future, IntoBox, Stream};

/// A path of names, each borrowed from the frame of its level.
struct Path<'a> {
    name: &'a str,
    parent: Option<&'a Path<'a>>,
}

impl<'a> Path<'a> {
    fn text(&self) -> String {
        match self.parent {
            Some(parent) => parent.text() + "/" + self.name,
            None => self.name.to_string(),
        }
    }
}

struct Folder {
    name: &'static str,
    folders: Vec<Folder>,
}

fn paths<'a>(
    folder: &'a Folder,
    parent: Option<&'a Path<'a>>,
) => static impl Stream<(), Yield = String, Return = usize> {
    let name = folder.name.to_uppercase();
    let path = Path { name: &name, parent: parent };
    yield path.text();
    let mut count = 1;
    for folder in &folder.folders {
        count += yield.. paths(folder, Some(&path)).into_box();
    }
    count
}

fn sum<'a, E: Executor + 'a>(numbers: &'a mut [u32]) => static impl Future<E, Return = u32> {
    let length = numbers.len();
    let (left, right) = numbers.split_at_mut(length / 2);
    match length {
        0 => 0,
        1 => std::mem::replace(&mut right[0], 0),
        _ => await sum(left).into_box() + sum(right).into_box().await,
    }
}

/// A movable body and a `static` one that await each other.
fn ping<'a>(rounds: u32) => impl Future<(), Return = String> {
    match rounds.checked_sub(1) {
        Some(left) => await pong(left, "-".to_string()).into_box(),
        None => "ping".to_string(),
    }
}

fn pong<'a>(rounds: u32, separator: String) => static impl Future<(), Return = String> {
    let separator = separator.as_str();
    let next: Boxed<'_, (), !, String> = ping(rounds).into_box();
    let text = await next;
    text + separator + "pong"
}

fn main() {
    let leaf = |name| Folder { name: name, folders: vec![] };
    let middle = Folder { name: "b", folders: vec![leaf("c"), leaf("d")] };
    let root = Folder { name: "a", folders: vec![middle, leaf("e")] };
    let mut all = vec![];
    fn collect<'a>(
        root: &'a Folder,
        all: &'a mut Vec<String>,
    ) => static impl Future<(), Return = usize> {
        await for path in paths(root, None) {
            all.push(path);
        }
    }
    assert_eq!(generator::run(collect(&root, &mut all)), 5);
    assert_eq!(all, ["A", "A/B", "A/B/C", "A/B/D", "A/E"]);

    let mut numbers = (1..=9).collect::<Vec<_>>();
    assert_eq!(generator::run(sum(&mut numbers)), 45);
    assert_eq!(numbers, [0; 9]);
    assert_eq!(generator::run(ping(2)), "ping-pong-pong");
}
