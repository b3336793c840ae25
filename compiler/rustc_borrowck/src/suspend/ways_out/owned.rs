//! Owning what would be borrowed: moved in, or cloned.

use rustc_errors::{Applicability, Diag};
use rustc_hir as hir;
use rustc_hir::HirId;
use rustc_hir::intravisit::{self, Visitor};
use rustc_middle::hir::nested_filter;
use rustc_middle::ty::{self, Ty, TyCtxt, TypingEnv};
use rustc_span::Span;
use rustc_span::def_id::LocalDefId;

use super::{LoanAcross, LoopAround, borrowed_in, variable};

/// Suggests to move a collection into the loop over it that nothing else uses.
pub(super) fn suggest_moving_in<'tcx>(
    tcx: TyCtxt<'tcx>,
    err: &mut Diag<'_>,
    body: LocalDefId,
    around: LoopAround<'tcx>,
) -> bool {
    let Some(collection) = borrowed_in(around.head) else { return false };
    let hir::PatKind::Binding(_, item, _, None) = around.pat.kind else { return false };
    let Some(owner) = variable(collection) else { return false };
    let results = tcx.typeck(body);
    let (whole, item_ty) = (results.expr_ty(collection), results.pat_ty(around.pat));
    if !gives_by_value(tcx, body, whole, item_ty)
        || !is_used_once(tcx, body, owner, collection)
        || !may_be_owned(tcx, body, item)
    {
        return false;
    }
    err.multipart_suggestion(
        "move the collection into the loop",
        around_expr(around.head, collection),
        Applicability::MaybeIncorrect,
    );
    true
}

/// Whether the collection, moved into a loop, gives what `item` is a reference to.
fn gives_by_value<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: LocalDefId,
    collection: Ty<'tcx>,
    item: Ty<'tcx>,
) -> bool {
    let Some(into_iter_item) = tcx
        .get_diagnostic_item(rustc_span::sym::IntoIterator)
        .and_then(|of| tcx.associated_items(of).in_definition_order().find(|item| item.is_type()))
    else {
        return false;
    };
    let typing_env = TypingEnv::non_body_analysis(tcx, body);
    let collection = tcx.erase_and_anonymize_regions(collection);
    let item = tcx.erase_and_anonymize_regions(item);
    let projection = Ty::new_projection(tcx, into_iter_item.def_id, [collection]);
    let given = tcx.try_normalize_erasing_regions(typing_env, projection);
    matches!(*item.kind(), ty::Ref(_, item, _) if given.is_ok_and(|given| given == item))
}

/// Suggests for `let name = &value;` that the variable hold the value itself, or a clone.
pub(super) fn suggest_owning(
    tcx: TyCtxt<'_>,
    err: &mut Diag<'_>,
    body: LocalDefId,
    loan: LoanAcross,
) -> bool {
    let mut search = Search { tcx, borrowed: loan.borrowed, found: None };
    search.visit_body(tcx.hir_body_owned_by(body));
    let Some(Declaration { name, init, of }) = search.found else { return false };
    if !may_be_owned(tcx, body, name) {
        return false;
    }
    let ty = tcx.erase_and_anonymize_regions(tcx.typeck(body).expr_ty(of));
    let typing_env = TypingEnv::non_body_analysis(tcx, body);
    let is_own = match variable(of) {
        Some(owner) => is_used_once(tcx, body, owner, of),
        None => !of.is_place_expr(|_| false),
    };
    let clone = String::from(".clone()");
    let (advice, end) = if tcx.type_is_copy_modulo_regions(typing_env, ty) {
        ("keep a copy in place of a reference", None)
    } else if is_own {
        ("keep the value in place of a reference to it", None)
    } else if implements_clone(tcx, typing_env, ty) {
        ("keep a clone in place of a reference", Some((of.span.shrink_to_hi(), clone)))
    } else {
        return false;
    };
    let mut parts = around_expr(init, of);
    parts.extend(end);
    err.multipart_suggestion(advice, parts, Applicability::MaybeIncorrect);
    true
}

fn implements_clone<'tcx>(tcx: TyCtxt<'tcx>, typing_env: TypingEnv<'tcx>, ty: Ty<'tcx>) -> bool {
    use rustc_infer::infer::TyCtxtInferExt;
    use rustc_trait_selection::infer::InferCtxtExt;

    let Some(clone) = tcx.lang_items().clone_trait() else { return false };
    let (infcx, param_env) = tcx.infer_ctxt().build_with_typing_env(typing_env);
    infcx.type_implements_trait(clone, [ty], param_env).must_apply_modulo_regions()
}

/// Suggests that a closure own what it captures, where nothing else uses that.
pub(super) fn suggest_move_closure(
    tcx: TyCtxt<'_>,
    err: &mut Diag<'_>,
    body: LocalDefId,
    loan: LoanAcross,
) -> bool {
    let Some(closure) = loan.closure else { return false };
    let text = tcx.sess.source_map().span_to_snippet(closure).unwrap_or_default();
    let mut named = Named { tcx, at: loan.borrowed, variable: None };
    named.visit_body(tcx.hir_body_owned_by(body));
    let is_own = named.variable.is_some_and(|owner| {
        let uses = uses_of(tcx, body, owner);
        // All within the one closure, which is not made anew for each round of a loop.
        uses.len() == 1 && !is_in_later_loop(tcx, owner, uses[0].hir_id)
    });
    if !is_own || !text.starts_with('|') {
        return false;
    }
    err.span_suggestion_verbose(
        closure.shrink_to_lo(),
        "move what the closure captures into it",
        "move ",
        Applicability::MaybeIncorrect,
    );
    true
}

/// What leaves of `outer` only `inner`: the parts around it are deleted.
fn around_expr(outer: &hir::Expr<'_>, inner: &hir::Expr<'_>) -> Vec<(Span, String)> {
    [outer.span.until(inner.span), inner.span.shrink_to_hi().to(outer.span.shrink_to_hi())]
        .into_iter()
        .filter(|span| !span.is_empty())
        .map(|span| (span, String::new()))
        .collect()
}

/// `let name = &of;`
struct Declaration<'tcx> {
    name: HirId,
    init: &'tcx hir::Expr<'tcx>,
    of: &'tcx hir::Expr<'tcx>,
}

/// Looks for the declaration of a variable that holds the loan.
struct Search<'tcx> {
    tcx: TyCtxt<'tcx>,
    borrowed: Span,
    found: Option<Declaration<'tcx>>,
}

impl<'tcx> Visitor<'tcx> for Search<'tcx> {
    type NestedFilter = nested_filter::OnlyBodies;

    fn maybe_tcx(&mut self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_local(&mut self, declaration: &'tcx hir::LetStmt<'tcx>) {
        if let hir::PatKind::Binding(hir::BindingMode::NONE, name, _, None) = declaration.pat.kind
            && declaration.ty.is_none()
            && let Some(init) = declaration.init
            && let hir::ExprKind::AddrOf(hir::BorrowKind::Ref, hir::Mutability::Not, of) = init.kind
            && (init.span == self.borrowed || is_element(of, self.borrowed))
        {
            self.found = Some(Declaration { name, init, of });
        }
        intravisit::walk_local(self, declaration);
    }
}

/// Whether the expression is `owner[index]`, which may borrow all of its owner.
fn is_element(expr: &hir::Expr<'_>, owner: Span) -> bool {
    matches!(expr.kind, hir::ExprKind::Index(of, ..) if of.span == owner)
}

/// Looks for the variable that is named at a place.
struct Named<'tcx> {
    tcx: TyCtxt<'tcx>,
    at: Span,
    variable: Option<HirId>,
}

impl<'tcx> Visitor<'tcx> for Named<'tcx> {
    type NestedFilter = nested_filter::OnlyBodies;

    fn maybe_tcx(&mut self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_expr(&mut self, expr: &'tcx hir::Expr<'tcx>) {
        if expr.span == self.at {
            self.variable = self.variable.or(variable(expr));
        }
        intravisit::walk_expr(self, expr);
    }
}

/// The expressions in a body that name a variable.
fn uses_of<'tcx>(tcx: TyCtxt<'tcx>, body: LocalDefId, of: HirId) -> Vec<&'tcx hir::Expr<'tcx>> {
    let mut uses = UsesOf { tcx, of, found: Vec::new() };
    uses.visit_body(tcx.hir_body_owned_by(body));
    uses.found
}

struct UsesOf<'tcx> {
    tcx: TyCtxt<'tcx>,
    of: HirId,
    found: Vec<&'tcx hir::Expr<'tcx>>,
}

impl<'tcx> Visitor<'tcx> for UsesOf<'tcx> {
    type NestedFilter = nested_filter::OnlyBodies;

    fn maybe_tcx(&mut self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_expr(&mut self, expr: &'tcx hir::Expr<'tcx>) {
        if variable(expr) == Some(self.of) {
            self.found.push(expr);
        }
        intravisit::walk_expr(self, expr);
    }
}

/// Whether a use of a variable is the only one, each time that the variable is declared.
fn is_used_once<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: LocalDefId,
    variable: HirId,
    only: &hir::Expr<'tcx>,
) -> bool {
    uses_of(tcx, body, variable).len() == 1 && !is_in_later_loop(tcx, variable, only.hir_id)
}

/// Whether an expression stands in a loop, or in a closure, that the variable was declared outside of.
fn is_in_later_loop(tcx: TyCtxt<'_>, variable: HirId, expr: HirId) -> bool {
    let declared = tcx.hir_span(variable);
    tcx.hir_parent_iter(expr).any(|(_, node)| match node {
        hir::Node::Expr(hir::Expr { kind: hir::ExprKind::Loop(..), span, .. }) => {
            !span.contains(declared)
        }
        _ => false,
    })
}

/// Whether a variable that holds a reference may as well hold the value: it is only used in ways that
/// borrow where something is owned.
fn may_be_owned(tcx: TyCtxt<'_>, body: LocalDefId, of: HirId) -> bool {
    uses_of(tcx, body, of).iter().all(|expr| {
        let hir::Node::Expr(parent) = tcx.parent_hir_node(expr.hir_id) else { return false };
        match parent.kind {
            hir::ExprKind::MethodCall(_, receiver, ..) => receiver.hir_id == expr.hir_id,
            hir::ExprKind::Field(..) | hir::ExprKind::Index(..) => true,
            hir::ExprKind::AddrOf(_, hir::Mutability::Not, _) => true,
            _ => false,
        }
    })
}
