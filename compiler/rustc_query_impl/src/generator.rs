//! What is said about a generator that would hold itself.

use rustc_errors::{Applicability, Diag};
use rustc_hir as hir;
use rustc_hir::def::DefKind;
use rustc_hir::def_id::DefId;
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
    let calls = coroutine.as_local().and_then(|body| {
        let run = tcx.inner_run(body, call)?;
        let callee = callee(tcx, run.operand)?;
        let runs = tcx.inner_runs(body).into_iter().map(|run| run.operand);
        let calls: Vec<_> = runs.filter(|it| self::callee(tcx, it) == Some(callee)).collect();
        calls.iter().all(|it| it.span.eq_ctxt(it.span.source_callsite())).then_some((body, calls))
    });
    if let Some((body, calls)) = calls {
        let message = match calls[..] {
            [_] => "put the frame of the recursive call on the heap",
            _ => "put the frames of the recursive calls on the heap",
        };
        let into_box =
            calls.iter().map(|call| (call.span.shrink_to_hi(), String::from(".into_box()")));
        diag.multipart_suggestion(
            message,
            tcx.import_of_into_box(body).into_iter().chain(into_box).collect(),
            Applicability::MaybeIncorrect,
        );
    } else {
        diag.help("put the frame of the recursive call on the heap with `.into_box()`");
    }
}

/// The function that is called, if this is a call.
fn callee(tcx: TyCtxt<'_>, call: &hir::Expr<'_>) -> Option<DefId> {
    let types = tcx.typeck(call.hir_id.owner.def_id);
    match call.kind {
        hir::ExprKind::Call(function, _) => match function.kind {
            hir::ExprKind::Path(ref path) => types.qpath_res(path, function.hir_id).opt_def_id(),
            _ => None,
        },
        hir::ExprKind::MethodCall(..) => types.type_dependent_def_id(call.hir_id),
        _ => None,
    }
}
