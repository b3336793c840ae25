//! Where a generator function may not stand although it is well-formed.

use rustc_hir as hir;
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
