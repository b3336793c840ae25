//@ run-pass
//@ edition: 2024

// A frame dropped inside of `yield..` drops the inner generators from the inside out.

#![feature(native_generators)]

use std::cell::RefCell;

type Log = RefCell<Vec<&'static str>>;

struct Noted<'a>(&'a Log, &'static str);

impl Drop for Noted<'_> {
    fn drop(&mut self) {
        self.0.borrow_mut().push(self.1);
    }
}

fn inner<'a>(log: &'a Log) => impl Iterator<Item = u32> {
    let _local = Noted(log, "inner");
    yield 1;
    yield 2;
}

fn middle<'a>(log: &'a Log) => impl Iterator<Item = u32> {
    let _local = Noted(log, "middle");
    yield.. inner(log);
    log.borrow_mut().push("between");
    yield.. [3];
}

fn outer<'a>(log: &'a Log, _argument: Noted<'a>) => impl Iterator<Item = u32> {
    yield.. middle(log);
    log.borrow_mut().push("handed on");
    yield 4;
}

fn main() {
    let log = Log::default();
    let dropped_after = |steps: usize| {
        let taken = outer(&log, Noted(&log, "argument")).take(steps).collect::<Vec<_>>();
        assert_eq!(taken, [1, 2, 3, 4][..steps]);
        log.take()
    };
    assert_eq!(dropped_after(0), ["argument"]);
    assert_eq!(dropped_after(1), ["inner", "middle", "argument"]);
    assert_eq!(dropped_after(2), ["inner", "middle", "argument"]);
    assert_eq!(dropped_after(3), ["inner", "between", "middle", "argument"]);
    assert_eq!(dropped_after(4), ["inner", "between", "middle", "handed on", "argument"]);
}
