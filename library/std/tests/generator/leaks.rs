//! A loop that is gone has left nothing behind, and one that goes on does not grow.
//!
//! An allocator counts what is allocated and not freed by the present thread.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::generator::{self, EventLoop, Future, Generator, Timer, block_on, timeout};
use std::task::Waker;
use std::time::Duration;

use super::{never, turn, turns};

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

#[test]
fn the_count_counts() {
    assert_eq!(leaked(|| drop(Box::new([0u8; 100]))), 0);
    assert_eq!(leaked(|| _ = Box::leak(Box::new([0u8; 100]))), 100);
}

#[test]
fn block_on_leaves_nothing() {
    assert_eq!(leaked(|| _ = block_on(async { Box::new(1) })), 0);
    assert_eq!(leaked(|| drop(block_on(generator::ready(Waker::noop().clone())))), 0);
}

#[test]
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

#[test]
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

#[test]
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

#[test]
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
#[test]
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
