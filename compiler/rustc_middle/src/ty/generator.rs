//! What the type of a generator's frame can do.

use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_span::def_id::DefId;

use crate::ty::TyCtxt;

impl<'tcx> TyCtxt<'tcx> {
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
