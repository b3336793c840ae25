//! Wake-ups: the queue of the tasks that can go on, and the wakers that put tasks into it.
//!
//! This is all of the event loop that other threads ever touch. What it must keep to: a wake after
//! which a task has not been resumed has it resumed, and the task then sees what the waking thread
//! did before; however many wakes come until then, it is resumed once for them; and a wake after
//! the end of the loop does nothing. `tests/ecosystem/wake_ups` compiles this file with the atomics
//! and locks of a model checker in the place of the real ones, and so it names them by `crate::`
//! alone.

//!
//! Most wakes come from the loop's own thread, while it runs. They need no lock: what they queue waits
//! in a place of the thread, which knows the loop that is running there.

use crate::cell::RefCell;
use crate::collections::VecDeque;
use crate::mem;
use crate::sync::atomic::{AtomicBool, Ordering};
use crate::sync::{Arc, Condvar, Mutex, PoisonError, Weak};
use crate::task::{Wake, Waker};
use crate::time::Duration;

crate::thread_local! {
    /// What the thread has queued for the loop that is running on it.
    static WOKEN_HERE: RefCell<Option<WokenHere>> = const { RefCell::new(None) }
}

struct WokenHere {
    queue: Arc<Queue>,
    ready: VecDeque<Arc<Ready>>,
}

/// The tasks that can go on.
#[derive(Default)]
pub(super) struct Queue {
    woken: Mutex<Woken>,
    /// Whether there is something in `woken`. It is looked at without the lock.
    is_filled: AtomicBool,
    wake_up: Condvar,
}

/// What is queued by other threads, and while the loop does not run.
#[derive(Default)]
struct Woken {
    ready: VecDeque<Arc<Ready>>,
    /// Whether the loop's thread sleeps until there is something.
    is_awaited: bool,
}

impl Queue {
    /// Makes a waker for a task.
    pub(super) fn waker(self: &Arc<Self>, task: TaskId) -> Waker {
        let queue = Arc::downgrade(self);
        Waker::from(Arc::new(Ready { task, is_queued: AtomicBool::new(false), queue }))
    }

    /// Lets the present thread know that the loop runs here, until the return value is dropped.
    pub(super) fn run_here(self: &Arc<Self>) -> RunningHere {
        let woken_here = WokenHere { queue: Arc::clone(self), ready: VecDeque::new() };
        RunningHere { outer: replace_woken_here(Some(woken_here)) }
    }

    fn push(&self, ready: Arc<Ready>) {
        let mut woken = self.woken.lock().unwrap_or_else(PoisonError::into_inner);
        woken.ready.push_back(ready);
        self.is_filled.store(true, Ordering::Relaxed);
        let is_awaited = mem::take(&mut woken.is_awaited);
        drop(woken);
        if is_awaited {
            self.wake_up.notify_one();
        }
    }

    /// Takes what is there, or what comes within `pause`. `batch` is empty before.
    pub(super) fn take(&self, batch: &mut VecDeque<Arc<Ready>>, pause: Option<Duration>) {
        let _ = WOKEN_HERE.try_with(|place| {
            if let Some(here) = &mut *place.borrow_mut() {
                // Both keep the memory that they have.
                mem::swap(&mut here.ready, batch);
            }
        });
        // If a thread queues something just now, there is another look when the batch is done.
        if batch.is_empty() || self.is_filled.load(Ordering::Relaxed) {
            self.take_woken(batch, pause);
        }
    }

    fn take_woken(&self, batch: &mut VecDeque<Arc<Ready>>, pause: Option<Duration>) {
        let mut woken = self.woken.lock().unwrap_or_else(PoisonError::into_inner);
        if batch.is_empty() && woken.ready.is_empty() {
            woken.is_awaited = true;
            let is_empty = |woken: &mut Woken| woken.ready.is_empty();
            woken = match pause {
                Some(pause) => {
                    let waited = self.wake_up.wait_timeout_while(woken, pause, is_empty);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
                None => {
                    let waited = self.wake_up.wait_while(woken, is_empty);
                    waited.unwrap_or_else(PoisonError::into_inner)
                }
            };
            woken.is_awaited = false;
        }
        self.is_filled.store(false, Ordering::Relaxed);
        batch.append(&mut woken.ready);
    }
}

/// See [`Queue::run_here`].
pub(super) struct RunningHere {
    /// What belongs to the loop in one of whose tasks this one runs.
    outer: Option<WokenHere>,
}

impl Drop for RunningHere {
    fn drop(&mut self) {
        // What is left is for the next time that the loop runs.
        if let Some(WokenHere { queue, ready }) = replace_woken_here(self.outer.take()) {
            ready.into_iter().for_each(|ready| queue.push(ready));
        }
    }
}

/// Does nothing at the end of a thread, when there is no such place any more.
fn replace_woken_here(new: Option<WokenHere>) -> Option<WokenHere> {
    WOKEN_HERE.try_with(|place| place.replace(new)).ok().flatten()
}

/// Which task of a loop it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct TaskId {
    /// Where the loop has it. After its end another one may be there.
    pub(super) place: usize,
    /// No other task of the loop ever has the same.
    pub(super) number: u64,
}

/// What a waker puts into the queue, once until it is taken out.
///
/// It does not keep the queue, which may hold it in turn, nor has it anywhere to go without.
pub(super) struct Ready {
    task: TaskId,
    is_queued: AtomicBool,
    queue: Weak<Queue>,
}

impl Ready {
    /// Returns the task, which will be resumed: from now on a waker must queue it again.
    pub(super) fn leave_queue(&self) -> TaskId {
        // No mere store: a waker that still found it in the queue has left it at that. What its
        // thread did before, the task must see when it is resumed.
        self.is_queued.swap(false, Ordering::AcqRel);
        self.task
    }

    /// Queues it: if its loop runs on this thread, there.
    fn queue(self: Arc<Self>) {
        let mut ready = Some(self);
        let _ = WOKEN_HERE.try_with(|place| {
            if let Some(here) = &mut *place.borrow_mut() {
                let is_of =
                    |ready: &mut Arc<Ready>| ready.queue.as_ptr() == Arc::as_ptr(&here.queue);
                here.ready.extend(ready.take_if(is_of));
            }
        });
        if let Some(ready) = ready
            && let Some(queue) = ready.queue.upgrade()
        {
            queue.push(ready);
        }
    }
}

impl Wake for Ready {
    fn wake(self: Arc<Self>) {
        if !self.is_queued.swap(true, Ordering::AcqRel) {
            self.queue();
        }
    }

    fn wake_by_ref(self: &Arc<Self>) {
        if !self.is_queued.swap(true, Ordering::AcqRel) {
            Arc::clone(self).queue();
        }
    }
}
