//! Which loans may be live while a generator is suspended.
//!
//! A movable frame may be moved between resumptions, so that no loan of what is stored in it may
//! live across a suspend point. Whether a loan lives is for the dataflow of borrows to say; here it
//! is decided what counts as a loan.

use rustc_hir as hir;
use rustc_middle::mir::{Body, BorrowKind};
use rustc_middle::ty::TyCtxt;

use crate::borrow_set::BorrowData;

/// Whether the borrow is none as far as suspended generators are concerned.
///
/// A `match` borrows its scrutinee while a guard runs, so that the guard cannot change what the
/// patterns before it have seen. Nothing of this is left after borrow checking: a guard may suspend.
pub(crate) fn is_no_loan<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: &Body<'tcx>,
    borrow: &BorrowData<'tcx>,
) -> bool {
    matches!(borrow.kind, BorrowKind::Fake(_))
        && matches!(
            tcx.coroutine_kind(body.source.def_id()),
            Some(hir::CoroutineKind::Generator(_))
        )
}
