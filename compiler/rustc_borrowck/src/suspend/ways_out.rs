//! What to write in place of a loan that would live across a suspend point.
//!
//! Most such loans are of two kinds, and their ways out can be read off the source. A `for` loop
//! over a borrowed collection holds the loan from one round to the next; a loop over its indices
//! borrows anew in each. And an expression that suspends among operands that borrow
//! (`v.push(yield x)`) suspends before they do once it stands in a `let` of its own. What is left is
//! not to move the frame.

use rustc_errors::{Applicability, Diag};
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_hir::intravisit::{self, Visitor};
use rustc_middle::hir::nested_filter;
use rustc_middle::ty::{self, Ty, TyCtxt};
use rustc_span::def_id::LocalDefId;
use rustc_span::{Span, sym};

/// A loan, and a suspend point that it lives across.
#[derive(Clone, Copy)]
pub(super) struct LoanAcross {
    pub(super) borrowed: Span,
    pub(super) suspended: Span,
}

/// Suggests the ways out that there are.
pub(super) fn suggest(tcx: TyCtxt<'_>, err: &mut Diag<'_>, body: LocalDefId, loan: LoanAcross) {
    let hir_body = tcx.hir_body_owned_by(body);
    let mut search = Search { tcx, body, loan, around: None };
    search.visit_body(hir_body);
    match search.around {
        Some(Around::Loop(indices)) => suggest_indices(err, indices),
        Some(Around::Statement(statement)) => suggest_hoisting(tcx, err, statement, loan),
        None => {}
    }
    suggest_static(tcx, err, body);
}

/// What holds both the loan and the suspend point.
enum Around {
    Loop(Indices),
    /// A statement, or the last expression of a block, that suspends among its operands.
    Statement(Span),
}

/// A `for` loop over the indices of a collection.
struct Indices {
    /// The pattern and the head.
    head: Span,
    new_head: String,
    /// Where the body begins.
    begin: Span,
    binding: String,
}

fn suggest_indices(err: &mut Diag<'_>, indices: Indices) {
    err.multipart_suggestion(
        "go through the indices, and borrow anew in each round",
        vec![(indices.head, indices.new_head), (indices.begin, indices.binding)],
        Applicability::MaybeIncorrect,
    );
}

fn suggest_hoisting(tcx: TyCtxt<'_>, err: &mut Diag<'_>, statement: Span, loan: LoanAcross) {
    let source_map = tcx.sess.source_map();
    let suspended = loan.suspended.with_ctxt(statement.ctxt());
    let Ok(form) = source_map.span_to_snippet(suspended) else { return };
    let indentation = source_map.indentation_before(statement).unwrap_or_default();
    err.multipart_suggestion(
        "suspend first, and borrow then",
        vec![
            (statement.shrink_to_lo(), format!("let value = {form};\n{indentation}")),
            (suspended, String::from("value")),
        ],
        Applicability::MaybeIncorrect,
    );
}

/// A generator that does not move may keep its loans. Iterators move, and closures have no face.
fn suggest_static(tcx: TyCtxt<'_>, err: &mut Diag<'_>, body: LocalDefId) {
    let function = tcx.local_parent(body);
    let Some(decl) = tcx.hir_node_by_def_id(function).fn_decl() else { return };
    let hir::FnRetTy::Return(face) = decl.output else { return };
    let hir::TyKind::OpaqueDef(opaque) = face.kind else { return };
    let is_iterator = opaque.bounds.iter().any(|bound| {
        let of = bound.trait_ref().and_then(|bound| bound.trait_def_id());
        of.is_some_and(|of| tcx.is_lang_item(of, LangItem::Iterator))
    });
    if is_iterator {
        return;
    }
    err.span_suggestion_verbose(
        face.span.shrink_to_lo(),
        "let the generator keep its loans, and be pinned for that",
        "static ",
        Applicability::MaybeIncorrect,
    );
}

struct Search<'tcx> {
    tcx: TyCtxt<'tcx>,
    body: LocalDefId,
    loan: LoanAcross,
    /// The innermost that was found.
    around: Option<Around>,
}

impl<'tcx> Visitor<'tcx> for Search<'tcx> {
    type NestedFilter = nested_filter::OnlyBodies;

    fn maybe_tcx(&mut self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_expr(&mut self, expr: &'tcx hir::Expr<'tcx>) {
        if let Some(indices) = self.loop_over_borrowed(expr) {
            self.around = Some(Around::Loop(indices));
        }
        intravisit::walk_expr(self, expr);
    }

    fn visit_block(&mut self, block: &'tcx hir::Block<'tcx>) {
        for statement in block.stmts {
            let (hir::StmtKind::Expr(expr) | hir::StmtKind::Semi(expr)) = statement.kind else {
                if let hir::StmtKind::Let(hir::LetStmt { init: Some(init), .. }) = statement.kind {
                    self.note_statement(statement.span, init);
                }
                continue;
            };
            self.note_statement(expr.span, expr);
        }
        if let Some(expr) = block.expr {
            self.note_statement(expr.span, expr);
        }
        intravisit::walk_block(self, block);
    }
}

impl<'tcx> Search<'tcx> {
    /// Notes a statement whose operands borrow and suspend.
    fn note_statement(&mut self, span: Span, expr: &'tcx hir::Expr<'tcx>) {
        let LoanAcross { borrowed, suspended } = self.loan;
        if expr.span.from_expansion() || !span.contains(borrowed) || suspended.contains(borrowed) {
            return;
        }
        let mut operands = Operands { suspended, found: false };
        operands.visit_expr(expr);
        if operands.found {
            self.around = Some(Around::Statement(span));
        }
    }

    /// A `for` loop that suspends, over a borrowed collection that has indices.
    fn loop_over_borrowed(&self, expr: &'tcx hir::Expr<'tcx>) -> Option<Indices> {
        let (pat, head, body) = for_loop(expr)?;
        let LoanAcross { borrowed, suspended } = self.loan;
        let suspended = suspended.with_ctxt(body.span.ctxt());
        if !head.span.contains(borrowed) || !body.span.contains(suspended) {
            return None;
        }
        let collection = borrowed_local(head)?;
        let ty = self.tcx.typeck(self.body).expr_ty(collection).peel_refs();
        if !has_indices(self.tcx, ty) {
            return None;
        }
        let source_map = self.tcx.sess.source_map();
        let name = source_map.span_to_snippet(collection.span).ok()?;
        let pat_text = source_map.span_to_snippet(pat.span).ok()?;
        let binding = match pat_text.strip_prefix('&') {
            Some(pat) => format!(" let {pat} = {name}[index];"),
            None => format!(" let {pat_text} = &{name}[index];"),
        };
        Some(Indices {
            head: pat.span.to(head.span),
            new_head: format!("index in 0..{name}.len()"),
            begin: source_map.start_point(body.span).shrink_to_hi(),
            binding,
        })
    }
}

/// Looks for the suspend point in what is evaluated on the way to the value of an expression.
struct Operands {
    suspended: Span,
    found: bool,
}

impl<'tcx> Visitor<'tcx> for Operands {
    fn visit_expr(&mut self, expr: &'tcx hir::Expr<'tcx>) {
        if expr.span.source_equal(self.suspended) {
            self.found = true;
        } else if !matches!(
            expr.kind,
            hir::ExprKind::Block(..)
                | hir::ExprKind::If(..)
                | hir::ExprKind::Loop(..)
                | hir::ExprKind::Match(..)
                | hir::ExprKind::Closure(..)
        ) {
            intravisit::walk_expr(self, expr);
        }
    }
}

/// The pattern, head and body of a `for` loop.
fn for_loop<'tcx>(
    expr: &'tcx hir::Expr<'tcx>,
) -> Option<(&'tcx hir::Pat<'tcx>, &'tcx hir::Expr<'tcx>, &'tcx hir::Expr<'tcx>)> {
    if let hir::ExprKind::Match(into_iter, [iterate], hir::MatchSource::ForLoopDesugar) = expr.kind
        && let hir::ExprKind::Call(_, [head]) = into_iter.kind
        && let hir::ExprKind::Loop(block, ..) = iterate.body.kind
        && let [hir::Stmt { kind: hir::StmtKind::Expr(next), .. }] = block.stmts
        && let hir::ExprKind::Match(_, [_, some], _) = next.kind
        && let hir::PatKind::Struct(_, [item], _) = some.pat.kind
    {
        Some((item.pat, head, some.body))
    } else {
        None
    }
}

/// The variable in `&variable` and `variable.iter()`.
fn borrowed_local<'tcx>(head: &'tcx hir::Expr<'tcx>) -> Option<&'tcx hir::Expr<'tcx>> {
    let of = match head.kind {
        hir::ExprKind::AddrOf(hir::BorrowKind::Ref, hir::Mutability::Not, of) => of,
        hir::ExprKind::MethodCall(method, of, [], _) if method.ident.name == sym::iter => of,
        _ => return None,
    };
    matches!(of.kind, hir::ExprKind::Path(hir::QPath::Resolved(None, _))).then_some(of)
}

fn has_indices<'tcx>(tcx: TyCtxt<'tcx>, ty: Ty<'tcx>) -> bool {
    match ty.kind() {
        ty::Array(..) | ty::Slice(_) => true,
        ty::Adt(adt, _) => tcx.is_diagnostic_item(sym::Vec, adt.did()),
        _ => false,
    }
}
