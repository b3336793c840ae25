//! What only a script can do: break where it likes, and be left at any suspend point.

use std::generator::{self, Future};
use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use three_way::script::{Move, Script};
use three_way::{Client, Command, Error, Net, Value};

use crate::cases::said;

const ANYWHERE: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 1);
const PATIENCE: Duration = Duration::from_secs(5);

fn expect(text: &str) -> Move {
    Move::Expect(text.into())
}

fn send(text: &str) -> Move {
    Move::Send(text.into())
}

fn ping() -> Command {
    Command::new("PING")
}

/// A session with a bit of everything, as a server sees it.
fn moves() -> Vec<Move> {
    vec![
        expect("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1\r\nv\r\n"),
        send("+OK\r\n"),
        expect("*1\r\n$4\r\nPING\r\n*1\r\n$4\r\nPING\r\n"),
        send("*2\r\n$1\r\na\r\n*1\r\n:1\r\n+PONG\r\n"),
        expect("*4\r\n$4\r\nSCAN\r\n$1\r\n0\r\n$5\r\nMATCH\r\n$1\r\n*\r\n"),
        send("*2\r\n$1\r\n0\r\n*1\r\n$1\r\nk\r\n"),
    ]
}

fn session<E: Net>() => static impl Future<E, Return = Result<usize, Error>> {
    let mut client = await Client::<E>::connect(ANYWHERE, PATIENCE)?;
    await client.set("k", "v")?;
    let replies = await client.pipeline(&[ping(), ping()])?;
    let mut count = replies.len();
    await for key in client.keys("*") {
        key?;
        count += 1;
    }
    Ok(count)
}

#[test]
fn every_suspend_point_may_be_left() {
    let script = || Script::new(vec![moves()]).in_pieces_of(5).blocking(1);
    let mut blocks = 0;
    loop {
        let mut script = script();
        let outcome = script.run_for(blocks, session());
        assert_eq!(script.open(), 0, "left after {blocks}, and a connection is open");
        match outcome {
            None => blocks += 1,
            Some(count) => break assert_eq!(count.unwrap(), 3),
        }
    }
    // Connecting, and each piece of each move.
    let pieces = moves().into_iter().map(|next| match next {
        Move::Expect(bytes) | Move::Send(bytes) => bytes.len().div_ceil(5),
        Move::Silence | Move::Break(_) => 0,
    });
    assert_eq!(blocks, 1 + pieces.sum::<usize>());
}

#[test]
fn whoever_leaves_a_call_is_out_of_step() {
    let moves = vec![expect("*1\r\n$4\r\nPING\r\n"), send("+PONG\r\n")];
    let reply = Value::Status("PONG".into());
    for blocks in 0..3 {
        let mut script = Script::new(vec![moves.clone()]).blocking(1);
        let mut client = script.run(Client::<Script>::connect(ANYWHERE, PATIENCE)).unwrap();
        // What was never resumed has done nothing.
        drop(client.call(&ping()));
        match script.run_for(blocks, client.call(&ping())) {
            None => {
                let next = script.run(client.call(&ping()));
                assert!(matches!(next, Err(Error::OutOfStep)), "{next:?} after {blocks}");
            }
            Some(value) => assert_eq!((value.unwrap(), blocks), (reply.clone(), 2)),
        }
    }
}

#[test]
fn the_network_may_break_anywhere() {
    let whole = moves();
    for kind in [ErrorKind::ConnectionReset, ErrorKind::BrokenPipe, ErrorKind::Other] {
        for at in 0..whole.len() {
            let mut moves = whole[..at].to_vec();
            moves.push(Move::Break(kind));
            let mut script = Script::new(vec![moves]).in_pieces_of(3);
            assert_eq!(said(script.run(session())), format!("{kind:?}"), "at {at}");
            assert_eq!(script.open(), 0);
        }
    }
    assert_eq!(said(Script::new(vec![whole]).run(session())), "3");
}

#[test]
fn errors_tell_what_they_come_from() {
    let broken = Script::new(vec![vec![Move::Break(ErrorKind::BrokenPipe)]]).run(session());
    let error: Box<dyn std::error::Error> = Box::new(broken.unwrap_err());
    assert!(error.to_string().starts_with("the network failed: "));
    let source = error.source().and_then(|source| source.downcast_ref::<std::io::Error>());
    assert_eq!(source.unwrap().kind(), ErrorKind::BrokenPipe);
    let refused = Script::new(vec![]).run(session()).unwrap_err();
    assert!(matches!(refused, Error::Net(error) if error.kind() == ErrorKind::ConnectionRefused));
}

/// The limit holds for a call as a whole, and each call has its own.
#[test]
fn patience_ends_when_it_should() {
    fn calls<E: Net>() => static impl Future<E, Return = [Result<Value, Error>; 2]> {
        let mut client = Client::<E>::connect(ANYWHERE, PATIENCE).await.unwrap();
        let pong = await client.call(&ping());
        [pong, await client.call(&ping())]
    }
    let moves = vec![
        expect("*1\r\n$4\r\nPING\r\n"),
        send("+PONG\r\n"),
        expect("*1\r\n$4\r\nPING\r\n"),
        send("+PO"),
        Move::Silence,
    ];
    let mut script = Script::new(vec![moves]).in_pieces_of(1).blocking(2);
    let [first, second] = script.run(calls());
    assert_eq!(first.unwrap(), Value::Status("PONG".into()));
    assert!(matches!(second, Err(Error::TimedOut)));
    assert_eq!(script.now(), PATIENCE);
}

/// Two calls side by side wait for as long as one.
#[test]
fn two_wait_at_once() {
    fn call<E: Net>() => static impl Future<E, Return = Result<Value, Error>> {
        let mut client = await Client::<E>::connect(ANYWHERE, PATIENCE)?;
        await client.call(&ping())
    }
    let moves = vec![expect("*1\r\n$4\r\nPING\r\n"), Move::Silence];
    let mut script = Script::new(vec![moves.clone(), moves]);
    let (first, second) = script.run(generator::join((call(), call())));
    assert!(matches!((first, second), (Err(Error::TimedOut), Err(Error::TimedOut))));
    assert_eq!(script.now(), PATIENCE);
}
