//! Whether a frame is `Freeze` or `UnsafeUnpin`, decided frame by frame.
//!
//! With optimisation, the ABI of a function that takes `&frame` or `&mut frame` depends on these two. They
//! hold of a type if they hold of its parts, and a frame has as parts the frames that it is suspended in.
//! The trait solver looks through all of them at once, and each takes it four types further down: the
//! opaque type, the iterator or future, the frame, the body. Generators that call one another thus came
//! to the recursion limit after some thirty, and did so in code generation, where no line can be named.
//! Here each part is a query of its own, as for `needs_drop`, so that the solver begins anew with each.

use rustc_hir::lang_items::LangItem;
use rustc_middle::ty::{
    self, GenericArgsRef, PseudoCanonicalInput, Ty, TyCtxt, TypeVisitableExt, TypingEnv, TypingMode,
};
use rustc_span::DUMMY_SP;
use rustc_span::def_id::DefId;

/// Whether all parts of a type that holds a coroutine satisfy `holds`, or nothing if that does not decide
/// about the type: because there is an `impl` of the trait for it, or no coroutine in it, or because
/// its parts are not known yet.
pub(super) fn holds_of_all_parts<'tcx>(
    tcx: TyCtxt<'tcx>,
    query: PseudoCanonicalInput<'tcx, Ty<'tcx>>,
    auto_trait: LangItem,
    holds: fn(Ty<'tcx>, TyCtxt<'tcx>, TypingEnv<'tcx>) -> bool,
) -> Option<bool> {
    let PseudoCanonicalInput { typing_env, value: ty } = query;
    if !ty.has_coroutines() || !is_after_analysis(typing_env) || has_impl(tcx, auto_trait, ty) {
        return None;
    }
    for part in parts(tcx, ty)? {
        let part = tcx.try_normalize_erasing_regions(typing_env, part).ok()?;
        if !holds(part, tcx, typing_env) {
            return Some(false);
        }
    }
    Some(true)
}

/// Before that, what a body keeps may be what is being found out.
fn is_after_analysis(typing_env: TypingEnv<'_>) -> bool {
    match typing_env.typing_mode() {
        TypingMode::PostAnalysis => true,
        TypingMode::Coherence
        | TypingMode::Analysis { .. }
        | TypingMode::Borrowck { .. }
        | TypingMode::PostBorrowckAnalysis { .. } => false,
    }
}

fn has_impl<'tcx>(tcx: TyCtxt<'tcx>, auto_trait: LangItem, ty: Ty<'tcx>) -> bool {
    let auto_trait = tcx.require_lang_item(auto_trait, DUMMY_SP);
    let mut found = false;
    tcx.for_each_relevant_impl(auto_trait, ty, |_| found = true);
    found
}

fn parts<'tcx>(tcx: TyCtxt<'tcx>, ty: Ty<'tcx>) -> Option<Vec<Ty<'tcx>>> {
    Some(match *ty.kind() {
        ty::Coroutine(body, args) => parts_of_body(tcx, body, args),
        ty::Adt(adt, args) => adt.all_fields().map(|field| field.ty(tcx, args)).collect(),
        ty::Closure(_, args) => args.as_closure().upvar_tys().to_vec(),
        ty::Tuple(fields) => fields.to_vec(),
        ty::Array(element, _) | ty::Slice(element) => vec![element],
        _ => return None,
    })
}

/// What a body captures and what it keeps while it is suspended.
fn parts_of_body<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: DefId,
    args: GenericArgsRef<'tcx>,
) -> Vec<Ty<'tcx>> {
    let kept = tcx.coroutine_hidden_types(body).instantiate(tcx, args);
    let kept = tcx.instantiate_bound_regions_with_erased(kept);
    args.as_coroutine().upvar_tys().iter().chain(kept.types).collect()
}
