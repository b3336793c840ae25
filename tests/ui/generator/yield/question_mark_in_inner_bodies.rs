//@ run-pass
//@ edition: 2024

// `?` stays in the `try` block, closure or `async` block that it stands in.

#![feature(native_generators, try_blocks)]

use std::num::ParseIntError;

fn parsed(lines: Vec<&str>) => impl Iterator<Item = Result<i32, String>> {
    for line in lines {
        let sum: Result<i32, ParseIntError> = try {
            let mut sum = 0;
            for word in line.split('+') {
                let n = word.parse::<i32>()?;
                yield Ok(n);
                sum += n;
            }
            sum
        };
        yield sum.map_err(|_| format!("{line:?} is no sum"));

        let first = || line.chars().next()?.to_digit(10);
        if first() == Some(9) {
            let _unpolled = async { Some(first()? + 1) };
            yield Ok(9);
        }
        let frame = || => {
            yield first()?;
            None::<()>
        };
        yield Ok(i32::try_from(std::mem::size_of_val(&frame)).map_err(|_| "large")?.min(0));
    }
    Err("end")?;
    yield Ok(1);
}

fn main() {
    let items: Vec<_> = parsed(vec!["1+2", "9+x"]).collect();
    let wrong = Err("\"9+x\" is no sum".to_string());
    let end = Err("end".to_string());
    assert_eq!(items, [Ok(1), Ok(2), Ok(3), Ok(0), Ok(9), wrong, Ok(9), Ok(0), end]);
}
