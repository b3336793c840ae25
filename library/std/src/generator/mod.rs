//! Generators: functions that can stop in the middle and go on later.
//!
//! [`core::generator`] tells what they are and holds most of what is here. To that comes from
//! `alloc` what needs the heap: [`IntoBox`] and what it makes, [`Boxed`] and [`BoxedSend`].

#[doc(inline)]
#[unstable(feature = "native_generators", issue = "none")]
pub use alloc_crate::generator::*;
#[doc(inline)]
#[unstable(feature = "native_generators", issue = "none")]
pub use core::generator::*;

use crate::alloc::Allocator;
use crate::collections::{HashMap, HashSet};

core::generator::lowering::into_generator! {
    impl[K, V, S, A: Allocator] for HashMap<K, V, S, A>;
    impl['a, K, V, S, A: Allocator] for &'a HashMap<K, V, S, A>;
    impl['a, K, V, S, A: Allocator] for &'a mut HashMap<K, V, S, A>;
    impl[T, S, A: Allocator] for HashSet<T, S, A>;
    impl['a, T, S, A: Allocator] for &'a HashSet<T, S, A>;
}
