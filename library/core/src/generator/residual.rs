//! `?` in a generator whose face is `Iterator`.
//!
//! Such a generator returns nothing that could carry an error. There `e?` yields the error as the
//! last item and ends:
//!
//! ```text
//! match Try::branch(e) {
//!     Continue(value) => value,
//!     Break(residual) => { yield yield_residual(residual); return }
//! }
//! ```

use crate::ops::FromResidual;

/// An item that `?` can yield.
///
/// It is [`FromResidual`] under another name, for the sake of its error message.
#[unstable(feature = "native_generators", issue = "none")]
#[diagnostic::on_unimplemented(
    message = "the `?` operator cannot be used in a generator that yields `{Self}`",
    label = "`{Self}` cannot carry what `?` breaks with",
    note = "in a generator with the face `Iterator`, `?` yields the error as the last item, so the \
            items must be a `Result` or an `Option` (or another type that implements \
            `FromResidual`)"
)]
pub trait YieldResidual<R> {
    /// The item that stands for `residual`.
    fn yield_residual(residual: R) -> Self;
}

#[diagnostic::do_not_recommend]
#[unstable(feature = "native_generators", issue = "none")]
impl<T: FromResidual<R>, R> YieldResidual<R> for T {
    #[inline]
    fn yield_residual(residual: R) -> T {
        T::from_residual(residual)
    }
}

/// The last item of a generator that `?` ends.
#[lang = "generator_yield_residual"]
#[unstable(feature = "native_generators", issue = "none")]
#[inline]
#[track_caller]
pub fn yield_residual<T: YieldResidual<R>, R>(residual: R) -> T {
    T::yield_residual(residual)
}
