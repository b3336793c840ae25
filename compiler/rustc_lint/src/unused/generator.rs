//! What is said of a generator that nobody resumes.
//!
//! Its frame is seen through a face that may have words of its own (`Iterator` has: "iterators are
//! lazy"), or as a struct of `core::generator`. Neither is what was declared, a generator.

use rustc_hir::LangItem;
use rustc_macros::Diagnostic;
use rustc_middle::ty::{self, Ty, TyCtxt};

/// Whether the type is that of a frame, as the caller of a generator function or closure sees it.
pub(super) fn is_frame<'tcx>(tcx: TyCtxt<'tcx>, ty: Ty<'tcx>) -> bool {
    match *ty.kind() {
        ty::Adt(adt, _) => LangItem::FRAMES.iter().any(|&frame| tcx.is_lang_item(adt.did(), frame)),
        ty::Alias(ty::AliasTy { kind: ty::Opaque { def_id }, .. }) => tcx.is_face(def_id),
        _ => false,
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
