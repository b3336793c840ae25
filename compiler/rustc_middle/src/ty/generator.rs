//! What the type of a generator's frame can do.

use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_hir::def::DefKind;
use rustc_span::def_id::DefId;
use rustc_type_ir::elaborate::supertrait_def_ids;

use crate::ty::{self, ImplTraitInTraitData, Ty, TyCtxt};

impl<'tcx> Ty<'tcx> {
    /// The body of the generator that has this type, whether as a coroutine or as the frame around it.
    pub fn generator_body(self, tcx: TyCtxt<'tcx>) -> Option<DefId> {
        match *self.kind() {
            ty::Coroutine(def_id, _) => {
                matches!(tcx.coroutine_kind(def_id), Some(hir::CoroutineKind::Generator(_)))
                    .then_some(def_id)
            }
            ty::Adt(adt, args)
                if LangItem::FRAMES.iter().any(|&frame| tcx.is_lang_item(adt.did(), frame)) =>
            {
                args.type_at(0).generator_body(tcx)
            }
            _ => None,
        }
    }
}

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
        self.face_of(function).is_some()
    }

    /// The face of a function that is declared as a generator.
    pub fn face_of(self, function: DefId) -> Option<DefId> {
        let output = self.fn_sig(function).instantiate_identity().skip_binder().output();
        match *output.kind() {
            ty::Alias(ty::AliasTy { kind: ty::Opaque { def_id }, .. }) => {
                self.is_face(def_id).then_some(def_id)
            }
            // A method of a trait.
            ty::Alias(ty::AliasTy { kind: ty::Projection { def_id }, .. }) => {
                let is_face = self.is_impl_trait_in_trait(def_id) && self.is_face(def_id);
                is_face.then_some(def_id)
            }
            _ => None,
        }
    }

    /// Whether the type is what a generator function returns, as its caller sees it.
    pub fn is_behind_face(self, ty: Ty<'tcx>) -> bool {
        match *ty.kind() {
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

    /// What a bound says in the words of the source: of a coroutine that is resumed with the handle
    /// of an executor, that it is a generator for that executor.
    pub fn bound_in_source(self, bound: ty::TraitRef<'tcx>) -> ty::TraitRef<'tcx> {
        if self.is_lang_item(bound.def_id, LangItem::Coroutine)
            && let ty::Adt(handle, args) = *bound.args.type_at(1).kind()
            && self.is_lang_item(handle.did(), LangItem::GeneratorHandle)
            && let Some(generator) = self.lang_items().generator_trait()
        {
            ty::TraitRef::new(self, generator, [bound.self_ty(), args.type_at(0)])
        } else {
            bound
        }
    }

    /// Whether the type stands for what a generator holds across its suspend points.
    pub fn is_witness_of_generator(self, ty: Ty<'tcx>) -> bool {
        match *ty.kind() {
            ty::CoroutineWitness(def_id, _) => {
                matches!(self.coroutine_kind(def_id), Some(hir::CoroutineKind::Generator(_)))
            }
            _ => false,
        }
    }

    /// Whether this is the body of a generator function of which the face says that it is `Clone`.
    ///
    /// Borrow checking sees to it that all which such a frame holds can be cloned.
    pub fn is_clone_by_its_face(self, body: DefId) -> bool {
        let Some(hir::CoroutineKind::Generator(hir::Movability::Movable)) =
            self.coroutine_kind(body)
        else {
            return false;
        };
        let function = self.parent(body);
        if !matches!(self.def_kind(function), DefKind::Fn | DefKind::AssocFn) {
            return false;
        }
        let signature = self.fn_sig(function).instantiate_identity();
        let ty::Alias(ty::AliasTy { kind: ty::Opaque { def_id: face }, .. }) =
            *signature.skip_binder().output().kind()
        else {
            return false;
        };
        self.explicit_item_self_bounds(face).iter_identity_copied().any(|(bound, _)| {
            bound.as_trait_clause().is_some_and(|bound| {
                supertrait_def_ids(self, bound.def_id())
                    .any(|implied| self.is_lang_item(implied, LangItem::Clone))
            })
        })
    }

    /// Whether the coroutine of `def_id` implements the trait `by` (`Clone` or what implies it)
    /// as soon as all that it holds does. Panics if given a `def_id` that is not a coroutine.
    ///
    /// A generator may be cloned, unless it is immovable or can be suspended while it holds half
    /// a variable, or one that may dangle. It is never `Copy`: copies would be run where the original was meant, as
    /// with iterators.
    pub fn coroutine_may_be_cloned(self, def_id: DefId, by: DefId) -> bool {
        match self.coroutine_kind(def_id).expect("expected a coroutine") {
            hir::CoroutineKind::Generator(hir::Movability::Movable) => {
                self.is_lang_item(by, LangItem::Clone)
                    && self.mir_coroutine_witnesses(def_id).is_none_or(|layout| {
                        layout.holdings.in_part.is_none()
                            && (layout.holdings.dangling.is_none()
                                || self.is_clone_by_its_face(def_id))
                    })
            }
            kind => {
                kind.movability() == hir::Movability::Movable && self.features().coroutine_clone()
            }
        }
    }
}
