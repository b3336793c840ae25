//! A chat server on tokio: everybody in the room reads what anybody says.
//!
//! Each visitor is a task, and the task is one generator body that is read from top to bottom:
//! [`visit`] asks for a name, and then listens to its visitor and to the room at once. The visitor's
//! lines come from another generator, [`lines`], whose frame the first one holds. It keeps half a line
//! where `select!` turns to something else in between, so that nothing is lost.

#![feature(native_generators)]

mod room;

use std::future::Future;
use std::generator::{self, State, Stream, Task};
use std::io;
use std::pin::{Pin, pin};
use std::sync::Arc;

use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

pub use room::{Presence, QUEUE, Refusal, Room};

/// The longest line that anybody may say, in bytes.
pub const LONGEST: usize = 1000;

/// Lets everybody in, for ever.
pub fn serve(listener: TcpListener) => static impl Future<Output = io::Result<()>> {
    let room = Arc::new(Room::default());
    loop {
        let (stream, address) = await listener.accept()?;
        let visit = visit(stream, Arc::clone(&room));
        tokio::spawn(async move {
            if let Err(error) = visit.await {
                eprintln!("{address}: {error}");
            }
        });
    }
}

/// One visitor, from coming to leaving.
pub fn visit(
    mut stream: TcpStream,
    room: Arc<Room>,
) => static impl Future<Output = io::Result<()>> {
    let (reader, mut writer) = stream.split();
    let mut said = pin!(lines(BufReader::new(reader)));
    await writer.write_all(b"* your name?\n")?;
    let (presence, mut heard) = loop {
        let Some(name) = await next(said.as_mut()) else { return Ok(()) };
        match room.enter(&name?) {
            Ok(entered) => break entered,
            Err(refusal) => await writer.write_all(format!("* {refusal}\n").as_bytes())?,
        }
    };
    await writer.write_all(company(&presence).as_bytes())?;
    loop {
        tokio::select! {
            line = next(said.as_mut()) => match line.transpose() {
                Ok(None) => return Ok(()),
                Ok(Some(line)) => match line.as_str() {
                    "/quit" => return Ok(()),
                    "/who" => await writer.write_all(company(&presence).as_bytes())?,
                    line => presence.say(line),
                },
                Err(error) => {
                    await writer.write_all(format!("* {error}\n").as_bytes())?;
                    return Err(error);
                }
            },
            line = heard.recv() => match line {
                Some(line) => await writer.write_all(line.as_bytes())?,
                None => return Err(io::Error::other("reads too slowly")),
            },
        }
    }
}

/// Who else is there.
fn company(presence: &Presence) -> String {
    let others = presence.others();
    match &others[..] {
        [] => "* nobody else is here\n".to_owned(),
        _ => format!("* here: {}\n", others.join(", ")),
    }
}

/// The lines that come from a reader, without their ends. A line that is too long is an error, and the
/// last; one that is not ended is not said.
fn lines(
    mut reader: impl AsyncBufRead + Unpin,
) => static impl Stream<Task, Yield = io::Result<String>, Return = ()> {
    let mut line = Vec::new();
    loop {
        let bytes = match await reader.fill_buf() {
            Ok([]) => return,
            Ok(bytes) => bytes,
            Err(error) => {
                yield Err(error);
                return;
            }
        };
        let end = bytes.iter().position(|byte| *byte == b'\n');
        let length = end.map_or(bytes.len(), |end| end + 1);
        line.extend_from_slice(&bytes[..length]);
        reader.consume(length);
        if line.len() > LONGEST {
            yield Err(io::Error::new(io::ErrorKind::InvalidData, "that line was too long"));
            return;
        }
        if end.is_some() {
            yield Ok(String::from_utf8_lossy(&line).trim().to_owned());
            line.clear();
        }
    }
}

/// What a stream yields next. The stream goes on where it was, even if nobody waits for this to its
/// end.
fn next<S: Stream<Task, Return = ()>>(
    mut stream: Pin<&mut S>,
) => impl Future<Output = Option<S::Yield>> {
    await generator::from_fn(move |task: &mut Task| match stream.as_mut().resume(task) {
        State::Yielded(value) => State::Complete(Some(value)),
        State::Complete(()) => State::Complete(None),
        State::Blocked(()) => State::Blocked(()),
    })
}
