//! Desugaring of the forms by which a generator runs another one: `await`, `await for`, `yield..`.
//!
//! All three resume the inner generator with the executor of the present resumption, block when it
//! blocks, and end when it ends. So `await <e>` becomes
//!
//! ```text
//! match INTO(_executor.kind, <e>) {
//!     mut inner => loop {
//!         let reason = match unsafe { RESUME(&mut inner, _executor) } {
//!             State::Complete(result) => break result,
//!             State::Blocked(reason) => reason,
//!             State::Yielded(item) => match item {},
//!         };
//!         _executor = unsafe { UNBLOCKED(YIELD(Suspend::Blocked(reason))) };
//!     }
//! }
//! ```
//!
//! What the inner generator answered is gone when the outer one is suspended, so that it counts
//! for nothing in what the frame is found to hold.
//!
//! `await for` and `yield..` do something with each item. Each of their rounds begins with a loop like
//! that of `await`, which ends with an item as well:
//!
//! ```text
//! 'run: loop {
//!     let item = loop {
//!         let reason = match unsafe { RESUME(&mut inner, _executor) } {
//!             State::Complete(result) => break 'run result,
//!             State::Blocked(reason) => reason,
//!             State::Yielded(item) => break item,
//!         };
//!         _executor = unsafe { UNBLOCKED(YIELD(Suspend::Blocked(reason))) };
//!     };
//!     <what the form does with it>
//! }
//! ```
//!
//! `yield..` hands it on: `_executor = YIELD(Suspend::Yielded(item))`; what the resumer passes back
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
use rustc_span::{Ident, Span, Symbol, kw, sym};

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
            self.note_refused(guar);
            return Some(self.make_refused_form(guar, span, operand));
        };
        let span = self.generator_span(span);
        let inner = self.lower_expr(operand);
        let run =
            self.make_inner_run(scope, span, LangItem::GeneratorAwait, inner, |this, inner| {
                let loop_id = this.next_id();
                let complete = this.make_complete_arm(span, loop_id);
                let yielded =
                    this.make_state_arm(span, LangItem::GeneratorStateYielded, |this, item| {
                        this.expr_match(span, item, &[], hir::MatchSource::AwaitDesugar)
                    });
                let wait = this.make_wait(inner, complete, yielded);
                this.make_loop(span, loop_id, None, wait)
            });
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
        self.make_inner_run(scope, span, LangItem::GeneratorDelegate, inner, |this, inner| {
            let loop_id = this.next_id();
            let (take, item) = this.make_next_item(inner, loop_id);
            let suspend = this.make_suspend(LangItem::GeneratorYielded, span, item);
            let resumed = this.make_next_resumption(scope, span, suspend);
            this.make_loop(span, loop_id, None, [take, resumed])
        })
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
        let into = LangItem::GeneratorAwaitFor;
        let run = self.make_inner_run(scope, span, into, head, |this, inner| {
            let (take, item) = this.make_next_item(inner, loop_id);
            let pat = this.lower_pat(pat);
            let source = hir::LocalSource::AwaitDesugar;
            let bind = this.stmt_let_pat(None, span, Some(item), pat, source);
            let body = this.with_loop_scope(loop_id, |this| this.lower_block(body, false));
            let body = this.arena.alloc(this.expr_block(body));
            let block = this.block_all(span, this.arena.alloc_from_iter([bind]), Some(body));
            let round = this.expr_block(block);
            let round = this.stmt_expr(span, round);
            this.make_loop(span, loop_id, label, [take, round])
        });
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

    /// What the three have in common, given the loop that runs the inner generator.
    fn make_inner_run(
        &mut self,
        scope: GeneratorScope,
        span: Span,
        into: LangItem,
        operand: &'hir hir::Expr<'hir>,
        make_loop: impl FnOnce(&mut Self, Inner) -> hir::Expr<'hir>,
    ) -> hir::ExprKind<'hir> {
        // Not the handle itself, of which a copy would lie in the frame if the operand is suspended.
        let executor = Ident::with_dummy_span(sym::ref_executor);
        let handle = self.expr_ident(span, executor, scope.executor);
        let kind = hir::ExprKind::Field(handle, Ident::with_dummy_span(sym::kind));
        let kind = self.expr(span, kind);
        let args = self.arena.alloc_from_iter([kind, *operand]);
        let into = self.expr_call_lang_item_fn(span, into, args);

        let ident = Ident::with_dummy_span(sym::inner);
        let (inner_pat, variable) = self.pat_ident_binding_mode(span, ident, hir::BindingMode::MUT);
        let run = make_loop(self, Inner { scope, span, variable });
        let run = self.arena.alloc(run);
        let arm = self.arm(inner_pat, run, span);
        let arms = self.arena.alloc_from_iter([arm]);
        hir::ExprKind::Match(into, arms, hir::MatchSource::Normal)
    }

    /// `let item = <a loop that ends with the next item, or ends the loop around it>;`, and the
    /// variable.
    fn make_next_item(
        &mut self,
        inner: Inner,
        outer_loop: HirId,
    ) -> (hir::Stmt<'hir>, &'hir hir::Expr<'hir>) {
        let span = inner.span;
        let loop_id = self.next_id();
        let complete = self.make_complete_arm(span, outer_loop);
        let yielded = self.make_leaving_arm(span, LangItem::GeneratorStateYielded, loop_id);
        let wait = self.make_wait(inner, complete, yielded);
        let next = self.make_loop(span, loop_id, None, wait);
        let next = self.arena.alloc(next);
        self.make_variable(span, sym::item, next)
    }

    /// One round of a loop that suspends when it is blocked, and does nothing else:
    ///
    /// ```text
    /// let reason = match unsafe { RESUME(&mut inner, _executor) } {
    ///     <complete>,
    ///     State::Blocked(reason) => reason,
    ///     <yielded>,
    /// };
    /// _executor = unsafe { UNBLOCKED(YIELD(Suspend::Blocked(reason))) };
    /// ```
    ///
    /// `UNBLOCKED` gives the handle back. Where nothing ever blocks it says that nobody comes here:
    /// only then, when it is known which executor this is, can the state be left out.
    fn make_wait(
        &mut self,
        inner: Inner,
        complete: hir::Arm<'hir>,
        yielded: hir::Arm<'hir>,
    ) -> [hir::Stmt<'hir>; 2] {
        let Inner { scope, span, .. } = inner;
        let blocked =
            self.make_state_arm(span, LangItem::GeneratorStateBlocked, |_, reason| *reason);
        let step = self.make_step(inner, [complete, blocked, yielded]);
        let (bind, reason) = self.make_variable(span, sym::reason, step);
        let suspend = self.make_suspend(LangItem::GeneratorBlocked, span, reason);
        let args = self.arena.alloc_from_iter([suspend]);
        let handle = self.expr_call_lang_item_fn(span, LangItem::GeneratorUnblocked, args);
        let handle = self.expr_unsafe(span, handle);
        [bind, self.make_next_resumption(scope, span, handle)]
    }

    /// `match unsafe { RESUME(&mut inner, _executor) } { <arms> }`
    fn make_step(
        &mut self,
        Inner { scope, span, variable }: Inner,
        arms: [hir::Arm<'hir>; 3],
    ) -> &'hir hir::Expr<'hir> {
        let inner = self.expr_ident(span, Ident::with_dummy_span(sym::inner), variable);
        let inner = self.expr_mut_addr_of(span, inner);
        let executor = Ident::with_dummy_span(sym::ref_executor);
        let handle = self.expr_ident_mut(span, executor, scope.executor);
        let resume = match scope.movability {
            Movability::Movable => LangItem::GeneratorResume,
            Movability::Static => LangItem::GeneratorResumeInPlace,
        };
        let args = self.arena.alloc_from_iter([handle, inner]);
        let call = self.expr_call_lang_item_fn(span, resume, args);
        let resumed = self.arena.alloc(self.expr_unsafe(span, call));

        // An executor that never blocks makes an arm unreachable, which is no news to anyone.
        let arms = self.arena.alloc_from_iter(arms);
        let step = self.expr_match(span, resumed, arms, hir::MatchSource::AwaitDesugar);
        self.arena.alloc(step)
    }

    /// `let <name> = <value>;`, and the variable.
    fn make_variable(
        &mut self,
        span: Span,
        name: Symbol,
        value: &'hir hir::Expr<'hir>,
    ) -> (hir::Stmt<'hir>, &'hir hir::Expr<'hir>) {
        let ident = Ident::with_dummy_span(name);
        let (pat, variable) = self.pat_ident(span, ident);
        let bind = self.stmt_let_pat(None, span, Some(value), pat, hir::LocalSource::AwaitDesugar);
        (bind, self.expr_ident(span, ident, variable))
    }

    fn make_loop<const N: usize>(
        &mut self,
        span: Span,
        loop_id: HirId,
        label: Option<Label>,
        body: [hir::Stmt<'hir>; N],
    ) -> hir::Expr<'hir> {
        let block = self.block_all(span, self.arena.alloc_from_iter(body), None);
        let kind = hir::ExprKind::Loop(block, label, hir::LoopSource::Loop, span);
        hir::Expr { hir_id: loop_id, kind, span }
    }

    /// `State::Complete(result) => break result`
    fn make_complete_arm(&mut self, span: Span, loop_id: HirId) -> hir::Arm<'hir> {
        self.make_leaving_arm(span, LangItem::GeneratorStateComplete, loop_id)
    }

    /// `State::<variant>(value) => break value`
    fn make_leaving_arm(
        &mut self,
        span: Span,
        variant: LangItem,
        loop_id: HirId,
    ) -> hir::Arm<'hir> {
        self.make_state_arm(span, variant, |this, value| {
            let leave = this.with_loop_scope(loop_id, |this| {
                hir::ExprKind::Break(this.lower_loop_destination(None), Some(value))
            });
            this.expr(span, leave)
        })
    }

    /// `_executor = <suspend>;`
    fn make_next_resumption(
        &mut self,
        scope: GeneratorScope,
        span: Span,
        suspend: hir::Expr<'hir>,
    ) -> hir::Stmt<'hir> {
        let executor = Ident::with_dummy_span(sym::ref_executor);
        let executor = self.expr_ident(span, executor, scope.executor);
        let suspend = self.arena.alloc(suspend);
        let assign = hir::ExprKind::Assign(executor, suspend, self.lower_span(span));
        let assign = self.arena.alloc(self.expr(span, assign));
        self.stmt(span, hir::StmtKind::Semi(assign))
    }

    /// `State::<variant>(value) => <body>`
    fn make_state_arm(
        &mut self,
        span: Span,
        variant: LangItem,
        make_body: impl FnOnce(&mut Self, &'hir hir::Expr<'hir>) -> hir::Expr<'hir>,
    ) -> hir::Arm<'hir> {
        let ident = Ident::with_dummy_span(sym::value);
        let (pat, value) = self.pat_ident(span, ident);
        let field = self.single_pat_field(span, pat);
        let pat = self.pat_lang_item_variant(span, variant, field);
        let value = self.expr_ident(span, ident, value);
        let body = make_body(self, value);
        self.arm(pat, self.arena.alloc(body), span)
    }
}

/// What runs in a generator: the variable that holds it.
#[derive(Clone, Copy)]
struct Inner {
    scope: GeneratorScope,
    span: Span,
    variable: HirId,
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
