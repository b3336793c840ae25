//! Desugaring of the forms by which a generator runs another one: `await`, `await for`, `yield..`.
//!
//! All three resume the inner generator with the executor of the present resumption, block when it
//! blocks, and end when it ends:
//!
//! ```text
//! match INTO(_executor, <e>) {
//!     mut inner => loop {
//!         match unsafe { RESUME(&mut inner, _executor) } {
//!             State::Complete(result) => break result,
//!             State::Blocked(reason) => {
//!                 _executor = unsafe { UNBLOCKED(YIELD(Suspend::Blocked(reason))) }
//!             }
//!             State::Yielded(item) => <what the form does with it>,
//!         }
//!     }
//! }
//! ```
//!
//! What `await` runs yields nothing, so that there is nothing to do (`match item {}`). `yield..`
//! hands the item on: `_executor = YIELD(Suspend::Yielded(item))`; what the resumer passes back
//! stays with the executor for the inner generator to take. `await for` runs its block, in a loop
//! that is the user's: `{ let <pat> = item; <block> }`.
//!
//! `INTO` is a function for each form, for the sake of what is said where it does not fit. `RESUME`
//! is one for movable generators, which ask the same of what they hold, and one for `static` ones.

use rustc_ast::{Block, Expr, Label, Movability, Pat};
use rustc_errors::{Applicability, Diag};
use rustc_hir as hir;
use rustc_hir::{HirId, LangItem, Target};
use rustc_macros::Diagnostic;
use rustc_span::{Ident, Span, kw, sym};

use super::GeneratorScope;
use crate::{LoweringContext, ResolverAstLoweringExt};

impl<'hir, R: ResolverAstLoweringExt<'hir>> LoweringContext<'_, 'hir, R> {
    /// Lowers `await <e>` and `<e>.await`, unless they are those of an `async` body.
    pub(crate) fn lower_await_in_generator(
        &mut self,
        await_kw_span: Span,
        operand: &Expr,
    ) -> Option<hir::ExprKind<'hir>> {
        let span = operand.span.to(await_kw_span);
        let Some(scope) = self.generator_scope() else {
            let is_prefix =
                await_kw_span.eq_ctxt(operand.span) && await_kw_span.lo() < operand.span.lo();
            // What others await is theirs to say.
            if !self.tcx.features().native_generators()
                || !is_prefix && self.coroutine_kind.is_some()
            {
                return None;
            }
            let mut err = self.outside_of_generator("await", span);
            if let Some(hir::CoroutineKind::Desugared(
                hir::CoroutineDesugaring::Async | hir::CoroutineDesugaring::AsyncGen,
                _,
            )) = self.coroutine_kind
            {
                suggest_postfix_await(&mut err, await_kw_span, operand.span);
            }
            let guar = err.emit();
            return Some(self.make_refused_form(guar, span, operand));
        };
        let span = self.generator_span(span);
        let inner = self.lower_expr(operand);
        let loop_id = self.next_id();
        let never = self.pat_ident(span, Ident::with_dummy_span(sym::item));
        let run = self.make_inner_run(
            scope,
            span,
            LangItem::GeneratorAwait,
            inner,
            (loop_id, None),
            |this| {
                let (pat, item) = never;
                let item = this.expr_ident(span, Ident::with_dummy_span(sym::item), item);
                let absurd = this.expr_match(span, item, &[], hir::MatchSource::AwaitDesugar);
                (pat, absurd)
            },
        );
        Some(run)
    }

    /// Whether a field is no field but an `await`. In edition 2015 the arguments of macros are parsed
    /// without knowing that they stand in a generator body, where `await` is a keyword. To the macros
    /// of other crates it is none.
    pub(crate) fn is_await_of_generator(&self, field: Ident) -> bool {
        let is_of_this_crate = |span: Span| {
            span.ctxt().outer_expn_data().macro_def_id.is_none_or(|macro_| macro_.is_local())
        };
        field.name == kw::Await
            && self.generator_scope().is_some()
            && is_of_this_crate(field.span)
            && !self.tcx.sess.psess.raw_identifier_spans.contains(field.span)
    }

    /// Lowers `yield.. <e>`.
    pub(crate) fn lower_yield_from(
        &mut self,
        scope: GeneratorScope,
        span: Span,
        range: Span,
        inner: Option<&Expr>,
    ) -> hir::ExprKind<'hir> {
        let Some(inner) = inner else {
            return hir::ExprKind::Err(self.dcx().emit_err(DelegationToNothing { range }));
        };
        let span = self.generator_span(span);
        let inner = self.lower_expr(inner);
        let loop_id = self.next_id();
        let run = self.make_inner_run(
            scope,
            span,
            LangItem::GeneratorDelegate,
            inner,
            (loop_id, None),
            |this| {
                let ident = Ident::with_dummy_span(sym::item);
                let (pat, item) = this.pat_ident(span, ident);
                let item = this.expr_ident(span, ident, item);
                let yielded = this.make_suspend(LangItem::GeneratorYielded, span, item);
                (pat, this.make_next_resumption(scope, span, yielded))
            },
        );
        run
    }

    /// Lowers `await for <pat> in <head> <body>`.
    pub(crate) fn lower_await_for(
        &mut self,
        e: &Expr,
        pat: &Pat,
        head: &Expr,
        body: &Block,
        label: Option<Label>,
    ) -> hir::Expr<'hir> {
        let Some(scope) = self.generator_scope() else {
            let guar = self.report_outside_of_generator("await for", e.span);
            let head = self.make_refused_form(guar, e.span, head);
            return self.expr(e.span, head);
        };
        let span = self.generator_span(e.span);
        let head = self.lower_expr(head);
        let loop_id = self.lower_node_id(e.id);
        let label = self.lower_label(label, e.id, loop_id);
        let run = self.make_inner_run(
            scope,
            span,
            LangItem::GeneratorAwaitFor,
            head,
            (loop_id, label),
            |this| {
                let ident = Ident::with_dummy_span(sym::item);
                let (item_pat, item) = this.pat_ident(span, ident);
                let item = this.expr_ident(span, ident, item);
                let pat = this.lower_pat(pat);
                let source = hir::LocalSource::AwaitDesugar;
                let bind = this.stmt_let_pat(None, span, Some(item), pat, source);
                let body = this.with_loop_scope(loop_id, |this| this.lower_block(body, false));
                let body = this.arena.alloc(this.expr_block(body));
                let stmts = this.arena.alloc_from_iter([bind]);
                let block = this.block_all(span, stmts, Some(body));
                (item_pat, this.expr_block(block))
            },
        );
        // The temporaries of the head die with the loop.
        let run = self.arena.alloc(self.expr(span, run));
        let expr = self.expr_drop_temps_mut(span, run);
        self.lower_attrs(expr.hir_id, &e.attrs, e.span, Target::from_expr(e));
        expr
    }

    /// Lowers `ref executor`.
    pub(crate) fn lower_ref_executor(&mut self, span: Span) -> hir::ExprKind<'hir> {
        let Some(scope) = self.generator_scope() else {
            return hir::ExprKind::Err(self.report_outside_of_generator("ref executor", span));
        };
        let span = self.generator_span(span);
        let handle = Ident::with_dummy_span(sym::ref_executor);
        let handle = self.expr_ident(span, handle, scope.executor);
        let handle = self.expr_mut_addr_of(span, handle);
        let args = self.arena.alloc_from_iter([handle]);
        let call = self.expr_call_lang_item_fn(span, LangItem::GeneratorExecutor, args);
        let call = self.arena.alloc(self.expr_unsafe(span, call));
        // What is expected here is expected of the executor, and not of the handle.
        let ident = Ident::with_dummy_span(sym::executor);
        let (pat, executor) = self.pat_ident(span, ident);
        let executor = self.arena.alloc(self.expr_ident_mut(span, ident, executor));
        let arm = self.arm(pat, executor, span);
        let arms = self.arena.alloc_from_iter([arm]);
        hir::ExprKind::Match(call, arms, hir::MatchSource::Normal)
    }

    /// The whole of it, given the pattern of what the inner generator yields and what is done then.
    fn make_inner_run(
        &mut self,
        scope: GeneratorScope,
        span: Span,
        into: LangItem,
        inner: &'hir hir::Expr<'hir>,
        (loop_id, label): (HirId, Option<Label>),
        on_yield: impl FnOnce(&mut Self) -> (&'hir hir::Pat<'hir>, hir::Expr<'hir>),
    ) -> hir::ExprKind<'hir> {
        let executor = Ident::with_dummy_span(sym::ref_executor);
        let handle = self.expr_ident_mut(span, executor, scope.executor);
        let args = self.arena.alloc_from_iter([handle, *inner]);
        let into = self.expr_call_lang_item_fn(span, into, args);

        let ident = Ident::with_dummy_span(sym::inner);
        let (inner_pat, inner) = self.pat_ident_binding_mode(span, ident, hir::BindingMode::MUT);
        let resumed = {
            let inner = self.expr_ident(span, ident, inner);
            let inner = self.expr_mut_addr_of(span, inner);
            let handle = self.expr_ident_mut(span, executor, scope.executor);
            let resume = match scope.movability {
                Movability::Movable => LangItem::GeneratorResume,
                Movability::Static => LangItem::GeneratorResumeInPlace,
            };
            let args = self.arena.alloc_from_iter([handle, inner]);
            let call = self.expr_call_lang_item_fn(span, resume, args);
            self.arena.alloc(self.expr_unsafe(span, call))
        };

        let complete = self.make_complete_arm(span, loop_id);
        let blocked = self.make_blocked_arm(scope, span);
        let (item_pat, on_yield) = on_yield(self);
        let yielded =
            self.make_state_arm(span, LangItem::GeneratorStateYielded, item_pat, on_yield);
        let arms = self.arena.alloc_from_iter([complete, blocked, yielded]);
        // An executor that never blocks makes an arm unreachable, which is no news to anyone.
        let step = self.expr_match(span, resumed, arms, hir::MatchSource::AwaitDesugar);
        let step = self.stmt_expr(span, step);
        let block = self.block_all(span, self.arena.alloc_from_iter([step]), None);
        let kind = hir::ExprKind::Loop(block, label, hir::LoopSource::Loop, span);
        let run = self.arena.alloc(hir::Expr { hir_id: loop_id, kind, span });
        let arm = self.arm(inner_pat, run, span);
        let arms = self.arena.alloc_from_iter([arm]);
        hir::ExprKind::Match(into, arms, hir::MatchSource::Normal)
    }

    /// `State::Complete(result) => break result`
    fn make_complete_arm(&mut self, span: Span, loop_id: HirId) -> hir::Arm<'hir> {
        let ident = Ident::with_dummy_span(sym::result);
        let (pat, result) = self.pat_ident(span, ident);
        let result = self.expr_ident(span, ident, result);
        let leave = self.with_loop_scope(loop_id, |this| {
            hir::ExprKind::Break(this.lower_loop_destination(None), Some(result))
        });
        let leave = self.expr(span, leave);
        self.make_state_arm(span, LangItem::GeneratorStateComplete, pat, leave)
    }

    /// `State::Blocked(reason) => _executor = unsafe { UNBLOCKED(YIELD(Suspend::Blocked(reason))) }`
    ///
    /// `UNBLOCKED` gives the handle back. Where nothing ever blocks it says that nobody comes here:
    /// only then, when it is known which executor this is, can the state be left out.
    fn make_blocked_arm(&mut self, scope: GeneratorScope, span: Span) -> hir::Arm<'hir> {
        let ident = Ident::with_dummy_span(sym::reason);
        let (pat, reason) = self.pat_ident(span, ident);
        let reason = self.expr_ident(span, ident, reason);
        let suspend = self.make_suspend(LangItem::GeneratorBlocked, span, reason);
        let args = self.arena.alloc_from_iter([suspend]);
        let handle = self.expr_call_lang_item_fn(span, LangItem::GeneratorUnblocked, args);
        let handle = self.expr_unsafe(span, handle);
        let resumed = self.make_next_resumption(scope, span, handle);
        self.make_state_arm(span, LangItem::GeneratorStateBlocked, pat, resumed)
    }

    /// `_executor = <suspend>`
    fn make_next_resumption(
        &mut self,
        scope: GeneratorScope,
        span: Span,
        suspend: hir::Expr<'hir>,
    ) -> hir::Expr<'hir> {
        let executor = Ident::with_dummy_span(sym::ref_executor);
        let executor = self.expr_ident(span, executor, scope.executor);
        let suspend = self.arena.alloc(suspend);
        self.expr(span, hir::ExprKind::Assign(executor, suspend, self.lower_span(span)))
    }

    /// `State::<variant>(<pat>) => <body>`
    fn make_state_arm(
        &mut self,
        span: Span,
        variant: LangItem,
        pat: &'hir hir::Pat<'hir>,
        body: hir::Expr<'hir>,
    ) -> hir::Arm<'hir> {
        let field = self.single_pat_field(span, pat);
        let pat = self.pat_lang_item_variant(span, variant, field);
        let body = self.arena.alloc(body);
        self.arm(pat, body, span)
    }
}

fn suggest_postfix_await(err: &mut Diag<'_>, await_kw: Span, operand: Span) {
    err.multipart_suggestion(
        "in `async` code, `await` is a postfix operation",
        vec![
            (await_kw.until(operand), String::new()),
            (operand.shrink_to_hi(), String::from(".await")),
        ],
        Applicability::MachineApplicable,
    );
}

#[derive(Diagnostic)]
#[diag("expected a generator after `yield..`")]
struct DelegationToNothing {
    #[primary_span]
    #[label("nothing here to delegate to")]
    #[suggestion(
        "to yield the range, put it in parentheses",
        style = "verbose",
        code = " (..)",
        applicability = "maybe-incorrect"
    )]
    range: Span,
}
