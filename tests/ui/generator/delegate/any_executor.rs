//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// One source that delegates, run under executors that block, that send, and that do neither.

#![feature(native_generators)]
#![feature(never_type)]

use std::generator::{self, Arg, Executor, Generator, IntoGenerator, State, Stream, Task, from_iter};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

trait Beat: Executor {
    type Pause: generator::Future<Self, Return = ()> + Unpin;

    fn pause() -> Self::Pause;
}

impl Beat for () {
    type Pause = generator::Ready<()>;

    fn pause() -> generator::Ready<()> {
        generator::ready(())
    }
}

struct Metronome {
    beats: u32,
    taken: u32,
}

impl Executor for Metronome {
    type Blocked = u32;
    type Resume = ();

    fn take_resume(&mut self) {
        self.taken += 1;
    }
}

struct Pause;

impl Generator<Metronome> for Pause {
    type Yield = !;
    type Return = ();

    fn resume(self: Pin<&mut Self>, metronome: &mut Metronome) -> State<!, (), u32> {
        match metronome.beats {
            0 => State::Blocked(metronome.taken),
            _ => {
                metronome.beats -= 1;
                State::Complete(())
            }
        }
    }
}

impl Beat for Metronome {
    type Pause = Pause;

    fn pause() -> Pause {
        Pause
    }
}

fn steady<E: Beat>(name: char, times: u32) => impl Stream<E, Yield = String, Return = u32> {
    for n in 0..times {
        await E::pause();
        yield format!("{}{}", name, n);
    }
    times
}

fn song<E: Beat>() => impl Stream<E, Yield = String, Return = u32> {
    let verse = yield.. steady('v', 2);
    yield.. from_iter(vec!["break".to_string()]);
    let chorus = yield.. steady('c', 1);
    verse * 10 + chorus
}

/// Delegates to whatever is a generator for the executor, or turns into one.
fn around<E, G>(inner: G) => impl Stream<E, Yield = G::Yield, Return = (G::Return, &'static str)>
where
    E: Executor,
    G: IntoGenerator<E>,
    G::IntoGenerator: Unpin,
{
    (yield.. inner, "around")
}

fn main() {
    let mut plain = vec![];
    let mut frame = around(song());
    let end = loop {
        match frame.step(&mut ()) {
            State::Yielded(sound) => plain.push(sound),
            State::Complete(end) => break end,
        }
    };
    assert_eq!(plain, ["v0", "v1", "break", "c0"]);
    assert_eq!(end, (21, "around"));

    let mut metronome = Metronome { beats: 1, taken: 0 };
    let mut frame = around(song());
    assert_eq!(frame.step(&mut metronome), State::Yielded("v0".to_string()));
    assert_eq!(frame.step(&mut metronome), State::Blocked(1));
    metronome.beats = 2;
    // Nobody takes what an iterator is resumed with.
    for (sound, taken) in plain.iter().skip(1).zip([1, 2, 2]) {
        assert_eq!(frame.step(&mut metronome), State::Yielded(sound.clone()));
        assert_eq!(metronome.taken, taken);
    }
    assert_eq!(frame.step(&mut metronome), State::Complete((21, "around")));
    assert_eq!(metronome.taken, 3);

    let mut frame = around(from_iter(vec![1, 2]));
    assert_eq!(frame.start(), State::Yielded(1));
    assert_eq!(frame.send('a'), State::Yielded(2));
    assert_eq!(frame.step(&mut Arg::new('b')), State::Complete(((), "around")));

    assert_eq!(around([3, 4]).map_return(drop).iter().collect::<Vec<_>>(), [3, 4]);

    let ready = around::<Task, _>(std::future::ready(5)).into_core();
    let mut context = Context::from_waker(Waker::noop());
    let polled = std::future::Future::poll(pin!(ready), &mut context);
    assert_eq!(polled, Poll::Ready((5, "around")));
}
