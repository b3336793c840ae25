//@ run-pass
//@ edition: 2024

// `yield..` wherever an expression may stand, with what was evaluated before it kept in the frame.

#![feature(native_generators)]

use std::generator::{self, Generator, State, Stream};

struct Fields {
    first: String,
    second: u32,
    rest: [u32; 2],
}

fn part(n: u32) => impl Stream<Yield = u32, Return = u32> {
    yield n;
    n * 10
}

fn text(n: u32) => impl Stream<Yield = u32, Return = Option<String>> {
    yield n;
    (n > 0).then(|| n.to_string())
}

fn call(a: String, b: u32, c: &str) -> String {
    format!("{a}/{b}/{c}")
}

fn arguments() => impl Stream<Yield = u32, Return = String> {
    let c = "c".to_string();
    call("a".to_string(), yield.. part(1), &c)
}

fn aggregates() => impl Stream<Yield = u32, Return = (u32, String)> {
    let fields = Fields {
        second: yield.. part(1),
        first: (yield.. text(2)).unwrap_or_default(),
        rest: [yield.. part(3), 4],
    };
    let (a, [b, c]) = (fields.second, [yield.. part(5), fields.rest[0]]);
    (a + b + c + fields.rest[1], fields.first + "!")
}

fn control() => impl Stream<Yield = u32, Return = u32> {
    let mut sum = 0;
    if (yield.. part(1)) == 10 && let Some(n) = (yield.. text(2)) && (yield.. part(3)) > 29 {
        sum += n.len() as u32;
    }
    while (yield.. part(sum)) < 30 {
        sum += 1;
    }
    match yield.. text(sum) {
        Some(_) if (yield.. part(7)) == 70 => sum += 1,
        Some(_) | None => unreachable!(),
    }
    let Some(found) = (yield.. text(8)) else { return yield.. part(100) };
    let Some(_) = (yield.. text(0)) else {
        let block = 'block: {
            if found == "8" { break 'block yield.. part(9) }
            0
        };
        return sum + loop { break yield.. part(block) };
    };
    0
}

fn places() => impl Stream<Yield = u32, Return = [u32; 3]> {
    let mut array = [0; 3];
    array[(yield.. part(0)) as usize] = yield.. part(1);
    array[1] += yield.. part(2);
    (array[2], _) = (yield.. part(3), yield.. part(4));
    for n in 0..(yield.. part(1)) / 5 {
        array[0] += n;
    }
    array
}

fn drain<S: Stream<Yield = u32> + Unpin>(mut stream: S) -> (Vec<u32>, S::Return) {
    let mut all = vec![];
    loop {
        match stream.step(&mut ()) {
            State::Yielded(n) => all.push(n),
            State::Complete(end) => return (all, end),
        }
    }
}

fn main() {
    assert_eq!(drain(arguments()), (vec![1], "a/10/c".to_string()));
    assert_eq!(drain(aggregates()), (vec![1, 2, 3, 5], (10 + 50 + 30 + 4, "2!".to_string())));
    let (all, end) = drain(control());
    assert_eq!(all, [1, 2, 3, 1, 2, 3, 3, 7, 8, 0, 9, 90]);
    assert_eq!(end, 4 + 900);
    assert_eq!(drain(places()), (vec![1, 0, 2, 3, 4, 1], [11, 20, 30]));
    assert_eq!(generator::run(part(5).map_yield(|_| 0).last_of()), 50);
}

trait LastOf: Stream<Yield = u32> + Sized + Unpin {
    fn last_of(self) => impl generator::Future<Return = Self::Return> {
        await for _ in self {}
    }
}

impl<S: Stream<Yield = u32> + Unpin> LastOf for S {}
