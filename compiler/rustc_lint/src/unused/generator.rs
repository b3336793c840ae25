//! What is said of a generator that nobody resumes, and of one whose result nobody uses.
//!
//! Its frame is seen through a face that may have words of its own (`Iterator` has: "iterators are
//! lazy"), or as a struct of `core::generator`. Neither is what was declared, a generator.
//!
//! `#[must_use]` on a generator function is about what it comes to, as on an `async fn`.

use rustc_hir::def::DefKind;
use rustc_hir::def_id::DefId;
use rustc_hir::{self as hir, LangItem};
use rustc_macros::Diagnostic;
use rustc_middle::ty::{self, Ty, TyCtxt};

use crate::LateContext;

/// What hands over what is awaited: in a generator, and in `async` code.
const INTO: [LangItem; 2] = [LangItem::GeneratorAwait, LangItem::IntoFutureIntoFuture];

/// Whether the type is that of a frame, as the caller of a generator function or closure sees it.
pub(super) fn is_frame<'tcx>(tcx: TyCtxt<'tcx>, ty: Ty<'tcx>) -> bool {
    match *ty.kind() {
        ty::Adt(adt, _) => LangItem::FRAMES.iter().any(|&frame| tcx.is_lang_item(adt.did(), frame)),
        ty::Alias(ty::AliasTy { kind: ty::Opaque { def_id }, .. }) => tcx.is_face(def_id),
        _ => false,
    }
}

/// The function whose generator or future an expression awaits, as `await f()` does, and what to call that.
pub(super) fn awaited_function(
    cx: &LateContext<'_>,
    expr: &hir::Expr<'_>,
) -> Option<(DefId, &'static str)> {
    let hir::ExprKind::Match(awaited, ..) = expr.kind else { return None };
    let hir::ExprKind::Call(into, [.., operand]) = awaited.kind else { return None };
    let hir::ExprKind::Path(hir::QPath::Resolved(None, into)) = into.kind else { return None };
    if !INTO.contains(&cx.tcx.as_lang_item(into.res.opt_def_id()?)?) {
        return None;
    }
    let ty = cx.typeck_results().expr_ty(operand);
    let ty::Alias(ty::AliasTy { kind: ty::Opaque { def_id }, .. }) = *ty.kind() else {
        return None;
    };
    let function = cx.tcx.parent(def_id);
    if !matches!(cx.tcx.def_kind(function), DefKind::Fn | DefKind::AssocFn) {
        return None;
    }
    if cx.tcx.is_face(def_id) {
        Some((function, "output of generator returned by "))
    } else if cx.tcx.asyncness(function).is_async() {
        Some((function, "output of future returned by "))
    } else {
        None
    }
}

#[derive(Diagnostic)]
#[diag(
    "unused {$pre}{$count ->
        [one] generator
        *[other] generators
    }{$post} that must be used"
)]
#[note("generators do nothing unless resumed")]
pub(super) struct UnusedGenerator<'a> {
    pub(super) count: usize,
    pub(super) pre: &'a str,
    pub(super) post: &'a str,
}
