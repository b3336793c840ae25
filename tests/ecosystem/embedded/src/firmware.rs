//! The whole of a program for a bare machine: registers for hardware, and the tasks in a `static`.

use core::cell::UnsafeCell;
use core::pin::Pin as Pinned;
use core::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use crate::board::{Board, Hardware, Pin, Tick};
use crate::drivers::{self, Serial};
use crate::scheduler::Scheduler;

/// The registers of a simple chip, as they lie in its memory. Interrupts keep them up to date, and one
/// comes at least with each tick.
#[repr(C)]
#[derive(Debug, Default)]
pub struct Registers {
    pub ticks: AtomicU32,
    /// The levels of the pins.
    pub levels: AtomicU32,
    /// Writing a one here makes a pin high,
    pub set: AtomicU32,
    /// and here low.
    pub clear: AtomicU32,
}

impl Registers {
    /// Registers as they are when the machine starts.
    pub const fn new() -> Registers {
        let [ticks, levels, set, clear] = [const { AtomicU32::new(0) }; 4];
        Registers { ticks, levels, set, clear }
    }
}

impl Hardware for &Registers {
    fn now(&self) -> Tick {
        self.ticks.load(Ordering::Relaxed)
    }

    fn levels(&self) -> u32 {
        self.levels.load(Ordering::Relaxed)
    }

    fn write(&mut self, pin: Pin, level: bool) {
        let register = if level { &self.set } else { &self.clear };
        register.store(1 << pin, Ordering::Relaxed);
    }

    fn wait(&mut self, _: Option<Tick>) -> bool {
        wait_for_interrupt();
        true
    }
}

#[cfg(target_arch = "arm")]
fn wait_for_interrupt() {
    // SAFETY: This stops the processor until the next interrupt, and changes nothing.
    unsafe { core::arch::asm!("wfi", options(nomem, nostack, preserves_flags)) };
}

#[cfg(not(target_arch = "arm"))]
fn wait_for_interrupt() {
    core::hint::spin_loop();
}

const LED: Pin = 0;
const LIGHT: Pin = 1;
const BUTTON: Pin = 2;
const INPUT: Serial = Serial { pin: 3, bit: 8 };
const OUTPUT: Serial = Serial { pin: 4, bit: 8 };
const PRESSED: u32 = 1;

/// Up to four tasks of up to 192 bytes each.
pub type Tasks = Scheduler<'static, &'static Registers, 4, 192>;

/// Where the tasks are. Somebody takes the place once, and has it for good.
struct Place {
    tasks: UnsafeCell<Tasks>,
    is_taken: AtomicBool,
}

// SAFETY: Only the one who takes the place gets at what is in it, which is nothing until then.
unsafe impl Sync for Place {}

impl Place {
    fn take(&'static self) -> Option<Pinned<&'static mut Tasks>> {
        if self.is_taken.swap(true, Ordering::Relaxed) {
            return None;
        }
        // SAFETY: This comes here once, so nothing else refers to the tasks.
        Some(Pinned::static_mut(unsafe { &mut *self.tasks.get() }))
    }
}

static PLACE: Place =
    Place { tasks: UnsafeCell::new(Scheduler::new()), is_taken: AtomicBool::new(false) };

/// The tasks of this firmware, not started yet; `None` if they have been taken.
pub fn tasks() -> Option<Pinned<&'static mut Tasks>> {
    let mut tasks = PLACE.take()?;
    let taken_in = [
        tasks.as_mut().spawn(drivers::blink(LED, 10, 90)).is_ok(),
        tasks.as_mut().spawn(drivers::console(INPUT, OUTPUT, LIGHT)).is_ok(),
        tasks.as_mut().spawn(drivers::watch(BUTTON, PRESSED, PRESSED)).is_ok(),
        tasks.as_mut().spawn(drivers::toggle(LIGHT, PRESSED)).is_ok(),
    ];
    assert!(taken_in == [true; 4], "there is room for four");
    Some(tasks)
}

/// Where the machine starts.
///
/// # Panics
///
/// Panics if it starts twice.
#[unsafe(no_mangle)]
pub extern "C" fn start(registers: &'static Registers) -> ! {
    let tasks = tasks().expect("the machine starts once");
    tasks.run(&mut Board::new(registers));
    unreachable!("a light that blinks for ever");
}
