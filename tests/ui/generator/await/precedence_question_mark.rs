//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `await` binds tighter than `?`, looser than calls and fields; the postfix chain goes on after.

#![feature(native_generators)]

use std::generator::{self, Future};

struct Sock {
    inner: Inner,
}

struct Inner {
    limit: u32,
}

#[derive(Debug, PartialEq)]
struct Page {
    size: u32,
    title: String,
}

impl Inner {
    fn read(&self, n: u32) => impl Future<(), Return = Result<Page, String>> {
        if n > self.limit {
            return Err(format!("{} is too much", n));
        }
        Ok(Page { size: n, title: "title".to_string() })
    }
}

fn question(sock: &Sock, n: u32) => impl Future<(), Return = Result<u32, String>> {
    let page = await sock.inner.read(n)?;
    let size = await sock.inner.read(n + 1)?.size;
    let letters = await sock.inner.read(n + 2)?.title.len() as u32;
    let power = await sock.inner.read(n)?.size.pow(2);
    Ok(page.size + size * 10 + letters * 100 + power * 1000)
}

fn optional(n: Option<Option<u32>>) => impl Future<(), Return = Option<u32>> {
    let n = await generator::ready(n)??;
    Some(n + await generator::ready(Some((n, 1)))?.1)
}

fn main() {
    let sock = Sock { inner: Inner { limit: 4 } };
    assert_eq!(generator::run(question(&sock, 2)), Ok(4532));
    assert_eq!(generator::run(question(&sock, 3)), Err("5 is too much".to_string()));
    assert_eq!(generator::run(question(&sock, 4)), Err("5 is too much".to_string()));
    assert_eq!(generator::run(question(&sock, 5)), Err("5 is too much".to_string()));
    assert_eq!(generator::run(optional(Some(Some(1)))), Some(2));
    assert_eq!(generator::run(optional(Some(None))), None);
    assert_eq!(generator::run(optional(None)), None);
}
