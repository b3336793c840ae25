//@ edition: 2024

// Cloning a frame looks at all that it holds, also at what its destructor does not look at. So in a
// generator that is to be `Clone` nothing may dangle that is held: what it refers to may not have
// ended, nor move with the frame. What does not say that it is `Clone` is none then.

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

fn of_what_moves(text: String) => impl Iterator<Item = usize> + Clone {
    let _shows = vec![Shows(&text)]; //~ ERROR [E0626]
    yield 1;
}

fn of_what_is_gone(text: String) => impl Iterator<Item = usize> + Clone {
    let _shows = vec![Shows(&text)]; //~ ERROR [E0626]
    drop(text); //~ ERROR [E0505]
    yield 1;
}

fn boxed(text: String) => impl Iterator<Item = usize> + Clone {
    let _shows = Box::new(Shows(&text)); //~ ERROR [E0626]
    yield 1;
}

fn nested(text: String) => impl Iterator<Item = usize> + Clone {
    let _shows = (1, Some(VecDeque::from([[Shows(&text)]]))); //~ ERROR [E0626]
    yield 1;
}

fn in_a_map(text: String) => impl Iterator<Item = usize> + Clone {
    let mut shows = HashMap::new();
    shows.insert(1, Shows(&text)); //~ ERROR [E0626]
    yield 1;
}

fn of_a_box(text: Box<String>) => impl Iterator<Item = usize> + Clone {
    let shows = Shows(&*text); //~ ERROR [E0626]
    yield 1;
    yield shows.0.len();
}

/// Plain references, too: what is cloned could be looked at.
fn plain(text: String) => impl Iterator<Item = usize> + Clone {
    let _words = vec![text.as_str()]; //~ ERROR [E0626]
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

fn clone<T: Clone>(_: &T) {}

fn main() {
    let text = String::new();
    let of_what_waits = || => {
        let _shows = vec![Shows(&text)];
        yield 1;
    };
    clone(&of_what_waits()); //~ ERROR `{generator@
    let of_what_is_used = || => {
        let shows = vec![Shows(&text)];
        yield 1;
        yield shows.len();
        drop(shows);
        yield 2;
    };
    clone(&of_what_is_used());
}
