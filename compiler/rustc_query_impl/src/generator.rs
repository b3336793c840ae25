//! What is said about a generator that would hold itself.

use rustc_errors::Diag;
use rustc_hir as hir;
use rustc_hir::def::DefKind;
use rustc_hir::def_id::DefId;
use rustc_middle::ty::TyCtxt;

/// Whether the coroutine is the body of a generator function, rather than of a closure.
pub(crate) fn is_function(tcx: TyCtxt<'_>, coroutine: DefId) -> bool {
    matches!(tcx.coroutine_kind(coroutine), Some(hir::CoroutineKind::Generator(_)))
        && matches!(tcx.def_kind(tcx.parent(coroutine)), DefKind::Fn | DefKind::AssocFn)
}

/// How a generator can be recursive after all.
pub(crate) fn suggest_boxing(kind: hir::CoroutineKind, diag: &mut Diag<'_>) {
    if let hir::CoroutineKind::Generator(_) = kind {
        diag.help(
            "a frame cannot contain itself: box the frame of the recursive call with `.into_box()`",
        );
    }
}
