//! The forms of suspend points, found again in what they were desugared to.
//!
//! What `await`, `await for` and `yield..` are desugared to begins with a call of a function that is
//! that form's own, and all that a form is desugared to has its span. Errors are about the form, and
//! not about what it became.

use std::ops::ControlFlow;

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
        let body = self.hir_maybe_body_owned_by(owner)?;
        FindInnerRun { tcx: self, span }.visit_body(body).break_value()
    }

    /// What a suggestion to call `.into_box()` in `owner` has to add, where its trait is not imported
    /// yet.
    pub fn import_of_into_box(self, owner: LocalDefId) -> Option<(Span, String)> {
        let into_box = self.get_diagnostic_item(sym::GeneratorIntoBox)?;
        let (module, ..) = self.hir_get_module(self.parent_module_from_def_id(owner));
        let items = module.item_ids.iter().map(|&item| self.hir_item(item));
        if items.clone().any(|item| self.imports(item, into_box)) {
            return None;
        }
        let place = module.spans.inject_use_span.shrink_to_lo();
        if place.from_expansion() {
            return None;
        }
        let begins_with_import = items.filter(|item| !item.span.is_dummy()).any(|item| {
            matches!(item.kind, hir::ItemKind::Use(..)) && item.span.lo() == place.lo()
        });
        let path = with_no_trimmed_paths!(self.def_path_str(into_box));
        let gap = if begins_with_import { "" } else { "\n" };
        Some((place, format!("use {path};\n{gap}")))
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

struct FindInnerRun<'tcx> {
    tcx: TyCtxt<'tcx>,
    span: Span,
}

impl<'tcx> Visitor<'tcx> for FindInnerRun<'tcx> {
    type NestedFilter = nested_filter::OnlyBodies;
    type Result = ControlFlow<InnerRun<'tcx>>;

    fn maybe_tcx(&mut self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_expr(&mut self, expr: &'tcx hir::Expr<'tcx>) -> Self::Result {
        if expr.span == self.span
            && let hir::ExprKind::Call(function, [_, operand]) = expr.kind
            && let hir::ExprKind::Path(path) = function.kind
            && let hir::QPath::Resolved(None, path) = path
            && let Some(function) = path.res.opt_def_id()
            && let Some(form) = form_of_function(self.tcx, function)
        {
            return ControlFlow::Break(InnerRun { form, operand });
        }
        intravisit::walk_expr(self, expr)
    }
}

fn form_of_function(tcx: TyCtxt<'_>, function: hir::def_id::DefId) -> Option<SuspendForm> {
    match tcx.as_lang_item(function)? {
        LangItem::GeneratorAwait => Some(SuspendForm::Await),
        LangItem::GeneratorAwaitFor => Some(SuspendForm::AwaitFor),
        LangItem::GeneratorDelegate => Some(SuspendForm::Delegate),
        _ => None,
    }
}
