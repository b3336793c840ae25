//! Tests of what `std::generator` adds to `core::generator`: the event loop, `block_on`, time.
//!
//! `core::generator` itself is tested in coretests.

#![feature(native_generators)]

// All names of tests begin with `generator`, so that they can be asked for.
mod generator {
    mod adopt;
    mod block_on;
    #[cfg(panic = "unwind")]
    mod cancel;
    mod capabilities;
    mod fairness;
    mod join_vec;
    #[cfg(panic = "unwind")]
    mod panics;
    mod runs;
    mod spawn;
    mod time;
    mod unfinished;
    mod wakers;

    use std::cell::{Cell, RefCell};
    use std::generator::{EventLoop, Future, State, from_fn};
    use std::rc::Rc;

    /// Lets the others have a turn.
    fn turn() => impl Future<EventLoop, Return = ()> {
        let mut is_over = false;
        await from_fn(move |event_loop: &mut EventLoop| {
            if is_over {
                return State::Complete(());
            }
            is_over = true;
            event_loop.waker().wake();
            State::Blocked(())
        })
    }

    /// Lets the others have as many turns.
    fn turns(n: u32) => impl Future<EventLoop, Return = ()> {
        for _ in 0..n {
            await turn();
        }
    }

    /// Waits for something that does not happen.
    fn never<T>() -> impl Future<EventLoop, Return = T> + Unpin {
        from_fn(|_: &mut EventLoop| State::Blocked(()))
    }

    /// Runs a future, and counts its resumptions.
    fn counted<F: Future<EventLoop> + Unpin>(
        mut future: F,
        resumptions: Rc<Cell<u32>>,
    ) -> impl Future<EventLoop, Return = F::Return> + Unpin {
        from_fn(move |event_loop: &mut EventLoop| {
            resumptions.set(resumptions.get() + 1);
            std::pin::Pin::new(&mut future).resume(event_loop)
        })
    }

    /// What happened, in order.
    #[derive(Clone, Default)]
    struct Log(Rc<RefCell<Vec<String>>>);

    impl Log {
        fn push(&self, event: impl ToString) {
            self.0.borrow_mut().push(event.to_string());
        }

        fn take(&self) -> Vec<String> {
            self.0.take()
        }

        /// Makes a value that says when it is dropped.
        fn drops(&self, name: impl ToString) -> Dropped {
            Dropped { name: name.to_string(), log: self.clone() }
        }
    }

    struct Dropped {
        name: String,
        log: Log,
    }

    impl Drop for Dropped {
        fn drop(&mut self) {
            self.log.push(format!("{} dropped", self.name));
        }
    }

    /// Panics when it is dropped.
    struct Bomb(&'static str);

    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("{}", self.0);
        }
    }

    /// Runs `f`, which is to panic, and returns the message.
    #[cfg(panic = "unwind")]
    fn panic_message<R>(f: impl FnOnce() -> R) -> String {
        use std::panic::{AssertUnwindSafe, catch_unwind};

        let Err(payload) = catch_unwind(AssertUnwindSafe(f)) else {
            panic!("this should have panicked");
        };
        message(payload)
    }

    /// Returns the message of a panic.
    #[cfg(panic = "unwind")]
    fn message(payload: Box<dyn std::any::Any + Send>) -> String {
        match payload.downcast::<String>() {
            Ok(message) => *message,
            Err(payload) => payload.downcast::<&str>().unwrap().to_string(),
        }
    }
}
