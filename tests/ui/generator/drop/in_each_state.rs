//@ run-pass
//@ edition: 2024
//@ aux-build: tracer.rs

// However far a frame got, everything it made is dropped exactly once.

#![feature(native_generators)]

use std::cell::RefCell;
use std::rc::Rc;

/// Counts, for each value made, how often it was dropped.
#[derive(Clone, Default)]
struct Ledger(Rc<RefCell<Vec<u32>>>);

struct Entry {
    ledger: Ledger,
    number: usize,
}

impl Ledger {
    fn entry(&self) -> Entry {
        let mut drops = self.0.borrow_mut();
        drops.push(0);
        Entry { ledger: self.clone(), number: drops.len() - 1 }
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        self.ledger.0.borrow_mut()[self.number] += 1;
    }
}

fn busy(ledger: Ledger, argument: (Entry, Entry), many: Vec<Entry>) => impl Iterator<Item = Entry> {
    let (first, _) = argument;
    let mut kept = None;
    for (at, entry) in many.into_iter().enumerate() {
        let local = ledger.entry();
        if at % 2 == 0 {
            yield entry;
        } else {
            kept = Some((entry, ledger.entry(), { yield ledger.entry(); ledger.entry() }));
        }
        if at == 3 {
            yield local;
        }
    }
    if let Some((a, ..)) = kept {
        yield a;
    }
    let array = [ledger.entry(), { yield first; ledger.entry() }];
    for entry in array {
        yield entry;
        yield ledger.entry();
    }
}

fn main() {
    for steps in 0..16 {
        let ledger = Ledger::default();
        let argument = (ledger.entry(), ledger.entry());
        let many = (0..5).map(|_| ledger.entry()).collect();
        let mut frame = busy(ledger.clone(), argument, many);
        let taken = frame.by_ref().take(steps).count();
        assert_eq!(taken, steps.min(12));
        drop(frame);
        let drops = ledger.0.borrow();
        assert!(drops.iter().all(|&times| times == 1), "after {steps} steps: {drops:?}");
    }
}
