//! Wake-ups: the queue of the tasks that can go on, and the wakers that put tasks into it.
//!
//! This is all of the event loop that other threads ever touch. What it must keep to: a wake after
//! which a task has not been resumed has it resumed, and the task then sees what the waking thread
//! did before; however many wakes come until then, it is resumed once for them; and a wake after
//! the end of the loop does nothing. `tests/ecosystem/wake_ups` compiles this file with the atomics
//! and locks of a model checker in the place of the real ones, and so it names them by `crate::`
//! alone.

use crate::collections::VecDeque;
use crate::mem;
use crate::sync::atomic::{AtomicBool, Ordering};
use crate::sync::{Arc, Condvar, Mutex, PoisonError, Weak};
use crate::task::{Wake, Waker};
use crate::time::Duration;

/// The tasks that can go on.
#[derive(Default)]
pub(super) struct Queue {
    ready: Mutex<VecDeque<Arc<Ready>>>,
    is_filled: Condvar,
}

impl Queue {
    /// Makes a waker for the task of this number.
    pub(super) fn waker(self: &Arc<Self>, number: u64) -> Waker {
        let queue = Arc::downgrade(self);
        Waker::from(Arc::new(Ready { number, is_queued: AtomicBool::new(false), queue }))
    }

    fn push(&self, ready: Arc<Ready>) {
        self.ready.lock().unwrap_or_else(PoisonError::into_inner).push_back(ready);
        self.is_filled.notify_one();
    }

    /// Takes what is there, or what comes within `pause`. `batch` is empty before.
    pub(super) fn take(&self, batch: &mut VecDeque<Arc<Ready>>, pause: Option<Duration>) {
        let ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        let is_empty = |ready: &mut VecDeque<Arc<Ready>>| ready.is_empty();
        let mut ready = match pause {
            Some(pause) => {
                let waited = self.is_filled.wait_timeout_while(ready, pause, is_empty);
                waited.unwrap_or_else(PoisonError::into_inner).0
            }
            None => {
                let waited = self.is_filled.wait_while(ready, is_empty);
                waited.unwrap_or_else(PoisonError::into_inner)
            }
        };
        // Both keep the memory that they have.
        mem::swap(&mut *ready, batch);
    }
}

/// What a waker puts into the queue, once until it is taken out.
///
/// It does not keep the queue, which may hold it in turn, nor has it anywhere to go without.
pub(super) struct Ready {
    number: u64,
    is_queued: AtomicBool,
    queue: Weak<Queue>,
}

impl Ready {
    /// Returns the number of the task, which will be resumed: from now on a waker must queue it
    /// again.
    pub(super) fn leave_queue(&self) -> u64 {
        // No mere store: a waker that still found it in the queue has left it at that. What its
        // thread did before, the task must see when it is resumed.
        self.is_queued.swap(false, Ordering::AcqRel);
        self.number
    }
}

impl Wake for Ready {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        if !self.is_queued.swap(true, Ordering::AcqRel)
            && let Some(queue) = self.queue.upgrade()
        {
            queue.push(Arc::clone(self));
        }
    }
}
