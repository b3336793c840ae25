//! An executor for tests: a network that does what it is told, without a network.
//!
//! A [`Script`] says what the server does on each connection. It is also told how to be tiresome: to
//! move no more than so many bytes at once, to block so often before anything goes on. Time passes
//! only when everybody waits for it.

use std::cell::Cell;
use std::collections::VecDeque;
use std::generator::{self, Executor, Future, State};
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::rc::Rc;
use std::time::Duration;

use crate::net::Net;

/// What a server does next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// It reads, and expects these bytes.
    Expect(Vec<u8>),
    /// It sends these bytes.
    Send(Vec<u8>),
    /// It says nothing any more, and keeps the connection open.
    Silence,
    /// The connection breaks. (Where no moves are left, it ends in good order.)
    Break(io::ErrorKind),
}

/// The executor.
#[derive(Debug)]
pub struct Script {
    /// The moves of each connection to come.
    connections: VecDeque<VecDeque<Move>>,
    /// The most bytes that are read or written at once.
    piece: usize,
    /// How often everything blocks before it goes on.
    blocks: u32,
    /// How often what is tried now has blocked already.
    blocked: u32,
    now: Duration,
    /// How many connections there are.
    open: Rc<Cell<usize>>,
}

/// Why a script blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blocked {
    /// For no reason: it goes on when it is resumed again.
    Busy,
    /// Nothing happens before this time.
    Until(Duration),
}

impl Executor for Script {
    type Blocked = Blocked;
    type Resume = ();

    fn take_resume(&mut self) {}
}

impl Script {
    /// A script for some connections, one after the other. Connecting once more is refused.
    pub fn new(connections: Vec<Vec<Move>>) -> Script {
        Script {
            connections: connections.into_iter().map(VecDeque::from).collect(),
            piece: usize::MAX,
            blocks: 0,
            blocked: 0,
            now: Duration::ZERO,
            open: Rc::default(),
        }
    }

    /// Lets no more than `piece` bytes be read or written at once.
    #[must_use]
    pub fn in_pieces_of(self, piece: usize) -> Script {
        Script { piece, ..self }
    }

    /// Lets everything block so often before it goes on.
    #[must_use]
    pub fn blocking(self, blocks: u32) -> Script {
        Script { blocks, ..self }
    }

    /// The time that has passed.
    pub fn now(&self) -> Duration {
        self.now
    }

    /// How many connections are open.
    pub fn open(&self) -> usize {
        self.open.get()
    }

    /// Runs a future to its end.
    pub fn run<F: Future<Script>>(&mut self, future: F) -> F::Return {
        self.run_for(usize::MAX, future).expect("nobody waits that often")
    }

    /// Runs a future until it has blocked so many times, and drops it then.
    pub fn run_for<F: Future<Script>>(&mut self, blocks: usize, future: F) -> Option<F::Return> {
        let mut future = pin!(future);
        for _ in 0..=blocks {
            match future.as_mut().resume(self) {
                State::Complete(value) => return Some(value),
                State::Blocked(Blocked::Busy) => {}
                State::Blocked(Blocked::Until(time)) => self.now = time,
            }
        }
        None
    }

    /// Whether to block once more before going on.
    fn is_busy(&mut self) -> bool {
        self.blocked = (self.blocked + 1) % (self.blocks + 1);
        self.blocked != 0
    }
}

/// A connection of a [`Script`].
#[derive(Debug)]
pub struct Connection {
    moves: VecDeque<Move>,
    /// How much of the first move has been sent.
    sent: usize,
    /// How much of the first bytes that are expected has come.
    met: usize,
    open: Rc<Cell<usize>>,
}

impl Connection {
    fn new(moves: VecDeque<Move>, open: &Rc<Cell<usize>>) -> Connection {
        open.set(open.get() + 1);
        Connection { moves, sent: 0, met: 0, open: Rc::clone(open) }
    }

    /// Reads what the server sends, unless it waits for something first: then there is nothing yet.
    fn read(&mut self, buffer: &mut [u8], piece: usize) -> Option<io::Result<usize>> {
        match self.moves.front() {
            Some(Move::Send(bytes)) => {
                let bytes = &bytes[self.sent..];
                let length = bytes.len().min(buffer.len()).min(piece);
                buffer[..length].copy_from_slice(&bytes[..length]);
                self.sent += length;
                if length == bytes.len() {
                    self.sent = 0;
                    self.moves.pop_front();
                    self.forget_what_is_met();
                }
                Some(Ok(length))
            }
            Some(Move::Expect(_) | Move::Silence) => None,
            Some(Move::Break(kind)) => Some(Err((*kind).into())),
            None => Some(Ok(0)),
        }
    }

    /// Writes what the server expects next, whatever it sends before.
    ///
    /// # Panics
    ///
    /// Panics if that is something else.
    fn write(&mut self, bytes: &[u8], piece: usize) -> io::Result<usize> {
        if let Some(Move::Break(kind)) = self.moves.front() {
            return Err((*kind).into());
        }
        let mut expectations = self.moves.iter_mut().filter_map(|next| match next {
            Move::Expect(expected) => Some(expected),
            _ => None,
        });
        let Some(expected) = expectations.find(|expected| !expected.is_empty()) else {
            panic!("{:?} was not expected", String::from_utf8_lossy(bytes));
        };
        let rest = &expected[self.met..];
        let length = bytes.len().min(piece).min(rest.len());
        assert!(
            rest[..length] == bytes[..length],
            "expected {:?}, and there came {:?}",
            String::from_utf8_lossy(rest),
            String::from_utf8_lossy(bytes)
        );
        self.met += length;
        if self.met == expected.len() {
            self.met = 0;
            expected.clear();
            self.forget_what_is_met();
        }
        Ok(length)
    }

    /// Removes from the front what was expected and has come.
    fn forget_what_is_met(&mut self) {
        while self.moves.front().is_some_and(|next| *next == Move::Expect(Vec::new())) {
            self.moves.pop_front();
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.open.set(self.open.get() - 1);
    }
}

impl Net for Script {
    type Connection = Connection;
    type Deadline = Duration;

    fn deadline(&mut self, patience: Duration) -> Duration {
        self.now + patience
    }

    fn connect(
        _: SocketAddr,
        deadline: Duration,
    ) => static impl Future<Script, Return = io::Result<Connection>> {
        await attempt(deadline, |script| {
            Some(match script.connections.pop_front() {
                Some(moves) => Ok(Connection::new(moves, &script.open)),
                None => Err(io::ErrorKind::ConnectionRefused.into()),
            })
        })
    }

    fn read(
        connection: &mut Connection,
        buffer: &mut [u8],
        deadline: Duration,
    ) => static impl Future<Script, Return = io::Result<usize>> {
        await attempt(deadline, |script| connection.read(buffer, script.piece))
    }

    fn write(
        connection: &mut Connection,
        bytes: &[u8],
        deadline: Duration,
    ) => static impl Future<Script, Return = io::Result<usize>> {
        await attempt(deadline, |script| Some(connection.write(bytes, script.piece)))
    }
}

/// Tries something until there is an outcome, or until the deadline.
fn attempt<T>(
    deadline: Duration,
    attempt: impl FnMut(&mut Script) -> Option<io::Result<T>>,
) => impl Future<Script, Return = io::Result<T>> {
    let mut attempt = attempt;
    await generator::from_fn(move |script: &mut Script| {
        if script.is_busy() {
            return State::Blocked(Blocked::Busy);
        }
        if let Some(outcome) = attempt(script) {
            return State::Complete(outcome);
        }
        if script.now < deadline {
            return State::Blocked(Blocked::Until(deadline));
        }
        State::Complete(Err(io::ErrorKind::TimedOut.into()))
    })
}
