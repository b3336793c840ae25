//! The network of asynchronous code: tokio's.

use std::generator::{Future, Task};
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout_at};

use crate::net::Net;

impl Net for Task {
    type Connection = TcpStream;
    type Deadline = Instant;

    fn deadline(&mut self, patience: Duration) -> Instant {
        Instant::now() + patience
    }

    fn connect(
        address: SocketAddr,
        deadline: Instant,
    ) => static impl Future<Task, Return = io::Result<TcpStream>> {
        let stream = await timeout_at(deadline, TcpStream::connect(address))??;
        stream.set_nodelay(true)?;
        Ok(stream)
    }

    fn read(
        connection: &mut TcpStream,
        buffer: &mut [u8],
        deadline: Instant,
    ) => static impl Future<Task, Return = io::Result<usize>> {
        await timeout_at(deadline, connection.read(buffer))?
    }

    fn write(
        connection: &mut TcpStream,
        bytes: &[u8],
        deadline: Instant,
    ) => static impl Future<Task, Return = io::Result<usize>> {
        await timeout_at(deadline, connection.write(bytes))?
    }
}
