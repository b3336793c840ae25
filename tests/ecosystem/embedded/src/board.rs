//! The executor and its capabilities.
//!
//! A task that cannot go on says why to the board, not to who resumes it: it notes down the time, the
//! pins and the events that it waits for, and blocks. So a task may wait for several things at once,
//! with `select` and `join`, and the scheduler sees them all together in one [`Interest`].

use core::generator::{Executor, Future, Generator, State};
use core::pin::Pin as Pinned;

/// A point of time or a length of it. The clock starts again at zero when it has run through.
pub type Tick = u32;

/// The number of a pin, below 32.
pub type Pin = u8;

/// Whether the clock has come to `at`, which lies no more than half its range ahead.
pub fn is_due(now: Tick, at: Tick) -> bool {
    now.wrapping_sub(at) < 1 << 31
}

/// What is under the board.
pub trait Hardware {
    fn now(&self) -> Tick;

    /// The levels of all pins, one bit for each.
    fn levels(&self) -> u32;

    fn write(&mut self, pin: Pin, level: bool);

    /// Waits until this time or until a pin changes, whatever comes first; it may return earlier.
    /// `false` says that there is nothing to wait for any more.
    fn wait(&mut self, until: Option<Tick>) -> bool;
}

/// An executor with a clock.
pub trait Clock: Executor {
    type Sleep: Future<Self, Return = ()> + Unpin;

    fn now(&self) -> Tick;

    /// Blocks for `length` ticks, from when it is first resumed.
    fn sleep(length: Tick) -> Self::Sleep;
}

/// An executor with pins.
pub trait Pins: Executor {
    type Level: Future<Self, Return = ()> + Unpin;

    fn read(&self, pin: Pin) -> bool;

    fn write(&mut self, pin: Pin, level: bool);

    /// Blocks until the pin has this level.
    fn level(pin: Pin, level: bool) -> Self::Level;
}

/// An executor whose tasks tell each other things: 32 bits, each of which is raised or not.
pub trait Events: Executor {
    type Raised: Future<Self, Return = u32> + Unpin;

    /// Raises the events of this mask.
    fn raise(&mut self, events: u32);

    /// Blocks until one of these events is raised, and takes all of them that are back.
    fn raised(events: u32) -> Self::Raised;
}

/// What a task waits for: any of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Interest {
    pub(crate) until: Option<Tick>,
    pub(crate) pins: u32,
    pub(crate) events: u32,
}

/// The executor.
#[derive(Debug)]
pub struct Board<H> {
    pub hardware: H,
    events: u32,
    interest: Interest,
}

impl<H> Board<H> {
    pub const fn new(hardware: H) -> Board<H> {
        let interest = Interest { until: None, pins: 0, events: 0 };
        Board { hardware, events: 0, interest }
    }

    /// The events that are raised now.
    pub(crate) fn events(&self) -> u32 {
        self.events
    }

    /// What the task that was resumed last waits for. The next one starts with nothing.
    pub(crate) fn take_interest(&mut self) -> Interest {
        core::mem::take(&mut self.interest)
    }
}

impl<H> Executor for Board<H> {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

impl<H: Hardware> Clock for Board<H> {
    type Sleep = Sleep;

    fn now(&self) -> Tick {
        self.hardware.now()
    }

    fn sleep(length: Tick) -> Sleep {
        Sleep::For(length)
    }
}

/// Waits for some ticks on a [`Board`].
#[derive(Clone, Debug)]
#[must_use = "generators do nothing unless resumed"]
pub enum Sleep {
    For(Tick),
    Until(Tick),
}

impl<H: Hardware> Generator<Board<H>> for Sleep {
    type Yield = !;
    type Return = ();

    fn resume(mut self: Pinned<&mut Self>, board: &mut Board<H>) -> State<!, (), ()> {
        let now = board.now();
        let at = match *self {
            Sleep::For(length) => now.wrapping_add(length),
            Sleep::Until(at) => at,
        };
        *self = Sleep::Until(at);
        if is_due(now, at) {
            return State::Complete(());
        }
        let earlier = board.interest.until.filter(|until| is_due(at, *until));
        board.interest.until = earlier.or(Some(at));
        State::Blocked(())
    }
}

impl<H: Hardware> Pins for Board<H> {
    type Level = Level;

    fn read(&self, pin: Pin) -> bool {
        self.hardware.levels() >> pin & 1 == 1
    }

    fn write(&mut self, pin: Pin, level: bool) {
        self.hardware.write(pin, level);
    }

    fn level(pin: Pin, level: bool) -> Level {
        Level { pin, level }
    }
}

/// Waits for the level of a pin of a [`Board`].
#[derive(Clone, Debug)]
#[must_use = "generators do nothing unless resumed"]
pub struct Level {
    pin: Pin,
    level: bool,
}

impl<H: Hardware> Generator<Board<H>> for Level {
    type Yield = !;
    type Return = ();

    fn resume(self: Pinned<&mut Self>, board: &mut Board<H>) -> State<!, (), ()> {
        if board.read(self.pin) == self.level {
            return State::Complete(());
        }
        board.interest.pins |= 1 << self.pin;
        State::Blocked(())
    }
}

impl<H: Hardware> Events for Board<H> {
    type Raised = Raised;

    fn raise(&mut self, events: u32) {
        self.events |= events;
    }

    fn raised(events: u32) -> Raised {
        Raised { events }
    }
}

/// Waits for events of a [`Board`].
#[derive(Clone, Debug)]
#[must_use = "generators do nothing unless resumed"]
pub struct Raised {
    events: u32,
}

impl<H: Hardware> Generator<Board<H>> for Raised {
    type Yield = !;
    type Return = u32;

    fn resume(self: Pinned<&mut Self>, board: &mut Board<H>) -> State<!, u32, ()> {
        let raised = board.events & self.events;
        if raised == 0 {
            board.interest.events |= self.events;
            return State::Blocked(());
        }
        board.events &= !raised;
        State::Complete(raised)
    }
}
