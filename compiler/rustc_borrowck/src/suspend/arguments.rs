//! Arguments of generators, which are locals of the body: `let n = n;` is what it begins with.

use rustc_errors::{Applicability, Diag};
use rustc_hir as hir;
use rustc_middle::ty::TyCtxt;
use rustc_span::def_id::LocalDefId;

/// Suggests that an argument be a mutable reference, of the local that the body has for it. Returns
/// whether it is the local of an argument.
pub(crate) fn suggest_mutable_reference(
    tcx: TyCtxt<'_>,
    err: &mut Diag<'_>,
    body: LocalDefId,
    local: &hir::LetStmt<'_>,
) -> bool {
    let is_argument = matches!(local.source, hir::LocalSource::AsyncFn)
        && matches!(tcx.coroutine_kind(body), Some(hir::CoroutineKind::Generator(_)));
    if is_argument
        && let Some(decl) = tcx.hir_node_by_def_id(tcx.local_parent(body)).fn_decl()
        // The type of an argument is the first after its pattern.
        && let Some(ty) = decl.inputs.iter().find(|ty| local.pat.span.hi() <= ty.span.lo())
        && ty.span.eq_ctxt(local.pat.span)
        && let hir::TyKind::Ref(_, hir::MutTy { ty: referent, .. }) = ty.kind
    {
        err.span_suggestion_verbose(
            referent.span.shrink_to_lo(),
            "consider changing this to be a mutable reference",
            "mut ",
            Applicability::MachineApplicable,
        );
    }
    is_argument
}
