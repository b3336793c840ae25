//! Why a generator is not what is asked of it.

use rustc_errors::{Diag, MultiSpan};
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_middle::mir::generator::PartlyHeld;
use rustc_middle::ty;
use rustc_span::{DesugaringKind, ErrorGuaranteed};

use crate::error_reporting::TypeErrCtxt;
use crate::traits::FulfillmentError;

impl<'tcx> TypeErrCtxt<'_, 'tcx> {
    /// Leaves out the errors that arise from what a form of generators is desugared to, if others
    /// were found: they follow from these. Returns some error if that leaves none.
    pub(super) fn retain_errors_of_source(
        &self,
        errors: &mut Vec<FulfillmentError<'tcx>>,
    ) -> Option<ErrorGuaranteed> {
        let is_of_desugaring = |error: &FulfillmentError<'tcx>| {
            error.obligation.cause.span.is_desugaring(DesugaringKind::Generator)
        };
        let tainted = self.tainted_by_errors();
        if tainted.is_some() || !errors.iter().all(is_of_desugaring) {
            errors.retain(|error| !is_of_desugaring(error));
        }
        tainted.filter(|_| errors.is_empty())
    }

    /// A frame of which all parts are `Clone` is not if it can be suspended with half a variable.
    pub(super) fn note_generator_held_in_part(
        &self,
        err: &mut Diag<'_>,
        predicate: ty::PolyTraitPredicate<'tcx>,
    ) {
        let tcx = self.tcx;
        if tcx.is_lang_item(predicate.def_id(), LangItem::Clone)
            && let ty::Coroutine(def_id, _) = *predicate.self_ty().skip_binder().kind()
            && let Some(hir::CoroutineKind::Generator(hir::Movability::Movable)) =
                tcx.coroutine_kind(def_id)
            && let Some(layout) = tcx.mir_coroutine_witnesses(def_id)
            && let Some(PartlyHeld { variable, suspended }) = layout.holdings.in_part
        {
            let mut spans = MultiSpan::from_span(suspended);
            spans.push_span_label(variable, "this, or a part of it, may have been moved away");
            spans.push_span_label(suspended, "when the generator is suspended here");
            err.span_note(
                spans,
                "a generator that may be suspended with only a part of a variable cannot be cloned",
            );
        }
    }
}
