//@ run-pass
//@ edition: 2024
//@ no-prefer-dynamic

// An event loop that is gone has left nothing behind, and one that goes on does not grow. An
// allocator counts what is allocated and not freed by the present thread; for it to see what the
// standard library does, that must not be a library of its own.

#![feature(native_generators)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::generator::{self, EventLoop, Future, Generator, State, Timer, block_on, from_fn, timeout};
use std::task::Waker;
use std::time::Duration;


struct Counting;

thread_local! {
    static ALLOCATED: Cell<isize> = const { Cell::new(0) };
}

/// Takes note that as many bytes were allocated.
fn note(bytes: isize) {
    ALLOCATED.set(ALLOCATED.get() + bytes);
}

// SAFETY: All requests go to the allocator of the system, as they are.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        note(layout.size() as isize);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        note(-(layout.size() as isize));
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// Returns how many bytes `f` leaves allocated.
fn leaked(mut f: impl FnMut()) -> isize {
    // What is allocated once, by the thread or the process, is no leak.
    f();
    let before = ALLOCATED.get();
    f();
    ALLOCATED.get() - before
}

fn the_count_counts() {
    assert_eq!(leaked(|| drop(Box::new([0u8; 100]))), 0);
    let mut kept = Vec::with_capacity(2);
    assert_eq!(leaked(|| kept.push(Box::new([0u8; 100]))), 100);
}

fn block_on_leaves_nothing() {
    assert_eq!(leaked(|| _ = block_on(async { Box::new(1) })), 0);
    assert_eq!(leaked(|| drop(block_on(generator::ready(Waker::noop().clone())))), 0);
}

fn a_loop_leaves_nothing() {
    assert_eq!(leaked(|| drop(EventLoop::new())), 0);
    assert_eq!(leaked(|| EventLoop::new().run(turns(3))), 0);
    assert_eq!(
        leaked(|| {
            let mut event_loop = EventLoop::new();
            let task = event_loop.spawn(turns(3));
            event_loop.run(task).unwrap();
        }),
        0
    );
}

fn unfinished_tasks_leave_nothing() {
    fn root() => impl Future<EventLoop, Return = ()> {
        (ref executor).spawn(never::<()>()).detach();
        (ref executor).spawn(turns(100)).detach();
        (ref executor).spawn(EventLoop::sleep(Duration::from_secs(3600))).detach();
        drop((ref executor).spawn(turns(100)));
        await turns(3);
        // In the queue when the loop is dropped.
        (ref executor).spawn(turns(100)).detach();
        drop((ref executor).spawn(turns(100)));
    }

    assert_eq!(leaked(|| EventLoop::new().run(root())), 0);
    assert_eq!(leaked(|| EventLoop::new().spawn(never::<()>()).detach()), 0);
}

fn handles_leave_nothing() {
    fn awaits_never() => impl Future<EventLoop, Return = ()> {
        let task = (ref executor).spawn(never::<()>());
        let _ = await task;
    }

    assert_eq!(
        leaked(|| {
            let mut event_loop = EventLoop::new();
            event_loop.spawn(awaits_never()).detach();
            let kept = event_loop.spawn(turns(2).map_return(|()| Box::new(1)));
            event_loop.run(turns(5));
            drop(event_loop);
            drop(kept);
        }),
        0
    );
}

fn wakers_leave_nothing() {
    fn waker() => impl Future<EventLoop, Return = Waker> {
        (ref executor).waker()
    }

    assert_eq!(
        leaked(|| {
            let mut event_loop = EventLoop::new();
            let task = event_loop.spawn(waker());
            let of_task = event_loop.run(task).unwrap();
            let of_root = event_loop.run(waker());
            // One is in the queue of the loop when that is dropped; one comes too late for that.
            of_task.wake_by_ref();
            drop(event_loop);
            of_root.wake_by_ref();
        }),
        0
    );
}

/// What a loop needs depends on how much there is at once, not on how much there was.
fn a_loop_does_not_grow() {
    fn work() => impl Future<EventLoop, Return = ()> {
        for _ in 0..1000 {
            let task = (ref executor).spawn(turn());
            (await task).unwrap();
            drop((ref executor).spawn(turn()));
            await turn();
            (await timeout(Duration::from_secs(3600), turn())).unwrap();
        }
    }

    let mut event_loop = EventLoop::new();
    event_loop.run(work());
    assert_eq!(leaked(|| event_loop.run(work())), 0);
}

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

fn turns(n: u32) => impl Future<EventLoop, Return = ()> {
    for _ in 0..n {
        await turn();
    }
}

/// Waits for something that does not happen.
fn never<T>() -> impl Future<EventLoop, Return = T> + Unpin {
    from_fn(|_: &mut EventLoop| State::Blocked(()))
}

fn main() {
    the_count_counts();
    block_on_leaves_nothing();
    a_loop_leaves_nothing();
    unfinished_tasks_leave_nothing();
    handles_leave_nothing();
    wakers_leave_nothing();
    a_loop_does_not_grow();
}
