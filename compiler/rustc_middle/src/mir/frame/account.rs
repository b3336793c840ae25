//! Why a frame holds what it holds.
//!
//! Once a body has become a state machine, it shows no more which variable a place of its frame is,
//! and what for it is kept beyond a suspend point. Who wants to tell (`-Zprint-frames`, the lint
//! `large_frames`) must ask before that, and sizes are only known later, when the types of a generic
//! body are. So what was found out is kept with the layout until then, and goes into the metadata
//! with it. Unless somebody asks for it, there is none.

use rustc_abi::{FieldIdx, VariantIdx};
use rustc_index::IndexVec;
use rustc_macros::{HashStable, TyDecodable, TyEncodable};
use rustc_span::def_id::DefId;
use rustc_span::{Span, Symbol};

use super::CoroutineSavedLocal;
use crate::hir::generator::SuspendForm;

/// See the [module's documentation](self).
#[derive(Clone, Debug, PartialEq, Eq, HashStable, TyEncodable, TyDecodable)]
pub struct FrameAccount {
    /// What was captured.
    pub captures: IndexVec<FieldIdx, FrameValue>,
    /// What is saved across suspend points.
    pub values: IndexVec<CoroutineSavedLocal, FrameValue>,
    /// The suspend points. Those of the states that are none are the declaration's.
    pub points: IndexVec<VariantIdx, FramePoint>,
    /// What asks for each value that a state holds.
    pub needs: IndexVec<VariantIdx, IndexVec<FieldIdx, Need>>,
}

/// A suspend point as the source has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, HashStable, TyEncodable, TyDecodable)]
pub struct FramePoint {
    /// How it is written, if that is known. It is not of one from a body of another crate.
    pub form: Option<SuspendForm>,
    /// The body that it belongs to, if that became part of the frame's.
    pub inlined_from: Option<DefId>,
}

/// A value as the source has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, HashStable, TyEncodable, TyDecodable)]
pub struct FrameValue {
    pub kind: FrameValueKind,
    /// Where it is declared, or the expression that makes it.
    pub span: Span,
    /// The body that it belongs to, if that became part of the frame's.
    pub inlined_from: Option<DefId>,
}

/// What a value is in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, HashStable, TyEncodable, TyDecodable)]
pub enum FrameValueKind {
    /// A variable, or a part of one that was captured.
    Variable(Symbol),
    /// An argument that is a pattern, as a whole.
    Argument,
    /// What a `for` loop iterates over.
    Iterator,
    /// What a form of suspend point runs to its end: that which is awaited, say.
    Inner(SuspendForm),
    /// What an expression makes for another one.
    Temporary,
    /// Whether something is still there to be dropped.
    DropFlag,
}

/// What asks for a value when a suspend point is left.
#[derive(Clone, Debug, PartialEq, Eq, HashStable, TyEncodable, TyDecodable)]
pub struct Need {
    /// Where it is used next, on each of the ways on.
    pub uses: Vec<Span>,
    /// Where it is dropped, on the ways on which it is not used.
    pub drops: Vec<Span>,
    /// Where it was borrowed, if the frame does not move and so there may still be a pointer to it.
    pub borrowed: Option<Span>,
    /// Whether anything that is held may contain such a pointer, going by its type.
    pub may_be_pointed_to: bool,
}
