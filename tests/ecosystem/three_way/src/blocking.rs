//! The network of synchronous code: `std::net`, which blocks the thread.

use std::generator::Future;
use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use crate::net::Net;

impl Net for () {
    type Connection = TcpStream;
    type Deadline = Instant;

    fn deadline(&mut self, patience: Duration) -> Instant {
        Instant::now() + patience
    }

    fn connect(
        address: SocketAddr,
        deadline: Instant,
    ) => static impl Future<(), Return = io::Result<TcpStream>> {
        let stream = TcpStream::connect_timeout(&address, left(deadline)?)?;
        stream.set_nodelay(true)?;
        Ok(stream)
    }

    fn read(
        connection: &mut TcpStream,
        buffer: &mut [u8],
        deadline: Instant,
    ) => static impl Future<(), Return = io::Result<usize>> {
        until_done(|| {
            connection.set_read_timeout(Some(left(deadline)?))?;
            connection.read(buffer)
        })
    }

    fn write(
        connection: &mut TcpStream,
        bytes: &[u8],
        deadline: Instant,
    ) => static impl Future<(), Return = io::Result<usize>> {
        until_done(|| {
            connection.set_write_timeout(Some(left(deadline)?))?;
            connection.write(bytes)
        })
    }
}

/// Calls again what a signal interrupted, and names a timeout by its name.
fn until_done(mut call: impl FnMut() -> io::Result<usize>) -> io::Result<usize> {
    loop {
        match call() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // So a read ends whose time is up.
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                return Err(io::ErrorKind::TimedOut.into());
            }
            outcome => return outcome,
        }
    }
}

/// The time that is left, which is some: the functions of `std::net` take no limit of nothing.
fn left(deadline: Instant) -> io::Result<Duration> {
    let left = deadline.saturating_duration_since(Instant::now());
    if left.is_zero() { Err(io::ErrorKind::TimedOut.into()) } else { Ok(left) }
}
