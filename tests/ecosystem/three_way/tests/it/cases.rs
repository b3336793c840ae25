//! What the client can meet. Each case says what the server does and what the client is to do, and is
//! run in all three ways.

use std::fmt::Debug;
use std::generator::Future;
use std::net::SocketAddr;
use std::time::Duration;

use three_way::script::Move;
use three_way::{Client, Command, Error, Net, Value};

pub trait Case {
    /// The moves of the server, connection by connection. Without any, nobody listens.
    fn connections() -> Vec<Vec<Move>>;

    /// What the client does, and what comes of it.
    fn client<E: Net>(address: SocketAddr) => static impl Future<E, Return = Vec<String>>;

    const OUTCOME: &[&str];
}

/// Makes a case of a function, and a test of each of the three ways to run it.
macro_rules! case {
    (
        fn $name:ident<E: Net>($address:ident) { $($body:tt)* }
        connections: $connections:expr,
        outcome: $outcome:expr $(,)?
    ) => {
        mod $name {
            use super::*;
            use crate::servers;

            struct This;

            impl Case for This {
                fn connections() -> Vec<Vec<Move>> {
                    $connections
                }

                fn client<E: Net>(
                    $address: SocketAddr,
                ) => static impl Future<E, Return = Vec<String>> {
                    $($body)*
                }

                const OUTCOME: &[&str] = $outcome;
            }

            #[test]
            fn blocking() {
                assert_eq!(servers::blocking::<This>(), This::OUTCOME);
            }

            #[test]
            fn on_tokio() {
                assert_eq!(servers::on_tokio::<This>(), This::OUTCOME);
            }

            #[test]
            fn scripted() {
                assert_eq!(servers::scripted::<This>(), This::OUTCOME);
            }
        }
    };
}

/// More than any case takes that does not wait on purpose.
const PATIENCE: Duration = Duration::from_secs(60);

/// Enough to be waited for.
const IMPATIENCE: Duration = Duration::from_millis(100);

fn expect(bytes: impl AsRef<[u8]>) -> Move {
    Move::Expect(bytes.as_ref().to_vec())
}

fn send(bytes: impl AsRef<[u8]>) -> Move {
    Move::Send(bytes.as_ref().to_vec())
}

/// How an outcome is noted: without what depends on the system.
pub fn said<T: Debug>(outcome: Result<T, Error>) -> String {
    match outcome {
        Ok(value) => format!("{value:?}"),
        Err(Error::Net(error)) => format!("{:?}", error.kind()),
        Err(error) => error.to_string(),
    }
}

fn text(value: Option<Vec<u8>>) -> Option<String> {
    value.map(|bytes| String::from_utf8(bytes).unwrap())
}

const PING: &str = "*1\r\n$4\r\nPING\r\n";
const PONG: &str = "+PONG\r\n";

fn ping() -> Command {
    Command::new("PING")
}

case! {
    fn one_after_the_other<E: Net>(address) {
        let mut client = Client::<E>::connect(address, PATIENCE).await.unwrap();
        vec![
            said(await client.call(&ping())),
            said(await client.set("k", "v\r\n")),
            said(client.get("k").await.map(text)),
            said(client.get("").await.map(text)),
            said(await client.increment("n")),
        ]
    }
    connections: vec![vec![
        expect(PING),
        send(PONG),
        expect("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$3\r\nv\r\n\r\n"),
        send("+OK\r\n"),
        expect("*2\r\n$3\r\nGET\r\n$1\r\nk\r\n"),
        send("$3\r\nv\r\n\r\n"),
        expect("*2\r\n$3\r\nGET\r\n$0\r\n\r\n"),
        send("$-1\r\n"),
        expect("*2\r\n$4\r\nINCR\r\n$1\r\nn\r\n"),
        send(":-41\r\n"),
    ]],
    outcome: &["Status(\"PONG\")", "()", "Some(\"v\\r\\n\")", "None", "-41"],
}

case! {
    fn several_at_once<E: Net>(address) {
        let mut client = Client::<E>::connect(address, PATIENCE).await.unwrap();
        let commands = [ping(), Command::new("NO"), Command::new("GET").arg([0, 255]), ping()];
        let replies = client.pipeline(&commands).await.unwrap();
        let nothing = said(await client.pipeline(&[]));
        replies.iter().map(|reply| format!("{reply:?}")).chain([nothing]).collect()
    }
    connections: vec![vec![
        expect(PING),
        expect("*1\r\n$2\r\nNO\r\n"),
        expect(b"*2\r\n$3\r\nGET\r\n$2\r\n\x00\xff\r\n"),
        send(PONG),
        send("-ERR unknown\r\n"),
        expect(PING),
        send("$0\r\n\r\n+PONG\r\n"),
    ]],
    outcome: &["Status(\"PONG\")", "Error(\"ERR unknown\")", "Bytes([])", "Status(\"PONG\")", "[]"],
}

case! {
    fn values_in_values<E: Net>(address) {
        let mut client = Client::<E>::connect(address, PATIENCE).await.unwrap();
        let mut all = Vec::new();
        for _ in 0..4 {
            all.push(said(await client.call(&ping())));
        }
        all
    }
    connections: vec![vec![
        expect(PING),
        send("*3\r\n:1\r\n*2\r\n+a\r\n*-1\r\n$-1\r\n"),
        expect(PING),
        send("*0\r\n"),
        expect(PING),
        send("*2\r\n*1\r\n*1\r\n*0\r\n-an error, but not the reply\r\n"),
        expect(PING),
        send(format!("{}:7\r\n", "*1\r\n".repeat(5))),
    ]],
    outcome: &[
        "Array([Integer(1), Array([Status(\"a\"), Nil]), Nil])",
        "Array([])",
        "Array([Array([Array([Array([])])]), Error(\"an error, but not the reply\")])",
        "Array([Array([Array([Array([Array([Integer(7)])])])])])",
    ],
}

/// More than fits into one read.
const LARGE: usize = 200_000;

case! {
    fn large_values<E: Net>(address) {
        let mut client = Client::<E>::connect(address, PATIENCE).await.unwrap();
        let value = client.get("large").await.unwrap().unwrap();
        let same = value.iter().enumerate().all(|(n, byte)| *byte == n as u8);
        let set = await client.set("large", value);
        vec![same.to_string(), said(set)]
    }
    connections: {
        let value: Vec<u8> = (0..LARGE).map(|n| n as u8).collect();
        let bytes = [format!("${LARGE}\r\n").as_bytes(), &value, b"\r\n"].concat();
        vec![vec![
            expect("*2\r\n$3\r\nGET\r\n$5\r\nlarge\r\n"),
            send(&bytes),
            expect([b"*3\r\n$3\r\nSET\r\n$5\r\nlarge\r\n".as_slice(), &bytes].concat()),
            send("+OK\r\n"),
        ]]
    },
    outcome: &["true", "()"],
}

case! {
    fn keys_page_by_page<E: Net>(address) {
        let mut client = Client::<E>::connect(address, PATIENCE).await.unwrap();
        let mut all = Vec::new();
        await for key in client.keys("k*") {
            all.push(said(key.map(|key| String::from_utf8(key).unwrap())));
        }
        await for key in client.keys("k*") {
            all.push(said(key));
        }
        // No more than the first page of these is asked for.
        await for key in client.keys("k*") {
            all.push(said(key));
            break;
        }
        all.push(said(await client.call(&ping())));
        all
    }
    connections: {
        let scan = |cursor| format!("*4\r\n$4\r\nSCAN\r\n{cursor}$5\r\nMATCH\r\n$2\r\nk*\r\n");
        vec![vec![
            expect(scan("$1\r\n0\r\n")),
            send("*2\r\n$2\r\n17\r\n*2\r\n$2\r\nk1\r\n$2\r\nk2\r\n"),
            expect(scan("$2\r\n17\r\n")),
            send("*2\r\n$1\r\n3\r\n*0\r\n"),
            expect(scan("$1\r\n3\r\n")),
            send("*2\r\n$1\r\n0\r\n*1\r\n$2\r\nk3\r\n"),
            expect(scan("$1\r\n0\r\n")),
            send("-ERR not now\r\n"),
            expect(scan("$1\r\n0\r\n")),
            send("*2\r\n$1\r\n9\r\n*1\r\n$1\r\nk\r\n"),
            expect(PING),
            send(PONG),
        ]]
    },
    outcome: &[
        "\"k1\"",
        "\"k2\"",
        "\"k3\"",
        "the server refused: ERR not now",
        "[107]",
        "Status(\"PONG\")",
    ],
}

case! {
    fn refusals_and_surprises<E: Net>(address) {
        let mut client = Client::<E>::connect(address, PATIENCE).await.unwrap();
        vec![
            said(await client.increment("word")),
            said(await client.get("n")),
            said(await client.set("k", "v")),
            said(await client.call(&ping())),
        ]
    }
    connections: vec![vec![
        expect("*2\r\n$4\r\nINCR\r\n$4\r\nword\r\n"),
        send("-WRONGTYPE not a number\r\n"),
        expect("*2\r\n$3\r\nGET\r\n$1\r\nn\r\n"),
        send(":5\r\n"),
        expect("*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1\r\nv\r\n"),
        send("$-1\r\n"),
        expect(PING),
        send(PONG),
    ]],
    outcome: &[
        "the server refused: WRONGTYPE not a number",
        "the server replied Integer(5)",
        "the server replied Nil",
        "Status(\"PONG\")",
    ],
}

/// Calls once on each of so many connections, and then once more.
fn call_on_each<E: Net>(
    address: SocketAddr,
    count: usize,
    patience: Duration,
) => static impl Future<E, Return = Vec<String>> {
    let mut all = Vec::new();
    for _ in 0..count {
        let mut client = match await Client::<E>::connect(address, patience) {
            Ok(client) => client,
            Err(error) => {
                all.push(said(Err::<(), _>(error)));
                continue;
            }
        };
        all.push(said(await client.call(&ping())));
        // Whatever went wrong, the client knows that it is no longer in step.
        if !matches!(await client.call(&ping()), Err(Error::OutOfStep)) {
            all.push("still in step".to_owned());
        }
    }
    all
}

case! {
    fn a_server_that_goes_away<E: Net>(address) {
        await call_on_each(address, 4, PATIENCE)
    }
    connections: vec![
        vec![expect(PING)],
        vec![expect(PING), send("+PO")],
        vec![expect(PING), send("$10\r\nabc")],
        vec![expect(PING), send("*2\r\n:1\r\n")],
    ],
    outcome: &["the server went away"; 4],
}

case! {
    fn what_is_not_the_protocol<E: Net>(address) {
        await call_on_each(address, 10, PATIENCE)
    }
    connections: {
        let long = "x".repeat(1 << 17);
        let bad = [
            "HTTP/1.1 400 Bad Request\r\n",
            "\r\n",
            ":1x\r\n",
            "$x\r\n",
            "$-2\r\n",
            "*99999999999\r\n",
            "$2\r\nabc\r\n",
            &"*1\r\n".repeat(33),
            &long,
        ];
        let not_text = vec![expect(PING), send(b"+\xff\r\n")];
        bad.iter().map(|bytes| vec![expect(PING), send(bytes)]).chain([not_text]).collect()
    },
    outcome: &[
        "the server sent a value of no known kind",
        "the server sent an empty line",
        "the server sent not a number",
        "the server sent a length that is no number",
        "the server sent a length below zero",
        "the server sent more than anybody wants",
        "the server sent more bytes than it said",
        "the server sent arrays in arrays without end",
        "the server sent a line without end",
        "the server sent a line that is no text",
    ],
}

case! {
    fn a_server_that_is_silent<E: Net>(address) {
        await call_on_each(address, 2, IMPATIENCE)
    }
    connections: vec![
        vec![expect(PING), Move::Silence],
        vec![expect(PING), send("*2\r\n$3\r\nabc\r\n$3\r\nd"), Move::Silence],
    ],
    outcome: &["the server took too long"; 2],
}

case! {
    fn nobody_there<E: Net>(address) {
        await call_on_each(address, 2, PATIENCE)
    }
    connections: vec![],
    outcome: &["ConnectionRefused"; 2],
}

// Two clients at once, on connections of their own, by the `join` of the library.
case! {
    fn two_clients<E: Net>(address) {
        fn both<E: Net>(
            mut client: Client<E>,
        ) => static impl Future<E, Return = Result<(Value, Client<E>), Error>> {
            let pong = await client.call(&ping())?;
            Ok((pong, client))
        }
        let first = Client::<E>::connect(address, PATIENCE).await.unwrap();
        let second = Client::<E>::connect(address, PATIENCE).await.unwrap();
        let (first, second) = await std::generator::join((both(first), both(second)));
        vec![said(first.map(|(pong, _)| pong)), said(second.map(|(pong, _)| pong))]
    }
    connections: vec![vec![expect(PING), send(PONG)], vec![expect(PING), send(PONG)]],
    outcome: &["Status(\"PONG\")"; 2],
}
