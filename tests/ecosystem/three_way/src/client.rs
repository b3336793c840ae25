//! The client. There is no line in it that knows in which way it runs.

use std::fmt;
use std::generator::{Future, Stream};
use std::io;
use std::net::SocketAddr;
use std::slice;
use std::time::Duration;

use crate::net::Net;
use crate::resp::{Command, Head, Value};

/// Arrays lie in arrays no deeper than this.
const DEEPEST: usize = 32;

/// Lines are no longer than this.
const LONGEST_LINE: usize = 1 << 16;

/// How much is read at once.
const CHUNK: usize = 4096;

/// A connection to a Redis server.
pub struct Client<E: Net> {
    connection: E::Connection,
    /// How long a call may take, or a pipeline as a whole.
    patience: Duration,
    /// Room for what comes in. Between `start` and `end` is what has come and was not looked at.
    input: Vec<u8>,
    start: usize,
    end: usize,
    /// Whether the next reply belongs to the next command.
    in_step: bool,
}

impl<E: Net> fmt::Debug for Client<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("patience", &self.patience)
            .field("in_step", &self.in_step)
            .finish_non_exhaustive()
    }
}

/// Why the client could not do what it was asked to.
#[derive(Debug)]
pub enum Error {
    /// The network failed.
    Net(io::Error),
    /// The patience was at its end.
    TimedOut,
    /// The server went away.
    Closed,
    /// What the server sent is not RESP.
    Malformed(&'static str),
    /// The server refuses the command.
    Refused(String),
    /// The server replied, but with something else than the command is to give.
    Unexpected(Value),
    /// An earlier call broke off, so nobody knows whose the next reply is: connect anew.
    OutOfStep,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Net(error) => write!(f, "the network failed: {error}"),
            Error::TimedOut => f.write_str("the server took too long"),
            Error::Closed => f.write_str("the server went away"),
            Error::Malformed(what) => write!(f, "the server sent {what}"),
            Error::Refused(why) => write!(f, "the server refused: {why}"),
            Error::Unexpected(value) => write!(f, "the server replied {value:?}"),
            Error::OutOfStep => f.write_str("an earlier call broke off"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Net(error) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Error {
        match error.kind() {
            io::ErrorKind::TimedOut => Error::TimedOut,
            _ => Error::Net(error),
        }
    }
}

impl<E: Net> Client<E> {
    /// Connects to a server. No call may take longer than `patience`, nor may this.
    pub fn connect(
        address: SocketAddr,
        patience: Duration,
    ) => static impl Future<E, Return = Result<Client<E>, Error>> {
        let deadline = (ref executor).deadline(patience);
        let connection = await E::connect(address, deadline)?;
        Ok(Client { connection, patience, input: Vec::new(), start: 0, end: 0, in_step: true })
    }

    /// Gives a command and waits for the reply, which is no error.
    ///
    /// # Errors
    ///
    /// Any [`Error`]. After [`Refused`](Error::Refused) and [`Unexpected`](Error::Unexpected) the
    /// client can go on, after the others it is out of step.
    pub fn call(
        &mut self,
        command: &Command,
    ) => static impl Future<E, Return = Result<Value, Error>> {
        let mut replies = await self.pipeline(slice::from_ref(command))?;
        match replies.pop() {
            Some(Value::Error(why)) => Err(Error::Refused(why)),
            Some(value) => Ok(value),
            None => unreachable!("one reply for one command"),
        }
    }

    /// Gives several commands at once and waits for the replies, of which some may be errors.
    ///
    /// Nothing is read before all is written: this is for commands that the server has room for.
    ///
    /// # Errors
    ///
    /// All but [`Refused`](Error::Refused) and [`Unexpected`](Error::Unexpected). The client is out
    /// of step then, as it is when this is dropped before its end.
    pub fn pipeline(
        &mut self,
        commands: &[Command],
    ) => static impl Future<E, Return = Result<Vec<Value>, Error>> {
        if !std::mem::replace(&mut self.in_step, false) {
            return Err(Error::OutOfStep);
        }
        let deadline = (ref executor).deadline(self.patience);
        let mut bytes = Vec::new();
        commands.iter().for_each(|command| command.encode(&mut bytes));
        await self.send(&bytes, deadline)?;
        let mut replies = Vec::with_capacity(commands.len());
        for _ in commands {
            replies.push(self.receive(deadline).await?);
        }
        self.in_step = true;
        Ok(replies)
    }

    /// The value of a key, if it has one.
    pub fn get(
        &mut self,
        key: impl AsRef<[u8]>,
    ) => static impl Future<E, Return = Result<Option<Vec<u8>>, Error>> {
        match await self.call(&Command::new("GET").arg(key))? {
            Value::Nil => Ok(None),
            Value::Bytes(bytes) => Ok(Some(bytes)),
            other => Err(Error::Unexpected(other)),
        }
    }

    /// Gives a key a value.
    pub fn set(
        &mut self,
        key: impl AsRef<[u8]>,
        value: impl AsRef<[u8]>,
    ) => static impl Future<E, Return = Result<(), Error>> {
        match await self.call(&Command::new("SET").arg(key).arg(value))? {
            Value::Status(_) => Ok(()),
            other => Err(Error::Unexpected(other)),
        }
    }

    /// Adds one to the number that is the value of a key. Returns the sum.
    pub fn increment(
        &mut self,
        key: impl AsRef<[u8]>,
    ) => static impl Future<E, Return = Result<i64, Error>> {
        match await self.call(&Command::new("INCR").arg(key))? {
            Value::Integer(sum) => Ok(sum),
            other => Err(Error::Unexpected(other)),
        }
    }

    /// The keys that match a pattern. They are asked for page by page, as they are wanted.
    pub fn keys(
        &mut self,
        pattern: &str,
    ) => static impl Stream<E, Yield = Result<Vec<u8>, Error>, Return = ()> {
        let mut cursor = b"0".to_vec();
        loop {
            let (next, keys) = match await self.page(&cursor, pattern) {
                Ok(page) => page,
                Err(error) => {
                    yield Err(error);
                    return;
                }
            };
            for key in keys {
                yield Ok(key);
            }
            if next == b"0" {
                return;
            }
            cursor = next;
        }
    }

    /// A page of the keys, and where the next one begins.
    fn page(
        &mut self,
        cursor: &[u8],
        pattern: &str,
    ) => static impl Future<E, Return = Result<(Vec<u8>, Vec<Vec<u8>>), Error>> {
        let command = Command::new("SCAN").arg(cursor).arg("MATCH").arg(pattern);
        let page = await self.call(&command)?;
        let Value::Array(parts) = &page else { return Err(Error::Unexpected(page)) };
        let [Value::Bytes(next), Value::Array(keys)] = &parts[..] else {
            return Err(Error::Unexpected(page));
        };
        let mut names = Vec::with_capacity(keys.len());
        for key in keys {
            match key {
                Value::Bytes(name) => names.push(name.clone()),
                other => return Err(Error::Unexpected(other.clone())),
            }
        }
        Ok((next.clone(), names))
    }

    /// Writes all of these bytes.
    fn send(
        &mut self,
        mut bytes: &[u8],
        deadline: E::Deadline,
    ) => static impl Future<E, Return = Result<(), Error>> {
        while !bytes.is_empty() {
            match await E::write(&mut self.connection, bytes, deadline)? {
                0 => return Err(Error::Closed),
                written => bytes = &bytes[written..],
            }
        }
        Ok(())
    }

    /// Reads a value.
    fn receive(
        &mut self,
        deadline: E::Deadline,
    ) => static impl Future<E, Return = Result<Value, Error>> {
        // The arrays around the value, and how many values each still lacks.
        let mut around: Vec<(Vec<Value>, usize)> = Vec::new();
        loop {
            let line = await self.line(deadline)?;
            let mut value = match Head::parse(&line).map_err(Error::Malformed)? {
                Head::Whole(value) => value,
                Head::Bytes(length) => Value::Bytes(await self.bytes(length, deadline)?),
                Head::Array(_) if around.len() == DEEPEST => {
                    return Err(Error::Malformed("arrays in arrays without end"));
                }
                Head::Array(length) => {
                    around.push((Vec::new(), length));
                    continue;
                }
            };
            loop {
                let Some((values, lacking)) = around.last_mut() else { return Ok(value) };
                values.push(value);
                *lacking -= 1;
                if *lacking > 0 {
                    break;
                }
                value = Value::Array(std::mem::take(values));
                around.pop();
            }
        }
    }

    /// Reads a line, which ends with `\r\n`, and gives what is before that.
    fn line(
        &mut self,
        deadline: E::Deadline,
    ) => static impl Future<E, Return = Result<Vec<u8>, Error>> {
        // How much has been looked at, and has no end in it.
        let mut seen = 0;
        loop {
            let input = &self.input[self.start..self.end];
            if let Some(end) = input[seen..].windows(2).position(|pair| pair == b"\r\n") {
                let line = input[..seen + end].to_vec();
                self.start += seen + end + 2;
                return Ok(line);
            }
            if input.len() > LONGEST_LINE {
                return Err(Error::Malformed("a line without end"));
            }
            seen = input.len().saturating_sub(1);
            await self.fill(deadline)?;
        }
    }

    /// Reads so many bytes, and the `\r\n` after them.
    fn bytes(
        &mut self,
        length: usize,
        deadline: E::Deadline,
    ) => static impl Future<E, Return = Result<Vec<u8>, Error>> {
        loop {
            let input = &self.input[self.start..self.end];
            if input.len() >= length + 2 {
                let bytes = input[..length].to_vec();
                if &input[length..length + 2] != b"\r\n" {
                    return Err(Error::Malformed("more bytes than it said"));
                }
                self.start += length + 2;
                return Ok(bytes);
            }
            await self.fill(deadline)?;
        }
    }

    /// Reads more.
    fn fill(&mut self, deadline: E::Deadline) => static impl Future<E, Return = Result<(), Error>> {
        self.input.copy_within(self.start..self.end, 0);
        self.end -= self.start;
        self.start = 0;
        if self.input.len() < self.end + CHUNK {
            self.input.resize(2 * self.end + CHUNK, 0);
        }
        match await E::read(&mut self.connection, &mut self.input[self.end..], deadline)? {
            0 => Err(Error::Closed),
            length => {
                self.end += length;
                Ok(())
            }
        }
    }
}
