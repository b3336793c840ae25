//! What the caller of a generator function may do with a raw frame beside what its face says.
//!
//! A raw frame is neither an iterator nor a future: the bridges from these traits to `Generator`
//! would meet in it. It is `IntoIterator` and `IntoFuture` instead, so that it can stand in a `for`
//! loop and be awaited by `async` code. But its caller sees an opaque type, and of that no more than
//! its bounds. So where the face says that the frame is synchronous and returns nothing,
//!
//! ```text
//! fn f() => impl Generator<(), Yield = T, Return = ()> { … }
//! ```
//!
//! the opaque type gets one bound more, `Iterable<T>`, whose supertrait is `IntoIterator<Item = T>`;
//! and where it says that the frame runs under `Task` and yields nothing, `Awaitable<R>`, whose
//! supertrait is `IntoFuture<Output = R>`.
//!
//! The faces of a trait's methods imply nothing of the kind: implementations may define such a
//! method with `->`, and return what is no frame.

use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_infer::traits::util;
use rustc_middle::ty::{self, Ty, TyCtxt, Upcast};
use rustc_span::Span;
use rustc_span::def_id::LocalDefId;

/// Adds to the bounds of the opaque type `frame`, if that is the face of a raw frame, the one that
/// tells what it turns into.
pub(super) fn add_bound_of_raw_frame<'tcx>(
    tcx: TyCtxt<'tcx>,
    opaque: LocalDefId,
    frame: Ty<'tcx>,
    bounds: &mut Vec<(ty::Clause<'tcx>, Span)>,
    span: Span,
) {
    if !is_face_of_function(tcx, opaque) {
        return;
    }
    let Some(face) = RawFace::of(tcx, bounds) else { return };
    let Some((conversion, value)) = face.conversion(tcx) else { return };
    let Some(conversion) = tcx.lang_items().get(conversion) else { return };
    let conversion = ty::TraitRef::new(tcx, conversion, [frame, value]);
    bounds.push((conversion.upcast(tcx), span));
}

/// Whether the opaque type is the face of a generator function that is no method of a trait.
fn is_face_of_function(tcx: TyCtxt<'_>, opaque: LocalDefId) -> bool {
    let hir::OpaqueTyOrigin::AsyncFn { in_trait_or_impl: None, .. } =
        tcx.hir_node_by_def_id(opaque).expect_opaque_ty().origin
    else {
        return false;
    };
    tcx.is_face(opaque.to_def_id())
}

/// What the face of a raw frame says. Of a function that is generic over its executor, and for
/// faces that leave something open, that may not be much.
struct RawFace<'tcx> {
    executor: Ty<'tcx>,
    yielded: Option<Ty<'tcx>>,
    returned: Option<Ty<'tcx>>,
    is_movable: bool,
}

impl<'tcx> RawFace<'tcx> {
    /// Collects it from the bounds and their supertraits. What has a foreign face is an iterator or a
    /// future as it is.
    fn of(tcx: TyCtxt<'tcx>, bounds: &[(ty::Clause<'tcx>, Span)]) -> Option<RawFace<'tcx>> {
        let (mut executor, mut yielded, mut returned, mut is_movable) = (None, None, None, false);
        for clause in util::elaborate(tcx, bounds.iter().map(|&(clause, _)| clause)) {
            match clause.kind().no_bound_vars() {
                Some(ty::ClauseKind::Trait(bound)) => match tcx.as_lang_item(bound.def_id()) {
                    Some(LangItem::Generator) => executor = Some(bound.trait_ref.args.type_at(1)),
                    Some(LangItem::Unpin) => is_movable = true,
                    Some(LangItem::Iterator | LangItem::Future | LangItem::AsyncIterator) => {
                        return None;
                    }
                    _ => {}
                },
                Some(ty::ClauseKind::Projection(bound)) => match tcx.as_lang_item(bound.def_id()) {
                    Some(LangItem::GeneratorYield) => yielded = bound.term.as_type(),
                    Some(LangItem::GeneratorReturn) => returned = bound.term.as_type(),
                    _ => {}
                },
                _ => {}
            }
        }
        Some(RawFace { executor: executor?, yielded, returned, is_movable })
    }

    /// The trait that tells what the frame turns into, and its parameter.
    fn conversion(&self, tcx: TyCtxt<'tcx>) -> Option<(LangItem, Ty<'tcx>)> {
        let is_task = || {
            let task = tcx.lang_items().get(LangItem::GeneratorTask);
            self.executor.ty_adt_def().is_some_and(|executor| Some(executor.did()) == task)
        };
        if self.executor.is_unit() && self.is_movable && self.returned?.is_unit() {
            Some((LangItem::GeneratorIterable, self.yielded?))
        } else if is_task() && self.yielded?.is_never() {
            Some((LangItem::GeneratorAwaitable, self.returned?))
        } else {
            None
        }
    }
}
