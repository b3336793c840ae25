//! What wakes the thread that [`block_on`](super::block_on) runs on.
//!
//! A wake that comes while the future is being polled must have it polled again, and what the waking
//! thread did before, that poll must see. As with `wake_up.rs` of the event loop, the model checker of
//! `tests/ecosystem/wake_ups` compiles this file, too.

use crate::sync::Arc;
use crate::sync::atomic::{AtomicBool, Ordering};
use crate::task::Wake;
use crate::thread::{self, Thread};

pub(super) struct Signal {
    thread: Thread,
    is_set: AtomicBool,
}

impl Signal {
    /// Makes a signal to the present thread.
    pub(super) fn new() -> Arc<Signal> {
        Arc::new(Signal { thread: thread::current(), is_set: AtomicBool::new(false) })
    }

    /// Lets the present thread sleep until the signal is set, and takes it back.
    pub(super) fn wait(&self) {
        // A token of `park` may be somebody else's.
        while !self.is_set.swap(false, Ordering::Acquire) {
            thread::park();
        }
    }
}

impl Wake for Signal {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        // No mere store: the future must see what the threads did that set it before this one, too.
        self.is_set.swap(true, Ordering::Release);
        self.thread.unpark();
    }
}
