//! Ending a loan before the suspend point that only the drop of a variable keeps alive.

use rustc_data_structures::fx::FxHashSet;
use rustc_errors::{Applicability, Diag};
use rustc_hir as hir;
use rustc_hir::HirId;
use rustc_hir::intravisit::{self, Visitor};
use rustc_middle::hir::nested_filter;
use rustc_middle::ty::TyCtxt;
use rustc_span::Span;
use rustc_span::def_id::LocalDefId;

use super::{KeptBy, LoanAcross, variable};

/// Suggests a block around the statements that use the variable, or else to drop it. Returns whether
/// it did.
pub(super) fn suggest(
    tcx: TyCtxt<'_>,
    err: &mut Diag<'_>,
    body: LocalDefId,
    loan: LoanAcross,
) -> bool {
    let Some(KeptBy::Variable(declared)) = loan.kept_by else { return false };
    let mut search = Search { tcx, declared, suspended: loan.suspended, found: None };
    search.visit_body(tcx.hir_body_owned_by(body));
    let Some(found) = search.found else { return false };
    let mut later = Uses { tcx, of: FxHashSet::default() };
    for statement in &found.block.stmts[found.suspends..] {
        later.visit_stmt(statement);
    }
    if let Some(expr) = found.block.expr {
        later.visit_expr(expr);
    }
    if later.of.contains(&found.variable) {
        // Its drop is the next thing to use the loan on some way, and not the last on all of them.
        return false;
    }
    if found.statements().any(|statement| declares_any(statement, &later.of)) {
        suggest_drop(tcx, err, &found)
    } else {
        suggest_block(err, &found);
        true
    }
}

/// A block in which the variable is declared and, further on, the generator is suspended.
struct Found<'tcx> {
    block: &'tcx hir::Block<'tcx>,
    /// The statement that declares the variable.
    declares: usize,
    /// The statement that suspends, or the number of statements where it is the last expression.
    suspends: usize,
    variable: HirId,
    name: Span,
}

impl<'tcx> Found<'tcx> {
    /// The statements from the declaration on that come before the one that suspends.
    fn statements(&self) -> impl Iterator<Item = &'tcx hir::Stmt<'tcx>> {
        self.block.stmts[self.declares..self.suspends].iter()
    }
}

fn suggest_block(err: &mut Diag<'_>, found: &Found<'_>) {
    let first = found.block.stmts[found.declares].span;
    let last = found.block.stmts[found.suspends - 1].span;
    err.multipart_suggestion(
        "end the loan before, with a block",
        vec![(first.shrink_to_lo(), String::from("{ ")), (last.shrink_to_hi(), String::from(" }"))],
        Applicability::MaybeIncorrect,
    );
}

fn suggest_drop(tcx: TyCtxt<'_>, err: &mut Diag<'_>, found: &Found<'_>) -> bool {
    let source_map = tcx.sess.source_map();
    let Ok(name) = source_map.span_to_snippet(found.name) else { return false };
    let name = name.trim_start_matches("mut ");
    let last = found.block.stmts[found.suspends - 1].span;
    let indentation = source_map.indentation_before(last).unwrap_or_default();
    err.span_suggestion_verbose(
        last.shrink_to_hi(),
        "end the loan before",
        format!("\n{indentation}drop({name});"),
        Applicability::MaybeIncorrect,
    );
    true
}

struct Search<'tcx> {
    tcx: TyCtxt<'tcx>,
    declared: Span,
    suspended: Span,
    found: Option<Found<'tcx>>,
}

impl<'tcx> Visitor<'tcx> for Search<'tcx> {
    type NestedFilter = nested_filter::OnlyBodies;

    fn maybe_tcx(&mut self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_block(&mut self, block: &'tcx hir::Block<'tcx>) {
        let suspends = |span: Span| span.contains(self.suspended.with_ctxt(span.ctxt()));
        let declares = block.stmts.iter().position(|statement| {
            let hir::StmtKind::Let(declaration) = statement.kind else { return false };
            declaration.pat.span.source_equal(self.declared)
        });
        if let Some(declares) = declares
            && let hir::StmtKind::Let(declaration) = block.stmts[declares].kind
            && let hir::PatKind::Binding(_, variable, ..) = declaration.pat.kind
        {
            let is_last = block.expr.is_some_and(|expr| suspends(expr.span));
            let position = block.stmts.iter().position(|statement| suspends(statement.span));
            if let Some(suspends) = position.or(is_last.then_some(block.stmts.len()))
                && suspends > declares
            {
                let name = self.declared;
                self.found = Some(Found { block, declares, suspends, variable, name });
            }
        }
        intravisit::walk_block(self, block);
    }
}

/// The variables that are named somewhere.
struct Uses<'tcx> {
    tcx: TyCtxt<'tcx>,
    of: FxHashSet<HirId>,
}

impl<'tcx> Visitor<'tcx> for Uses<'tcx> {
    type NestedFilter = nested_filter::OnlyBodies;

    fn maybe_tcx(&mut self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_expr(&mut self, expr: &'tcx hir::Expr<'tcx>) {
        self.of.extend(variable(expr));
        intravisit::walk_expr(self, expr);
    }
}

/// Whether a statement declares one of the variables, or an item that may be used further on.
fn declares_any(statement: &hir::Stmt<'_>, variables: &FxHashSet<HirId>) -> bool {
    match statement.kind {
        hir::StmtKind::Let(declaration) => {
            let mut found = false;
            declaration
                .pat
                .each_binding(|_, variable, _, _| found |= variables.contains(&variable));
            found
        }
        hir::StmtKind::Item(_) => true,
        hir::StmtKind::Expr(_) | hir::StmtKind::Semi(_) => false,
    }
}
