//! Beats a rhythm: a ticker gives the time, and each drum waits for its beats in a task of its own.
//!
//! The ticker is a stream for any executor with a clock, taken with `await for`. The drums show
//! tasks that are spawned and cancelled, and a future by hand: what waits for a beat leaves its
//! waker, and whoever announces the beat calls it.
//!
//! `./x.py run examples/ticker.rs -- 12` beats twelve ticks.

#![feature(native_generators)]

use std::cell::{Cell, RefCell};
use std::env;
use std::error::Error;
use std::generator::{EventLoop, Future, State, Stream, Timer, from_fn};
use std::rc::Rc;
use std::task::Waker;
use std::time::{Duration, Instant};

/// Yields 1, 2, … at equal distances. What is done between two ticks does not put off the next.
fn ticks<E: Timer>(distance: Duration, count: u32) => impl Stream<E, Yield = u32, Return = ()> {
    let start = Instant::now();
    for tick in 1..=count {
        let due = start + tick * distance;
        await E::sleep(due.saturating_duration_since(Instant::now()));
        yield tick;
    }
}

/// The tick that it is now, and who waits for another.
#[derive(Default)]
struct Beat {
    tick: Cell<u32>,
    waiting: RefCell<Vec<Waker>>,
}

impl Beat {
    fn announce(&self, tick: u32) {
        self.tick.set(tick);
        for waker in self.waiting.take() {
            waker.wake();
        }
    }

    fn wait_for(self: Rc<Self>, tick: u32) => impl Future<EventLoop, Return = ()> {
        await from_fn(move |event_loop: &mut EventLoop| {
            if self.tick.get() >= tick {
                return State::Complete(());
            }
            self.waiting.borrow_mut().push(event_loop.waker());
            State::Blocked(())
        })
    }
}

fn drum(sound: &'static str, every: u32, beat: Rc<Beat>) => impl Future<EventLoop, Return = ()> {
    for stroke in 1.. {
        await beat.clone().wait_for(stroke * every);
        print!(" {sound}");
    }
}

fn play(count: u32) => impl Future<EventLoop, Return = ()> {
    let beat = Rc::new(Beat::default());
    let mut drums = Vec::new();
    for (sound, every) in [("boom", 4), ("clap", 3), ("tack", 2), ("tss", 1)] {
        drums.push((ref executor).spawn(drum(sound, every, beat.clone())));
    }
    await for tick in ticks(Duration::from_millis(20), count) {
        print!("{}{tick:2}:", if tick == 1 { "" } else { "\n" });
        beat.announce(tick);
    }
    // The drums have one more turn. Then their handles are dropped, and the drums with them.
    await EventLoop::sleep(Duration::ZERO);
    println!();
}

fn main() -> Result<(), Box<dyn Error>> {
    let count = env::args().nth(1).ok_or("usage: ticker TICKS")?.parse()?;
    EventLoop::new().run(play(count));
    Ok(())
}
