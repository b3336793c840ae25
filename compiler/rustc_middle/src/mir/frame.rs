//! Where in a coroutine's frame its saved locals are.
//!
//! A frame is a number of *slots*, each for values of one type. The first are those of the captured
//! variables, in their order. What moves on from one local to another, or from a capture to a local,
//! keeps its slot. Two slots may have the same bytes if they are never needed at once.

mod account;

use rustc_index::IndexVec;
use rustc_index::bit_set::{BitMatrix, DenseBitSet};
use rustc_macros::{HashStable, TyDecodable, TyEncodable};

pub use self::account::{FrameAccount, FramePoint, FrameValue, FrameValueKind, Need};
use super::CoroutineSavedLocal;

rustc_index::newtype_index! {
    #[stable_hash]
    #[encodable]
    #[debug_format = "slot{}"]
    pub struct FrameSlot {}
}

/// See the [module's documentation](self).
#[derive(Clone, Debug, PartialEq, Eq, HashStable, TyEncodable, TyDecodable)]
pub struct FrameSlots {
    pub of_local: IndexVec<CoroutineSavedLocal, FrameSlot>,
    /// Which slots hold something that is needed while another one does, too.
    pub conflicts: BitMatrix<FrameSlot, FrameSlot>,
    /// Which slots somebody may have a reference to while the frame is suspended, other than one to
    /// resume what is there.
    pub lent: DenseBitSet<FrameSlot>,
}
