//@ edition: 2024

// Cloning a frame looks at all that it holds. So a frame is no `Clone` that holds, for its destructor to
// drop, what may dangle by then: a loan that has ended, or of a variable that moves with the frame.

#![feature(native_generators)]

use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

struct Shows<'a>(&'a String);

impl Clone for Shows<'_> {
    fn clone(&self) -> Self {
        assert!(self.0.len() < 100);
        Shows(self.0)
    }
}

fn of_what_moves(text: String) => impl Iterator<Item = usize> + Clone { //~ ERROR Clone
    let _shows = vec![Shows(&text)];
    yield 1;
}

fn of_what_is_gone(text: String) => impl Iterator<Item = usize> + Clone { //~ ERROR Clone
    let _shows = vec![Shows(&text)];
    drop(text);
    yield 1;
}

fn boxed(text: String) => impl Iterator<Item = usize> + Clone { //~ ERROR Clone
    let _shows = Box::new(Shows(&text));
    yield 1;
}

fn nested(text: String) => impl Iterator<Item = usize> + Clone { //~ ERROR Clone
    let _shows = (1, Some(VecDeque::from([[Shows(&text)]])));
    yield 1;
}

fn in_a_map(text: String) => impl Iterator<Item = usize> + Clone { //~ ERROR Clone
    let mut shows = HashMap::new();
    shows.insert(1, Shows(&text));
    yield 1;
}

fn of_a_box(text: Box<String>) => impl Iterator<Item = usize> + Clone {
    let shows = Shows(&*text); //~ ERROR [E0626]
    yield 1;
    yield shows.0.len();
}

/// Plain references, too: what is cloned could be looked at.
fn plain(text: String) => impl Iterator<Item = usize> + Clone { //~ ERROR Clone
    let _words = vec![text.as_str()];
    yield 1;
}

// What follows is accepted: not `Clone`, or not held, or not of the frame, or nothing that is cloned.

fn not_asked_for(text: String) => impl Iterator<Item = usize> {
    let _shows = vec![Shows(&text)];
    yield 1;
}

fn not_held(text: String) => impl Iterator<Item = usize> + Clone {
    let _shows = Shows(&text);
    let shows = vec![Shows(&text)];
    drop(shows);
    yield 1;
}

fn behind_a_reference(text: &String) => impl Iterator<Item = usize> + Clone {
    let shows = Rc::new(vec![Shows(text)]);
    yield shows.len();
    let boxed = Box::new(Shows(text));
    yield boxed.0.len();
}

fn main() {}
