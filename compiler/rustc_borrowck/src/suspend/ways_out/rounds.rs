//! Whether a round of a loop needs its item when it was suspended.
//!
//! To borrow the item anew in each round is of no use where the loan would live across a suspend
//! point of the round itself. Things are taken to happen in the order in which they are written: that
//! an item is used in one branch after another one suspends counts as well.

use rustc_data_structures::fx::FxHashSet;
use rustc_hir as hir;
use rustc_hir::HirId;
use rustc_hir::intravisit::{self, Visitor};
use rustc_middle::hir::nested_filter;
use rustc_middle::ty::{TyCtxt, TypeVisitableExt, TypeckResults};
use rustc_span::DesugaringKind;

use super::{LoopAround, variable};

/// Whether the item of the loop, or what is made of it, may be used after a suspend point.
pub(super) fn is_kept_across<'tcx>(
    tcx: TyCtxt<'tcx>,
    results: &'tcx TypeckResults<'tcx>,
    around: LoopAround<'tcx>,
) -> bool {
    let mut round =
        Round { tcx, results, items: FxHashSet::default(), uses: 0, suspensions: 0, keeps: false };
    round.add_bindings(around.pat);
    round.visit_expr(around.body);
    round.keeps
}

struct Round<'tcx> {
    tcx: TyCtxt<'tcx>,
    results: &'tcx TypeckResults<'tcx>,
    /// The variables that hold a part of the item, or a reference to one.
    items: FxHashSet<HirId>,
    /// How often one of them was used so far.
    uses: usize,
    /// How many suspend points there were so far.
    suspensions: usize,
    keeps: bool,
}

impl<'tcx> Round<'tcx> {
    /// What is bound by value holds no loan.
    fn add_bindings(&mut self, pat: &hir::Pat<'tcx>) {
        pat.each_binding(|_, variable, _, _| {
            if self.results.node_type(variable).has_erased_regions() {
                self.items.insert(variable);
            }
        });
    }

    /// Visits an expression, and returns whether its value may hold a loan of the item.
    fn visit_value(&mut self, expr: &'tcx hir::Expr<'tcx>) -> bool {
        let uses = self.uses;
        self.visit_expr(expr);
        self.uses > uses && self.results.expr_ty(expr).has_erased_regions()
    }
}

impl<'tcx> Visitor<'tcx> for Round<'tcx> {
    type NestedFilter = nested_filter::OnlyBodies;

    fn maybe_tcx(&mut self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_local(&mut self, declaration: &'tcx hir::LetStmt<'tcx>) {
        if let Some(init) = declaration.init
            && self.visit_value(init)
        {
            self.add_bindings(declaration.pat);
        }
        if let Some(or_else) = declaration.els {
            self.visit_block(or_else);
        }
    }

    fn visit_expr(&mut self, expr: &'tcx hir::Expr<'tcx>) {
        match expr.kind {
            hir::ExprKind::Yield(operand, _) => {
                self.visit_expr(operand);
                self.suspensions += 1;
            }
            hir::ExprKind::Loop(..) => {
                let (uses, suspensions) = (self.uses, self.suspensions);
                intravisit::walk_expr(self, expr);
                self.keeps |= self.uses > uses && self.suspensions > suspensions;
            }
            // What is iterated over, or run, is needed for as long as that goes on.
            hir::ExprKind::Match(head, arms, source)
                if !matches!(head.kind, hir::ExprKind::Yield(..)) =>
            {
                let suspensions = self.suspensions;
                let is_item = self.visit_value(head);
                for arm in arms {
                    if is_item {
                        self.add_bindings(arm.pat);
                    }
                    self.visit_arm(arm);
                }
                let is_run = source == hir::MatchSource::ForLoopDesugar
                    || head.span.is_desugaring(DesugaringKind::Generator);
                self.keeps |= is_item && is_run && self.suspensions > suspensions;
            }
            hir::ExprKind::Let(condition) => {
                if self.visit_value(condition.init) {
                    self.add_bindings(condition.pat);
                }
            }
            _ => {
                if variable(expr).is_some_and(|variable| self.items.contains(&variable)) {
                    self.uses += 1;
                    self.keeps |= self.suspensions > 0;
                }
                intravisit::walk_expr(self, expr);
            }
        }
    }
}
