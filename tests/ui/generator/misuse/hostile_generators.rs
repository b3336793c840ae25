//@ run-pass
//@ edition: 2024
//@ needs-unwind

// Generators by hand that keep to no rule: they go on after completion, complete again and again,
// lie about their phase, panic. What the library makes of them may be nonsense or a panic, but each
// value that they said is dropped once, and nothing else happens.

#![feature(native_generators, never_type)]

use std::cell::Cell;
use std::generator::lowering::Phase;
use std::generator::{
    EventLoop, Executor, Future, Generator, IntoBox, Joined, State, Stream, join, select,
};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::pin::Pin;
use std::rc::Rc;

/// A value, and how many of its kind there are.
struct Counted(Rc<Cell<isize>>);

impl Counted {
    fn new(count: &Rc<Cell<isize>>) -> Counted {
        count.set(count.get() + 1);
        Counted(count.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}

/// What to say at a resumption.
#[derive(Clone, Copy)]
enum Line {
    Yield,
    Block,
    Complete,
    Panic,
}

use Line::*;

const SCRIPTS: [&[Line]; 7] = [
    &[Complete],
    &[Block, Complete],
    &[Complete, Block],
    &[Yield, Complete, Yield],
    &[Block, Panic, Complete],
    &[Complete, Panic, Yield],
    &[Panic],
];

const PHASES: [Phase; 5] =
    [Phase::Unresumed, Phase::Suspended, Phase::Complete, Phase::Panicked, Phase::Unknown];

/// Says the lines of a script, over and over.
struct Script {
    lines: &'static [Line],
    at: usize,
    phase: Phase,
    count: Rc<Cell<isize>>,
    _held: Counted,
}

impl Script {
    fn new(lines: &'static [Line], phase: Phase, count: &Rc<Cell<isize>>) -> Script {
        Script { lines, at: 0, phase, count: count.clone(), _held: Counted::new(count) }
    }

    fn say<Y, R, B>(
        &mut self,
        yielded: impl FnOnce(Counted) -> State<Y, R, B>,
        blocked: impl FnOnce() -> State<Y, R, B>,
        complete: impl FnOnce(Counted) -> State<Y, R, B>,
    ) -> State<Y, R, B> {
        self.at += 1;
        match self.lines[(self.at - 1) % self.lines.len()] {
            Yield => yielded(Counted::new(&self.count)),
            Block => blocked(),
            Complete => complete(Counted::new(&self.count)),
            Panic => panic!("as it says"),
        }
    }
}

struct World;

impl Executor for World {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

/// Says all that a generator can say.
struct Anything(Script);

impl Generator<World> for Anything {
    type Yield = Counted;
    type Return = Counted;

    fn resume(mut self: Pin<&mut Self>, _: &mut World) -> State<Counted, Counted, ()> {
        self.0.say(State::Yielded, || State::Blocked(()), State::Complete)
    }

    fn __phase(&self) -> Phase {
        self.0.phase
    }
}

/// Yields nothing.
struct Awaited(Script);

impl<E: Executor<Blocked = ()>> Generator<E> for Awaited {
    type Yield = !;
    type Return = Counted;

    fn resume(mut self: Pin<&mut Self>, _: &mut E) -> State<!, Counted, ()> {
        self.0.say(|_| State::Blocked(()), || State::Blocked(()), State::Complete)
    }

    fn __phase(&self) -> Phase {
        self.0.phase
    }
}

/// Never blocks.
struct Iterated(Script);

impl Generator for Iterated {
    type Yield = Counted;
    type Return = ();

    fn resume(mut self: Pin<&mut Self>, _: &mut ()) -> State<Counted, ()> {
        let count = self.0.count.clone();
        let item = || State::Yielded(Counted::new(&count));
        self.0.say(State::Yielded, item, |_| State::Complete(()))
    }

    fn __phase(&self) -> Phase {
        self.0.phase
    }
}

fn delegates(inner: Anything) => impl Stream<World, Yield = Counted, Return = Counted> {
    yield.. inner
}

fn awaits_each(inner: Anything) => impl Stream<World, Yield = Counted, Return = Counted> {
    await for item in inner {
        yield item;
    }
}

fn awaits(inner: Awaited) => static impl Future<World, Return = Counted> {
    await inner
}

fn catch(f: impl FnOnce()) {
    _ = catch_unwind(AssertUnwindSafe(f));
}

/// Resumes a generator more often than makes sense.
fn misuse<E: Executor, G: Generator<E>>(generator: G, executor: &mut E) {
    let mut generator = Box::pin(generator);
    for _ in 0..7 {
        catch(|| drop(generator.as_mut().resume(executor)));
    }
}

fn all_that_the_library_makes(script: impl Fn() -> Script) {
    let (anything, awaited) = (|| Anything(script()), || Awaited(script()));
    let world = &mut World;
    misuse(anything(), world);
    misuse(delegates(anything()), world);
    misuse(awaits_each(anything()), world);
    misuse(awaits(awaited()), world);
    misuse(anything().into_box(), world);
    misuse(anything().by_mut(), world);
    misuse(anything().map_yield(|counted| (counted, 1)), world);
    misuse(anything().map_return(|counted| (counted, 1)), world);
    misuse(join((awaited(), awaited(), awaited())), world);
    misuse(join([awaited(), awaited()]), world);
    misuse(join(vec![awaited(), awaited()]), world);
    misuse(join(&mut [Joined::new(awaited()), Joined::new(awaited())][..]), world);
    misuse(select(awaited(), awaited()), world);

    let iterated = || Iterated(script());
    misuse(iterated(), &mut ());
    let mut iter = iterated().iter();
    for _ in 0..7 {
        catch(|| drop((iter.size_hint(), iter.next())));
    }
    catch(|| drop(iterated().into_box().into_iter().take(5).collect::<Vec<_>>()));
    catch(|| iterated().map_yield(drop).into_iter().take(5).for_each(drop));

    // One that stays blocked is dropped with the loop.
    let mut event_loop = EventLoop::new();
    let tasks: Vec<_> = (0..3).map(|_| event_loop.spawn(awaited())).collect();
    let mut turns = 0;
    event_loop.run(std::generator::from_fn(|event_loop: &mut EventLoop| {
        turns += 1;
        event_loop.waker().wake();
        if turns < 3 { State::Blocked(()) } else { State::Complete(()) }
    }));
    drop(event_loop);
    drop(tasks);
}

fn main() {
    set_hook(Box::new(|_| {}));
    let count = Rc::new(Cell::new(0));
    for lines in SCRIPTS {
        for phase in PHASES {
            all_that_the_library_makes(|| Script::new(lines, phase, &count));
            assert_eq!(count.get(), 0);
        }
    }
    assert_eq!(Rc::strong_count(&count), 1);
}
