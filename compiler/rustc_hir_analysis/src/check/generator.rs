//! Where a generator function may not stand although it is well-formed, and what is suggested of one.

use rustc_errors::Diag;
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_macros::Diagnostic;
use rustc_middle::ty::TyCtxt;
use rustc_span::def_id::DefId;
use rustc_span::{ErrorGuaranteed, Span};

/// A program starts by calling `main`. A generator would do nothing then.
pub(super) fn check_main(tcx: TyCtxt<'_>, main: DefId) -> Result<(), ErrorGuaranteed> {
    let Some(local) = main.as_local() else { return Ok(()) };
    let Some(decl) = tcx.hir_node_by_def_id(local).fn_decl() else { return Ok(()) };
    // Besides generators only `async` functions, which were refused before, have this origin.
    if let hir::FnRetTy::Return(face) = decl.output
        && let hir::TyKind::OpaqueDef(opaque) = face.kind
        && let hir::OpaqueTyOrigin::AsyncFn { .. } = opaque.origin
    {
        let main = tcx.def_span(main);
        return Err(tcx.dcx().emit_err(GeneratorMain { main, face: face.span }));
    }
    Ok(())
}

/// Notes that a generator implements a method of another type, which is declared as an ordinary function.
/// Returns whether it is a generator.
pub(super) fn note_impl_of_ordinary_method(
    tcx: TyCtxt<'_>,
    err: &mut Diag<'_>,
    method: DefId,
) -> bool {
    let is_generator = tcx.is_generator_fn(method);
    if is_generator {
        err.note("`=>` makes this method a generator, and the trait does not declare it as one");
    }
    is_generator
}

/// The arrow between the parameters and the output of a function.
pub(super) fn arrow(tcx: TyCtxt<'_>, function: DefId) -> &'static str {
    let Some(face) = tcx.face_of(function) else { return "->" };
    let may_move = tcx.explicit_item_self_bounds(face).iter_identity_copied().any(|(bound, _)| {
        let bound = bound.as_trait_clause();
        bound.is_some_and(|bound| tcx.is_lang_item(bound.def_id(), LangItem::Unpin))
    });
    if may_move { "=>" } else { "=> static" }
}

#[derive(Diagnostic)]
#[diag("`main` function is not allowed to be a generator")]
#[help("let `main` run the generator, and make that a function of its own")]
struct GeneratorMain {
    #[primary_span]
    #[label("calling a generator function runs nothing")]
    main: Span,
    #[label("generator because of this face")]
    face: Span,
}
