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
#[rustc_on_unimplemented(
    on(
        all(Self = "core::result::Result<T, E>", R = "core::option::Option<T>"),
        message = "the `?` operator can only be used on `Result`s, not `Option`s, in a generator \
                   that yields `Result`",
        label = "use `.ok_or(...)?` to provide an error compatible with `{Self}`"
    ),
    on(
        all(Self = "core::result::Result<T, E>", R = "core::result::Result<T, E>"),
        message = "`?` couldn't convert the error to that of `{Self}`",
        label = "in a generator with the face `Iterator`, `?` yields the error as the last item, \
                 converted with the `From` trait"
    ),
    on(
        all(Self = "core::option::Option<T>", R = "core::result::Result<T, E>"),
        message = "the `?` operator can only be used on `Option`s, not `Result`s, in a generator \
                   that yields `Option`",
        label = "use `.ok()?` if you want to discard the `{R}` error information"
    ),
    message = "the `?` operator cannot be used in a generator that yields `{Self}`",
    label = "in a generator with the face `Iterator`, `?` yields the error as the last item, and \
             `{Self}` cannot carry it"
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
