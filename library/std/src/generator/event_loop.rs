//! A small executor: tasks on one thread, timers, and wake-ups from other threads.
//!
//! A task is a boxed future with a place and a number. What makes it go on, a timer that is due or a
//! waker that somebody has called, puts these into a queue. The loop takes the queue as it is, resumes
//! each task in it once, and looks at the timers in between: so no task keeps the others waiting for
//! more than one resumption. When the queue is empty the thread sleeps, until the next timer or
//! until a waker is called from another thread.

use core::generator::{Executor, Future, Generator, State};

use self::tasks::Tasks;
use self::wake_up::{Queue, Ready, RunningHere, TaskId};
use super::Timer;
use crate::any::Any;
use crate::boxed::Box;
use crate::cell::RefCell;
use crate::cmp::Reverse;
use crate::collections::binary_heap::PeekMut;
use crate::collections::{BinaryHeap, VecDeque};
use crate::error::Error;
use crate::fmt;
use crate::mem;
use crate::panic::{AssertUnwindSafe, catch_unwind};
use crate::pin::{Pin, pin};
use crate::rc::Rc;
use crate::sync::{Arc, SyncView, Weak};
use crate::task::{Context, Poll, Waker};
use crate::time::{Duration, Instant};

mod tasks;
mod wake_up;

/// An executor that runs many tasks on one thread.
///
/// [`run`](EventLoop::run) runs one future to its end. On the way it may [`spawn`](EventLoop::spawn)
/// tasks, which go on side by side with it. As an executor it is a [`Timer`], and with
/// [`adopt`](EventLoop::adopt) its tasks wait for futures of [`core::future`].
///
/// Tasks are resumed in turns. When none can go on, the thread sleeps.
///
/// # Examples
///
/// ```
/// #![feature(native_generators)]
/// use std::cell::RefCell;
/// use std::generator::{EventLoop, Future, Timer};
/// use std::rc::Rc;
/// use std::time::Duration;
///
/// fn ticker(name: &'static str, pause: u64, log: Rc<RefCell<Vec<&'static str>>>)
/// => impl Future<EventLoop, Return = ()> {
///     for _ in 0..2 {
///         await EventLoop::sleep(Duration::from_millis(pause));
///         log.borrow_mut().push(name);
///     }
/// }
///
/// fn all(log: Rc<RefCell<Vec<&'static str>>>) => impl Future<EventLoop, Return = ()> {
///     let slow = (ref executor).spawn(ticker("slow", 50, log.clone()));
///     let fast = (ref executor).spawn(ticker("fast", 5, log));
///     (await slow).unwrap();
///     (await fast).unwrap();
/// }
///
/// let log = Rc::default();
/// EventLoop::new().run(all(Rc::clone(&log)));
/// assert_eq!(*log.borrow(), ["fast", "fast", "slow", "slow"]);
/// ```
#[unstable(feature = "native_generators", issue = "none")]
pub struct EventLoop {
    tasks: Tasks,
    timers: Timers,
    queue: Arc<Queue>,
    /// What was taken from the queue, to be resumed.
    batch: VecDeque<Arc<Ready>>,
    /// The waker of the task that is being resumed.
    current: Waker,
    is_running: bool,
}

impl EventLoop {
    /// Makes an event loop without tasks.
    #[unstable(feature = "native_generators", issue = "none")]
    pub fn new() -> EventLoop {
        EventLoop {
            tasks: Tasks::default(),
            timers: Timers::default(),
            queue: Arc::default(),
            batch: VecDeque::new(),
            current: Waker::noop().clone(),
            is_running: false,
        }
    }

    /// Runs `root` to its end, and the tasks beside it.
    ///
    /// Tasks that have not ended by then stay in the loop, and go on in its next `run`. Those that
    /// are left when the loop is dropped are dropped with it, in the order they were spawned.
    ///
    /// # Panics
    ///
    /// Panics if `root` does. A panic in a task does not come here but to its [`JoinHandle`].
    ///
    /// Panics if the loop is running already: what it resumes is lent the loop, but cannot run it.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{self, EventLoop};
    ///
    /// assert_eq!(EventLoop::new().run(generator::ready(5)), 5);
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    pub fn run<F: Future<EventLoop>>(&mut self, root: F) -> F::Return {
        // A run inside this one would take the wake-ups of all that is being resumed out here.
        assert!(!self.is_running, "an event loop cannot run inside itself");
        let root_id = self.tasks.elsewhere();
        let running = Running::new(self);
        running.event_loop.queue.waker(root_id).wake();
        let mut root = pin!(root);
        loop {
            let (ready, id) = running.event_loop.next_ready();
            if id != root_id {
                running.event_loop.resume(ready, id);
                continue;
            }
            running.event_loop.current = Waker::from(ready);
            if let State::Complete(value) = root.as_mut().resume(running.event_loop) {
                return value;
            }
        }
    }

    /// Starts a task, which goes on while the loop runs, whether its handle is awaited or not.
    ///
    /// Dropping the handle cancels the task: when its turn comes, its future is dropped instead of
    /// resumed. [`JoinHandle::detach`] lets it go on by itself.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{self, EventLoop, Future};
    ///
    /// fn both() => impl Future<EventLoop, Return = u32> {
    ///     let task = (ref executor).spawn(generator::ready(2));
    ///     1 + (await task).unwrap()
    /// }
    ///
    /// assert_eq!(EventLoop::new().run(both()), 3);
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    pub fn spawn<F>(&mut self, future: F) -> JoinHandle<F::Return>
    where
        F: Future<EventLoop> + 'static,
    {
        let outcome = Rc::new(RefCell::new(Outcome::Running { awaited_by: None }));
        let task = Spawned { future: Some(future), outcome: outcome.clone() };
        let id = self.tasks.add();
        self.tasks.put(id, Box::pin(task));
        let waker = self.queue.waker(id);
        waker.wake_by_ref();
        JoinHandle { outcome, task: waker }
    }

    /// Returns a waker for the task that is being resumed. It may be called on any thread.
    ///
    /// A waker may outlive its task, and the loop; it does nothing then. So does the one that this
    /// returns when nothing is being resumed.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{self, EventLoop, Future, State};
    /// use std::sync::mpsc;
    /// use std::thread;
    ///
    /// fn other_thread() => impl Future<EventLoop, Return = u32> {
    ///     let (sender, receiver) = mpsc::channel();
    ///     let waker = (ref executor).waker();
    ///     thread::spawn(move || {
    ///         sender.send(7).unwrap();
    ///         waker.wake();
    ///     });
    ///     await generator::from_fn(move |_: &mut EventLoop| match receiver.try_recv() {
    ///         Ok(value) => State::Complete(value),
    ///         Err(_) => State::Blocked(()),
    ///     })
    /// }
    ///
    /// assert_eq!(EventLoop::new().run(other_thread()), 7);
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    pub fn waker(&self) -> Waker {
        self.current.clone()
    }

    /// Makes a future of [`core::future`] one that tasks of an event loop can await.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{EventLoop, Future};
    ///
    /// fn adopted() => impl Future<EventLoop, Return = u32> {
    ///     await EventLoop::adopt(std::future::ready(3))
    /// }
    ///
    /// assert_eq!(EventLoop::new().run(adopted()), 3);
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    pub fn adopt<F: crate::future::Future>(future: F) -> Adopted<F> {
        Adopted { future }
    }

    /// Returns the next task that can go on, and what woke it. Waits for one if there is none.
    fn next_ready(&mut self) -> (Arc<Ready>, TaskId) {
        loop {
            if let Some(ready) = self.batch.pop_front() {
                let id = ready.leave_queue();
                return (ready, id);
            }
            let pause = self.timers.wake();
            self.queue.take(&mut self.batch, pause);
        }
    }

    /// Resumes a task, unless it has ended.
    fn resume(&mut self, ready: Arc<Ready>, id: TaskId) {
        let Some(mut future) = self.tasks.take(id) else { return };
        self.current = Waker::from(ready);
        match future.as_mut().resume(self) {
            State::Blocked(()) => self.tasks.put(id, future),
            State::Complete(()) => self.tasks.remove(id),
        }
    }
}

/// A loop while it runs, until it returns or unwinds.
struct Running<'a> {
    event_loop: &'a mut EventLoop,
    _here: RunningHere,
}

impl Running<'_> {
    fn new(event_loop: &mut EventLoop) -> Running<'_> {
        event_loop.is_running = true;
        let _here = event_loop.queue.run_here();
        Running { event_loop, _here }
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.event_loop.is_running = false;
        self.event_loop.current = Waker::noop().clone();
    }
}

/// The destructors of tasks may panic; as when a task is cancelled, that ends there.
#[unstable(feature = "native_generators", issue = "none")]
impl Drop for EventLoop {
    fn drop(&mut self) {
        for task in self.tasks.take_all() {
            contain(|| drop(task));
        }
    }
}

/// Runs destructors whose panics nobody is to know of.
fn contain(f: impl FnOnce()) {
    if let Err(payload) = catch_unwind(AssertUnwindSafe(f)) {
        // Its destructor may panic in its turn, and so on. That is enough.
        if let Err(payload) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
            mem::forget(payload);
        }
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl Default for EventLoop {
    fn default() -> EventLoop {
        EventLoop::new()
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl fmt::Debug for EventLoop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventLoop")
            .field("tasks", &self.tasks.len())
            .field("timers", &self.timers.deadlines.len())
            .finish_non_exhaustive()
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl Executor for EventLoop {
    type Blocked = ();
    type Resume = ();

    #[inline]
    fn take_resume(&mut self) {}
}

/// The ends of all sleeps.
///
/// A sleep may be dropped before its end; `timeout` does that all the time. What it has left here
/// does not count any more, and goes when it comes first, or when half of all may be of that kind.
#[derive(Default)]
struct Timers {
    deadlines: BinaryHeap<Reverse<Deadline>>,
    /// With how many to look for those that do not count any more.
    limit: usize,
}

impl Timers {
    /// Below this number it is not worth while to look.
    const MIN_LIMIT: usize = 32;

    /// Has `waker` called at that time, unless the alarm is dropped before.
    fn add(&mut self, at: Instant, waker: Waker) -> Arc<Alarm> {
        if self.deadlines.len() >= self.limit {
            self.deadlines.retain(|Reverse(deadline)| !deadline.is_void());
            self.limit = Timers::MIN_LIMIT.max(2 * self.deadlines.len());
        }
        let alarm = Arc::new(Alarm { at, waker });
        self.deadlines.push(Reverse(Deadline { at, alarm: Arc::downgrade(&alarm) }));
        alarm
    }

    /// Wakes whoever it is time for, and returns how long it is until the next.
    fn wake(&mut self) -> Option<Duration> {
        if self.deadlines.is_empty() {
            return None;
        }
        let now = Instant::now();
        while let Some(first) = self.deadlines.peek_mut()
            && (first.0.at <= now || first.0.is_void())
        {
            let Reverse(due) = PeekMut::pop(first);
            if let Some(alarm) = due.alarm.upgrade() {
                alarm.waker.wake_by_ref();
            }
        }
        self.deadlines.peek().map(|Reverse(next)| next.at - now)
    }
}

/// What a sleep keeps: when it ends, and the waker that is called then.
#[derive(Debug)]
struct Alarm {
    at: Instant,
    waker: Waker,
}

/// When to look at an alarm.
struct Deadline {
    at: Instant,
    alarm: Weak<Alarm>,
}

impl Deadline {
    /// Whether the sleep is gone.
    fn is_void(&self) -> bool {
        self.alarm.strong_count() == 0
    }
}

impl PartialEq for Deadline {
    fn eq(&self, other: &Deadline) -> bool {
        self.at == other.at
    }
}

impl Eq for Deadline {}

impl PartialOrd for Deadline {
    fn partial_cmp(&self, other: &Deadline) -> Option<crate::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Deadline {
    fn cmp(&self, other: &Deadline) -> crate::cmp::Ordering {
        self.at.cmp(&other.at)
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl Timer for EventLoop {
    fn sleep(duration: Duration) -> impl Future<EventLoop, Return = ()> + Unpin {
        Sleep { duration, alarm: None }
    }
}

/// What waits in a task of an [`EventLoop`].
///
/// A duration that is beyond the end of the clock is for ever.
struct Sleep {
    duration: Duration,
    /// `None` before it has begun.
    alarm: Option<Arc<Alarm>>,
}

impl Generator<EventLoop> for Sleep {
    type Yield = !;
    type Return = ();

    fn resume(self: Pin<&mut Self>, event_loop: &mut EventLoop) -> State<!, (), ()> {
        let this = self.get_mut();
        let now = Instant::now();
        let end = match &this.alarm {
            Some(alarm) if alarm.at <= now => return State::Complete(()),
            Some(alarm) if alarm.waker.will_wake(&event_loop.current) => return State::Blocked(()),
            // It began in another task, or in another loop.
            Some(alarm) => Some(alarm.at),
            None => now.checked_add(this.duration),
        };
        if let Some(end) = end {
            this.alarm = Some(event_loop.timers.add(end, event_loop.waker()));
        }
        State::Blocked(())
    }
}

/// A future of [`core::future`] in a task of an [`EventLoop`].
///
/// This is what [`EventLoop::adopt`] returns.
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "generators do nothing unless resumed"]
#[derive(Debug)]
pub struct Adopted<F> {
    future: F,
}

#[unstable(feature = "native_generators", issue = "none")]
impl<F: crate::future::Future> Generator<EventLoop> for Adopted<F> {
    type Yield = !;
    type Return = F::Output;

    fn resume(self: Pin<&mut Self>, event_loop: &mut EventLoop) -> State<!, F::Output, ()> {
        // SAFETY: The future is pinned whenever `self` is: `Adopted` has no destructor, and is
        // `Unpin` only if the future is.
        let future = unsafe { self.map_unchecked_mut(|this| &mut this.future) };
        match future.poll(&mut Context::from_waker(&event_loop.current)) {
            Poll::Ready(value) => State::Complete(value),
            Poll::Pending => State::Blocked(()),
        }
    }
}

/// How a task came out.
enum Outcome<T> {
    Running { awaited_by: Option<Waker> },
    /// It runs, and nobody is to know how it comes out.
    Detached,
    Cancelled,
    Ended(Result<T, JoinError>),
    Taken,
}

/// A task from the inside: its future, and where to leave the result.
struct Spawned<F: Future<EventLoop>> {
    /// `None` when it has ended.
    future: Option<F>,
    outcome: Rc<RefCell<Outcome<F::Return>>>,
}

impl<F: Future<EventLoop>> Generator<EventLoop> for Spawned<F> {
    type Yield = !;
    type Return = ();

    fn resume(self: Pin<&mut Self>, event_loop: &mut EventLoop) -> State<!, (), ()> {
        // SAFETY: The future is not moved: it is resumed where it is, or dropped by `set`.
        let this = unsafe { self.get_unchecked_mut() };
        // SAFETY: It is pinned whenever `self` is: `Spawned` is `Unpin` only if the future is, and
        // its destructor leaves the future where it is.
        let mut future = unsafe { Pin::new_unchecked(&mut this.future) };
        if matches!(*this.outcome.borrow(), Outcome::Cancelled) {
            contain(|| future.set(None));
            return State::Complete(());
        }
        // A panic ends the task. Nobody sees what it left of the future but its destructor.
        let resumed = catch_unwind(AssertUnwindSafe(|| {
            let running = future.as_mut().as_pin_mut();
            let state = running.expect("generator resumed after completion").resume(event_loop);
            if state.is_complete() {
                future.set(None);
            }
            state
        }));
        let result = match resumed {
            Ok(State::Blocked(())) => return State::Blocked(()),
            Ok(State::Complete(value)) => Ok(value),
            Err(payload) => {
                contain(|| future.set(None));
                Err(JoinError::new(payload))
            }
        };
        this.settle(result);
        State::Complete(())
    }
}

impl<F: Future<EventLoop>> Spawned<F> {
    /// Leaves the result to the handle. If there is none any more, nobody wants it.
    fn settle(&self, result: Result<F::Return, JoinError>) {
        let mut outcome = self.outcome.borrow_mut();
        let Outcome::Running { awaited_by } = &mut *outcome else {
            drop(outcome);
            return contain(|| drop(result));
        };
        let awaited_by = awaited_by.take();
        *outcome = Outcome::Ended(result);
        drop(outcome);
        if let Some(waker) = awaited_by {
            waker.wake();
        }
    }
}

impl<F: Future<EventLoop>> Drop for Spawned<F> {
    fn drop(&mut self) {
        // A task that has ended has settled this. Any other is dropped with its loop.
        self.settle(Err(JoinError { cause: Cause::LoopDropped }));
    }
}

/// A task that was spawned: await it for its result, or drop it to cancel the task.
///
/// This is what [`EventLoop::spawn`] returns.
///
/// # Examples
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{EventLoop, Future, Timer};
/// use std::time::Duration;
///
/// fn forever() => impl Future<EventLoop, Return = ()> {
///     loop {
///         await EventLoop::sleep(Duration::from_millis(1));
///     }
/// }
///
/// let mut event_loop = EventLoop::new();
/// let task = event_loop.spawn(forever());
/// event_loop.run(EventLoop::sleep(Duration::from_millis(3)));
/// drop(task); // and `forever` comes to an end
/// ```
#[unstable(feature = "native_generators", issue = "none")]
#[must_use = "dropping the handle of a task cancels it"]
pub struct JoinHandle<T> {
    outcome: Rc<RefCell<Outcome<T>>>,
    task: Waker,
}

impl<T> JoinHandle<T> {
    /// Lets the task go on by itself. Its result is dropped.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{EventLoop, Future, Timer};
    /// use std::time::Duration;
    ///
    /// fn greet() => impl Future<EventLoop, Return = ()> {
    ///     println!("hello");
    /// }
    ///
    /// let mut event_loop = EventLoop::new();
    /// event_loop.spawn(greet()).detach();
    /// event_loop.run(EventLoop::sleep(Duration::from_millis(1)));
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    pub fn detach(self) {
        drop(self.outcome.replace(Outcome::Detached));
    }

    /// Tells whether the task has ended: whether awaiting it gives a result without waiting.
    ///
    /// # Examples
    ///
    /// ```
    /// #![feature(native_generators)]
    /// use std::generator::{self, EventLoop};
    ///
    /// let mut event_loop = EventLoop::new();
    /// let task = event_loop.spawn(generator::ready(1));
    /// assert!(!task.is_finished());
    /// assert_eq!(event_loop.run(task).unwrap(), 1);
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    pub fn is_finished(&self) -> bool {
        matches!(*self.outcome.borrow(), Outcome::Ended(_) | Outcome::Taken)
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<T> Unpin for JoinHandle<T> {}

#[unstable(feature = "native_generators", issue = "none")]
impl<T> Generator<EventLoop> for JoinHandle<T> {
    type Yield = !;
    type Return = Result<T, JoinError>;

    fn resume(
        self: Pin<&mut Self>,
        event_loop: &mut EventLoop,
    ) -> State<!, Result<T, JoinError>, ()> {
        let mut outcome = self.outcome.borrow_mut();
        match &mut *outcome {
            Outcome::Running { awaited_by } => {
                *awaited_by = Some(event_loop.waker());
                State::Blocked(())
            }
            Outcome::Ended(_) => {
                let Outcome::Ended(result) = mem::replace(&mut *outcome, Outcome::Taken) else {
                    unreachable!()
                };
                State::Complete(result)
            }
            Outcome::Detached | Outcome::Cancelled | Outcome::Taken => {
                panic!("generator resumed after completion")
            }
        }
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<T> Drop for JoinHandle<T> {
    fn drop(&mut self) {
        let outcome = &mut *self.outcome.borrow_mut();
        if let Outcome::Running { .. } = outcome {
            *outcome = Outcome::Cancelled;
            self.task.wake_by_ref();
        }
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").field("is_finished", &self.is_finished()).finish()
    }
}

/// The error of a task that has no result: it panicked, or its loop was dropped before it ended.
///
/// # Examples
///
/// ```
/// #![feature(native_generators)]
/// use std::generator::{EventLoop, Future};
///
/// fn divide(n: u32, by: u32) => impl Future<EventLoop, Return = u32> {
///     n / by
/// }
///
/// let mut event_loop = EventLoop::new();
/// let task = event_loop.spawn(divide(1, 0));
/// let error = event_loop.run(task).unwrap_err();
/// assert!(error.is_panic());
/// assert_eq!(error.to_string(), "the task panicked");
/// ```
#[unstable(feature = "native_generators", issue = "none")]
pub struct JoinError {
    cause: Cause,
}

enum Cause {
    /// What is in there is only ever taken, so that it may be seen from other threads, as errors are.
    Panicked(SyncView<Box<dyn Any + Send>>),
    LoopDropped,
}

impl JoinError {
    pub(super) fn new(payload: Box<dyn Any + Send>) -> JoinError {
        JoinError { cause: Cause::Panicked(SyncView::new(payload)) }
    }

    /// Tells whether the task panicked.
    #[unstable(feature = "native_generators", issue = "none")]
    pub fn is_panic(&self) -> bool {
        matches!(self.cause, Cause::Panicked(_))
    }

    /// Returns what the task panicked with.
    ///
    /// # Panics
    ///
    /// Panics if the task did not: its loop was dropped.
    ///
    /// # Examples
    ///
    /// The panic goes on where the task is awaited:
    ///
    /// ```should_panic
    /// #![feature(native_generators)]
    /// use std::generator::{EventLoop, Future};
    /// use std::panic;
    ///
    /// fn oops() => impl Future<EventLoop, Return = ()> {
    ///     panic!("oops");
    /// }
    ///
    /// let mut event_loop = EventLoop::new();
    /// let task = event_loop.spawn(oops());
    /// if let Err(error) = event_loop.run(task) {
    ///     panic::resume_unwind(error.into_panic());
    /// }
    /// ```
    #[unstable(feature = "native_generators", issue = "none")]
    #[track_caller]
    pub fn into_panic(self) -> Box<dyn Any + Send> {
        match self.cause {
            Cause::Panicked(payload) => payload.into_inner(),
            Cause::LoopDropped => panic!("{self}"),
        }
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl fmt::Debug for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinError").field("is_panic", &self.is_panic()).finish_non_exhaustive()
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl fmt::Display for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.cause {
            Cause::Panicked(_) => "the task panicked",
            Cause::LoopDropped => "the event loop of the task was dropped",
        })
    }
}

#[unstable(feature = "native_generators", issue = "none")]
impl Error for JoinError {}
