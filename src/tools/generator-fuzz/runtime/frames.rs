use std::async_iter::AsyncIterator;
use std::mem::MaybeUninit;
use std::pin::Pin;
use std::generator::{Arg, Executor, Future, Generator, IntoBox, State, Stream, Task};
use std::task::{Context, Poll, Waker};

/// An executor that may block.
pub struct Turn;

impl Executor for Turn {
    type Blocked = ();
    type Resume = ();
    fn take_resume(&mut self) {}
}

/// Blocks once, then gives its value back.
pub fn pause(value: Probe) => impl Future<Turn, Return = Probe> {
    let mut has_blocked = false;
    await std::generator::from_fn(move |_: &mut Turn| {
        if has_blocked { State::Complete(()) } else { has_blocked = true; State::Blocked(()) }
    });
    value.touch('k');
    value
}

/// The same for bodies that futures are bridged to.
pub struct Pause {
    value: Option<Probe>,
    has_blocked: bool,
}

pub fn pause_task(value: Probe) -> Pause {
    Pause { value: Some(value), has_blocked: false }
}

impl core::future::Future for Pause {
    type Output = Probe;
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Probe> {
        if !self.has_blocked {
            self.has_blocked = true;
            return Poll::Pending;
        }
        let value = self.value.take().unwrap();
        value.touch('k');
        Poll::Ready(value)
    }
}

/// Where a frame is kept, and whether it may move.
pub trait Hold {
    type Frame;
    fn pin(&mut self) -> Pin<&mut Self::Frame>;
    fn relocate(&mut self) {}
}

pub struct Pinned<G>(pub Pin<Box<G>>);

pub fn pinned<G>(frame: G) -> Pinned<G> {
    Pinned(Box::pin(frame))
}

impl<G> Hold for Pinned<G> {
    type Frame = G;
    fn pin(&mut self) -> Pin<&mut G> {
        self.0.as_mut()
    }
}

/// A frame in one of two places. What it leaves behind when it moves is overwritten.
pub struct Moved<G> {
    places: Box<[MaybeUninit<G>; 2]>,
    at: usize,
}

pub fn moved<G: Unpin>(frame: G) -> Moved<G> {
    Moved { places: Box::new([MaybeUninit::new(frame), MaybeUninit::uninit()]), at: 0 }
}

impl<G: Unpin> Hold for Moved<G> {
    type Frame = G;

    fn pin(&mut self) -> Pin<&mut G> {
        // SAFETY: the frame is at `at`.
        Pin::new(unsafe { self.places[self.at].assume_init_mut() })
    }

    fn relocate(&mut self) {
        let from = self.at;
        self.at = 1 - from;
        // SAFETY: the frame is at `from`, and from here on at the other place.
        let frame = unsafe { self.places[from].assume_init_read() };
        self.places[self.at].write(frame);
        // SAFETY: nothing is there any more, and any bytes are a `MaybeUninit`.
        unsafe { self.places[from].as_mut_ptr().write_bytes(0x5A, 1) };
    }
}

impl<G> Drop for Moved<G> {
    fn drop(&mut self) {
        // SAFETY: the frame is at `at`.
        unsafe { self.places[self.at].assume_init_drop() }
    }
}

/// Overwrites what the last resumption left on the stack, where nothing of a frame may be.
#[inline(never)]
fn overwrite_the_stack() {
    std::hint::black_box([0xab_u8; 1 << 14]);
}

/// A frame as the driver resumes it.
pub struct Driven<H: Hold> {
    hold: H,
    resume: fn(Pin<&mut H::Frame>, Option<Probe>) -> Step,
    is_iterator: bool,
}

impl<H: Hold> Subject for Driven<H> {
    fn resume(&mut self, answer: Option<Probe>) -> Step {
        overwrite_the_stack();
        (self.resume)(self.hold.pin(), answer)
    }

    fn relocate(&mut self) {
        self.hold.relocate();
    }

    fn resume_again(&mut self, has_panicked: bool) -> Result<(), &'static str> {
        self.relocate();
        let frame = self.hold.pin();
        let message = match catch_unwind(AssertUnwindSafe(|| (self.resume)(frame, None))) {
            Ok(Step::Complete(None)) if self.is_iterator => return Ok(()),
            Ok(_) => return Err("goes on after its end"),
            Err(panic) => panic.downcast_ref::<&str>().copied().unwrap_or_default(),
        };
        let end = if has_panicked { "panicking" } else { "completion" };
        if message.contains("resumed after ") && message.ends_with(end) {
            Ok(())
        } else {
            Err("panics in another way when it is resumed after its end")
        }
    }
}

/// What a frame may yield.
pub trait Yielded {
    fn yielded(self) -> Outcome;
}

impl Yielded for Probe {
    fn yielded(self) -> Outcome {
        Ok(self)
    }
}

impl Yielded for Outcome {
    fn yielded(self) -> Outcome {
        self
    }
}

impl Yielded for ! {
    fn yielded(self) -> Outcome {
        self
    }
}

/// What a frame may return.
pub trait Returned {
    fn returned(self) -> Option<Outcome>;
}

impl Returned for Outcome {
    fn returned(self) -> Option<Outcome> {
        Some(self)
    }
}

impl Returned for () {
    fn returned(self) -> Option<Outcome> {
        None
    }
}

/// An executor that the driver can make.
pub trait Driver: Executor {
    fn with(answer: Option<Probe>) -> Self;
}

impl Driver for () {
    fn with(_: Option<Probe>) {}
}

impl Driver for Turn {
    fn with(_: Option<Probe>) -> Turn {
        Turn
    }
}

impl Driver for Arg<Probe> {
    fn with(answer: Option<Probe>) -> Arg<Probe> {
        answer.map_or(Arg::empty(), Arg::new)
    }
}

pub fn generator<E: Driver, H: Hold>(hold: H) -> Driven<H>
where
    H::Frame: Generator<E, Yield: Yielded, Return: Returned>,
{
    let resume = |frame: Pin<&mut H::Frame>, answer| match frame.resume(&mut E::with(answer)) {
        State::Yielded(value) => Step::Yielded(value.yielded()),
        State::Complete(value) => Step::Complete(value.returned()),
        State::Blocked(_) => Step::Blocked,
    };
    Driven { hold, resume, is_iterator: false }
}

pub fn iterator<H: Hold>(hold: H) -> Driven<H>
where
    H::Frame: Iterator<Item = Outcome> + Unpin,
{
    let resume = |frame: Pin<&mut H::Frame>, _| match frame.get_mut().next() {
        Some(value) => Step::Yielded(value),
        None => Step::Complete(None),
    };
    Driven { hold, resume, is_iterator: true }
}

pub fn future<H: Hold>(hold: H) -> Driven<H>
where
    H::Frame: core::future::Future<Output = Outcome>,
{
    let resume = |frame: Pin<&mut H::Frame>, _| {
        match frame.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => Step::Complete(Some(value)),
            Poll::Pending => Step::Blocked,
        }
    };
    Driven { hold, resume, is_iterator: false }
}

pub fn async_iterator<H: Hold>(hold: H) -> Driven<H>
where
    H::Frame: AsyncIterator<Item = Outcome>,
{
    let resume = |frame: Pin<&mut H::Frame>, _| {
        match frame.poll_next(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Some(value)) => Step::Yielded(value),
            Poll::Ready(None) => Step::Complete(None),
            Poll::Pending => Step::Blocked,
        }
    };
    Driven { hold, resume, is_iterator: true }
}
