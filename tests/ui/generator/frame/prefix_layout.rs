//@ run-pass
//@ edition: 2024
//@ revisions: packed prefix
//@[prefix] compile-flags: -Zcoroutine-layout=prefix

// Both layouts do the same, and only one of them is small.

#![feature(native_generators)]

use std::cell::RefCell;
use std::rc::Rc;

type Log = Rc<RefCell<String>>;

struct Noted(char, Log, [u8; 1000]);

impl Drop for Noted {
    fn drop(&mut self) {
        self.1.borrow_mut().push(self.0);
    }
}

fn halves(first: Noted, second: Noted) => impl Iterator<Item = u8> {
    let (first, second) = (first, second);
    yield first.2[0];
    drop(first);
    let third = Noted('c', second.1.clone(), [3; 1000]);
    yield second.2[0];
    drop(second);
    let fourth = Noted('d', third.1.clone(), [4; 1000]);
    yield third.2[0] + fourth.2[0];
}

fn main() {
    for resumptions in 0..5 {
        let log = Log::default();
        let noted = |name, n| Noted(name, log.clone(), [n; 1000]);
        let mut frame = halves(noted('a', 1), noted('b', 2));
        let size = size_of_val(&frame);
        if cfg!(packed) {
            assert!(size <= 2 * size_of::<Noted>() + 8, "{size}");
        } else {
            assert!(size > 4 * size_of::<Noted>(), "{size}");
        }
        let items: Vec<u8> = frame.by_ref().take(resumptions).collect();
        assert_eq!(items, [1, 2, 7][..resumptions.min(3)]);
        drop(frame);
        let expected = ["ba", "ba", "acb", "abdc", "abdc"][resumptions];
        assert_eq!(*log.borrow(), expected, "after {resumptions}");
    }
}
