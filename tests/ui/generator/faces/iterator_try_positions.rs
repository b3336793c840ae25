//@ run-pass
//@ edition: 2024

// In the face `Iterator`, `?` works wherever an expression may stand, and inside nested loops.

#![feature(native_generators)]

type Item = Result<u32, String>;

fn check(n: u32) -> Item {
    if n == 13 { Err("unlucky".to_string()) } else { Ok(n) }
}

fn positions(numbers: Vec<u32>) => impl Iterator<Item = Item> {
    let sum = check(1)? + check(2)?;
    yield Ok(sum);
    'outer: for n in numbers {
        let pair = (check(n)?, [check(n + 1)?; 2]);
        loop {
            yield match check(pair.0 + 2)? {
                5 => Ok(u32::max(check(n)?, check(n + 8)?)),
                other => Ok(if check(other)? > 10 { pair.1[0] } else { pair.1[1] + 1 }),
            };
            continue 'outer;
        }
    }
    let closure = |n: u32| -> Item { Ok(check(n)? * 10) };
    yield closure(13);
    yield Ok(closure(1)?);
    check(13)?;
    yield Ok(0);
}

fn unlucky() -> Item {
    Err("unlucky".to_string())
}

fn main() {
    let all = |numbers: &[u32]| positions(numbers.to_vec()).collect::<Vec<_>>();
    assert_eq!(all(&[]), [Ok(3), unlucky(), Ok(10), unlucky()]);
    assert_eq!(all(&[1]), [Ok(3), Ok(3), unlucky(), Ok(10), unlucky()]);
    assert_eq!(all(&[9, 13]), [Ok(3), Ok(10), unlucky()]);
    assert_eq!(all(&[12]), [Ok(3), unlucky()]);
    assert_eq!(all(&[11]), [Ok(3), unlucky()]);
    assert_eq!(all(&[3])[1], Ok(11));
}
