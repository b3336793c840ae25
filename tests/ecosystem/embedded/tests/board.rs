//! The executor and its drivers on hardware that is simulated: the clock goes from one point of time
//! that matters to the next.

#![feature(native_generators)]

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::generator::{self, Executor, Future, Generator, Selected, State};
use std::pin::{Pin as Pinned, pin};
use std::sync::atomic::Ordering;

use embedded::drivers::{self, BOUNCE, Fault, LONG, Press, Serial};
use embedded::firmware::{self, Registers};
use embedded::{Board, Clock, Events, Hardware, Pin, Pins, Scheduler, Tick};

#[derive(Default)]
struct Simulation {
    now: Tick,
    levels: u32,
    /// What happens to pins from outside: when, which, and what.
    script: VecDeque<(Tick, Pin, bool)>,
    /// What was written to pins, with the time.
    written: Vec<(Tick, Pin, bool)>,
}

impl Simulation {
    fn with_script(script: impl IntoIterator<Item = (Tick, Pin, bool)>) -> Simulation {
        Simulation { script: script.into_iter().collect(), ..Simulation::default() }
    }

    fn set(&mut self, pin: Pin, level: bool) {
        self.levels = self.levels & !(1 << pin) | u32::from(level) << pin;
    }
}

impl Hardware for Simulation {
    fn now(&self) -> Tick {
        self.now
    }

    fn levels(&self) -> u32 {
        self.levels
    }

    fn write(&mut self, pin: Pin, level: bool) {
        self.set(pin, level);
        self.written.push((self.now, pin, level));
    }

    fn wait(&mut self, until: Option<Tick>) -> bool {
        let from_now = |at: Tick| at.wrapping_sub(self.now);
        match (until, self.script.front()) {
            (None, None) => return false,
            (Some(until), next) if next.is_none_or(|(at, ..)| from_now(until) < from_now(*at)) => {
                self.now = until;
            }
            (_, next) => {
                let (at, pin, level) = *next.unwrap();
                self.script.pop_front();
                self.now = at;
                self.set(pin, level);
            }
        }
        true
    }
}

type Sim = Board<Simulation>;

type Tasks<'t> = Scheduler<'t, Simulation, 4, 256>;

/// Runs these tasks until nothing happens any more. Returns what is left, hardware and tasks.
macro_rules! run {
    ($hardware:expr, $($task:expr),+ $(,)?) => {{
        let mut board = Board::new($hardware);
        let mut tasks = pin!(Tasks::new());
        $(assert!(tasks.as_mut().spawn($task).is_ok(), "no room");)+
        tasks.as_mut().run(&mut board);
        (board.hardware, tasks.tasks())
    }};
}

/// Runs a task for so many ticks.
fn for_a_while<F>(length: Tick, task: F) => impl Future<Sim, Return = ()>
where
    F: Future<Sim, Return = ()> + Unpin,
{
    await generator::select(task, Sim::sleep(length));
}

#[test]
fn a_light_blinks() {
    let (hardware, left) = run!(Simulation::default(), for_a_while(25, drivers::blink(7, 3, 10)));
    let expected = [(0, true), (3, false), (13, true), (16, false)].map(|(at, on)| (at, 7, on));
    assert_eq!(hardware.written, expected);
    assert_eq!((hardware.now, left), (25, 0));
}

#[test]
fn several_blink_at_once_and_the_clock_runs_through() {
    let start = Tick::MAX - 4;
    let hardware = Simulation { now: start, ..Simulation::default() };
    let (hardware, _) = run!(
        hardware,
        for_a_while(10, drivers::blink(0, 2, 2)),
        for_a_while(10, drivers::blink(1, 3, 3)),
    );
    let of = |pin| {
        let written = hardware.written.iter().filter(move |(_, other, _)| *other == pin);
        written.map(|(at, _, on)| (at.wrapping_sub(start), *on)).collect::<Vec<_>>()
    };
    assert_eq!(of(0), [(0, true), (2, false), (4, true), (6, false), (8, true), (10, false)]);
    assert_eq!(of(1), [(0, true), (3, false), (6, true), (9, false)]);
    assert_eq!(hardware.now, 5);
}

#[test]
fn presses_are_told_apart_and_bouncing_is_not_seen() {
    fn note(log: &RefCell<Vec<(Tick, Press)>>) => impl Future<Sim, Return = ()> {
        await for press in drivers::presses(5) {
            let now = (ref executor).now();
            log.borrow_mut().push((now, press));
        }
    }
    let log = RefCell::new(Vec::new());
    let edges = [
        // Bounces, and is short.
        (10, true), (11, false), (12, true), (50, false), (51, true), (52, false),
        // Too short to be a press.
        (100, true), (102, false),
        // Long.
        (200, true), (400, false),
        // Long again, by a hair; and short by one.
        (500, true), (500 + LONG, false), (700, true), (699 + LONG, false),
    ];
    let hardware = Simulation::with_script(edges.map(|(at, level)| (at, 5, level)));
    let (_, left) = run!(hardware, note(&log));
    let expected = [
        (50, Press::Short),
        (200 + LONG, Press::Long),
        (500 + LONG, Press::Short),
        (699 + LONG, Press::Short),
    ];
    assert_eq!(*log.borrow(), expected);
    assert_eq!(left, 1, "it waits for more");
    assert!(BOUNCE < LONG);
}

#[test]
fn every_byte_goes_over_a_wire() {
    let wire = Serial { pin: 9, bit: 4 };
    let received = RefCell::new(Vec::new());
    let listen = || => {
        for _ in 0..256 {
            let byte = await wire.receive();
            received.borrow_mut().push(byte);
        }
    };
    fn send(wire: Serial, bytes: &[u8]) => impl Future<Sim, Return = ()> {
        // The line is high where nothing is sent.
        (ref executor).write(wire.pin, true);
        await Sim::sleep(1);
        await wire.send_all(bytes);
    }
    let bytes: Vec<u8> = (0..=255).collect();
    let (hardware, left) = run!(Simulation::default(), listen(), send(wire, &bytes));
    assert_eq!(left, 0);
    assert!(received.into_inner().into_iter().eq(bytes.iter().copied().map(Ok)));
    assert_eq!(hardware.now, 1 + 256 * 10 * 4);
}

#[test]
fn what_is_no_byte_is_a_fault() {
    fn outcome(edges: &[(Tick, bool)]) -> Option<Result<u8, Fault>> {
        let outcome = Cell::new(None);
        let listen = || => {
            let received = await Serial { pin: 0, bit: 4 }.receive();
            outcome.set(Some(received));
        };
        let script = edges.iter().map(|(at, level)| (*at, 0, *level));
        run!(Simulation::with_script(script), listen());
        outcome.get()
    }
    assert_eq!(outcome(&[(1, true), (8, false), (9, true)]), Some(Err(Fault::Glitch)));
    assert_eq!(outcome(&[(1, true), (8, false)]), Some(Err(Fault::Framing)));
    assert_eq!(outcome(&[(1, true), (8, false), (12, true)]), Some(Ok(0xff)));
    assert_eq!(outcome(&[(1, true)]), None);
}

/// A console, and somebody at the other end of its two wires.
#[test]
fn a_console_is_talked_to() {
    const THERE: Serial = Serial { pin: 1, bit: 4 };
    const BACK: Serial = Serial { pin: 2, bit: 6 };
    fn say(
        line: &str,
        answers: &RefCell<Vec<(String, bool)>>,
    ) => static impl Future<Sim, Return = ()> {
        let mut buffer = [0; 16];
        let mut whole = line.as_bytes().to_vec();
        whole.push(b'\n');
        let (answer, ()) =
            await generator::join((BACK.receive_line(&mut buffer), THERE.send_all(&whole)));
        let text = String::from_utf8(answer.unwrap().to_vec()).unwrap();
        let light = (ref executor).read(7);
        answers.borrow_mut().push((text, light));
        // The console listens again when the last bit of its answer is over.
        await Sim::sleep(BACK.bit);
    }
    fn talk(answers: &RefCell<Vec<(String, bool)>>) => static impl Future<Sim, Return = ()> {
        (ref executor).write(THERE.pin, true);
        (ref executor).write(BACK.pin, true);
        await Sim::sleep(1);
        for line in ["on", "blue", "off", "much too long", ""] {
            await say(line, answers);
        }
        await THERE.send_all(b"bye\n");
    }
    let answers = RefCell::new(Vec::new());
    let mut board = Board::new(Simulation::default());
    let mut tasks = pin!(Scheduler::<_, 2, 1024>::new());
    assert!(tasks.as_mut().spawn(drivers::console(THERE, BACK, 7)).is_ok());
    assert!(tasks.as_mut().spawn(talk(&answers)).is_ok());
    tasks.as_mut().run(&mut board);
    assert_eq!(tasks.tasks(), 0);
    let answers = answers.borrow();
    let answers: Vec<_> = answers.iter().map(|(text, light)| (text.as_str(), *light)).collect();
    assert_eq!(
        answers,
        [("is on", true), ("blue?", true), ("is off", false), ("fault", false), ("?", false)]
    );
}

#[test]
fn events_go_from_task_to_task() {
    let log = RefCell::new(Vec::new());
    let first = || => {
        for _ in 0..2 {
            let events = await Sim::raised(0b011);
            log.borrow_mut().push(("first", events));
        }
    };
    let second = || => {
        let events = await Sim::raised(0b110);
        log.borrow_mut().push(("second", events));
        (ref executor).raise(0b001);
    };
    let raise = || => {
        await Sim::sleep(3);
        (ref executor).raise(0b1010);
        await Sim::sleep(3);
        (ref executor).raise(0b100);
    };
    let (hardware, left) = run!(Simulation::default(), first(), second(), raise());
    assert_eq!(*log.borrow(), [("first", 0b010), ("second", 0b100), ("first", 0b001)]);
    assert_eq!((hardware.now, left), (6, 0));
}

#[test]
fn a_button_switches_a_light() {
    let edges = [(10, true), (30, false), (200, true), (400, false), (500, true), (530, false)];
    let hardware = Simulation::with_script(edges.map(|(at, level)| (at, 2, level)));
    let (hardware, _) = run!(
        hardware,
        drivers::watch(2, 1, 2),
        drivers::toggle(0, 1),
        drivers::toggle(1, 2),
    );
    assert_eq!(hardware.written, [(30, 0, true), (200 + LONG, 1, true), (530, 0, false)]);
}

#[test]
fn a_task_waits_for_several_things_at_once() {
    let log = RefCell::new(Vec::new());
    let log = &log;
    let watch = || => {
        for _ in 0..3 {
            let pin_or_event = generator::select(Sim::level(3, true), Sim::raised(1));
            let what = match await generator::select(pin_or_event, Sim::sleep(10)) {
                Selected::First(Selected::First((), _), _) => "pin",
                Selected::First(Selected::Second(_, events), _) => ["", "event"][events as usize],
                Selected::Second(_, ()) => "time",
            };
            let now = (ref executor).now();
            log.borrow_mut().push((now, what));
        }
        let (_, (), events) = await generator::join((
            Sim::sleep(5),
            Sim::level(3, false),
            Sim::raised(1),
        ));
        log.borrow_mut().push(((ref executor).now(), ["", "all"][events as usize]));
    };
    let raise = || => {
        await Sim::sleep(4);
        (ref executor).raise(1);
        await Sim::sleep(20);
        (ref executor).raise(1);
    };
    let hardware = Simulation::with_script([(15, 3, true), (22, 3, false)]);
    let (_, left) = run!(hardware, watch(), raise());
    assert_eq!(*log.borrow(), [(4, "event"), (14, "time"), (15, "pin"), (24, "all")]);
    assert_eq!(left, 0);
}

/// Pushes its name when it is dropped.
struct Named<'l>(&'static str, &'l RefCell<Vec<&'static str>>);

impl Drop for Named<'_> {
    fn drop(&mut self) {
        self.1.borrow_mut().push(self.0);
    }
}

fn hold<'l>(named: Named<'l>, length: Tick) => impl Future<Sim, Return = ()> {
    let _held = named;
    await Sim::sleep(length);
}

#[test]
fn tasks_are_dropped_as_they_end_and_the_others_with_the_scheduler() {
    let log = RefCell::new(Vec::new());
    let mut board = Board::new(Simulation::default());
    {
        let mut tasks = pin!(Scheduler::<_, 3, 64>::new());
        for (name, length) in [("long", 9), ("short", 1), ("middle", 5)] {
            assert!(tasks.as_mut().spawn(hold(Named(name, &log), length)).is_ok());
        }
        let Err(back) = tasks.as_mut().spawn(hold(Named("one too many", &log), 0)) else {
            panic!("there is no room for a fourth");
        };
        drop(back);
        assert!(tasks.as_mut().turn(&mut board));
        assert!(!tasks.as_mut().turn(&mut board), "all of them wait");
        board.hardware.now = 6;
        assert!(tasks.as_mut().turn(&mut board));
        assert_eq!(*log.borrow(), ["one too many", "short", "middle"]);
        assert_eq!(tasks.tasks(), 1);
        // There is room again, and it is taken before the scheduler goes.
        assert!(tasks.as_mut().spawn(hold(Named("unstarted", &log), 1)).is_ok());
        log.borrow_mut().clear();
    }
    assert_eq!(*log.borrow(), ["long", "unstarted"]);
}

#[test]
fn everybody_has_a_turn() {
    // Blocks with the event raised that it waits for, and so can always go on.
    fn eager(name: char, turns: &RefCell<String>) => impl Future<Sim, Return = ()> {
        for _ in 0..3 {
            turns.borrow_mut().push(name);
            let event = 1 << (u32::from(name) % 32);
            let mut raised = Sim::raised(event);
            let mut waited = false;
            await generator::from_fn(move |board: &mut Sim| {
                let state = raised.step(board);
                if !std::mem::replace(&mut waited, true) {
                    board.raise(event);
                }
                state
            });
        }
    }
    let turns = RefCell::new(String::new());
    let (_, left) = run!(
        Simulation::default(),
        eager('a', &turns),
        eager('b', &turns),
        eager('c', &turns),
    );
    assert_eq!(turns.into_inner(), "abcabcabc");
    assert_eq!(left, 0);
}

/// The same drivers without any scheduler: waiting keeps the processor busy, and never blocks.
#[test]
fn drivers_without_a_scheduler() {
    struct Busy(Simulation);

    impl Executor for Busy {
        type Blocked = !;
        type Resume = ();
        fn take_resume(&mut self) {}
    }

    struct Spin(Tick);

    impl Generator<Busy> for Spin {
        type Yield = !;
        type Return = ();
        fn resume(self: Pinned<&mut Self>, busy: &mut Busy) -> State<!, ()> {
            busy.0.now += self.0;
            State::Complete(())
        }
    }

    impl Clock for Busy {
        type Sleep = Spin;
        fn now(&self) -> Tick {
            self.0.now
        }
        fn sleep(length: Tick) -> Spin {
            Spin(length)
        }
    }

    impl Pins for Busy {
        type Level = generator::Ready<()>;
        fn read(&self, pin: Pin) -> bool {
            self.0.levels() >> pin & 1 == 1
        }
        fn write(&mut self, pin: Pin, level: bool) {
            self.0.write(pin, level);
        }
        fn level(_: Pin, _: bool) -> generator::Ready<()> {
            generator::ready(())
        }
    }

    let mut busy = Busy(Simulation::default());
    let State::Complete(()) = pin!(Serial { pin: 0, bit: 2 }.send(b'A')).resume(&mut busy);
    let bits = [false, true, false, false, false, false, false, true, false, true];
    let expected: Vec<_> = (0..).zip(bits).map(|(n, bit)| (2 * n, 0, bit)).collect();
    assert_eq!(busy.0.written, expected);
}

/// The tasks of the firmware, with registers in memory and a clock that is turned by hand.
#[test]
fn the_firmware_starts() {
    static REGISTERS: Registers = Registers::new();
    let mut tasks = firmware::tasks().expect("nobody else takes them");
    assert!(firmware::tasks().is_none());
    let mut board = Board::new(&REGISTERS);
    let led = |register: &std::sync::atomic::AtomicU32| register.swap(0, Ordering::Relaxed);
    let mut lit = Vec::new();
    for now in 0..250 {
        REGISTERS.ticks.store(now, Ordering::Relaxed);
        while tasks.as_mut().turn(&mut board) {}
        match (led(&REGISTERS.set), led(&REGISTERS.clear)) {
            (0, 0) => {}
            (set, clear) => lit.push((now, set, clear)),
        }
    }
    assert_eq!(lit, [(0, 1, 0), (10, 0, 1), (100, 1, 0), (110, 0, 1), (200, 1, 0), (210, 0, 1)]);
}
