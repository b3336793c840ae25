//! Works off a queue of jobs, with a time limit for each.
//!
//! Jobs come in on standard input, such as `resize 5` (milliseconds of work), `export hangs` or
//! `index panics`. Workers are tasks of an event loop. Each gives a job a task of its own and waits
//! for that or for the limit, whichever comes first, with `select`: a job that hangs is cancelled,
//! and one that panics harms nobody but itself.
//!
//! `./x.py run examples/jobs.rs -- 3 < examples/jobs/stdin` works with three workers.

#![feature(native_generators)]

use std::cell::RefCell;
use std::collections::VecDeque;
use std::error::Error;
use std::generator::{EventLoop, Future, Selected, State, Timer, from_fn, select};
use std::rc::Rc;
use std::task::Waker;
use std::time::Duration;
use std::{env, io, panic};

const LIMIT: Duration = Duration::from_millis(250);

struct Job {
    number: usize,
    name: String,
    work: String,
}

/// Does the job, and returns how.
fn work(job: Rc<Job>) => impl Future<EventLoop, Return = String> {
    match job.work.as_str() {
        "hangs" => await from_fn(|_: &mut EventLoop| State::Blocked(())),
        "panics" => panic!("{} cannot be done", job.name),
        milliseconds => {
            let Ok(milliseconds) = milliseconds.parse() else { return "not understood".into() };
            await EventLoop::sleep(Duration::from_millis(milliseconds));
            format!("done in {milliseconds} ms")
        }
    }
}

/// Jobs on their way to the workers.
#[derive(Default)]
struct Queue {
    jobs: VecDeque<Job>,
    is_closed: bool,
    waiting: Vec<Waker>,
}

type Shared<T> = Rc<RefCell<T>>;

fn submit(queue: &Shared<Queue>, job: Option<Job>) {
    let mut queue = queue.borrow_mut();
    queue.is_closed = job.is_none();
    queue.jobs.extend(job);
    queue.waiting.drain(..).for_each(Waker::wake);
}

/// Waits for a job. There is none when the queue is empty and nothing more will come.
fn next(queue: Shared<Queue>) => impl Future<EventLoop, Return = Option<Job>> {
    await from_fn(move |event_loop: &mut EventLoop| {
        let mut queue = queue.borrow_mut();
        match queue.jobs.pop_front() {
            None if !queue.is_closed => {
                queue.waiting.push(event_loop.waker());
                State::Blocked(())
            }
            job => State::Complete(job),
        }
    })
}

type Report = Shared<Vec<(Rc<Job>, String)>>;

fn worker(queue: Shared<Queue>, report: Report) => impl Future<EventLoop, Return = ()> {
    while let Some(job) = await next(queue.clone()) {
        let job = Rc::new(job);
        let task = (ref executor).spawn(work(job.clone()));
        let outcome = match await select(task, EventLoop::sleep(LIMIT)) {
            Selected::First(Ok(outcome), _) => outcome,
            Selected::First(Err(error), _) => match error.into_panic().downcast::<String>() {
                Ok(message) => format!("failed: {message}"),
                Err(_) => "failed".to_string(),
            },
            // What is left of the job goes with its handle.
            Selected::Second(_task, ()) => format!("cancelled after {} ms", LIMIT.as_millis()),
        };
        report.borrow_mut().push((job, outcome));
    }
}

fn work_off(lines: Vec<String>, workers: usize) => impl Future<EventLoop, Return = Report> {
    let queue = Shared::<Queue>::default();
    let report = Report::default();
    let mut tasks = Vec::new();
    for _ in 0..workers {
        tasks.push((ref executor).spawn(worker(queue.clone(), report.clone())));
    }
    for (number, line) in (1..).zip(lines) {
        let (name, work) = line.split_once(' ').unwrap_or((&line, ""));
        let job = Job { number, name: name.to_string(), work: work.to_string() };
        submit(&queue, Some(job));
        // A job comes in now and then, while others are being done.
        await EventLoop::sleep(Duration::from_millis(1));
    }
    submit(&queue, None);
    for task in tasks {
        (await task).expect("workers do not panic");
    }
    report
}

fn main() -> Result<(), Box<dyn Error>> {
    let workers = env::args().nth(1).ok_or("usage: jobs WORKERS")?.parse()?;
    let lines = io::stdin().lines().collect::<Result<_, _>>()?;
    panic::set_hook(Box::new(|_| ())); // The report tells of panics.

    let mut report = EventLoop::new().run(work_off(lines, workers)).take();
    report.sort_by_key(|(job, _)| job.number);
    for (job, outcome) in report {
        println!("{:2}. {:10} {outcome}", job.number, job.name);
    }
    Ok(())
}
