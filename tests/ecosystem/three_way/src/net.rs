//! What the client asks of its executor.

use std::generator::{Executor, Future};
use std::io;
use std::net::SocketAddr;
use std::time::Duration;

/// An executor with a network.
///
/// What takes longer than its deadline allows fails with [`io::ErrorKind::TimedOut`]. The deadline is
/// a matter of the network here, and not of a timer beside it, since blocking calls can be limited in
/// no other way.
pub trait Net: Executor {
    type Connection;

    type Deadline: Copy;

    /// The time that is `patience` from now.
    fn deadline(&mut self, patience: Duration) -> Self::Deadline;

    fn connect(
        address: SocketAddr,
        deadline: Self::Deadline,
    ) => static impl Future<Self, Return = io::Result<Self::Connection>>;

    /// Reads some bytes, and says how many. None says that no more will come.
    fn read(
        connection: &mut Self::Connection,
        buffer: &mut [u8],
        deadline: Self::Deadline,
    ) => static impl Future<Self, Return = io::Result<usize>>;

    /// Writes some bytes, and says how many.
    fn write(
        connection: &mut Self::Connection,
        bytes: &[u8],
        deadline: Self::Deadline,
    ) => static impl Future<Self, Return = io::Result<usize>>;
}
