//! A terminal for a Redis server: reads commands, a line each, and prints the replies.
//!
//! ```text
//! three_way [--tokio] ADDRESS
//! ```
//!
//! The session is written once. With `--tokio` it runs on tokio, and otherwise it just runs.

#![feature(native_generators)]

use std::fmt::{self, Write as _};
use std::generator::{self, Future, Generator};
use std::net::{AddrParseError, SocketAddr};
use std::process::ExitCode;
use std::time::Duration;

use three_way::{Client, Command, Error, Net, Value};

/// How long a server may take to reply.
const PATIENCE: Duration = Duration::from_secs(10);

/// Everything that is said in one connection.
fn session<E: Net>(
    address: SocketAddr,
    lines: impl Iterator<Item = String>,
) => static impl Future<E, Return = Result<(), Error>> {
    let mut client = await Client::<E>::connect(address, PATIENCE)?;
    for line in lines {
        let mut words = line.split_whitespace();
        let Some(name) = words.next() else { continue };
        match name {
            // What needs more than one command: the keys, and the value of each.
            "KEYS" => {
                let pattern = words.next().unwrap_or("*");
                let mut keys = Vec::new();
                await for key in client.keys(pattern) {
                    keys.push(key?);
                }
                let commands: Vec<Command> =
                    keys.iter().map(|key| Command::new("GET").arg(key)).collect();
                let values = await client.pipeline(&commands)?;
                for (key, value) in keys.iter().zip(&values) {
                    println!("{} = {}", key.escape_ascii(), Shown(value));
                }
            }
            _ => match await client.call(&words.fold(Command::new(name), Command::arg)) {
                Ok(value) => println!("{}", Shown(&value)),
                Err(Error::Refused(why)) => println!("(error) {why}"),
                Err(error) => return Err(error),
            },
        }
    }
    Ok(())
}

/// A reply as it is shown to people.
struct Shown<'a>(&'a Value);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Nil => f.write_str("(nil)"),
            Value::Status(text) => f.write_str(text),
            Value::Error(why) => write!(f, "(error) {why}"),
            Value::Integer(number) => write!(f, "(integer) {number}"),
            Value::Bytes(bytes) => write!(f, "\"{}\"", bytes.escape_ascii()),
            Value::Array(values) => {
                f.write_char('[')?;
                for (number, value) in values.iter().enumerate() {
                    f.write_str(if number == 0 { "" } else { ", " })?;
                    Shown(value).fmt(f)?;
                }
                f.write_char(']')
            }
        }
    }
}

/// Whether to run on tokio, and where the server is.
fn arguments() -> Option<(bool, Result<SocketAddr, AddrParseError>)> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [address] => Some((false, address.parse())),
        [flag, address] if flag == "--tokio" => Some((true, address.parse())),
        _ => None,
    }
}

fn main() -> ExitCode {
    let Some((on_tokio, Ok(address))) = arguments() else {
        eprintln!("usage: three_way [--tokio] ADDRESS, such as 127.0.0.1:6379");
        return ExitCode::FAILURE;
    };
    let lines = std::io::stdin().lines().map_while(Result::ok);
    let outcome = if on_tokio {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(session(address, lines).into_core())
    } else {
        generator::run(session(address, lines))
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
