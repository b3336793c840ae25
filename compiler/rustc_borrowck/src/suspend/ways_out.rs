//! What to write in place of a loan that would live across a suspend point.
//!
//! Most such loans are of few kinds, and their ways out can be read off the source:
//!
//! - A `for` loop over a borrowed collection holds the loan from one round to the next. A loop over
//!   its indices borrows anew in each, which helps if the item is not needed for longer; one over the
//!   collection itself borrows nothing.
//! - An expression that suspends among operands that borrow (`v.push(yield x)`) suspends before they
//!   do once it stands in a `let` of its own. It must not change places with anything else.
//! - A guard that is not used any more holds its loan until it is dropped at the end of its block,
//!   which may be a shorter one. One that is a temporary of what is yielded is gone before if that is
//!   computed in a `let`.
//! - A variable or a closure that borrows what nothing else uses may as well own it, and if something
//!   else does, a clone of it.
//!
//! What is left is not to move the frame.

mod indices;
mod operand;
mod owned;
mod rounds;
mod shorter;

use rustc_data_structures::fx::FxHashSet;
use rustc_errors::{Applicability, Diag};
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_hir::intravisit::{self, Visitor};
use rustc_middle::hir::nested_filter;
use rustc_middle::ty::TyCtxt;
use rustc_span::def_id::LocalDefId;
use rustc_span::{DesugaringKind, Ident, Span, Symbol, sym};

/// A loan, and a suspend point that it lives across.
#[derive(Clone, Copy)]
pub(super) struct LoanAcross {
    pub(super) borrowed: Span,
    pub(super) suspended: Span,
    /// Where the closure begins that borrows, if one does.
    pub(super) closure: Option<Span>,
    /// What keeps the loan alive, if nothing but its drop does.
    pub(super) kept_by: Option<KeptBy>,
    /// Whether it is only how the guard of a `match` sees what the pattern binds.
    pub(super) is_guards_view: bool,
}

/// What is dropped after the suspend point, and uses the loan then.
#[derive(Clone, Copy)]
pub(super) enum KeptBy {
    /// A variable, which is declared here.
    Variable(Span),
    Temporary,
}

/// Labels the loop that needs the loan in its next round, and suggests the ways out that there are.
pub(super) fn suggest(tcx: TyCtxt<'_>, err: &mut Diag<'_>, body: LocalDefId, loan: LoanAcross) {
    let mut search = Search { tcx, loan, around: None };
    search.visit_body(tcx.hir_body_owned_by(body));
    let offered = match search.around {
        Some(Around::Loop(around)) => {
            err.span_label(around.head.span, "used again for the next round of this loop");
            indices::suggest(tcx, err, body, around)
                || owned::suggest_moving_in(tcx, err, body, around)
                || owned::suggest_move_closure(tcx, err, body, loan)
        }
        Some(Around::Statement(statement)) => suggest_hoisting(tcx, err, body, statement, loan),
        None => {
            shorter::suggest(tcx, err, body, loan)
                || operand::suggest(tcx, err, body, loan)
                || owned::suggest_owning(tcx, err, body, loan)
                || owned::suggest_move_closure(tcx, err, body, loan)
        }
    };
    let may_be_static = suggest_static(tcx, err, body);
    if !offered && !may_be_static {
        err.help(if loan.is_guards_view {
            "a guard sees by reference what its pattern binds: look at it before the guard suspends, \
             or in the arm"
        } else {
            "what is behind a reference does not move with the frame: let the caller lend it"
        });
    }
}

/// Suggests to pin on the heap, or to let nothing move.
pub(super) fn suggest_pinning_elsewhere(
    tcx: TyCtxt<'_>,
    err: &mut Diag<'_>,
    body: LocalDefId,
    pinned: Span,
) {
    let source_map = tcx.sess.source_map();
    if let Ok(text) = source_map.span_to_snippet(pinned)
        && let Some(start) = text.find('!')
    {
        let name = pinned.with_hi(pinned.lo() + rustc_span::BytePos(start as u32 + 1));
        err.span_suggestion_verbose(
            name,
            "pin it on the heap, where it stays while the frame moves",
            "Box::pin",
            Applicability::MaybeIncorrect,
        );
    }
    suggest_static(tcx, err, body);
}

/// What holds both the loan and the suspend point.
enum Around<'tcx> {
    Loop(LoopAround<'tcx>),
    /// A statement, or the last expression of a block, that suspends among its operands.
    Statement(Span),
}

/// A `for` loop that borrows in its head and suspends in its body.
#[derive(Clone, Copy)]
struct LoopAround<'tcx> {
    pat: &'tcx hir::Pat<'tcx>,
    head: &'tcx hir::Expr<'tcx>,
    body: &'tcx hir::Expr<'tcx>,
}

fn suggest_hoisting(
    tcx: TyCtxt<'_>,
    err: &mut Diag<'_>,
    body: LocalDefId,
    statement: Span,
    loan: LoanAcross,
) -> bool {
    let source_map = tcx.sess.source_map();
    let suspended = loan.suspended.with_ctxt(statement.ctxt());
    let Ok(form) = source_map.span_to_snippet(suspended) else { return false };
    let indentation = source_map.indentation_before(statement).unwrap_or_default();
    let value = unused_name(tcx, body, "value");
    err.multipart_suggestion(
        "suspend first, and borrow then",
        vec![
            (statement.shrink_to_lo(), format!("let {value} = {form};\n{indentation}")),
            (suspended, value),
        ],
        Applicability::MaybeIncorrect,
    );
    true
}

/// A generator that does not move may keep its loans. Iterators move, and closures have no face.
fn suggest_static(tcx: TyCtxt<'_>, err: &mut Diag<'_>, body: LocalDefId) -> bool {
    let function = tcx.local_parent(body);
    let Some(decl) = tcx.hir_node_by_def_id(function).fn_decl() else { return false };
    let hir::FnRetTy::Return(face) = decl.output else { return false };
    let hir::TyKind::OpaqueDef(opaque) = face.kind else { return false };
    let is_iterator = opaque.bounds.iter().any(|bound| {
        let of = bound.trait_ref().and_then(|bound| bound.trait_def_id());
        of.is_some_and(|of| tcx.is_lang_item(of, LangItem::Iterator))
    });
    if is_iterator {
        return false;
    }
    err.span_suggestion_verbose(
        face.span.shrink_to_lo(),
        "let the generator keep its loans, and be pinned for that",
        "static ",
        Applicability::MaybeIncorrect,
    );
    true
}

struct Search<'tcx> {
    tcx: TyCtxt<'tcx>,
    loan: LoanAcross,
    /// The innermost that was found.
    around: Option<Around<'tcx>>,
}

impl<'tcx> Visitor<'tcx> for Search<'tcx> {
    type NestedFilter = nested_filter::OnlyBodies;

    fn maybe_tcx(&mut self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_expr(&mut self, expr: &'tcx hir::Expr<'tcx>) {
        if let Some(around) = self.loop_over_loan(expr) {
            self.around = Some(Around::Loop(around));
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
        let LoanAcross { borrowed, suspended, .. } = self.loan;
        if expr.span.from_expansion() || !span.contains(borrowed) || suspended.contains(borrowed) {
            return;
        }
        let mut operands = Operands { suspended, found: false, others: false };
        operands.visit_expr(expr);
        if operands.found && !operands.others {
            self.around = Some(Around::Statement(span));
        }
    }

    fn loop_over_loan(&self, expr: &'tcx hir::Expr<'tcx>) -> Option<LoopAround<'tcx>> {
        let around = for_loop(expr)?;
        let LoanAcross { borrowed, suspended, .. } = self.loan;
        let suspended = suspended.with_ctxt(around.body.span.ctxt());
        let is_around = around.head.span.contains(borrowed) && around.body.span.contains(suspended);
        is_around.then_some(around)
    }
}

/// Looks for the suspend point in what is evaluated on the way to the value of an expression.
struct Operands {
    suspended: Span,
    found: bool,
    /// Whether something else may have an effect before, which would come later then; or there is
    /// another suspend point.
    others: bool,
}

impl<'tcx> Visitor<'tcx> for Operands {
    fn visit_expr(&mut self, expr: &'tcx hir::Expr<'tcx>) {
        if expr.span.source_equal(self.suspended) {
            self.found = true;
            return;
        }
        if expr.span.is_desugaring(DesugaringKind::Generator) {
            self.others = true;
            return;
        }
        match expr.kind {
            hir::ExprKind::Closure(..) => {}
            // These do not evaluate what is in them once, or at all.
            hir::ExprKind::Block(..) | hir::ExprKind::If(..) | hir::ExprKind::Loop(..) => {
                self.others |= !self.found;
            }
            // Which arm is evaluated, with which bindings, is not known before.
            hir::ExprKind::Match(scrutinee, ..) => {
                self.visit_expr(scrutinee);
                self.others |= !self.found;
            }
            hir::ExprKind::Binary(op, left, _) if op.node.is_lazy() => self.visit_expr(left),
            // The value comes before the place that it is assigned to.
            hir::ExprKind::Assign(place, value, _) | hir::ExprKind::AssignOp(_, place, value) => {
                self.visit_expr(value);
                self.visit_expr(place);
            }
            hir::ExprKind::Call(..) | hir::ExprKind::MethodCall(..) => {
                let came_before = self.found;
                intravisit::walk_expr(self, expr);
                self.others |= !came_before && !self.found;
            }
            _ => intravisit::walk_expr(self, expr),
        }
    }
}

/// A name like this one that the body does not use.
fn unused_name(tcx: TyCtxt<'_>, body: LocalDefId, like: &str) -> String {
    let mut names = Names { tcx, found: FxHashSet::default() };
    names.visit_body(tcx.hir_body_owned_by(body));
    let parent = tcx.local_parent(body);
    if let Some(parent) = tcx.hir_maybe_body_owned_by(parent) {
        names.visit_body(parent);
    }
    let numbered = (2..).map(|number| format!("{like}_{number}"));
    std::iter::once(String::from(like))
        .chain(numbered)
        .find(|name| !names.found.contains(&Symbol::intern(name)))
        .expect("there are infinitely many")
}

/// The names of the variables of a body, and of what it refers to by one word.
struct Names<'tcx> {
    tcx: TyCtxt<'tcx>,
    found: FxHashSet<Symbol>,
}

impl<'tcx> Visitor<'tcx> for Names<'tcx> {
    type NestedFilter = nested_filter::OnlyBodies;

    fn maybe_tcx(&mut self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_ident(&mut self, ident: Ident) {
        // What desugaring calls something is in nobody's way.
        if !ident.span.is_dummy() {
            self.found.insert(ident.name);
        }
    }
}

/// The parts of a `for` loop.
fn for_loop<'tcx>(expr: &'tcx hir::Expr<'tcx>) -> Option<LoopAround<'tcx>> {
    if let hir::ExprKind::Match(into_iter, [iterate], hir::MatchSource::ForLoopDesugar) = expr.kind
        && let hir::ExprKind::Call(_, [head]) = into_iter.kind
        && let hir::ExprKind::Loop(block, ..) = iterate.body.kind
        && let [hir::Stmt { kind: hir::StmtKind::Expr(next), .. }] = block.stmts
        && let hir::ExprKind::Match(_, [_, some], _) = next.kind
        && let hir::PatKind::Struct(_, [item], _) = some.pat.kind
    {
        Some(LoopAround { pat: item.pat, head, body: some.body })
    } else {
        None
    }
}

/// The place in `&place` and `place.iter()`.
fn borrowed_in<'tcx>(head: &'tcx hir::Expr<'tcx>) -> Option<&'tcx hir::Expr<'tcx>> {
    match head.kind {
        hir::ExprKind::AddrOf(hir::BorrowKind::Ref, hir::Mutability::Not, of) => Some(of),
        hir::ExprKind::MethodCall(method, of, [], _) if method.ident.name == sym::iter => Some(of),
        _ => None,
    }
}

/// The variable that an expression is nothing but the name of.
fn variable(expr: &hir::Expr<'_>) -> Option<hir::HirId> {
    match expr.kind {
        hir::ExprKind::Path(hir::QPath::Resolved(
            None,
            hir::Path { res: hir::def::Res::Local(variable), .. },
        )) => Some(*variable),
        _ => None,
    }
}
