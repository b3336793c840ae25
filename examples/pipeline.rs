//! From a log to sessions: each stage of the pipeline is a generator that takes the one before it.
//!
//! Standard input has lines such as `09:15 ada login`. A user's session ends after half an hour of
//! silence. The report tells when each session began, how long it was, and what was done in it.

#![feature(native_generators)]

use std::collections::BTreeMap;
use std::io;

struct Event {
    minute: u32,
    user: String,
    action: String,
}

#[derive(Default)]
struct Session {
    user: String,
    start: u32,
    end: u32,
    actions: Vec<String>,
}

/// Leaves out comments and empty lines.
fn significant(lines: impl Iterator<Item = String>) => impl Iterator<Item = String> {
    for line in lines {
        if let Some(text) = line.split('#').next().map(str::trim)
            && !text.is_empty()
        {
            yield text.to_string()
        }
    }
}

/// Reads events; says what it could not read.
fn events(lines: impl Iterator<Item = String>) => impl Iterator<Item = Event> {
    for line in lines {
        match parse(&line) {
            Some(event) => yield event,
            None => println!("      ignored: {line}"),
        }
    }
}

fn parse(line: &str) -> Option<Event> {
    let mut words = line.split_whitespace();
    let (hours, minutes) = words.next()?.split_once(':')?;
    let minute = hours.parse::<u32>().ok()? * 60 + minutes.parse::<u32>().ok()?;
    let user = words.next()?.to_string();
    Some(Event { minute, user, action: words.collect::<Vec<_>>().join(" ") })
}

/// Gathers the events of each user into sessions, given out as they end.
fn sessions(events: impl Iterator<Item = Event>, silence: u32) => impl Iterator<Item = Session> {
    let mut open: BTreeMap<String, Session> = BTreeMap::new();
    for Event { minute, user, action } in events {
        while let Some(user) = open
            .values()
            .find(|session| session.end + silence < minute)
            .map(|session| session.user.clone())
        {
            yield open.remove(&user).unwrap_or_default();
        }
        let session = open.entry(user).or_insert_with_key(|user| Session {
            user: user.clone(),
            start: minute,
            ..Session::default()
        });
        session.end = minute;
        session.actions.push(action);
    }
    for session in open.into_values() {
        yield session
    }
}

fn main() {
    let lines = io::stdin().lines().map_while(Result::ok);
    for Session { user, start, end, actions } in sessions(events(significant(lines)), 30) {
        let (hours, minutes, length) = (start / 60, start % 60, end - start);
        println!("{hours:02}:{minutes:02} {user}, {length} min: {}", actions.join(", "));
    }
}
