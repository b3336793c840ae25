//! Going through the indices of a collection in place of its items.

use rustc_errors::{Applicability, Diag};
use rustc_middle::ty::{self, Ty, TyCtxt};
use rustc_span::def_id::LocalDefId;
use rustc_span::sym;

use super::rounds::is_kept_across;
use super::{LoopAround, borrowed_in, unused_name, variable};

/// Suggests it for a collection that has indices. Returns whether it is one.
pub(super) fn suggest<'tcx>(
    tcx: TyCtxt<'tcx>,
    err: &mut Diag<'_>,
    body: LocalDefId,
    around: LoopAround<'tcx>,
) -> bool {
    let Some(collection) = borrowed_in(around.head) else { return false };
    let ty = tcx.typeck(body).expr_ty(collection).peel_refs();
    if variable(collection).is_none()
        || !has_indices(tcx, ty)
        || is_kept_across(tcx, tcx.typeck(body), around)
    {
        return false;
    }
    let source_map = tcx.sess.source_map();
    let (Ok(name), Ok(pat)) =
        (source_map.span_to_snippet(collection.span), source_map.span_to_snippet(around.pat.span))
    else {
        return false;
    };
    let index = unused_name(tcx, body, "index");
    let binding = match pat.strip_prefix('&') {
        Some(pat) => format!(" let {pat} = {name}[{index}];"),
        None => format!(" let {pat} = &{name}[{index}];"),
    };
    let begin = source_map.start_point(around.body.span).shrink_to_hi();
    err.multipart_suggestion(
        "go through the indices, and borrow anew in each round",
        vec![
            (around.pat.span.to(around.head.span), format!("{index} in 0..{name}.len()")),
            (begin, binding),
        ],
        Applicability::MaybeIncorrect,
    );
    true
}

fn has_indices<'tcx>(tcx: TyCtxt<'tcx>, ty: Ty<'tcx>) -> bool {
    match ty.kind() {
        ty::Array(..) | ty::Slice(_) => true,
        ty::Adt(adt, _) => tcx.is_diagnostic_item(sym::Vec, adt.did()),
        _ => false,
    }
}
