//! What a frame holds, as far as its [`CoroutineLayout`] does not say.
//!
//! A suspended frame can hold a variable in part: what was moved out of it before is garbage, what
//! was not will be dropped. A drop knows by the path that led to it, or by a drop flag. A clone has
//! neither, only the number of the suspend point. So it must be known for each suspend point how
//! much of each variable is there; a generator that can be suspended with half a variable, or with
//! one that is there if control came one way and not if it came another, is not `Clone`. Nor may a
//! clone look at what only waits to be dropped, and may refer to what is gone.
//!
//! [`CoroutineLayout`]: super::CoroutineLayout

use rustc_abi::{FieldIdx, VariantIdx};
use rustc_index::IndexVec;
use rustc_macros::{HashStable, TyDecodable, TyEncodable};
use rustc_span::Span;

/// See the [module's documentation](self). Empty for other coroutines than generators whose frames are not packed.
#[derive(Clone, Debug, Default, PartialEq, Eq, HashStable, TyEncodable, TyDecodable)]
pub struct FrameHoldings {
    /// What is left in each state of each captured variable, where it was captured. In a packed frame
    /// it is nothing but in the first: there captures that are needed longer are saved locals.
    pub captures: IndexVec<VariantIdx, IndexVec<FieldIdx, Held>>,
    /// What is there in each state of each saved local.
    pub locals: IndexVec<VariantIdx, IndexVec<FieldIdx, Held>>,
    /// A variable of which a suspend point may hold only a part.
    pub in_part: Option<HeldVariable>,
    /// A variable that a suspend point holds for nothing but to be dropped, and that may dangle by
    /// then: its destructor need not care, but a clone would.
    pub dangling: Option<HeldVariable>,
}

/// How much of a variable a suspended frame holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, HashStable, TyEncodable, TyDecodable)]
pub enum Held {
    Whole,
    /// What is left when all that matters was moved away: an enum's discriminant, say, which is
    /// looked at once more to find that nothing is left to drop.
    Residue,
    Nothing,
}

/// A variable that a suspended frame holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, HashStable, TyEncodable, TyDecodable)]
pub struct HeldVariable {
    /// Where the variable is declared.
    pub variable: Span,
    /// The suspend point.
    pub suspended: Span,
}
