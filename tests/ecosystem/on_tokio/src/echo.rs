//! A server that sends back what it is sent, and a client that checks it.
//!
//! A message is its length, four bytes with the highest first, and as many bytes. The server answers
//! with the same message. A client may send any number of messages before it reads an answer.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

/// The longest message that the server takes.
pub const LONGEST: usize = 1 << 16;

/// What a server has done so far.
#[derive(Debug, Default)]
pub struct Served {
    pub connections: AtomicU64,
    pub messages: AtomicU64,
    pub bytes: AtomicU64,
}

/// Serves everyone who connects, until `count` connections have come and gone.
pub fn listen(
    listener: TcpListener,
    count: usize,
    served: Arc<Served>,
) => static impl Future<Output = io::Result<()>> {
    let mut handlers = JoinSet::new();
    for _ in 0..count {
        let (stream, _) = await listener.accept()?;
        handlers.spawn(serve(stream, Arc::clone(&served)));
    }
    while let Some(handler) = await handlers.join_next() {
        handler.expect("a handler panicked")?;
    }
    Ok(())
}

/// Serves one connection until the client has nothing more to say.
pub fn serve(
    mut stream: TcpStream,
    served: Arc<Served>,
) => static impl Future<Output = io::Result<()>> {
    served.connections.fetch_add(1, Ordering::Relaxed);
    // A message is written in two pieces, and the second is not to wait for an acknowledgement.
    stream.set_nodelay(true)?;
    // Two halves that borrow the stream, while the frame waits.
    let (mut reader, mut writer) = stream.split();
    let mut message = Vec::new();
    while await receive(&mut reader, &mut message)? {
        await send(&mut writer, &message)?;
        served.messages.fetch_add(1, Ordering::Relaxed);
        served.bytes.fetch_add(message.len() as u64, Ordering::Relaxed);
    }
    await writer.shutdown()
}

/// Reads one message in place of what `message` holds. `false` says that there are no more.
pub fn receive(
    mut reader: impl AsyncRead + Unpin,
    message: &mut Vec<u8>,
) => static impl Future<Output = io::Result<bool>> {
    let mut length = [0; 4];
    // The end may come before a message, but not within.
    if await reader.read(&mut length[..1])? == 0 {
        return Ok(false);
    }
    await reader.read_exact(&mut length[1..])?;
    let length = u32::from_be_bytes(length) as usize;
    if length > LONGEST {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "message too long"));
    }
    message.resize(length, 0);
    await reader.read_exact(message)?;
    Ok(true)
}

/// Sends one message.
pub fn send(
    mut writer: impl AsyncWrite + Unpin,
    message: &[u8],
) => static impl Future<Output = io::Result<()>> {
    await writer.write_all(&(message.len() as u32).to_be_bytes())?;
    await writer.write_all(message)?;
    await writer.flush()
}

/// Sends messages one by one, and reads each answer before the next. Returns how many came back as
/// they went.
pub fn converse(
    address: SocketAddr,
    messages: impl Iterator<Item = Vec<u8>>,
) => static impl Future<Output = io::Result<u64>> {
    let mut stream = await TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    let mut echoed = 0;
    let mut answer = Vec::new();
    for message in messages {
        await send(&mut stream, &message)?;
        if !await receive(&mut stream, &mut answer)? || answer != message {
            return Err(io::Error::other("not what was sent"));
        }
        echoed += 1;
    }
    await stream.shutdown()?;
    if await receive(&mut stream, &mut answer)? {
        return Err(io::Error::other("more than was sent"));
    }
    Ok(echoed)
}

/// Sends messages without waiting for the answers, which are read at the same time.
pub fn pour(
    address: SocketAddr,
    messages: impl Iterator<Item = Vec<u8>> + Clone,
) => static impl Future<Output = io::Result<u64>> {
    let mut stream = await TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    let (reader, writer) = stream.split();
    let ((), echoed) =
        tokio::try_join!(send_all(writer, messages.clone()), check_all(reader, messages))?;
    Ok(echoed)
}

fn send_all(
    mut writer: impl AsyncWrite + Unpin,
    messages: impl Iterator<Item = Vec<u8>>,
) => static impl Future<Output = io::Result<()>> {
    for message in messages {
        await send(&mut writer, &message)?;
    }
    await writer.shutdown()
}

fn check_all(
    mut reader: impl AsyncRead + Unpin,
    messages: impl Iterator<Item = Vec<u8>>,
) => static impl Future<Output = io::Result<u64>> {
    let mut expected = messages;
    let mut echoed = 0;
    let mut answer = Vec::new();
    while await receive(&mut reader, &mut answer)? {
        if expected.next().as_ref() != Some(&answer) {
            return Err(io::Error::other("not what was sent"));
        }
        echoed += 1;
    }
    Ok(echoed)
}

/// `count` messages of various lengths, none like another: what `seed` says, and always the same.
pub fn messages(seed: u64, count: usize) => impl Iterator<Item = Vec<u8>> + Clone {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for number in 0..count {
        let mut next = || {
            // A xorshift generator of pseudo-random numbers.
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state
        };
        let length = next() as usize % 600;
        let mut message = [seed.to_le_bytes(), (number as u64).to_le_bytes()].concat();
        message.extend((0..length).map(|_| next() as u8));
        yield message;
    }
}
