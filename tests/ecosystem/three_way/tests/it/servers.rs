//! Servers that make the moves of a script, on a thread and on tokio.

use std::generator::{self, Generator};
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;

use three_way::script::{Move, Script};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::cases::Case;

/// An address that nobody listens at.
fn nowhere() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap()
}

/// The client blocks, and the server has a thread.
pub fn blocking<C: Case>() -> Vec<String> {
    let connections = C::connections();
    if connections.is_empty() {
        return generator::run(C::client::<()>(nowhere()));
    }
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let server = thread::spawn(move || {
        for moves in connections {
            let (stream, _) = listener.accept().unwrap();
            serve(stream, moves).unwrap();
        }
    });
    let outcome = generator::run(C::client::<()>(address));
    server.join().unwrap();
    outcome
}

fn serve(mut stream: TcpStream, moves: Vec<Move>) -> io::Result<()> {
    stream.set_nodelay(true)?;
    for next in moves {
        match next {
            Move::Expect(expected) => {
                let mut bytes = vec![0; expected.len()];
                stream.read_exact(&mut bytes)?;
                assert_eq!(bytes, expected);
            }
            // A client that has had enough may be gone.
            Move::Send(bytes) => drop(stream.write_all(&bytes)),
            Move::Silence => {
                // Until the client goes, in whatever way.
                drop(io::copy(&mut stream, &mut io::sink()));
            }
            Move::Break(_) => unreachable!("only a script can do that when it likes"),
        }
    }
    Ok(())
}

/// Client and server are tasks of tokio.
pub fn on_tokio<C: Case>() -> Vec<String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    let connections = C::connections();
    if connections.is_empty() {
        return runtime.block_on(C::client(nowhere()).into_core());
    }
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let server = tokio::spawn(serve_all(listener, connections));
        let outcome = C::client(address).into_core().await;
        server.await.unwrap().unwrap();
        outcome
    })
}

fn serve_all(
    listener: tokio::net::TcpListener,
    connections: Vec<Vec<Move>>,
) => static impl std::future::Future<Output = io::Result<()>> {
    for moves in connections {
        let (mut stream, _) = await listener.accept()?;
        stream.set_nodelay(true)?;
        for next in moves {
            match next {
                Move::Expect(expected) => {
                    let mut bytes = vec![0; expected.len()];
                    await stream.read_exact(&mut bytes)?;
                    assert_eq!(bytes, expected);
                }
                // A client that has had enough may be gone.
                Move::Send(bytes) => drop(await stream.write_all(&bytes)),
                Move::Silence => drop(await tokio::io::copy(&mut stream, &mut tokio::io::sink())),
                Move::Break(_) => unreachable!("only a script can do that when it likes"),
            }
        }
    }
    Ok(())
}

/// There is no network. Whatever the script does to make it hard, it comes to the same.
pub fn scripted<C: Case>() -> Vec<String> {
    let run = |mut script: Script| {
        let outcome = script.run(C::client(nowhere()));
        assert_eq!(script.open(), 0, "a connection is left open");
        outcome
    };
    let outcome = run(Script::new(C::connections()));
    for (piece, blocks) in [(1, 0), (2, 1), (7, 0), (4096, 3)] {
        let script = Script::new(C::connections()).in_pieces_of(piece).blocking(blocks);
        assert_eq!(run(script), outcome, "in pieces of {piece}, blocking {blocks} times");
    }
    outcome
}
