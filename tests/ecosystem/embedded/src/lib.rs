//! Generators on a microcontroller: an executor of one's own, without an allocator.
//!
//! [`Board`] is the executor, what tasks are lent when they are resumed: a clock, pins, and a few
//! bits by which tasks tell each other things. [`Clock`], [`Pins`] and [`Events`] are its
//! capabilities, and the [`drivers`] ask for no more than those, so that they run on any executor
//! that has them. [`Scheduler`] keeps the tasks themselves: an array of rooms of a fixed size, each
//! with the frame of one task in it.
//!
//! On the host the [`Hardware`] below all that is simulated, by the tests. For a bare machine
//! [`firmware`] makes a whole of it.
//!
//! ```
//! #![feature(native_generators)]
//! # use embedded::{Board, Clock, Hardware, Pin, Pins, Scheduler, Tick};
//! use std::generator::Future;
//!
//! fn pulse<E: Clock + Pins>(pin: Pin, length: Tick) => impl Future<E, Return = ()> {
//!     (ref executor).write(pin, true);
//!     await E::sleep(length);
//!     (ref executor).write(pin, false);
//! }
//! # #[derive(Default)]
//! # struct Simulated { now: Tick, levels: u32, log: Vec<(Tick, u32)> }
//! # impl Hardware for Simulated {
//! #     fn now(&self) -> Tick { self.now }
//! #     fn levels(&self) -> u32 { self.levels }
//! #     fn write(&mut self, pin: Pin, level: bool) {
//! #         self.levels = self.levels & !(1 << pin) | u32::from(level) << pin;
//! #         self.log.push((self.now, self.levels));
//! #     }
//! #     fn wait(&mut self, until: Option<Tick>) -> bool {
//! #         self.now = until.unwrap_or(self.now);
//! #         until.is_some()
//! #     }
//! # }
//!
//! let mut board = Board::new(Simulated::default());
//! let mut scheduler = std::pin::pin!(Scheduler::<_, 2, 64>::new());
//! assert!(scheduler.as_mut().spawn(pulse(0, 10)).is_ok());
//! assert!(scheduler.as_mut().spawn(pulse(1, 7)).is_ok());
//! scheduler.as_mut().run(&mut board);
//! assert_eq!(board.hardware.log, [(0, 0b01), (0, 0b11), (7, 0b01), (10, 0b00)]);
//! ```

#![no_std]
#![feature(native_generators)]

mod board;
pub mod drivers;
pub mod firmware;
mod scheduler;

pub use board::{Board, Clock, Events, Hardware, Level, Pin, Pins, Raised, Sleep, Tick, is_due};
pub use scheduler::Scheduler;
