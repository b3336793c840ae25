//@ run-pass
//@ edition: 2024

// A clone has what the frame has at that point: no more after a move, and no less.

#![feature(native_generators)]

use std::cell::Cell;
use std::rc::Rc;

/// Counts how many there are.
struct Counted(Rc<Cell<u32>>);

impl Counted {
    fn new(count: &Rc<Cell<u32>>) -> Counted {
        count.set(count.get() + 1);
        Counted(count.clone())
    }
}

impl Clone for Counted {
    fn clone(&self) -> Counted {
        Counted::new(&self.0)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}

fn arguments(first: Counted, second: Counted) => impl Iterator<Item = u32> + Clone {
    yield 1;
    drop(first);
    yield 2;
    {
        let third = second.clone();
        yield 3;
        drop(third);
    }
    yield 4;
}

fn items(all: Vec<Counted>) => impl Iterator<Item = u32> + Clone {
    for one in all {
        yield 1;
        let moved = one;
        yield 2;
        drop(moved);
        yield 3;
    }
}

fn guarded(all: Vec<Option<Counted>>) => impl Iterator<Item = u32> + Clone {
    for one in all {
        match one {
            Some(moved) if moved.0.get() > 0 => {
                println!("{}", moved.0.get());
                yield 1;
                drop(moved);
                yield 2;
            }
            Some(_) | None => yield 3,
        }
    }
}

fn looked_at(one: Counted) => impl Iterator<Item = u32> + Clone {
    println!("{}", one.0.get());
    drop(one);
    yield 1;
    println!("1");
    yield 2;
}

fn check(count: &Rc<Cell<u32>>, make: impl Fn() -> Box<dyn FnOnce(usize)>) {
    for steps in 0..8 {
        make()(steps);
        assert_eq!(count.get(), 0, "after {steps} steps");
    }
}

fn clone_after<I: Iterator<Item = u32> + Clone>(mut frame: I, steps: usize, count: &Cell<u32>) {
    for _ in 0..steps {
        frame.next();
    }
    let held = count.get();
    let clone = frame.clone();
    assert_eq!(count.get(), 2 * held, "after {steps} steps");
    drop(clone);
    assert_eq!(count.get(), held, "after {steps} steps");
    assert!(frame.clone().eq(frame));
}

fn main() {
    let count = Rc::new(Cell::new(0));
    check(&count, || {
        let count = count.clone();
        let frame = arguments(Counted::new(&count), Counted::new(&count));
        Box::new(move |steps| clone_after(frame, steps, &count))
    });
    check(&count, || {
        let count = count.clone();
        let frame = items(vec![Counted::new(&count), Counted::new(&count)]);
        Box::new(move |steps| clone_after(frame, steps, &count))
    });
    check(&count, || {
        let count = count.clone();
        let frame = guarded(vec![Some(Counted::new(&count)), None, Some(Counted::new(&count))]);
        Box::new(move |steps| clone_after(frame, steps, &count))
    });
    check(&count, || {
        let count = count.clone();
        let frame = looked_at(Counted::new(&count));
        Box::new(move |steps| clone_after(frame, steps, &count))
    });
    check(&count, || {
        let count = count.clone();
        let environment = Counted::new(&count);
        let closure = move |n: u32| => {
            yield n;
            let moved = environment;
            yield n + 1;
            drop(moved);
            yield n + 2;
        };
        Box::new(move |steps| clone_after(closure(1).into_iter(), steps, &count))
    });
}
