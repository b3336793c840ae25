use std::cell::RefCell;
use std::collections::BTreeSet;
use std::mem::{self, ManuallyDrop};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, MutexGuard};
use std::thread::{self, JoinHandle, panicking};

// What is the same on both sides is not inlined: to compile it again in every body would take longer than
// all the rest.

/// How many events a run may have; a body that goes on for ever is made to panic there.
const LIMIT: usize = 160;
/// How many sequences of answers of `flag` each body is run with.
const INPUTS: u64 = 12;

/// Something that happened: what, to which probe, and whether a panic may be injected there.
#[derive(Clone, Copy)]
struct Event {
    what: char,
    number: u32,
    can_panic: bool,
}

impl PartialEq for Event {
    fn eq(&self, other: &Event) -> bool {
        (self.what, self.number) == (other.what, other.number)
    }
}

/// All that the two sides have in common, put back before each run.
struct World {
    log: Vec<Event>,
    created: u32,
    live: BTreeSet<u32>,
    random: u64,
    fuse: Option<usize>,
}

static WORLD: Mutex<World> =
    Mutex::new(World { log: Vec::new(), created: 0, live: BTreeSet::new(), random: 1, fuse: None });

fn world() -> MutexGuard<'static, World> {
    WORLD.lock().unwrap()
}

/// What an injected panic carries.
struct Injected;

/// Writes an event down, and panics if this is the one to panic at.
#[inline(never)]
fn record(what: char, number: u32) {
    let mut world = world();
    let can_panic = !panicking();
    let index = world.log.len();
    world.log.push(Event { what, number, can_panic });
    let is_over = index >= LIMIT && !matches!(what, 'd' | 'D' | 'g');
    if can_panic && (world.fuse == Some(index) || is_over) {
        drop(world);
        resume_unwind(Box::new(Injected));
    }
}

/// Writes down what the driver itself sees, where nothing panics.
fn note(what: char, number: u32) {
    world().log.push(Event { what, number, can_panic: false });
}

/// A value whose creation, use and drop are events.
pub struct Probe {
    number: u32,
    check: ManuallyDrop<Box<u32>>,
}

impl Probe {
    #[inline(never)]
    fn create() -> Probe {
        let mut world = world();
        let number = world.created;
        world.created += 1;
        world.live.insert(number);
        Probe { number, check: ManuallyDrop::new(Box::new(number)) }
    }

    #[inline(never)]
    fn touch(&self, what: char) {
        assert_eq!(**self.check, self.number, "a probe was overwritten");
        record(what, self.number);
    }
}

impl Drop for Probe {
    #[inline(never)]
    fn drop(&mut self) {
        let is_live = **self.check == self.number && world().live.remove(&self.number);
        if is_live {
            // SAFETY: it was live until now, and a probe that is not is not looked at again.
            unsafe { ManuallyDrop::drop(&mut self.check) }
        }
        record(if is_live { 'd' } else { 'D' }, self.number);
    }
}

/// A loan of a probe that lasts until its destructor, which looks at the probe.
pub struct Guard<'a>(&'a Probe);

#[inline(never)]
pub fn guard(probe: &Probe) -> Guard<'_> {
    probe.touch('G');
    Guard(probe)
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.0.touch('g');
    }
}

/// A new probe, born at this place of the body.
#[inline(never)]
pub fn probe(place: u32) -> Probe {
    record('n', place);
    Probe::create()
}

/// A probe that the driver makes, where nothing panics.
pub fn argument() -> Probe {
    let probe = Probe::create();
    note('a', probe.number);
    probe
}

/// A place outside of all frames. What is put into it stays there.
pub fn lent() -> &'static mut Probe {
    let probe = Probe::create();
    note('e', probe.number);
    Box::leak(Box::new(probe))
}

pub type Outcome = Result<Probe, Probe>;
pub type Pair = (Probe, Probe);

pub struct Trio {
    pub a: Probe,
    pub b: Probe,
    pub c: Probe,
}

/// A decision of the body: the same on both sides, another with each input.
#[inline(never)]
pub fn flag() -> bool {
    let bit = {
        let mut world = world();
        world.random ^= world.random << 13;
        world.random ^= world.random >> 7;
        world.random ^= world.random << 17;
        world.random >> 20 & 1 == 1
    };
    record('?', bit as u32);
    bit
}

/// Passes on what a call gives.
pub fn through<T>(value: T) -> T {
    value
}

#[inline(never)]
pub fn sink(probe: Probe) {
    probe.touch('s');
}

#[inline(never)]
pub fn look(probe: &Probe) {
    probe.touch('l');
}

/// Reads a number that has no destructor.
#[inline(never)]
pub fn count(number: u32) {
    record('#', number);
}

#[inline(never)]
pub fn compare_two(one: &Probe, other: &Probe) -> bool {
    one.touch('<');
    other.touch('>');
    flag()
}

pub fn two(one: Probe, other: Probe) -> Probe {
    one.touch('2');
    drop(other);
    one
}

#[inline(never)]
pub fn three(one: Probe, other: Probe, last: &Probe) -> Probe {
    last.touch('3');
    drop(one);
    other
}

#[inline(never)]
pub fn choice(probe: Probe) -> Option<Probe> {
    flag().then_some(probe)
}

#[inline(never)]
pub fn outcome(probe: Probe) -> Outcome {
    if flag() || flag() { Ok(probe) } else { Err(probe) }
}

pub fn settle(outcome: Outcome) -> Probe {
    outcome.unwrap_or_else(|probe| probe)
}

/// What a body without a value returns.
#[inline(never)]
pub fn finish(outcome: Outcome) {
    settle(outcome).touch('f');
}

/// A panic of the body's own.
pub fn fail(probe: Probe) -> ! {
    probe.touch('!');
    panic!("the body panics");
}

impl Probe {
    pub fn chain(self, other: Probe) -> Probe {
        self.touch('c');
        other
    }

    #[inline(never)]
    pub fn bit(&self) -> bool {
        self.touch('b');
        flag()
    }

    #[inline(never)]
    pub fn index(&self) -> usize {
        self.touch('i');
        (self.number % 2) as usize
    }

    #[inline(never)]
    pub fn copy(&self) -> Probe {
        self.touch('o');
        probe(9000)
    }

    pub fn hand_to<R>(self, f: impl FnOnce(Probe) -> R) -> R {
        self.touch('h');
        f(self)
    }
}

impl std::ops::Add for Probe {
    type Output = Probe;
    fn add(self, other: Probe) -> Probe {
        other.touch('+');
        self
    }
}

impl std::ops::Not for Probe {
    type Output = Probe;
    fn not(self) -> Probe {
        self.touch('~');
        self
    }
}

impl std::ops::AddAssign for Probe {
    fn add_assign(&mut self, other: Probe) {
        self.touch('=');
        drop(mem::replace(self, other));
    }
}

impl std::fmt::Display for Probe {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.touch('p');
        f.write_str("probe")
    }
}

#[inline(never)]
pub fn written(text: String) -> Probe {
    record('w', text.len() as u32);
    Probe::create()
}

/// What one resumption comes to.
pub enum Step {
    Yielded(Outcome),
    Blocked,
    Complete(Option<Outcome>),
}

/// Something to resume: a frame, or the thread that stands for one.
pub trait Subject {
    fn resume(&mut self, answer: Option<Probe>) -> Step;

    /// Moves it to another address, if that is allowed.
    fn relocate(&mut self) {}

    /// Resumes it once more after its end, or after it panicked. Says what is wrong about how it takes
    /// that.
    fn resume_again(&mut self, has_panicked: bool) -> Result<(), &'static str> {
        Ok(())
    }
}

/// What the thread is told at a suspend point.
enum Signal {
    Resume(Option<Probe>),
    Unwind,
}

/// What is thrown to unwind from a suspend point.
struct Unwind;

type Report = Result<Step, Box<dyn std::any::Any + Send>>;

/// The thread's ends of the two channels.
struct Link {
    steps: Sender<Report>,
    signals: Receiver<Signal>,
}

impl Link {
    fn wait(&self) -> Option<Probe> {
        match self.signals.recv() {
            Ok(Signal::Resume(answer)) => answer,
            Ok(Signal::Unwind) | Err(_) => resume_unwind(Box::new(Unwind)),
        }
    }
}

thread_local! {
    static LINK: RefCell<Option<Link>> = const { RefCell::new(None) };
}

/// A body as an ordinary function on a thread of its own. It runs only while it is resumed, and
/// dropping it unwinds it from where it stands.
pub struct Threaded {
    signals: Sender<Signal>,
    steps: Receiver<Report>,
    thread: Option<JoinHandle<()>>,
}

impl Threaded {
    pub fn new(body: impl FnOnce() -> Option<Outcome> + Send + 'static) -> Threaded {
        Threaded::spawn(Box::new(body))
    }

    #[inline(never)]
    fn spawn(body: Box<dyn FnOnce() -> Option<Outcome> + Send>) -> Threaded {
        let (signals, receiver) = channel();
        let (sender, steps) = channel();
        let thread = thread::spawn(move || {
            let link = Link { steps: sender.clone(), signals: receiver };
            LINK.set(Some(link));
            let end = catch_unwind(AssertUnwindSafe(body));
            drop(LINK.take());
            let _ = sender.send(end.map(Step::Complete));
        });
        Threaded { signals, steps, thread: Some(thread) }
    }

    fn join(&mut self) {
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }

    /// The next value, for a body that waits for it: it blocks when this one does.
    #[inline(never)]
    pub fn pull(&mut self) -> Step {
        loop {
            match self.resume(None) {
                Step::Blocked => drop(suspend(Step::Blocked)),
                step => return step,
            }
        }
    }
}

impl Subject for Threaded {
    fn resume(&mut self, answer: Option<Probe>) -> Step {
        self.signals.send(Signal::Resume(answer)).unwrap();
        let report = self.steps.recv().unwrap();
        if !matches!(report, Ok(Step::Yielded(_) | Step::Blocked)) {
            self.join();
        }
        report.unwrap_or_else(|panic| resume_unwind(panic))
    }
}

impl Drop for Threaded {
    #[inline(never)]
    fn drop(&mut self) {
        if self.thread.is_some() {
            let _ = self.signals.send(Signal::Unwind);
            self.join();
        }
    }
}

impl Iterator for Threaded {
    type Item = Outcome;
    fn next(&mut self) -> Option<Outcome> {
        self.thread.as_ref()?;
        match self.pull() {
            Step::Yielded(value) => Some(value),
            _ => None,
        }
    }
}

/// The end of a frame that is pulled from.
pub fn ended(end: Option<Outcome>) -> Outcome {
    end.unwrap()
}

/// Waits for the first resumption.
pub fn begin() {
    LINK.with_borrow(|link| drop(link.as_ref().unwrap().wait()));
}

/// A suspend point of the ordinary function.
#[inline(never)]
fn suspend(step: Step) -> Option<Probe> {
    LINK.with_borrow(|link| {
        let link = link.as_ref().unwrap();
        link.steps.send(Ok(step)).unwrap();
        link.wait()
    })
}

pub fn yielded(value: Outcome) {
    drop(suspend(Step::Yielded(value)));
}

pub fn answered(value: Probe) -> Probe {
    suspend(Step::Yielded(Ok(value))).unwrap()
}

pub fn blocked(value: Probe) -> Probe {
    drop(suspend(Step::Blocked));
    value.touch('k');
    value
}

/// What follows a `yield` that has no value of its own.
pub fn fresh((): ()) -> Probe {
    probe(9001)
}

/// How a subject is run.
#[derive(Clone, Copy)]
struct Plan {
    input: u64,
    has_answers: bool,
    /// After which suspend point it is dropped.
    stop: Option<usize>,
    /// At which event a panic is injected.
    fuse: Option<usize>,
}

/// All events of one run, and how many suspend points were reached.
struct Trace {
    log: Vec<Event>,
    suspensions: usize,
    /// How many events there were when the subject was dropped.
    dropped_at: usize,
}

/// Makes what is run, anew for each run.
type Make<'a> = &'a dyn Fn() -> Box<dyn Subject>;

fn trace(make: Make<'_>, plan: Plan) -> Result<Trace, &'static str> {
    {
        let mut world = world();
        world.log.clear();
        world.live.clear();
        world.created = 0;
        world.random = (plan.input + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        world.fuse = plan.fuse;
    }
    let mut subject = make();
    let mut answer = None;
    let mut suspensions = 0;
    let mut trouble = Ok(());
    loop {
        if plan.stop == Some(suspensions) {
            break;
        }
        subject.relocate();
        let sent = answer.take();
        match catch_unwind(AssertUnwindSafe(|| subject.resume(sent))) {
            Ok(Step::Yielded(value)) => {
                let (what, value) = match value {
                    Ok(value) => ('Y', value),
                    Err(value) => ('E', value),
                };
                note(what, value.number);
                // It may be dropped, as everyone who resumes may: but not where a panic is injected.
                let fuse = world().fuse.take();
                drop(value);
                world().fuse = fuse;
                answer = plan.has_answers.then(argument);
                suspensions += 1;
            }
            Ok(Step::Blocked) => {
                note('B', 0);
                suspensions += 1;
            }
            Ok(Step::Complete(value)) => {
                world().fuse = None;
                note('C', value.is_some_and(|value| value.is_ok()) as u32);
                trouble = subject.resume_again(false);
                break;
            }
            Err(_) => {
                world().fuse = None;
                note('P', 0);
                trouble = subject.resume_again(true);
                break;
            }
        }
    }
    subject.relocate();
    drop(answer);
    let dropped_at = world().log.len();
    note('|', 0);
    let _ = catch_unwind(AssertUnwindSafe(|| drop(subject)));
    trouble?;
    let mut world = world();
    let live = world.live.len() as u32;
    let mut log = mem::take(&mut world.log);
    log.push(Event { what: 'L', number: live, can_panic: false });
    Ok(Trace { log, suspensions, dropped_at })
}

fn text(log: &[Event]) -> String {
    let words: Vec<String> =
        log.iter().map(|event| format!("{}{}", event.what, event.number)).collect();
    words.join(" ")
}

/// The first way in which a frame differs from its reference.
struct Difference(String);

struct Comparison<'a> {
    reference: Make<'a>,
    frame: Make<'a>,
    counts: Counts,
}

/// How many comparisons there were of each kind.
#[derive(Default)]
struct Counts {
    whole: usize,
    dropped: usize,
    /// Of these, how many with a panic in a destructor.
    panicked_in_drop: usize,
    panicked: usize,
}

impl Comparison<'_> {
    fn same(&self, what: &str, plan: Plan) -> Result<Trace, Difference> {
        let expected = trace(self.reference, plan).expect("a thread has no such trouble");
        self.check(what, plan, &expected)?;
        Ok(expected)
    }

    fn check(&self, what: &str, plan: Plan, expected: &Trace) -> Result<(), Difference> {
        let about = |actual: &str| {
            let expected = text(&expected.log);
            Difference(format!(
                "{what}, input {}\n  function:  {expected}\n  generator: {actual}",
                plan.input
            ))
        };
        let actual = trace(self.frame, plan).map_err(about)?;
        if expected.log == actual.log { Ok(()) } else { Err(about(&text(&actual.log))) }
    }

    /// Runs both to the end, drops them at each suspend point, and injects a panic at each event.
    fn all(&mut self, has_answers: bool) -> Result<(), Difference> {
        let mut known: Vec<Vec<Event>> = Vec::new();
        for input in 0..INPUTS {
            let plan = Plan { input, has_answers, stop: None, fuse: None };
            let whole = self.same("run to the end", plan)?;
            self.counts.whole += 1;
            // Another input need not lead another way.
            if known.contains(&whole.log) {
                continue;
            }
            for stop in 0..=whole.suspensions {
                let plan = Plan { stop: Some(stop), ..plan };
                let what = format!("dropped after {stop} suspend points");
                let dropped = self.same(&what, plan)?;
                self.counts.dropped += 1;
                self.panic_in_drop(&what, plan, &dropped)?;
            }
            for place in (0..whole.log.len()).filter(|place| whole.log[*place].can_panic) {
                let plan = Plan { fuse: Some(place), ..plan };
                self.same(&format!("panic at event {place}"), plan)?;
                self.counts.panicked += 1;
            }
            known.push(whole.log);
        }
        Ok(())
    }

    /// A destructor that panics while the frame is dropped: the others run all the same, in that order.
    ///
    /// The function cannot be asked what it does then, since it would panic while it unwinds.
    fn panic_in_drop(
        &mut self,
        what: &str,
        plan: Plan,
        dropped: &Trace,
    ) -> Result<(), Difference> {
        for place in dropped.dropped_at + 1..dropped.log.len() - 1 {
            let plan = Plan { fuse: Some(place), ..plan };
            self.check(&format!("{what}, with a panic in a destructor"), plan, dropped)?;
            self.counts.panicked_in_drop += 1;
        }
        Ok(())
    }
}

/// Whether the two sides of a body do the same, and what they do where they do not.
pub fn compare<F: Subject + 'static>(
    name: &str,
    has_answers: bool,
    reference: fn() -> Threaded,
    frame: impl Fn() -> F,
) -> bool {
    let mut comparison = Comparison {
        reference: &|| Box::new(reference()),
        frame: &|| Box::new(frame()),
        counts: Counts::default(),
    };
    let end = comparison.all(has_answers);
    match &end {
        Ok(()) => {
            let Counts { whole, dropped, panicked_in_drop, panicked } = comparison.counts;
            println!("same {name} {whole} {dropped} {panicked_in_drop} {panicked}");
        }
        Err(Difference(text)) => println!("different {name}: {text}"),
    }
    end.is_ok()
}

/// Runs the bodies one after the other, from the one that the command line names.
pub fn compare_all(bodies: &[(&str, fn() -> bool)]) -> ExitCode {
    std::panic::set_hook(Box::new(|_| {}));
    let first = std::env::args().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0);
    let mut is_same = true;
    for (name, body) in &bodies[first..] {
        println!("begin {name}");
        is_same &= body();
    }
    if is_same { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
