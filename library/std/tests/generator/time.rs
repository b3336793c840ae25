//! `Timer` and `timeout`.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::generator::{
    self, EventLoop, Executor, Future, Generator, Selected, State, Timer, from_fn, timeout,
};
use std::pin::Pin;
use std::rc::Rc;
use std::time::{Duration, Instant};

use super::{Log, counted, never, turn, turns};

const MILLISECOND: Duration = Duration::from_millis(1);
const HOUR: Duration = Duration::from_secs(3600);

/// Sleeps under any executor, and tells for how long.
fn slept<E: Timer>(duration: Duration) => impl Future<E, Return = Duration> {
    let start = Instant::now();
    await E::sleep(duration);
    start.elapsed()
}

#[test]
fn nobody_sleeps_less_than_asked_for() {
    for milliseconds in [0, 1, 5, 12] {
        let duration = milliseconds * MILLISECOND;
        assert!(generator::run(slept(duration)) >= duration);
        assert!(EventLoop::new().run(slept(duration)) >= duration);
    }
}

#[test]
fn time_runs_from_the_first_resumption() {
    let sleep = EventLoop::sleep(5 * MILLISECOND);
    std::thread::sleep(10 * MILLISECOND);
    let start = Instant::now();
    EventLoop::new().run(sleep);
    assert!(start.elapsed() >= 5 * MILLISECOND);
}

#[test]
fn sleeping_for_no_time_gives_the_others_a_turn() {
    fn note(name: &'static str, log: Log) => impl Future<EventLoop, Return = ()> {
        for _ in 0..3 {
            log.push(name);
            await EventLoop::sleep(Duration::ZERO);
        }
    }

    fn both(log: Log) => impl Future<EventLoop, Return = ()> {
        await generator::join((note("a", log.clone()), note("b", log)));
    }

    let log = Log::default();
    EventLoop::new().run(both(log.clone()));
    assert_eq!(log.take(), ["a", "b", "a", "b", "a", "b"]);
}

/// Sleeps that begin and end in different orders. Each notes between which moments its end lies.
#[test]
fn sleeps_end_in_order() {
    type Ends = Rc<RefCell<Vec<(Instant, Instant)>>>;

    fn sleeps(duration: Duration, ends: Ends) => impl Future<EventLoop, Return = ()> {
        let mut sleep = EventLoop::sleep(duration);
        let mut end = None;
        // Resumed when it is woken, and only then.
        let end = await from_fn(move |event_loop: &mut EventLoop| {
            let before = Instant::now();
            let state = sleep.step(event_loop);
            let end = *end.get_or_insert((before + duration, Instant::now() + duration));
            state.map_complete(|()| end)
        });
        assert!(Instant::now() >= end.0);
        ends.borrow_mut().push(end);
    }

    let ends = Ends::default();
    let mut event_loop = EventLoop::new();
    let mut tasks = Vec::new();
    let mut random = 1u64;
    for _ in 0..2000 {
        random = random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        let duration = Duration::from_micros((random >> 33) % 30_000);
        tasks.push(event_loop.spawn(sleeps(duration, ends.clone())));
    }
    for task in tasks {
        event_loop.run(task).unwrap();
    }
    let ends = ends.take();
    assert_eq!(ends.len(), 2000);
    let mut latest_start = ends[0].0;
    for (earliest, latest) in ends {
        assert!(latest >= latest_start, "a sleep that had surely ended before comes after");
        latest_start = latest_start.max(earliest);
    }
}

#[test]
fn one_task_may_sleep_many_times_at_once() {
    fn root() => impl Future<EventLoop, Return = Duration> {
        let start = Instant::now();
        let sleeps = [7, 3, 5, 1, 9].map(|n| EventLoop::sleep(n * MILLISECOND));
        await generator::join(sleeps);
        start.elapsed()
    }

    assert!(EventLoop::new().run(root()) >= 9 * MILLISECOND);
}

#[test]
fn a_sleep_is_resumed_when_its_time_has_come_and_not_before() {
    let resumptions = Rc::new(Cell::new(0));
    EventLoop::new().run(counted(EventLoop::sleep(10 * MILLISECOND), resumptions.clone()));
    assert_eq!(resumptions.get(), 2);
}

#[test]
fn a_sleep_that_is_resumed_too_early_goes_on() {
    fn root() => impl Future<EventLoop, Return = Duration> {
        let start = Instant::now();
        await generator::join((turns(100), EventLoop::sleep(10 * MILLISECOND)));
        start.elapsed()
    }

    assert!(EventLoop::new().run(root()) >= 10 * MILLISECOND);
}

/// A sleep may have begun in one task and end in another, which must be woken then.
#[test]
fn a_sleep_may_go_to_another_task() {
    fn awaits(sleep: impl Future<EventLoop, Return = ()> + Unpin) => impl Future<EventLoop, Return = ()> {
        await sleep;
    }

    fn root() => impl Future<EventLoop, Return = bool> {
        let begun = generator::select(EventLoop::sleep(5 * MILLISECOND), turn());
        let Selected::Second(sleep, ()) = await begun else { panic!("a turn takes no time") };
        let task = (ref executor).spawn(awaits(sleep));
        (await timeout(HOUR, task)).is_ok()
    }

    // The hour is what this takes if nobody is woken.
    assert!(EventLoop::new().run(root()));
}

#[test]
fn a_sleep_may_go_to_another_loop() {
    let mut sleep = EventLoop::sleep(5 * MILLISECOND);
    let start = Instant::now();
    EventLoop::new().run(from_fn(|event_loop: &mut EventLoop| {
        assert!(sleep.step(event_loop).is_blocked());
        State::Complete(())
    }));
    EventLoop::new().run(sleep);
    assert!(start.elapsed() >= 5 * MILLISECOND);
}

#[test]
fn a_sleep_may_begin_outside_of_a_run() {
    let mut event_loop = EventLoop::new();
    let mut sleep = EventLoop::sleep(MILLISECOND);
    assert!(sleep.step(&mut event_loop).is_blocked());
    event_loop.run(sleep);
}

#[test]
fn a_sleep_beyond_the_end_of_time_does_not_end() {
    fn root() => impl Future<EventLoop, Return = bool> {
        let task = (ref executor).spawn(EventLoop::sleep(Duration::MAX));
        await EventLoop::sleep(3 * MILLISECOND);
        !task.is_finished()
    }

    assert!(EventLoop::new().run(root()));
    assert_eq!(EventLoop::new().run(timeout(Duration::MAX, turns(3).map_return(|()| 1))), Ok(1));
    let half = Duration::MAX / 2;
    assert_eq!(EventLoop::new().run(timeout(half, turns(3).map_return(|()| 2))), Ok(2));
}

#[test]
fn a_timeout_gives_the_value_in_time() {
    let mut event_loop = EventLoop::new();
    assert_eq!(event_loop.run(timeout(HOUR, generator::ready(1))), Ok(1));
    assert_eq!(event_loop.run(timeout(HOUR, turns(5).map_return(|()| 2))), Ok(2));
    assert_eq!(event_loop.run(timeout(HOUR, EventLoop::sleep(MILLISECOND))), Ok(()));
    assert_eq!(event_loop.run(timeout(Duration::ZERO, generator::ready(3))), Ok(3));
}

#[test]
fn a_timeout_that_elapses_drops_the_future() {
    fn waits(log: Log) => impl Future<EventLoop, Return = ()> {
        let _dropped = log.drops("future");
        await never::<()>();
    }

    let log = Log::default();
    let elapsed = EventLoop::new().run(timeout(2 * MILLISECOND, waits(log.clone())));
    let elapsed: &dyn std::error::Error = &elapsed.unwrap_err();
    assert_eq!(elapsed.to_string(), "the time allowed has elapsed");
    assert_eq!(log.take(), ["future dropped"]);
}

#[test]
fn timeouts_nest() {
    let mut event_loop = EventLoop::new();
    let nested = timeout(HOUR, timeout(MILLISECOND, never::<()>()));
    assert!(event_loop.run(nested).unwrap().is_err());
    let nested = timeout(MILLISECOND, timeout(HOUR, never::<()>()));
    assert!(event_loop.run(nested).is_err());
}

/// When a timeout is over, nothing is left of it that would wake the task, or take space.
#[test]
fn a_timeout_leaves_nothing_behind() {
    fn root() => impl Future<EventLoop, Return = ()> {
        (await timeout(5 * MILLISECOND, turn())).unwrap();
        await EventLoop::sleep(15 * MILLISECOND);
    }

    let resumptions = Rc::new(Cell::new(0));
    EventLoop::new().run(counted(root(), resumptions.clone()));
    assert_eq!(resumptions.get(), 3, "the start, one turn, and the end of the sleep");
}

#[test]
fn many_timeouts_do_not_pile_up() {
    /// How many timers the loop knows, dropped ones that it may still have to find included.
    fn timers(event_loop: &EventLoop) -> u32 {
        let debug = format!("{event_loop:?}");
        let (_, timers) = debug.split_once("timers: ").unwrap();
        timers.split(',').next().unwrap().parse().unwrap()
    }

    fn root() => impl Future<EventLoop, Return = u32> {
        // Each timeout would end after these sleeps, so none comes to the front by itself.
        let mut sleeps = [(); 10].map(|()| EventLoop::sleep(HOUR / 2));
        for sleep in &mut sleeps {
            assert!(sleep.step(ref executor).is_blocked());
        }
        for _ in 0..10_000 {
            (await timeout(HOUR, turn())).unwrap();
        }
        let timers = timers(ref executor);
        assert!(timers >= sleeps.len() as u32);
        timers
    }

    assert!(EventLoop::new().run(root()) < 100);
}

#[test]
fn under_the_executor_without_time_to_wait_nothing_times_out() {
    let start = Instant::now();
    assert_eq!(generator::run(timeout(HOUR, generator::ready(1))), Ok(1));
    let slow = <() as Timer>::sleep(3 * MILLISECOND);
    assert_eq!(generator::run(timeout(MILLISECOND, slow)), Ok(()));
    assert!(start.elapsed() >= 3 * MILLISECOND);
}

/// An executor with a clock of its own, which nobody has to wait for.
#[derive(Default)]
struct Clock {
    now: Duration,
    ends: BTreeSet<Duration>,
}

impl Executor for Clock {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

struct Until {
    duration: Duration,
    end: Option<Duration>,
}

impl Generator<Clock> for Until {
    type Yield = !;
    type Return = ();

    fn resume(self: Pin<&mut Self>, clock: &mut Clock) -> State<!, (), ()> {
        let this = self.get_mut();
        let end = *this.end.get_or_insert(clock.now + this.duration);
        if clock.now >= end {
            return State::Complete(());
        }
        clock.ends.insert(end);
        State::Blocked(())
    }
}

impl Timer for Clock {
    fn sleep(duration: Duration) => impl Future<Clock, Return = ()> {
        await Until { duration, end: None }
    }
}

impl Clock {
    fn run<F: Future<Clock> + Unpin>(&mut self, mut future: F) -> F::Return {
        loop {
            if let State::Complete(value) = future.step(self) {
                return value;
            }
            self.now = self.ends.pop_first().expect("nothing to wait for");
        }
    }
}

#[test]
fn a_timer_of_another_executor() {
    fn day<E: Timer>() => impl Future<E, Return = Vec<bool>> {
        let mut in_time = Vec::new();
        for hours in 1..4 {
            let slept = await timeout(2 * HOUR, E::sleep(hours * HOUR));
            in_time.push(slept.is_ok());
        }
        in_time
    }

    let mut clock = Clock::default();
    // Of two that end at the same time, the future comes first.
    assert_eq!(clock.run(day()), [true, true, false]);
    assert_eq!(clock.now, 5 * HOUR);
}
