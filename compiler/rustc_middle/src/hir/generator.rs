//! The forms of suspend points, found again in what they were desugared to.
//!
//! What `await`, `await for` and `yield..` are desugared to begins with a call of a function that is
//! that form's own, and all that a form is desugared to has its span. Errors are about the form, and
//! not about what it became.

use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_hir::def::{DefKind, Res};
use rustc_hir::def_id::{DefId, LocalDefId};
use rustc_hir::intravisit::{self, Visitor};
use rustc_macros::{HashStable, TyDecodable, TyEncodable};
use rustc_span::{DesugaringKind, Span, sym};

use crate::hir::nested_filter;
use crate::ty::TyCtxt;
use crate::ty::print::with_no_trimmed_paths;

/// A form of suspend point.
#[derive(Clone, Copy, PartialEq, Eq, Debug, HashStable, TyEncodable, TyDecodable)]
pub enum SuspendForm {
    Yield,
    Await,
    AwaitFor,
    Delegate,
}

impl SuspendForm {
    /// What the form is called, as a sentence has it.
    pub fn name(self) -> &'static str {
        match self {
            SuspendForm::Yield => "`yield`",
            SuspendForm::Await => "`await`",
            SuspendForm::AwaitFor => "`await for`",
            SuspendForm::Delegate => "`yield..`",
        }
    }
}

/// A form by which a generator runs another one.
#[derive(Clone, Copy, Debug)]
pub struct InnerRun<'tcx> {
    /// The span of all that the form is desugared to.
    pub span: Span,
    pub form: SuspendForm,
    /// The generator that is run.
    pub operand: &'tcx hir::Expr<'tcx>,
}

impl<'tcx> TyCtxt<'tcx> {
    /// The form of the suspend point that has the span, in the body of `owner` or a body within.
    pub fn suspend_form(self, owner: LocalDefId, span: Span) -> SuspendForm {
        self.inner_run(owner, span).map_or(SuspendForm::Yield, |run| run.form)
    }

    /// The form that has the span, if by this form a generator runs another one.
    pub fn inner_run(self, owner: LocalDefId, span: Span) -> Option<InnerRun<'tcx>> {
        if !span.is_desugaring(DesugaringKind::Generator) {
            return None;
        }
        self.inner_runs(owner).into_iter().find(|run| run.span == span)
    }

    /// All places at which the body of `owner`, or a body within, runs another generator.
    pub fn inner_runs(self, owner: LocalDefId) -> Vec<InnerRun<'tcx>> {
        let mut find = FindInnerRuns { tcx: self, found: Vec::new() };
        if let Some(body) = self.hir_maybe_body_owned_by(owner) {
            find.visit_body(body);
        }
        find.found
    }

    /// What a suggestion to call `.into_box()` in `owner` has to add, where its trait is not imported
    /// yet.
    pub fn import_of_into_box(self, owner: LocalDefId) -> Option<(Span, String)> {
        self.imports_for_calls(owner, self.get_diagnostic_item(sym::GeneratorIntoBox))
    }

    /// What a suggestion to call methods of these traits in `owner` has to add, where not all of them
    /// are imported yet.
    pub fn imports_for_calls(
        self,
        owner: LocalDefId,
        traits: impl IntoIterator<Item = DefId>,
    ) -> Option<(Span, String)> {
        let parent = self.parent_module_from_def_id(owner);
        // A `use` stands in the module, or in the function that `owner` is or lies in.
        let in_scope = self.hir_module_free_items(parent).filter(|item| {
            let around = self.typeck_root_def_id(self.parent(item.owner_id.to_def_id()));
            self.is_descendant_of(owner.to_def_id(), around)
        });
        let in_scope: Vec<_> = in_scope.map(|item| self.hir_item(item)).collect();
        let missing = traits
            .into_iter()
            .filter(|&wanted| !in_scope.iter().any(|item| self.imports(item, wanted)));
        let uses: Vec<_> = missing
            .map(|wanted| with_no_trimmed_paths!(self.def_path_str(wanted)))
            .map(|path| format!("use {path};\n"))
            .collect();

        let (module, ..) = self.hir_get_module(parent);
        let place = module.spans.inject_use_span.shrink_to_lo();
        if uses.is_empty() || place.from_expansion() {
            return None;
        }
        let begins_with_import = in_scope.iter().filter(|item| !item.span.is_dummy()).any(|item| {
            matches!(item.kind, hir::ItemKind::Use(..)) && item.span.lo() == place.lo()
        });
        let gap = if begins_with_import { "" } else { "\n" };
        let indentation = self.sess.source_map().indentation_before(place).unwrap_or_default();
        Some((place, format!("{}{gap}{indentation}", uses.join(&indentation))))
    }

    /// Whether an item is a `use` of what is looked for, by its name or with all that is beside it.
    fn imports(self, item: &hir::Item<'_>, wanted: DefId) -> bool {
        let hir::ItemKind::Use(path, kind) = item.kind else { return false };
        path.res.present_items().any(|res| match res {
            Res::Def(DefKind::Mod, module) if let hir::UseKind::Glob = kind => {
                let children = match module.as_local() {
                    Some(module) => self.module_children_local(module),
                    None => self.module_children(module),
                };
                children.iter().any(|child| child.res.opt_def_id() == Some(wanted))
            }
            res => res.opt_def_id() == Some(wanted),
        })
    }
}

struct FindInnerRuns<'tcx> {
    tcx: TyCtxt<'tcx>,
    found: Vec<InnerRun<'tcx>>,
}

impl<'tcx> Visitor<'tcx> for FindInnerRuns<'tcx> {
    type NestedFilter = nested_filter::OnlyBodies;

    fn maybe_tcx(&mut self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_expr(&mut self, expr: &'tcx hir::Expr<'tcx>) {
        self.found.extend(as_inner_run(self.tcx, expr));
        intravisit::walk_expr(self, expr)
    }
}

/// The form that begins with this call, if one does.
fn as_inner_run<'tcx>(tcx: TyCtxt<'tcx>, call: &'tcx hir::Expr<'tcx>) -> Option<InnerRun<'tcx>> {
    if let hir::ExprKind::Call(function, [_, operand]) = call.kind
        && let hir::ExprKind::Path(path) = function.kind
        && let hir::QPath::Resolved(None, path) = path
        && let Some(function) = path.res.opt_def_id()
    {
        let form = form_of_function(tcx, function)?;
        Some(InnerRun { span: call.span, form, operand })
    } else {
        None
    }
}

fn form_of_function(tcx: TyCtxt<'_>, function: DefId) -> Option<SuspendForm> {
    match tcx.as_lang_item(function)? {
        LangItem::GeneratorAwait => Some(SuspendForm::Await),
        LangItem::GeneratorAwaitFor => Some(SuspendForm::AwaitFor),
        LangItem::GeneratorDelegate => Some(SuspendForm::Delegate),
        _ => None,
    }
}
