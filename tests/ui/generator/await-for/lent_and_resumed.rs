//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// A stream lent to one loop goes on in the next; what `break` leaves in it is not lost.

#![feature(native_generators)]

use std::generator::{self, Future, Stream};

fn header<S>(stream: &mut S) => impl Future<(), Return = Vec<(String, String)>>
where
    S: Stream<(), Yield = String, Return = ()> + Unpin,
{
    let mut fields = vec![];
    await for line in stream.by_mut() {
        let Some(at) = line.find(": ") else { break };
        fields.push((line[..at].to_string(), line[at + 2..].to_string()));
    }
    fields
}

fn body<S>(stream: &mut S) => impl Future<(), Return = String>
where
    S: Stream<(), Yield = String, Return = ()> + Unpin,
{
    let mut body = String::new();
    await for line in stream.by_mut() {
        body += &line;
    }
    body
}

fn lines(text: &str) => impl Stream<(), Yield = String, Return = ()> {
    for line in text.split('\n') {
        yield line.to_string();
    }
}

fn message<S>(stream: &mut S) => impl Future<(), Return = (usize, String)>
where
    S: Stream<(), Yield = String, Return = ()> + Unpin,
{
    let fields = await header(stream);
    assert!(fields.iter().all(|field| field.0.len() == 1));
    (fields.len(), await body(stream))
}

fn main() {
    let mut lines = lines("a: 1\nb: 2\n\nsome\ntext");
    assert_eq!(generator::run(message(&mut lines)), (2, "sometext".to_string()));
}
