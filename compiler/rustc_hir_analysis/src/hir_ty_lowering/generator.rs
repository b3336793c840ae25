//! What those write by habit who name an associated type of `Generator`.

use rustc_hir::LangItem;
use rustc_middle::ty::TyCtxt;
use rustc_span::def_id::DefId;
use rustc_span::{Ident, Symbol, sym};

/// The associated type that is meant if one of `traits` is `Generator` and `name` is that of the
/// like type of futures or of iterators.
pub(super) fn name_in_generators(
    tcx: TyCtxt<'_>,
    mut traits: impl Iterator<Item = DefId>,
    name: Ident,
) -> Option<Symbol> {
    let item = match name.name {
        sym::Output => LangItem::GeneratorReturn,
        sym::Item => LangItem::GeneratorYield,
        _ => return None,
    };
    let is_generator = traits.any(|def_id| tcx.is_lang_item(def_id, LangItem::Generator));
    is_generator.then(|| tcx.lang_items().get(item)).flatten().map(|item| tcx.item_name(item))
}
