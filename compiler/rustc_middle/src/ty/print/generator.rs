//! How the types of generators print.
//!
//! What a generator function returns is a struct of `core::generator` around the coroutine that
//! the body became. In an error message it is one thing, the generator: `` {generator of `count`} ``
//! for a function, `{generator@src/main.rs:3:17: 3:24}` for a closure.

use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_hir::def::DefKind;

use super::{PrettyPrinter, PrintError};
use crate::ty::{self, Ty, TyCtxt};

/// The body of the generator that `ty` is, whether as a coroutine or as a frame.
pub(super) fn generator_body<'tcx>(tcx: TyCtxt<'tcx>, ty: Ty<'tcx>) -> Option<hir::def_id::DefId> {
    match *ty.kind() {
        ty::Coroutine(def_id, _) => {
            matches!(tcx.coroutine_kind(def_id), Some(hir::CoroutineKind::Generator(_)))
                .then_some(def_id)
        }
        ty::Adt(adt, args)
            if LangItem::FRAMES.iter().any(|&frame| tcx.is_lang_item(adt.did(), frame)) =>
        {
            generator_body(tcx, args.type_at(0))
        }
        _ => None,
    }
}

/// Prints the generator that has this body.
pub(super) fn print_generator<'tcx, P: PrettyPrinter<'tcx>>(
    p: &mut P,
    body: hir::def_id::DefId,
) -> Result<(), PrintError> {
    let tcx = p.tcx();
    let parent = tcx.parent(body);
    if let DefKind::Fn | DefKind::AssocFn = tcx.def_kind(parent) {
        write!(p, "{{generator of `{}`}}", tcx.item_name(parent))
    } else {
        let span = tcx.sess.source_map().span_to_diagnostic_string(tcx.def_span(body));
        write!(p, "{{generator@{span}}}")
    }
}
