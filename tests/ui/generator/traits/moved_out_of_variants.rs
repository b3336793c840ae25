//@ edition: 2024
//@ run-pass

// A value of which each variant that there may be was taken apart is gone, whichever it was: the frame
// does not hold it, and may be sent and cloned.

#![feature(native_generators)]

use std::rc::Rc;

fn is_send<T: Send>(frame: T) -> T {
    frame
}

fn both() -> Result<Rc<u32>, Rc<u64>> {
    Ok(Rc::new(1))
}

fn dropped_before() => impl Iterator<Item = u32> + Send {
    let both = both();
    match both {
        Ok(a) => drop(a),
        Err(b) => drop(b),
    }
    yield 1;
}

fn dropped_in_each_arm() => impl Iterator<Item = u32> + Send {
    match both() {
        Ok(a) => {
            drop(a);
            yield 1;
        }
        Err(b) => {
            drop(b);
            yield 2;
        }
    }
}

fn dropped_in_one_arm() => impl Iterator<Item = u32> + Send {
    let text = if let Err(b) = both().map(drop) { b.to_string() } else { String::new() };
    yield text.len() as u32;
}

fn kept(text: Result<String, String>) => impl Iterator<Item = usize> + Clone {
    let text = match text {
        Ok(text) => text,
        Err(text) => text,
    };
    yield text.len();
    yield text.len() + 1;
}

fn kept_in_arms(text: Result<String, Vec<u8>>) => impl Iterator<Item = usize> + Clone {
    match text {
        Ok(text) => {
            yield 1;
            yield text.len();
        }
        Err(bytes) => {
            yield 2;
            yield bytes.len();
        }
    }
}

fn kept_or_not(text: Option<String>) => impl Iterator<Item = usize> + Clone {
    if let Some(text) = text {
        yield text.len();
    }
    yield 3;
}

/// All that is left at each of the first suspend points, by a clone and by the frame itself.
fn cloned<I: Iterator<Item = usize> + Clone>(mut frame: I) -> Vec<Vec<usize>> {
    let mut left = vec![frame.clone().collect()];
    while frame.next().is_some() {
        left.push(frame.clone().collect());
    }
    left
}

fn main() {
    assert!(is_send(dropped_before()).eq([1]));
    assert!(is_send(dropped_in_each_arm()).eq([1]));
    assert!(is_send(dropped_in_one_arm()).eq([0]));

    let text = || String::from("abc");
    assert_eq!(cloned(kept(Err(text()))), [vec![3, 4], vec![4], vec![]]);
    assert_eq!(cloned(kept_in_arms(Ok(text()))), [vec![1, 3], vec![3], vec![]]);
    assert_eq!(cloned(kept_in_arms(Err(vec![0]))), [vec![2, 1], vec![1], vec![]]);
    assert_eq!(cloned(kept_or_not(Some(text()))), [vec![3, 3], vec![3], vec![]]);
    assert_eq!(cloned(kept_or_not(None)), [vec![3], vec![]]);
}
