//! Generators: functions that can stop in the middle and go on later.
//!
//! [`core::generator`] tells what they are and holds most of what is here. To that comes from
//! `alloc` what needs the heap: [`IntoBox`] and what it makes, [`Boxed`] and [`BoxedSend`].
//!
//! ```
//! #![feature(native_generators)]
//!
//! use std::generator::{Boxed, Generator, IntoBox};
//!
//! /// What `text` says, token by token: its words, or its letters.
//! fn tokens(text: &str, by_word: bool) -> Boxed<'_, (), &str, ()> {
//!     fn words(text: &str) => impl Generator<Yield = &str, Return = ()> {
//!         for word in text.split(' ') {
//!             yield word
//!         }
//!     }
//!     fn letters(text: &str) => impl Generator<Yield = &str, Return = ()> {
//!         for (at, letter) in text.char_indices() {
//!             yield &text[at..][..letter.len_utf8()]
//!         }
//!     }
//!     if by_word { words(text).into_box() } else { letters(text).into_box() }
//! }
//!
//! assert!(tokens("to be", true).iter().eq(["to", "be"]));
//! assert!(tokens("to be", false).iter().eq(["t", "o", " ", "b", "e"]));
//! ```

mod block_on;
mod capabilities;
mod event_loop;

#[doc(inline)]
#[unstable(feature = "native_generators", issue = "none")]
pub use core::generator::*;

#[doc(inline)]
#[unstable(feature = "native_generators", issue = "none")]
pub use alloc_crate::generator::*;

#[unstable(feature = "native_generators", issue = "none")]
pub use self::block_on::block_on;
#[unstable(feature = "native_generators", issue = "none")]
pub use self::capabilities::{Elapsed, Spawn, Timer, timeout};
#[unstable(feature = "native_generators", issue = "none")]
pub use self::event_loop::{Adopted, EventLoop, JoinError, JoinHandle};
use crate::alloc::Allocator;
use crate::collections::{HashMap, HashSet};

core::generator::lowering::into_generator! {
    impl[K, V, S, A: Allocator] for HashMap<K, V, S, A>;
    impl['a, K, V, S, A: Allocator] for &'a HashMap<K, V, S, A>;
    impl['a, K, V, S, A: Allocator] for &'a mut HashMap<K, V, S, A>;
    impl[T, S, A: Allocator] for HashSet<T, S, A>;
    impl['a, T, S, A: Allocator] for &'a HashSet<T, S, A>;
}
