//! Which functions are named in one place only by those who may await what they return.
//!
//! Where a large body is awaited in one place, it is there instead of in a function of its own. Where it
//! is awaited in several, it would be there several times, and in each layer of functions that await each
//! other there would be more of it. So what is awaited is counted, by what is as good: where a frame is
//! awaited it was made, and where it was made its function was named, in the body of a coroutine. What
//! other bodies name, they hand to somebody who resumes it.
//!
//! Nothing but the source is looked at. The types of all bodies cannot be asked for, as one of them may
//! need the size of the very frame that is decided on (`[0; size_of_frame()]`). A method is therefore known
//! by its name, and those of the same name are counted together.

use rustc_data_structures::unord::UnordMap;
use rustc_hir as hir;
use rustc_hir::def::{DefKind, Res};
use rustc_hir::def_id::{DefId, DefIdMap, LocalDefId, LocalDefIdSet};
use rustc_hir::intravisit::{self, Visitor};
use rustc_middle::ty::TyCtxt;
use rustc_session::config::CrateType;
use rustc_span::Symbol;

/// Implementation of the `functions_named_once` query.
pub(crate) fn functions_named_once(tcx: TyCtxt<'_>, (): ()) -> LocalDefIdSet {
    let mut names = Names::default();
    for owner in tcx.hir_body_owners().filter(|&it| tcx.coroutine_kind(it).is_some()) {
        names.visit_body(tcx.hir_body_owned_by(owner));
    }
    let functions = tcx.hir_crate_items(()).definitions();
    functions.filter(|&it| names.count(tcx, it) == 1 && !is_exported(tcx, it)).collect()
}

pub(super) fn is_named_once(tcx: TyCtxt<'_>, function: DefId) -> bool {
    function.as_local().is_some_and(|it| tcx.functions_named_once(()).contains(&it))
}

/// Whether others may name a function, whose code is here all the same.
fn is_exported(tcx: TyCtxt<'_>, function: LocalDefId) -> bool {
    tcx.crate_types().iter().any(|&it| it != CrateType::Executable)
        && tcx.visibility(function).is_public()
        && !tcx.generics_of(function).requires_monomorphization(tcx)
}

/// How often there are names in the bodies of coroutines.
#[derive(Default)]
struct Names {
    /// Those of which it is known what they stand for.
    resolved: DefIdMap<usize>,
    /// Those of methods and other associated functions.
    associated: UnordMap<Symbol, usize>,
}

impl Names {
    fn count(&self, tcx: TyCtxt<'_>, function: LocalDefId) -> usize {
        let resolved = |def_id| self.resolved.get(&def_id).copied().unwrap_or_default();
        let function = function.to_def_id();
        match tcx.def_kind(function) {
            DefKind::Fn => resolved(function),
            DefKind::AssocFn => {
                let of_trait = tcx.trait_item_of(function).filter(|&it| it != function);
                let associated = self.associated.get(&tcx.item_name(function)).copied();
                resolved(function) + of_trait.map_or(0, resolved) + associated.unwrap_or_default()
            }
            _ => 0,
        }
    }
}

impl<'tcx> Visitor<'tcx> for Names {
    fn visit_expr(&mut self, expr: &'tcx hir::Expr<'tcx>) {
        match expr.kind {
            hir::ExprKind::Path(hir::QPath::Resolved(_, path)) => {
                if let Res::Def(DefKind::Fn | DefKind::AssocFn, def_id) = path.res {
                    *self.resolved.entry(def_id).or_default() += 1;
                }
            }
            hir::ExprKind::Path(hir::QPath::TypeRelative(_, segment))
            | hir::ExprKind::MethodCall(segment, ..) => {
                *self.associated.entry(segment.ident.name).or_default() += 1;
            }
            _ => {}
        }
        intravisit::walk_expr(self, expr);
    }
}
