//! Ending the loan of a temporary before the `yield` whose operand made it.
//!
//! A temporary lives to the end of its statement, and one in the operand of a `yield` thus lives while
//! the generator is suspended, as the guard does in `yield cell.borrow().len();`. What is yielded holds
//! no loan of the frame (that is refused in other words), so that it may as well be computed in a
//! statement of its own.

use rustc_errors::{Applicability, Diag};
use rustc_hir as hir;
use rustc_hir::intravisit::{self, Visitor};
use rustc_middle::hir::nested_filter;
use rustc_middle::ty::TyCtxt;
use rustc_span::Span;
use rustc_span::def_id::LocalDefId;

use super::{KeptBy, LoanAcross, unused_name};

/// Suggests to compute what is yielded in a `let` before the `yield`. Returns whether it did.
pub(super) fn suggest(
    tcx: TyCtxt<'_>,
    err: &mut Diag<'_>,
    body: LocalDefId,
    loan: LoanAcross,
) -> bool {
    if !matches!(loan.kept_by, Some(KeptBy::Temporary)) {
        return false;
    }
    let mut search = Search { tcx, loan, statement: None, operand: None };
    search.visit_body(tcx.hir_body_owned_by(body));
    let Some(operand) = search.operand else { return false };
    let source_map = tcx.sess.source_map();
    let Ok(computed) = source_map.span_to_snippet(operand) else { return false };
    let value = unused_name(tcx, body, "value");
    let parts = match search.statement {
        Some(statement) => {
            let indentation = source_map.indentation_before(statement).unwrap_or_default();
            let first = format!("let {value} = {computed};\n{indentation}");
            vec![(statement.shrink_to_lo(), first), (operand, value)]
        }
        // Among the operands of something else: nothing may change places with it.
        None => {
            let suspended = loan.suspended.with_ctxt(operand.ctxt());
            let first = format!("{{ let {value} = {computed}; ");
            vec![(suspended.shrink_to_lo(), first), (operand, format!("{value} }}"))]
        }
    };
    let advice = "compute what is yielded before, so that the loan ends there";
    err.multipart_suggestion(advice, parts, Applicability::MaybeIncorrect);
    true
}

struct Search<'tcx> {
    tcx: TyCtxt<'tcx>,
    loan: LoanAcross,
    /// The statement, or the last expression of a block, whose value is that of the `yield`.
    statement: Option<Span>,
    /// What is yielded, if the loan is made there.
    operand: Option<Span>,
}

impl<'tcx> Search<'tcx> {
    fn note_statement(&mut self, span: Span, value: Option<&hir::Expr<'_>>) {
        if value.is_some_and(|value| value.span.source_equal(self.loan.suspended)) {
            self.statement = Some(span);
        }
    }
}

impl<'tcx> Visitor<'tcx> for Search<'tcx> {
    type NestedFilter = nested_filter::OnlyBodies;

    fn maybe_tcx(&mut self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_block(&mut self, block: &'tcx hir::Block<'tcx>) {
        if block.span.source_equal(self.loan.suspended) {
            // A part of the `yield`.
            return;
        }
        for statement in block.stmts {
            match statement.kind {
                hir::StmtKind::Let(declaration) => {
                    self.note_statement(statement.span, declaration.init);
                }
                hir::StmtKind::Expr(expr) | hir::StmtKind::Semi(expr) => {
                    self.note_statement(expr.span, Some(expr));
                }
                hir::StmtKind::Item(_) => {}
            }
        }
        if let Some(expr) = block.expr {
            self.note_statement(expr.span, Some(expr));
        }
        intravisit::walk_block(self, block);
    }

    fn visit_expr(&mut self, expr: &'tcx hir::Expr<'tcx>) {
        if let hir::ExprKind::Yield(suspend, _) = expr.kind
            && let hir::ExprKind::Struct(_, [yielded], _) = suspend.kind
            && expr.span.source_equal(self.loan.suspended)
        {
            let operand = yielded.expr.span;
            let suspended = self.loan.suspended.with_ctxt(operand.ctxt());
            // What a macro's author wrote and what its user wrote cannot be rewritten together.
            let is_written_here = !operand.from_expansion() && suspended.contains(operand);
            if is_written_here && operand.contains(self.loan.borrowed) {
                self.operand = Some(operand);
            }
        }
        intravisit::walk_expr(self, expr);
    }
}
