//! What is said about a generator that would hold itself.

use rustc_errors::{Applicability, Diag};
use rustc_hir as hir;
use rustc_hir::def::DefKind;
use rustc_hir::def_id::DefId;
use rustc_middle::hir::generator::InnerRun;
use rustc_middle::ty::TyCtxt;
use rustc_span::Span;

/// Whether the coroutine is the body of a generator function, rather than of a closure.
pub(crate) fn is_function(tcx: TyCtxt<'_>, coroutine: DefId) -> bool {
    matches!(tcx.coroutine_kind(coroutine), Some(hir::CoroutineKind::Generator(_)))
        && matches!(tcx.def_kind(tcx.parent(coroutine)), DefKind::Fn | DefKind::AssocFn)
}

/// How a generator can be recursive after all, given the recursive call in the body of a coroutine.
pub(crate) fn suggest_boxing(tcx: TyCtxt<'_>, coroutine: DefId, call: Span, diag: &mut Diag<'_>) {
    let Some(hir::CoroutineKind::Generator(_)) = tcx.coroutine_kind(coroutine) else { return };
    diag.note("a frame cannot contain itself, but it can contain a box");
    let run = coroutine.as_local().and_then(|body| tcx.inner_run(body, call));
    if let Some(InnerRun { operand, .. }) = run
        && operand.span.eq_ctxt(operand.span.source_callsite())
        && let hir::ExprKind::Call(..) | hir::ExprKind::MethodCall(..) = operand.kind
    {
        let into_box = (operand.span.shrink_to_hi(), String::from(".into_box()"));
        diag.multipart_suggestion(
            "put the frame of the recursive call on the heap",
            coroutine
                .as_local()
                .and_then(|body| tcx.import_of_into_box(body))
                .into_iter()
                .chain([into_box])
                .collect(),
            Applicability::MaybeIncorrect,
        );
    } else {
        diag.help("put the frame of the recursive call on the heap with `.into_box()`");
    }
}
