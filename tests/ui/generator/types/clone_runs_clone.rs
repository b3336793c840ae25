//@ run-pass
//@ edition: 2024

// Cloning a frame clones what it holds at that point, once each, and nothing that is gone.

#![feature(native_generators)]

use std::cell::RefCell;
use std::rc::Rc;

#[derive(Default)]
struct Log(Rc<RefCell<Vec<String>>>);

struct Value(&'static str, Log);

impl Log {
    fn note(&self, what: &str, name: &str) {
        self.0.borrow_mut().push(format!("{what} {name}"));
    }

    fn value(&self, name: &'static str) -> Value {
        Value(name, Log(self.0.clone()))
    }

    fn take(&self) -> Vec<String> {
        let mut log = self.0.take();
        log.sort();
        log
    }
}

impl Clone for Value {
    fn clone(&self) -> Value {
        self.1.note("clone", self.0);
        self.1.value(self.0)
    }
}

impl Drop for Value {
    fn drop(&mut self) {
        self.1.note("drop", self.0);
    }
}

fn body(argument: Value, moved: Value) => impl Iterator<Item = u32> + Clone {
    let local = argument.1.value("local");
    yield 1;
    drop(moved);
    {
        let _inner = local.1.value("inner");
        yield 2;
    }
    yield 3;
    let _ = (&local, &argument);
}

fn main() {
    let log = Log::default();
    let mut frame = body(log.value("argument"), log.value("moved"));
    let held: [&[&str]; 5] = [
        &["argument", "moved"],
        &["argument", "local", "moved"],
        &["argument", "inner", "local"],
        &["argument", "local"],
        &[],
    ];
    for names in held {
        log.take();
        let copy = frame.clone();
        let cloned: Vec<_> = names.iter().map(|name| format!("clone {name}")).collect();
        assert_eq!(log.take(), cloned);
        drop(copy);
        let dropped: Vec<_> = names.iter().map(|name| format!("drop {name}")).collect();
        assert_eq!(log.take(), dropped);
        frame.next();
    }
}
