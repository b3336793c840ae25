//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `return`, the tail and `?` give a future its `Return`, from however deep inside, with what they
// give awaited on the way.

#![feature(native_generators)]

use std::generator::{self, Future, Stream, ready};

fn checked(n: u32) => impl Future<(), Return = Result<u32, String>> {
    if n > 9 { Err(format!("{} is too much", n)) } else { Ok(n) }
}

fn numbers(n: u32) => impl Stream<(), Yield = u32, Return = Result<u32, String>> {
    for m in 0..n {
        yield await checked(m)?;
    }
    checked(n).await
}

fn nested(n: u32) => impl Future<(), Return = Result<String, String>> {
    if n == 0 {
        return Ok(String::new());
    }
    let text = 'outer: loop {
        await for m in numbers(n) {
            match m {
                3 => break 'outer "broken",
                5 => return Err("five".to_string()),
                _ if n == 2 => return await ready(Ok("two".to_string())),
                _ if n == 1 => {
                    loop {
                        return checked(n).await.map(|n| { return n.to_string(); });
                    }
                }
                _ => {}
            }
            if n > 20 {
                let block = {
                    let inner = |n: u32| -> Result<u32, String> {
                        if n > 30 {
                            return Ok(n);
                        }
                        Err("inner".to_string())
                    };
                    inner(n)?
                };
                return Ok(block.to_string());
            }
        }?;
    };
    Ok(text.to_string())
}

fn operands(n: u32) => impl Future<(), Return = Result<u32, String>> {
    let sum = await checked(n)? + checked(n + 1).await? * await checked(n + 2)?;
    let _: u32 = if sum > 50 { return Err(sum.to_string()) } else { sum };
    match sum {
        7 => return await checked(sum),
        n => Ok(n + 100),
    }
}

fn unit(done: &mut bool) => impl Future<(), Return = ()> {
    if *done { return }
    *done = await ready(true);
    return await ready(())
}

fn options(n: Option<u32>) => impl Future<(), Return = Option<u32>> {
    let n = await ready(n)?;
    ready(n.checked_sub(1)).await?.checked_sub(1)?;
    Some(n)
}

fn main() {
    let text = |n| generator::run(nested(n)).unwrap_or_else(|error| error + "!");
    assert_eq!([0, 1, 2, 4, 11, 21, 31].to_vec().into_iter().map(text).collect::<Vec<_>>(), [
        "", "1", "two", "broken", "broken", "inner!", "31",
    ]);
    assert_eq!(generator::run(operands(1)), Ok(7));
    assert_eq!(generator::run(operands(3)), Ok(123));
    assert_eq!(generator::run(operands(7)), Err("79".to_string()));
    assert_eq!(generator::run(operands(8)), Err("10 is too much".to_string()));
    let mut done = false;
    generator::run(unit(&mut done));
    assert!(done);
    generator::run(unit(&mut done));
    assert_eq!([None, Some(0), Some(1), Some(2)].map(options).map(generator::run), [
        None, None, None, Some(2),
    ]);
}
