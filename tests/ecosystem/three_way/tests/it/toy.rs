//! A toy of a Redis server, with what the tests of the terminal want.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;

/// Starts a server that serves for as long as the tests run. Each connection has a store of its own.
pub fn start() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            thread::spawn(move || serve(stream.unwrap()));
        }
    });
    address
}

fn serve(stream: TcpStream) -> io::Result<()> {
    let mut input = BufReader::new(stream.try_clone()?);
    let mut output = stream;
    let mut store = BTreeMap::new();
    while let Some(words) = command(&mut input)? {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        output.write_all(reply(&mut store, &words).as_bytes())?;
    }
    Ok(())
}

/// The words of the next command; `None` when there is none.
fn command(input: &mut impl BufRead) -> io::Result<Option<Vec<String>>> {
    let mut line = String::new();
    if input.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let count: usize = line.trim_end().strip_prefix('*').unwrap().parse().unwrap();
    let mut words = Vec::new();
    for _ in 0..count {
        line.clear();
        input.read_line(&mut line)?;
        let length: usize = line.trim_end().strip_prefix('$').unwrap().parse().unwrap();
        let mut word = vec![0; length + 2];
        input.read_exact(&mut word)?;
        word.truncate(length);
        words.push(String::from_utf8(word).unwrap());
    }
    Ok(Some(words))
}

fn reply(store: &mut BTreeMap<String, String>, words: &[&str]) -> String {
    let bytes = |text: &str| format!("${}\r\n{text}\r\n", text.len());
    match *words {
        ["PING"] => "+PONG\r\n".to_owned(),
        ["SET", key, value] => {
            store.insert(key.to_owned(), value.to_owned());
            "+OK\r\n".to_owned()
        }
        ["GET", key] => store.get(key).map_or("$-1\r\n".to_owned(), |value| bytes(value)),
        ["INCR", key] => match store.get(key).map_or(Ok(0), |value| value.parse::<i64>()) {
            Ok(number) => {
                store.insert(key.to_owned(), (number + 1).to_string());
                format!(":{}\r\n", number + 1)
            }
            Err(_) => "-ERR value is not an integer\r\n".to_owned(),
        },
        // One key on each page.
        ["SCAN", cursor, "MATCH", "*"] => {
            let at: usize = cursor.parse().unwrap();
            let next = if at + 1 < store.len() { at + 1 } else { 0 };
            let keys: Vec<String> = store.keys().skip(at).take(1).map(|key| bytes(key)).collect();
            format!("*2\r\n{}*{}\r\n{}", bytes(&next.to_string()), keys.len(), keys.concat())
        }
        ["ALL"] => format!("*2\r\n:{}\r\n*1\r\n$-1\r\n", store.len()),
        _ => "-ERR unknown command\r\n".to_owned(),
    }
}
