//@ run-pass
//@ edition: 2024

// Frames live wherever values live: in statics, thread locals, collections, and on other threads.

#![feature(native_generators)]

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::thread;

fn count(from: u32) => impl Iterator<Item = u32> {
    for n in from.. {
        yield n
    }
}

static SHARED: Mutex<Option<Box<dyn Iterator<Item = u32> + Send>>> = Mutex::new(None);

thread_local! {
    static LOCAL: RefCell<Box<dyn Iterator<Item = u32>>> = RefCell::new(Box::new(count(7)));
}

fn main() {
    *SHARED.lock().unwrap() = Some(Box::new(count(1)));
    for expected in 1..4 {
        let next = thread::spawn(|| SHARED.lock().unwrap().as_mut().unwrap().next());
        assert_eq!(next.join().unwrap(), Some(expected));
    }

    assert_eq!(LOCAL.with_borrow_mut(|local| local.next()), Some(7));
    assert_eq!(thread::spawn(|| LOCAL.with_borrow_mut(|l| l.next())).join().unwrap(), Some(7));
    assert_eq!(LOCAL.with_borrow_mut(|local| local.next()), Some(8));

    // A round robin, by moving the frames around.
    let mut queue: VecDeque<_> = [10, 20, 30].map(count).into_iter().collect();
    let mut seen = Vec::new();
    for _ in 0..6 {
        let mut frame = queue.pop_front().unwrap();
        seen.extend(frame.next());
        queue.push_back(frame);
    }
    assert_eq!(seen, [10, 20, 30, 11, 21, 31]);

    let mut named: BTreeMap<&str, _> = BTreeMap::new();
    for name in ["a", "b", "a", "a"] {
        named.entry(name).or_insert_with(|| count(0)).next();
    }
    assert_eq!(named.get_mut("a").unwrap().next(), Some(3));
    assert_eq!(named.get_mut("b").unwrap().next(), Some(1));

    let counted = Rc::new(RefCell::new(count(5)));
    let other = counted.clone();
    assert_eq!(counted.borrow_mut().next(), Some(5));
    assert_eq!(other.borrow_mut().next(), Some(6));

    let pooled = Arc::new(Mutex::new(count(0)));
    let total: u32 = thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| pooled.lock().unwrap().by_ref().take(5).sum::<u32>()))
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    assert_eq!(total, (0..20).sum());
}
