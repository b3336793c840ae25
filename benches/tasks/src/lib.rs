//! What the programs with tasks have in common: what the tasks do.
//!
//! `spawn` spawns as many tasks as there are units, all before the first one runs, and adds up what they
//! return. In `ping-pong`, two tasks send each other a number that many times; a unit is there and back.

use std::cell::Cell;
use std::task::Waker;
use std::thread::LocalKey;

/// Room for one number on its way to a task.
#[derive(Default)]
pub struct Slot {
    number: Cell<Option<u64>>,
    taker: Cell<Option<Waker>>,
}

// All tasks run on one thread. Being here, the slots are in no task, so that all executors take them,
// those too that want tasks to be `Send`.
thread_local! {
    pub static PING: Slot = Slot::default();
    pub static PONG: Slot = Slot::default();
}

/// Puts a number into a slot.
pub fn put(slot: &'static LocalKey<Slot>, number: u64) {
    slot.with(|slot| {
        slot.number.set(Some(number));
        if let Some(taker) = slot.taker.take() {
            taker.wake();
        }
    });
}

/// Takes the number out of a slot. If there is none, the task is to be woken when there is.
pub fn take(slot: &'static LocalKey<Slot>, waker: impl FnOnce() -> Waker) -> Option<u64> {
    slot.with(|slot| {
        let number = slot.number.take();
        if number.is_none() {
            slot.taker.set(Some(waker()));
        }
        number
    })
}

/// What a task returns, or answers.
pub fn mixed(number: u64) -> u64 {
    number ^ (number >> 3)
}
