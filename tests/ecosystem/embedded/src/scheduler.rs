//! Tasks in rooms of a fixed size.

use core::generator::{Future, State};
use core::marker::{PhantomData, PhantomPinned};
use core::mem::{MaybeUninit, align_of, size_of};
use core::pin::Pin;

use crate::board::{Board, Hardware, Interest, Tick, is_due};

/// Up to `TASKS` tasks with frames of up to `SIZE` bytes each, kept in place.
///
/// The scheduler is pinned before tasks come in, and so are their frames: they may be those of
/// `static` bodies. It can stand in a `static`, as [`new`](Scheduler::new) is `const`.
///
/// A frame that is too large is refused when the program is compiled:
///
/// ```compile_fail,E0080
/// #![feature(native_generators)]
/// # use embedded::{Clock, Hardware, Scheduler, Tick};
/// # use std::generator::Future;
/// fn large<E: Clock>() => impl Future<E, Return = ()> {
///     let numbers = [7_u8; 100];
///     await E::sleep(1);
///     assert_eq!(numbers[99], 7);
/// }
/// # struct None;
/// # impl Hardware for None {
/// #     fn now(&self) -> Tick { 0 }
/// #     fn levels(&self) -> u32 { 0 }
/// #     fn write(&mut self, _: u8, _: bool) {}
/// #     fn wait(&mut self, _: Option<Tick>) -> bool { false }
/// # }
///
/// let scheduler = std::pin::pin!(Scheduler::<None, 1, 100>::new());
/// let _ = scheduler.spawn(large());
/// ```
///
/// Nor may a task borrow what goes before the scheduler does:
///
/// ```compile_fail,E0597
/// #![feature(native_generators)]
/// # use embedded::{Board, Clock, Hardware, Scheduler, Tick};
/// # use std::generator::Future;
/// fn hold<H: Hardware>(text: &str) => impl Future<Board<H>, Return = ()> {
///     await Board::<H>::sleep(1);
///     assert_eq!(text, "here");
/// }
/// # struct None;
/// # impl Hardware for None {
/// #     fn now(&self) -> Tick { 0 }
/// #     fn levels(&self) -> u32 { 0 }
/// #     fn write(&mut self, _: u8, _: bool) {}
/// #     fn wait(&mut self, _: Option<Tick>) -> bool { false }
/// # }
///
/// let mut scheduler = std::pin::pin!(Scheduler::<None, 1, 100>::new());
/// let text = String::from("here");
/// let _ = scheduler.as_mut().spawn(hold(&text));
/// ```
pub struct Scheduler<'t, H, const TASKS: usize, const SIZE: usize> {
    rooms: [Room<H, SIZE>; TASKS],
    /// The levels of the pins when they were last looked at.
    levels: u32,
    /// What the tasks borrow. They may hold anything, so the scheduler stays on its thread.
    tasks: PhantomData<*mut &'t ()>,
    _pinned: PhantomPinned,
}

/// Room for one task.
struct Room<H, const SIZE: usize> {
    frame: Aligned<SIZE>,
    /// `None` where there is no task.
    tenant: Option<Tenant<H>>,
}

/// As frames want it that hold no more than numbers and pointers.
#[repr(align(8))]
struct Aligned<const SIZE: usize>(MaybeUninit<[u8; SIZE]>);

/// What is known of a task whose type is forgotten.
struct Tenant<H> {
    /// Resumes the frame at this address.
    resume: unsafe fn(*mut u8, &mut Board<H>) -> State<!, (), ()>,
    /// Drops it.
    drop: unsafe fn(*mut u8),
    /// `None` until it has been resumed.
    interest: Option<Interest>,
}

impl<'t, H: Hardware, const TASKS: usize, const SIZE: usize> Scheduler<'t, H, TASKS, SIZE> {
    pub const fn new() -> Self {
        Scheduler {
            rooms: [const { Room { frame: Aligned(MaybeUninit::uninit()), tenant: None } }; TASKS],
            levels: 0,
            tasks: PhantomData,
            _pinned: PhantomPinned,
        }
    }

    /// Takes a task in, to be started at the next turn.
    ///
    /// # Errors
    ///
    /// Gives the task back if there is no room.
    pub fn spawn<F>(self: Pin<&mut Self>, task: F) -> Result<(), F>
    where
        F: Future<Board<H>, Return = ()> + 't,
    {
        const {
            assert!(size_of::<F>() <= SIZE, "the frame is larger than a room");
            assert!(align_of::<F>() <= align_of::<Aligned<SIZE>>());
        }
        // SAFETY: No frame is moved: one is put where there is none.
        let this = unsafe { self.get_unchecked_mut() };
        let Some(room) = this.rooms.iter_mut().find(|room| room.tenant.is_none()) else {
            return Err(task);
        };
        // SAFETY: The room is free, large enough, and aligned well enough.
        unsafe { room.address().cast::<F>().write(task) };
        room.tenant = Some(Tenant { resume: resume::<H, F>, drop: drop::<F>, interest: None });
        Ok(())
    }

    /// How many tasks have not ended.
    pub fn tasks(&self) -> usize {
        self.rooms.iter().filter(|room| room.tenant.is_some()).count()
    }

    /// Resumes each task once that can go on, in the order of the rooms. Returns whether any did.
    pub fn turn(self: Pin<&mut Self>, board: &mut Board<H>) -> bool {
        // SAFETY: No frame is moved: they are resumed where they are, or dropped there.
        let this = unsafe { self.get_unchecked_mut() };
        let levels = board.hardware.levels();
        let changed = levels ^ core::mem::replace(&mut this.levels, levels);
        let mut any = false;
        for room in &mut this.rooms {
            if room.can_go_on(board, changed) {
                room.resume(board);
                any = true;
            }
        }
        any
    }

    /// Runs the tasks until all have ended, or until the hardware says that nothing will happen any
    /// more.
    pub fn run(mut self: Pin<&mut Self>, board: &mut Board<H>) {
        while self.tasks() > 0 {
            if !self.as_mut().turn(board) && !board.hardware.wait(self.next(board.hardware.now())) {
                return;
            }
        }
    }

    /// The time that a task waits for next.
    fn next(&self, now: Tick) -> Option<Tick> {
        let tenants = self.rooms.iter().filter_map(|room| room.tenant.as_ref());
        let times = tenants.filter_map(|tenant| tenant.interest?.until);
        times.min_by_key(|until| if is_due(now, *until) { 0 } else { until.wrapping_sub(now) })
    }
}

impl<H: Hardware, const SIZE: usize> Room<H, SIZE> {
    fn address(&mut self) -> *mut u8 {
        self.frame.0.as_mut_ptr().cast()
    }

    fn can_go_on(&self, board: &Board<H>, changed: u32) -> bool {
        let Some(tenant) = &self.tenant else { return false };
        let Some(interest) = tenant.interest else { return true };
        interest.until.is_some_and(|until| is_due(board.hardware.now(), until))
            || interest.pins & changed != 0
            || interest.events & board.events() != 0
    }

    fn resume(&mut self, board: &mut Board<H>) {
        let address = self.address();
        let Some(tenant) = &mut self.tenant else { return };
        // SAFETY: The frame is there, as its tenant is. It is pinned: `spawn` was given a pinned
        // scheduler, which drops the frame before it goes.
        let state = unsafe { (tenant.resume)(address, board) };
        tenant.interest = Some(board.take_interest());
        if let State::Complete(()) = state {
            self.clear();
        }
    }
}

impl<H, const SIZE: usize> Room<H, SIZE> {
    /// Drops the frame, if there is one.
    fn clear(&mut self) {
        if let Some(tenant) = self.tenant.take() {
            // SAFETY: The frame was there, and is no more.
            unsafe { (tenant.drop)(self.frame.0.as_mut_ptr().cast()) };
        }
    }
}

/// Drops the tasks that have not ended.
// The rooms could do that for themselves, but only this tells the compiler that what the tasks borrow
// is used here.
impl<H, const TASKS: usize, const SIZE: usize> Drop for Scheduler<'_, H, TASKS, SIZE> {
    fn drop(&mut self) {
        self.rooms.iter_mut().for_each(Room::clear);
    }
}

/// # Safety
///
/// A pinned `F` is at `frame`, and nothing else refers to it.
unsafe fn resume<H, F: Future<Board<H>, Return = ()>>(
    frame: *mut u8,
    board: &mut Board<H>,
) -> State<!, (), ()> {
    // SAFETY: As the caller promises.
    unsafe { Pin::new_unchecked(&mut *frame.cast::<F>()) }.resume(board)
}

/// # Safety
///
/// An `F` is at `frame` that nobody will use any more.
unsafe fn drop<F>(frame: *mut u8) {
    // SAFETY: As the caller promises.
    unsafe { frame.cast::<F>().drop_in_place() }
}
