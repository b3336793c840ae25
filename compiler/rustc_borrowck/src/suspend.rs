//! Which loans may be live while a generator is suspended.
//!
//! A movable frame may be moved between resumptions, so that no loan of what is stored in it may
//! live across a suspend point. Whether a loan lives is for the dataflow of borrows to say; here it
//! is decided what counts as a loan.

use rustc_hir as hir;
use rustc_macros::Diagnostic;
use rustc_middle::mir::{Body, BorrowKind, VarDebugInfoContents};
use rustc_middle::ty::TyCtxt;
use rustc_span::{Span, sym};

use crate::MirBorrowckCtxt;
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

/// Whether the borrow is a `ref executor`: a loan of the local that holds the executor of the
/// present resumption. The next one brings another, which a suspend point stores there.
pub(crate) fn is_loan_of_executor<'tcx>(body: &Body<'tcx>, borrow: &BorrowData<'tcx>) -> bool {
    body.coroutine.is_some()
        && body.var_debug_info.iter().any(|variable| {
            variable.name == sym::ref_executor
                && matches!(
                    variable.value,
                    VarDebugInfoContents::Place(place)
                        if place.as_local() == Some(borrow.borrowed_place.local)
                )
        })
}

impl<'infcx, 'tcx> MirBorrowckCtxt<'_, 'infcx, 'tcx> {
    /// Reports, once, that the value of `ref executor` is kept across a suspend point.
    pub(crate) fn report_executor_kept(&mut self, borrow: &BorrowData<'tcx>, suspended: Span) {
        if !self.executors_reported.insert(borrow.reserve_location) {
            return;
        }
        let executor = self.retrieve_borrow_spans(borrow).args_or_use();
        let err = self.dcx().create_err(ExecutorKept { executor, suspended });
        self.buffer_error(err);
    }
}

#[derive(Diagnostic)]
#[diag("`ref executor` cannot be kept across a suspend point")]
#[note("each resumption brings its executor: write `ref executor` again where it is used")]
struct ExecutorKept {
    #[primary_span]
    #[label("this is the executor of one resumption")]
    executor: Span,
    #[label("the generator is suspended here, while it is still in use")]
    suspended: Span,
}
