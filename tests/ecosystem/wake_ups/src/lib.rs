//! The wake-ups of the event loop and of `block_on`, as they stand in the standard library, on the atomics
//! and locks of loom.
//!
//! The files that have them are compiled into this crate. They find what they need as `crate::sync`, as they
//! do at home; here that is loom's, whose scheduler then runs a test once for each order in which the
//! threads may do what they do. [`Loop`] is as much of an event loop as it takes to wait and to be woken, and
//! [`Sleeper`] as much of `block_on`.
//!
//! `Arc` and `Weak` are the ordinary ones: loom has no `Weak`, and counting references is not what is in
//! question here.

pub use std::{cell, collections, mem, task, time};

/// `std::thread_local` with loom's threads, for a value that std would have ready from the start.
#[macro_export]
macro_rules! thread_local {
    ($(#[$attribute:meta])* static $name:ident: $type:ty = const $value:block) => {
        loom::thread_local! { $(#[$attribute])* static $name: $type = $value; }
    };
}

pub mod thread {
    pub use loom::thread::{Thread, current, park};
}

pub mod sync {
    //! What `std::sync` has of the same names, with loom beneath.

    use std::time::Duration;

    pub use loom::sync::{Mutex, MutexGuard};
    pub use std::sync::{Arc, LockResult, PoisonError, Weak};

    pub mod atomic {
        pub use loom::sync::atomic::{AtomicBool, Ordering};
    }

    /// loom's, with the methods that it lacks.
    #[derive(Debug, Default)]
    pub struct Condvar(loom::sync::Condvar);

    impl Condvar {
        pub fn notify_one(&self) {
            self.0.notify_one();
        }

        pub fn wait_while<'a, T>(
            &self,
            mut guard: MutexGuard<'a, T>,
            mut condition: impl FnMut(&mut T) -> bool,
        ) -> LockResult<MutexGuard<'a, T>> {
            while condition(&mut guard) {
                guard = self.0.wait(guard)?;
            }
            Ok(guard)
        }

        /// Under loom no time passes: either it is up at once or it never is. Here it is at once.
        pub fn wait_timeout_while<'a, T>(
            &self,
            guard: MutexGuard<'a, T>,
            _: Duration,
            _: impl FnMut(&mut T) -> bool,
        ) -> LockResult<(MutexGuard<'a, T>, ())> {
            Ok((guard, ()))
        }
    }
}

#[path = "../../../../library/std/src/generator/block_on/signal.rs"]
mod signal;
#[path = "../../../../library/std/src/generator/event_loop/wake_up.rs"]
mod wake_up;

use std::collections::VecDeque;
use std::sync::Arc;
use std::task::Waker;
use std::time::Duration;

use signal::Signal;
use wake_up::{Queue, Ready, RunningHere, TaskId};

/// An event loop without its tasks: it tells their numbers in the order in which it would resume them.
#[derive(Default)]
pub struct Loop {
    queue: Arc<Queue>,
    batch: VecDeque<Arc<Ready>>,
    running: Option<RunningHere>,
}

impl Loop {
    /// A loop that runs on this thread: what is woken here needs no lock.
    pub fn running_here() -> Self {
        let mut event_loop = Self::default();
        event_loop.running = Some(event_loop.queue.run_here());
        event_loop
    }

    /// Ends the run. What was woken meanwhile is still there.
    pub fn pause(&mut self) {
        self.running = None;
    }

    /// A waker for the task of this number.
    pub fn waker(&self, number: u64) -> Waker {
        self.queue.waker(TaskId { place: 0, number })
    }

    /// The next task that is resumed. Waits for it.
    pub fn next(&mut self) -> u64 {
        loop {
            if let Some(ready) = self.batch.pop_front() {
                return ready.leave_queue().number;
            }
            self.queue.take(&mut self.batch, None);
        }
    }

    /// The next task that is resumed, if there is one that can be.
    pub fn next_now(&mut self) -> Option<u64> {
        if self.batch.is_empty() {
            self.queue.take(&mut self.batch, Some(Duration::ZERO));
        }
        self.batch.pop_front().map(|ready| ready.leave_queue().number)
    }

    /// How many wake-ups were taken from the queue and wait for their turn.
    pub fn waiting(&self) -> usize {
        self.batch.len()
    }

    /// Something by which to tell whether the queue is still there.
    pub fn watch(&self) -> impl Fn() -> bool + use<> {
        let queue = Arc::downgrade(&self.queue);
        move || queue.strong_count() > 0
    }
}

/// `block_on` without its future: it sleeps until it is woken.
pub struct Sleeper(Arc<Signal>);

impl Sleeper {
    /// One that sleeps on the present thread.
    pub fn here() -> Sleeper {
        Sleeper(Signal::new())
    }

    pub fn waker(&self) -> Waker {
        Waker::from(self.0.clone())
    }

    /// Waits for the next wake, or for one that came since the last.
    pub fn sleep(&self) {
        self.0.wait();
    }
}
