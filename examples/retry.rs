//! Tries again: a helper that waits longer after each failure, written once for threads and tasks.
//!
//! `retry` asks its executor for nothing but a clock. Under `()` it is an ordinary function that
//! lets the thread sleep; under an event loop many of them wait side by side. What the program
//! prints comes from the servers, each of which fails a few times.
//!
//! `./x.py run examples/retry.rs`

#![feature(native_generators)]

use std::cell::{Cell, RefCell};
use std::fmt;
use std::generator::{self, EventLoop, Future, Timer};
use std::time::Duration;

/// Makes up to `attempts` attempts, and pauses between them, each time twice as long.
fn retry<E, F, T, X>(
    mut attempt: impl FnMut() -> F + Unpin,
    attempts: u32,
    mut pause: Duration,
) => impl Future<E, Return = Result<T, X>>
where
    E: Timer,
    F: Future<E, Return = Result<T, X>> + Unpin,
{
    for _ in 1..attempts {
        let result = await attempt();
        if result.is_ok() {
            return result;
        }
        await E::sleep(pause);
        pause *= 2;
    }
    await attempt()
}

/// A server that is busy as often, and then answers.
struct Server {
    name: &'static str,
    busy: Cell<u32>,
    log: RefCell<Vec<String>>,
}

#[derive(Debug)]
struct Busy;

impl fmt::Display for Busy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("busy")
    }
}

impl Server {
    fn new(name: &'static str, busy: u32) -> Server {
        Server { name, busy: Cell::new(busy), log: RefCell::default() }
    }

    fn request<E: Timer>(&self) => impl Future<E, Return = Result<String, Busy>> {
        await E::sleep(Duration::from_millis(1));
        let result = match self.busy.get() {
            0 => Ok(format!("{} says hello", self.name)),
            busy => {
                self.busy.set(busy - 1);
                Err(Busy)
            }
        };
        self.log.borrow_mut().push(match &result {
            Ok(_) => "answered".to_string(),
            Err(error) => error.to_string(),
        });
        result
    }
}

fn ask<E: Timer>(server: &Server) => impl Future<E, Return = Result<String, Busy>> {
    await retry(|| server.request(), 4, Duration::from_millis(2))
}

fn report(server: &Server, answer: Result<String, Busy>) {
    println!("  {}: {}", server.name, server.log.borrow().join(", "));
    match answer {
        Ok(answer) => println!("    {answer}"),
        Err(error) => println!("    given up, it is {error}"),
    }
}

fn main() {
    let servers = [("ada", 0), ("bob", 2), ("cyd", 9)];

    println!("one after the other, on this thread:");
    for (name, busy) in servers {
        let server = Server::new(name, busy);
        report(&server, generator::run(ask(&server)));
    }

    println!("side by side, on an event loop:");
    let servers = servers.map(|(name, busy)| Server::new(name, busy));
    let all = servers.each_ref().map(ask);
    for (server, answer) in servers.iter().zip(EventLoop::new().run(generator::join(all))) {
        report(server, answer);
    }
}
