//! The server as a program of its own, and people who talk.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;

use chat::{LONGEST, QUEUE, Refusal, Room};

/// A server that ends with the test.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start() -> Server {
        let mut process = Command::new(env!("CARGO_BIN_EXE_chat"))
            .arg("127.0.0.1:0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening at ").unwrap().to_owned();
        Server { process, address }
    }

    fn connect(&self) -> Person {
        let stream = TcpStream::connect(&self.address).unwrap();
        let mut person = Person { reader: BufReader::new(stream.try_clone().unwrap()), stream };
        assert_eq!(person.reads(), "* your name?");
        person
    }

    /// Somebody who has come in, and found those there.
    fn enter(&self, name: &str, found: &str) -> Person {
        let mut person = self.connect();
        person.says(name);
        assert_eq!(person.reads(), found);
        person
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

struct Person {
    reader: BufReader<TcpStream>,
    stream: TcpStream,
}

impl Person {
    fn says(&mut self, line: &str) {
        self.stream.write_all(format!("{line}\n").as_bytes()).unwrap();
    }

    /// The next line; an empty one when there are no more.
    fn reads(&mut self) -> String {
        let mut line = String::new();
        self.reader.read_line(&mut line).unwrap();
        line.trim_end_matches('\n').to_owned()
    }
}

#[test]
fn people_come_talk_and_go() {
    let server = Server::start();
    let mut ada = server.enter("ada", "* nobody else is here");
    let mut bob = server.enter("bob", "* here: ada");
    assert_eq!(ada.reads(), "* bob is here");
    let mut cy = server.enter("cy", "* here: ada, bob");
    assert_eq!(ada.reads(), "* cy is here");
    assert_eq!(bob.reads(), "* cy is here");

    ada.says("hello, both");
    assert_eq!(bob.reads(), "ada: hello, both");
    assert_eq!(cy.reads(), "ada: hello, both");
    bob.says("  hello, ada\r");
    assert_eq!(cy.reads(), "bob: hello, ada");
    // The first that ada reads: nobody hears themselves.
    assert_eq!(ada.reads(), "bob: hello, ada");

    bob.says("/quit");
    assert_eq!(bob.reads(), "");
    assert_eq!(ada.reads(), "* bob is gone");
    assert_eq!(cy.reads(), "* bob is gone");
    // Without a word.
    drop(cy);
    assert_eq!(ada.reads(), "* cy is gone");
    ada.says("/who");
    assert_eq!(ada.reads(), "* nobody else is here");
    server.enter("bob", "* here: ada");
}

#[test]
fn every_line_reaches_all_others() {
    const PEOPLE: usize = 6;
    const LINES: usize = 50;
    let server = Server::start();
    let mut people: Vec<(String, Person)> = Vec::new();
    for n in 0..PEOPLE {
        let names: Vec<&str> = people.iter().map(|(name, _)| name.as_str()).collect();
        let found = match names[..] {
            [] => "* nobody else is here".to_owned(),
            _ => format!("* here: {}", names.join(", ")),
        };
        let name = format!("p{n}");
        let person = server.enter(&name, &found);
        for (_, other) in &mut people {
            assert_eq!(other.reads(), format!("* {name} is here"));
        }
        people.push((name, person));
    }
    let talk = |(name, mut person): (String, Person)| {
        thread::spawn(move || {
            for n in 0..LINES {
                person.says(&format!("line {n} of {name}"));
            }
            let mut heard: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for _ in 0..(PEOPLE - 1) * LINES {
                let line = person.reads();
                let (from, text) = line.split_once(": ").unwrap();
                heard.entry(from.to_owned()).or_default().push(text.to_owned());
            }
            (name, heard, person)
        })
    };
    let talks: Vec<_> = people.into_iter().map(talk).collect();
    // The people stay until everybody is done.
    let ends: Vec<_> = talks.into_iter().map(|talk| talk.join().unwrap()).collect();
    for (name, heard, _) in &ends {
        assert_eq!(heard.len(), PEOPLE - 1);
        assert!(!heard.contains_key(name));
        for (from, lines) in heard {
            assert!((0..LINES).map(|n| format!("line {n} of {from}")).eq(lines.iter().cloned()));
        }
    }
}

#[test]
fn names_are_asked_for_until_they_are_good() {
    let server = Server::start();
    let mut ada = server.enter("ada", "* nobody else is here");
    let mut other = server.connect();
    for (name, answer) in [
        ("", "* a name is letters and digits, and no more than twenty"),
        ("two words", "* a name is letters and digits, and no more than twenty"),
        ("abcdefghijklmnopqrstu", "* a name is letters and digits, and no more than twenty"),
        ("ada", "* somebody has that name"),
        ("bob", "* here: ada"),
    ] {
        other.says(name);
        assert_eq!(other.reads(), answer);
    }
    assert_eq!(ada.reads(), "* bob is here");
    // Gone before they said who they are: nobody is told.
    drop(server.connect());
    other.says("still here");
    assert_eq!(ada.reads(), "bob: still here");
}

#[test]
fn a_line_in_pieces_is_one_and_too_long_a_line_is_the_last() {
    let server = Server::start();
    let mut ada = server.enter("ada", "* nobody else is here");
    let mut bob = server.enter("bob", "* here: ada");
    assert_eq!(ada.reads(), "* bob is here");
    for n in 0..20 {
        // What bob hears comes between the pieces of what he says.
        bob.stream.write_all(format!("{n} ").as_bytes()).unwrap();
        ada.says(&format!("{n}?"));
        assert_eq!(bob.reads(), format!("ada: {n}?"));
    }
    bob.says("and that is all");
    let numbers: String = (0..20).map(|n| format!("{n} ")).collect();
    assert_eq!(ada.reads(), format!("bob: {numbers}and that is all"));

    bob.says(&"x".repeat(LONGEST - 1));
    assert_eq!(ada.reads(), format!("bob: {}", "x".repeat(LONGEST - 1)));
    bob.says(&"x".repeat(LONGEST));
    assert_eq!(bob.reads(), "* that line was too long");
    assert_eq!(bob.reads(), "");
    assert_eq!(ada.reads(), "* bob is gone");
}

#[test]
fn who_does_not_read_has_to_leave() {
    let room = Arc::new(Room::default());
    let (ada, _heard) = room.enter("ada").unwrap();
    let (bob, mut heard) = room.enter("bob").unwrap();
    for _ in 0..=QUEUE {
        assert!(!heard.is_closed());
        ada.say("are you there?");
    }
    assert!(heard.is_closed());
    for _ in 0..QUEUE {
        assert_eq!(&*heard.try_recv().unwrap(), "ada: are you there?\n");
    }
    assert!(heard.try_recv().is_err());
    // The name is free when bob has seen it.
    assert_eq!(room.enter("bob").err(), Some(Refusal::Taken));
    drop(bob);
    assert!(room.enter("bob").is_ok());
}
