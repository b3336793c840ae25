//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The face `Iterator` gives `None` for ever after the end, whichever way the body ended.

#![feature(native_generators)]

fn by_tail() => impl Iterator<Item = u32> {
    yield 1
}

fn by_return(early: bool) => impl Iterator<Item = u32> {
    if early {
        return;
    }
    yield 1;
}

fn by_error() => impl Iterator<Item = Result<u32, String>> {
    Err("failed".to_string())?;
    yield Ok(1);
}

fn ended<I: Iterator>(mut items: I) -> usize {
    let mut count = 0;
    while items.next().is_some() {
        count += 1;
    }
    for _ in 0..4 {
        assert!(items.next().is_none());
    }
    assert_eq!(items.size_hint().0, 0);
    count
}

fn main() {
    assert_eq!(ended(by_tail()), 1);
    assert_eq!(ended(by_return(true)), 0);
    assert_eq!(ended(by_return(false)), 1);
    assert_eq!(ended(by_error()), 1);
}
