//! Ten thousand requests over loopback.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use on_tokio::echo::{self, Served};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;

const CONNECTIONS: usize = 400;
const MESSAGES: usize = 25;
/// How many connections there are at once: few enough for any limit on open files.
const AT_ONCE: usize = 50;

async fn here() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address)
}

/// One client. Every second one sends all it has without waiting for answers.
fn client(
    address: SocketAddr,
    seed: u64,
    permit: OwnedSemaphorePermit,
) => static impl Future<Output = io::Result<u64>> {
    let _permit = permit;
    let messages = echo::messages(seed, MESSAGES);
    if seed % 2 == 0 {
        await echo::converse(address, messages)
    } else {
        await echo::pour(address, messages)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_requests_and_nothing_lost() {
    let (listener, address) = here().await;
    let served = Arc::new(Served::default());
    let server = tokio::spawn(echo::listen(listener, CONNECTIONS, Arc::clone(&served)));

    let permits = Arc::new(Semaphore::new(AT_ONCE));
    let mut clients = JoinSet::new();
    for seed in 0..CONNECTIONS as u64 {
        let permit = Arc::clone(&permits).acquire_owned().await.unwrap();
        clients.spawn(client(address, seed, permit));
    }
    let mut echoed = 0;
    while let Some(client) = clients.join_next().await {
        echoed += client.unwrap().unwrap();
    }
    server.await.unwrap().unwrap();

    let bytes: usize = (0..CONNECTIONS as u64)
        .flat_map(|seed| echo::messages(seed, MESSAGES))
        .map(|message| message.len())
        .sum();
    assert_eq!(echoed, 10_000);
    assert_eq!(served.connections.load(Ordering::Relaxed), CONNECTIONS as u64);
    assert_eq!(served.messages.load(Ordering::Relaxed), 10_000);
    assert_eq!(served.bytes.load(Ordering::Relaxed), bytes as u64);
}

/// A server for one connection, which does with each message what `change` says.
fn changing(
    listener: TcpListener,
    mut change: impl FnMut(&mut Vec<u8>) + Send,
) => static impl Future<Output = io::Result<()>> {
    let (mut stream, _) = await listener.accept()?;
    let mut message = Vec::new();
    while await echo::receive(&mut stream, &mut message)? {
        change(&mut message);
        await echo::send(&mut stream, &message)?;
    }
    Ok(())
}

#[tokio::test]
async fn a_client_notices_what_is_wrong() {
    let last_bit = |message: &mut Vec<u8>| *message.last_mut().unwrap() ^= 1;
    let cut = |message: &mut Vec<u8>| message.truncate(7);
    let mut count = 0;
    let last_of_five = move |message: &mut Vec<u8>| {
        count += 1;
        if count == 5 {
            message.push(0);
        }
    };
    let changes: [Box<dyn FnMut(&mut Vec<u8>) + Send>; 3] =
        [Box::new(last_bit), Box::new(cut), Box::new(last_of_five)];
    for change in changes {
        let (listener, address) = here().await;
        let server = tokio::spawn(changing(listener, change));
        let error = echo::converse(address, echo::messages(1, 5)).await.unwrap_err();
        assert_eq!(error.to_string(), "not what was sent");
        drop(server);
    }
}

#[tokio::test]
async fn a_handler_refuses_what_is_no_message() {
    let too_long = (echo::LONGEST as u32 + 1).to_be_bytes();
    let cases: [(&[u8], _); 4] = [
        (&too_long, Some(io::ErrorKind::InvalidData)),
        (&[0, 0], Some(io::ErrorKind::UnexpectedEof)),
        (&[0, 0, 0, 9, 1, 2], Some(io::ErrorKind::UnexpectedEof)),
        (&[0, 0, 0, 1, 2], None),
    ];
    for (bytes, expected) in cases {
        let (listener, address) = here().await;
        let server = tokio::spawn(echo::listen(listener, 1, Arc::default()));
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(bytes).await.unwrap();
        stream.shutdown().await.unwrap();
        let outcome = server.await.unwrap();
        assert_eq!(outcome.err().map(|error| error.kind()), expected, "{bytes:?}");
    }
}
