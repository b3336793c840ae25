//! What the machine of a generator has to do beyond that of other coroutines.
//!
//! [`StateTransform`](crate::coroutine) makes a frame of every kind of coroutine. The modules here
//! say what it needs to know where generators promise more: which of a frame's variables are whole
//! while it is suspended, so that it can be cloned and holds nothing that was moved away
//! ([`holdings`]), in which order a frame drops what it captured ([`captures`]), and where it seems to
//! suspend but never does ([`never`]). [`recursion`] keeps that and what is inlined from hiding an error.

mod captures;
mod holdings;
mod never;
mod recursion;

use rustc_hir as hir;
use rustc_middle::mir::Body;
use rustc_middle::ty::TyCtxt;

pub(crate) use self::captures::captures_in_drop_order;
pub(crate) use self::holdings::{
    HeldVariables, Initialized, moves_to_follow, remove_drops_of_moved_values, without_false_edges,
};
pub(crate) use self::never::remove_impossible_suspensions;
pub(crate) use self::recursion::may_contain_itself;

/// Whether a generator became this body, and whether its frame may move.
fn movability_of_generator(tcx: TyCtxt<'_>, body: &Body<'_>) -> Option<hir::Movability> {
    match tcx.coroutine_kind(body.source.def_id()) {
        Some(hir::CoroutineKind::Generator(movability)) => Some(movability),
        _ => None,
    }
}
