//! Crawls a web site, politely: no more than so many requests a second, a few at a time.
//!
//! The crawler is written for any executor that has a clock and can load pages. Here that is a
//! simulation: its pages come from standard input (`/news 120 / /old` is a page that takes 120 ms
//! to load and has two links), and its clock jumps to whatever happens next. A minute passes at
//! once, and the same way each time.
//!
//! `./x.py run examples/crawler.rs -- 5 < examples/crawler/stdin` makes five requests a second.

#![feature(native_generators)]

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::error::Error;
use std::generator::{Executor, Future, Generator, State, Timer, join};
use std::pin::Pin;
use std::time::Duration;
use std::{env, io};

/// What a crawler asks of its executor, beside a clock that it can wait for.
trait Web: Timer {
    /// The time since the beginning.
    fn now(&self) -> Duration;

    /// Loads a page, and returns its links.
    fn load(url: String) => impl Future<Self, Return = Option<Vec<String>>> + Unpin;
}

/// A crawl that is under way.
#[derive(Default)]
struct Crawl {
    seen: RefCell<BTreeSet<String>>,
    next: RefCell<VecDeque<String>>,
    /// How many pages are being loaded.
    loading: Cell<u32>,
    /// When the next request may be made.
    free: Cell<Duration>,
}

impl Crawl {
    fn add(&self, url: String) {
        if self.seen.borrow_mut().insert(url.clone()) {
            self.next.borrow_mut().push_back(url);
        }
    }

    /// Waits until a request may be made.
    fn turn<E: Web>(&self, interval: Duration) => impl Future<E, Return = ()> {
        let now = (ref executor).now();
        let turn = now.max(self.free.get());
        self.free.set(turn + interval);
        await E::sleep(turn - now);
    }

    /// Visits pages while there are any, or while another worker may yet find some.
    fn work<E: Web>(&self, worker: char, interval: Duration) => impl Future<E, Return = u32> {
        let mut visited = 0;
        loop {
            let next = self.next.borrow_mut().pop_front();
            let Some(url) = next else {
                if self.loading.get() == 0 {
                    return visited;
                }
                await E::sleep(interval);
                continue;
            };
            self.loading.update(|loading| loading + 1);
            await self.turn(interval);
            let start = (ref executor).now().as_millis();
            let links = await E::load(url.clone());
            let end = (ref executor).now().as_millis();
            let found = links.as_ref().map_or("not there".into(), |l| format!("{} links", l.len()));
            println!("{worker} {start:5} to {end:5} ms: {url}, {found}");
            links.into_iter().flatten().for_each(|link| self.add(link));
            self.loading.update(|loading| loading - 1);
            visited += 1;
        }
    }
}

fn crawl<E: Web>(start: String, interval: Duration) => static impl Future<E, Return = u32> {
    let crawl = Crawl::default();
    crawl.add(start);
    let visited = await join(['a', 'b', 'c'].map(|worker| crawl.work(worker, interval)));
    visited.iter().sum()
}

/// A web of which all is known, and a clock that nobody has to wait for.
#[derive(Default)]
struct Simulation {
    now: Duration,
    alarms: BTreeSet<Duration>,
    pages: BTreeMap<String, (Duration, Vec<String>)>,
}

impl Executor for Simulation {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

/// Waits for as long, and then until that time.
struct Sleep(Duration, Option<Duration>);

impl Generator<Simulation> for Sleep {
    type Yield = !;
    type Return = ();

    fn resume(mut self: Pin<&mut Self>, simulation: &mut Simulation) -> State<!, (), ()> {
        let Sleep(duration, end) = &mut *self;
        let end = *end.get_or_insert(simulation.now + *duration);
        if end <= simulation.now {
            return State::Complete(());
        }
        simulation.alarms.insert(end);
        State::Blocked(())
    }
}

impl Timer for Simulation {
    fn sleep(duration: Duration) => impl Future<Simulation, Return = ()> {
        await Sleep(duration, None)
    }
}

impl Web for Simulation {
    fn now(&self) -> Duration {
        self.now
    }

    fn load(url: String) => impl Future<Simulation, Return = Option<Vec<String>>> + Unpin {
        let (latency, links) = (ref executor).pages.get(&url).cloned()?;
        await Simulation::sleep(latency);
        Some(links)
    }
}

impl Simulation {
    fn run<F: Future<Simulation>>(&mut self, future: F) -> F::Return {
        let mut future = Box::pin(future);
        loop {
            if let State::Complete(value) = future.as_mut().resume(self) {
                return value;
            }
            self.now = self.alarms.pop_first().expect("something to wait for");
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let rate: f64 = env::args().nth(1).ok_or("usage: crawler REQUESTS_PER_SECOND")?.parse()?;
    let mut simulation = Simulation::default();
    for line in io::stdin().lines() {
        let line = line?;
        let mut words = line.split_whitespace().map(str::to_string);
        let url = words.next().ok_or("a line without a page")?;
        let latency = words.next().ok_or("a page without a latency")?.parse()?;
        simulation.pages.insert(url, (Duration::from_millis(latency), words.collect()));
    }
    let interval = Duration::from_secs_f64(1.0 / rate);
    let visited = simulation.run(crawl("/".to_string(), interval));
    println!("{visited} pages in {} ms", simulation.now.as_millis());
    Ok(())
}
