//! The terminal, run as people run it.

use std::io::Write;
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, Output, Stdio};

use crate::toy;

fn terminal(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_three_way"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It may have ended without reading.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).unwrap()
}

#[test]
fn a_session_is_the_same_in_both_ways() {
    let input = "PING\nSET name Ada\n\nGET name\nGET nobody\nINCR visits\nINCR visits\nINCR name\n\
                 SELECT 1\nALL\nKEYS\n";
    let expected = "PONG\nOK\n\"Ada\"\n(nil)\n(integer) 1\n(integer) 2\n\
                    (error) ERR value is not an integer\n(error) ERR unknown command\n\
                    [(integer) 2, [(nil)]]\nname = \"Ada\"\nvisits = \"2\"\n";
    let server = toy::start().to_string();
    for arguments in [&[&*server][..], &["--tokio", &*server]] {
        let output = terminal(arguments, input);
        assert!(output.status.success(), "{}", text(&output.stderr));
        assert_eq!(text(&output.stdout), expected);
    }
}

#[test]
fn what_goes_wrong_is_said() {
    let nowhere = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap();
    let nowhere = nowhere.to_string();
    for arguments in [&[&*nowhere][..], &["--tokio", &*nowhere]] {
        let output = terminal(arguments, "PING\n");
        assert!(!output.status.success() && output.stdout.is_empty());
        assert!(text(&output.stderr).starts_with("error: the network failed: Connection refused"));
    }
    for arguments in [&[][..], &["here"], &["--async", &*nowhere]] {
        let output = terminal(arguments, "");
        assert!(!output.status.success());
        assert!(text(&output.stderr).starts_with("usage: "));
    }
}
