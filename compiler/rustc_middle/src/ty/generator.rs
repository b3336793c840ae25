//! What the type of a generator's frame can do.

use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_span::def_id::DefId;

use crate::ty::{self, ImplTraitInTraitData, TyCtxt};

impl<'tcx> TyCtxt<'tcx> {
    /// Whether the opaque type, or the associated type that stands for one in a trait, is the face
    /// of a generator.
    pub fn is_face(self, def_id: DefId) -> bool {
        let opaque = match self.opt_rpitit_info(def_id) {
            Some(ImplTraitInTraitData::Trait { opaque_def_id, .. }) => opaque_def_id,
            Some(ImplTraitInTraitData::Impl { .. }) => return false,
            None => def_id,
        };
        match self.opaque_ty_origin(opaque) {
            // `async` functions have this origin, too.
            hir::OpaqueTyOrigin::AsyncFn { parent, .. } => !self.asyncness(parent).is_async(),
            _ => false,
        }
    }

    /// Whether a function is declared as a generator.
    pub fn is_generator_fn(self, function: DefId) -> bool {
        match *self.fn_sig(function).instantiate_identity().skip_binder().output().kind() {
            ty::Alias(ty::AliasTy { kind: ty::Opaque { def_id }, .. }) => self.is_face(def_id),
            _ => false,
        }
    }

    /// Whether a bound of the opaque type is one that comes with a face, and that nobody wrote.
    pub fn is_implied_by_face(self, opaque: DefId, bound: ty::Clause<'tcx>) -> bool {
        let by = match bound.kind().skip_binder() {
            ty::ClauseKind::Trait(bound) => bound.def_id(),
            ty::ClauseKind::Projection(bound) => bound.trait_def_id(self),
            _ => return false,
        };
        let is_implied = self.is_lang_item(by, LangItem::Unpin)
            || self.is_lang_item(by, LangItem::GeneratorIterable)
            || self.is_lang_item(by, LangItem::GeneratorAwaitable);
        is_implied && self.is_face(opaque)
    }

    /// Whether the coroutine of `def_id` implements the trait `by` (`Clone` or what implies it)
    /// as soon as all that it holds does. Panics if given a `def_id` that is not a coroutine.
    ///
    /// A generator may be cloned, unless it is immovable or can be suspended while it holds half
    /// a variable. It is never `Copy`: copies would be run where the original was meant, as
    /// with iterators.
    pub fn coroutine_may_be_cloned(self, def_id: DefId, by: DefId) -> bool {
        match self.coroutine_kind(def_id).expect("expected a coroutine") {
            hir::CoroutineKind::Generator(hir::Movability::Movable) => {
                self.is_lang_item(by, LangItem::Clone)
                    && self
                        .mir_coroutine_witnesses(def_id)
                        .is_none_or(|layout| layout.holdings.in_part.is_none())
            }
            kind => {
                kind.movability() == hir::Movability::Movable && self.features().coroutine_clone()
            }
        }
    }
}
