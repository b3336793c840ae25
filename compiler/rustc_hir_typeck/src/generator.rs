//! The types of a generator body, taken from its face.
//!
//! A generator body is a coroutine that is resumed with a `Handle<E>`, yields
//! `Suspend<Y, <E as Executor>::Blocked>` and returns `R`. Nothing in the body says what `E`, `Y`
//! and `R` are, and yet all three are wanted before the body is checked: an operand of `yield` is
//! coerced to `Y`, the value of `yield` is an `<E as Executor>::Resume`, and `return` and `?`
//! coerce to `R`.
//!
//! They are what the face says. In the function around the body the return type is, by now, an
//! inference variable with the bounds of the face as pending obligations, so that
//!
//! ```text
//! => impl Generator<Arg<u32>, Yield = String, Return = ()>
//! ```
//!
//! can be read off `?F: Generator<Arg<u32>>`, `<?F as Generator<Arg<u32>>>::Yield == String` and so
//! on, after elaboration also where `Generator` is only a supertrait of the trait named. The faces
//! of other traits stand for an executor: `Iterator<Item = T>` for `()`, with `Y = T` and `R = ()`,
//! `Future<Output = T>` for `Task`, with `Y = !` and `R = T`, `AsyncIterator<Item = T>` for `Task`,
//! with `Y = T` and `R = ()`.
//!
//! The body of a closure is treated alike, where the closure is passed to something that bounds
//! what it returns. A closure that nobody has asked anything of yet has variables for all three;
//! an executor that is still one at the end of the function falls back to `()`.

use std::ops::ControlFlow;

use rustc_ast::util::parser::ExprPrecedence;
use rustc_errors::codes::*;
use rustc_errors::{Applicability, Diag};
use rustc_hir as hir;
use rustc_hir::def::DefKind;
use rustc_hir::intravisit::{self, Visitor};
use rustc_hir::lang_items::LangItem;
use rustc_infer::infer::InferOk;
use rustc_infer::traits::{
    Obligation, ObligationCause, ObligationCauseCode, PredicateObligation, SelectionError,
};
use rustc_macros::{Diagnostic, Subdiagnostic};
use rustc_middle::hir::generator::SuspendForm;
use rustc_middle::ty::elaborate::elaborate;
use rustc_middle::ty::{self, GenericArg, Ty, TyCtxt};
use rustc_span::def_id::{DefId, LocalDefId};
use rustc_span::{BytePos, DesugaringKind, ErrorGuaranteed, Pos, Span, Symbol, sym};
use rustc_trait_selection::infer::InferCtxtExt;
use rustc_trait_selection::traits::query::evaluate_obligation::InferCtxtExt as _;
use tracing::instrument;

use crate::{Expectation, FnCtxt};

/// What a face says of the body.
#[derive(Debug)]
struct Face<'tcx> {
    /// The executor, and where the bound is written that names it.
    executor: Option<(Ty<'tcx>, Span)>,
    yield_ty: Option<Ty<'tcx>>,
    return_ty: Option<Ty<'tcx>>,
}

impl<'tcx> Face<'tcx> {
    fn error(tcx: TyCtxt<'tcx>, guar: ErrorGuaranteed, span: Span) -> Self {
        let error = Ty::new_error(tcx, guar);
        Face { executor: Some((error, span)), yield_ty: Some(error), return_ty: Some(error) }
    }
}

/// A type that is decided in the end if nothing else decides it.
pub(crate) struct Fallback<'tcx> {
    variable: Ty<'tcx>,
    ty: Ty<'tcx>,
    span: Span,
}

/// Whether this makes what a body hands to its resumer.
fn is_yield(expr: &hir::Expr<'_>, yielded: DefId) -> bool {
    matches!(
        expr.kind,
        hir::ExprKind::Struct(hir::QPath::Resolved(None, path), ..)
            if path.res.opt_def_id() == Some(yielded)
    )
}

/// Looks for what a body hands to its resumer, outside of the closures within.
struct FindYield {
    yielded: DefId,
}

impl<'tcx> Visitor<'tcx> for FindYield {
    type Result = ControlFlow<()>;

    fn visit_expr(&mut self, expr: &'tcx hir::Expr<'tcx>) -> ControlFlow<()> {
        if is_yield(expr, self.yielded) {
            return ControlFlow::Break(());
        }
        intravisit::walk_expr(self, expr)
    }
}

/// A face that is not ours: each stands for an executor.
#[derive(Clone, Copy, Debug)]
enum ForeignFace {
    Iterator,
    Future,
    AsyncIterator,
}

impl ForeignFace {
    fn of_trait(tcx: TyCtxt<'_>, def_id: DefId) -> Option<ForeignFace> {
        match tcx.as_lang_item(def_id)? {
            LangItem::Iterator => Some(ForeignFace::Iterator),
            LangItem::Future => Some(ForeignFace::Future),
            LangItem::AsyncIterator => Some(ForeignFace::AsyncIterator),
            _ => None,
        }
    }
}

impl<'tcx> FnCtxt<'_, 'tcx> {
    /// Makes what a suspend point suspends with of the type that its body suspends with, before the
    /// operand is looked at. A `yield` in there may be the first to say what that is, and if the
    /// operand is something else, that is what is wrong, and not what is made of it.
    pub(crate) fn link_suspension(
        &self,
        span: Span,
        expected: Expectation<'tcx>,
        suspension: Ty<'tcx>,
    ) {
        if let Some(adt) = suspension.ty_adt_def()
            && self.tcx.is_lang_item(adt.did(), LangItem::GeneratorSuspend)
            && let Some(expected) = expected.only_has_type(self)
        {
            self.demand_eqtype(span, expected, suspension);
        }
    }

    /// Settles the signature of a generator body, and returns the type that it yields.
    #[instrument(level = "debug", skip(self), ret)]
    pub(crate) fn declare_generator_types(
        &self,
        body_def_id: LocalDefId,
        sig: ty::FnSig<'tcx>,
        span: Span,
    ) -> Ty<'tcx> {
        let Face { executor, yield_ty, return_ty } = self.deduce_face(body_def_id, span);

        let (executor, executor_span) =
            executor.unwrap_or_else(|| (self.next_ty_var_or(self.tcx.types.unit, span), span));
        let blocked = self.tcx.require_lang_item(LangItem::ExecutorBlocked, span);
        let cause = self.misc(executor_span);
        let executor = self.error_unless_implemented(executor, self.tcx.parent(blocked), cause);
        let handle = self.generator_adt(LangItem::GeneratorHandle, &[executor], span);
        self.demand_eqtype(span, handle, sig.inputs()[0]);

        let sized = self.tcx.require_lang_item(LangItem::Sized, span);
        let sized = |ty, code| {
            let cause = self.cause(executor_span, code);
            self.error_unless_implemented(ty, sized, cause)
        };
        let return_ty = return_ty.map(|ty| sized(ty, ObligationCauseCode::SizedReturnType));
        let yield_ty = yield_ty.map(|ty| sized(ty, ObligationCauseCode::SizedYieldType));
        if let Some(return_ty) = return_ty {
            self.demand_eqtype(span, return_ty, sig.output());
        }

        let yield_ty = yield_ty.unwrap_or_else(|| self.next_ty_var(span));
        if !self.has_yield(body_def_id) {
            self.fall_back(yield_ty, self.tcx.types.never, span);
        }
        self.require_type_is_sized(yield_ty, span, ObligationCauseCode::SizedYieldType);
        let blocked = self.normalize(span, Ty::new_projection(self.tcx, blocked, [executor]));
        self.generator_adt(LangItem::GeneratorSuspend, &[yield_ty, blocked], span)
    }

    /// Explains the type that the operand of a `yield` should have, where it is that of nothing.
    pub(crate) fn explain_yield_of_nothing(
        &self,
        err: &mut Diag<'_>,
        operand: &hir::Expr<'_>,
        expected: Ty<'tcx>,
    ) {
        let Some(yielded) = self.tcx.lang_items().get(LangItem::GeneratorYielded) else { return };
        let is_yielded = matches!(
            self.tcx.hir_parent_iter(operand.hir_id).nth(1),
            Some((_, hir::Node::Expr(expr))) if is_yield(expr, yielded)
        );
        let function = self.tcx.local_parent(self.body_id);
        if is_yielded
            && expected.is_never()
            && let Some(decl) = self.tcx.hir_node_by_def_id(function).fn_decl()
            && let hir::FnRetTy::Return(face) = decl.output
        {
            err.span_label(face.span, "by its face, this generator yields nothing");
            err.help("what yields has another face: `Stream`, for one, or `Iterator`");
        }
    }

    /// Says what to do where `yield..` hands on what the generator does not yield: something about the
    /// operand, as each item is nowhere to be seen. Returns whether this is about such an item.
    pub(crate) fn suggest_for_delegated_item(
        &self,
        err: &mut Diag<'_>,
        item: &hir::Expr<'_>,
        expected: Ty<'tcx>,
        found: Ty<'tcx>,
    ) -> bool {
        let owner = self.tcx.typeck_root_def_id_local(self.body_id);
        let Some(run) = self.tcx.inner_run(owner, item.span) else { return false };
        if run.form != SuspendForm::Delegate || !matches!(item.kind, hir::ExprKind::Path(_)) {
            return false;
        }
        let implements = |ty, trait_: Option<DefId>| {
            let result = trait_.map(|it| self.type_implements_trait(it, [ty], self.param_env));
            result.is_some_and(|result| result.must_apply_modulo_regions())
        };
        let Some(operand) = self.node_ty_opt(run.operand.hir_id) else { return true };
        let operand = self.resolve_vars_if_possible(operand);
        let items = self.tcx.lang_items();
        if let ty::Ref(_, referent, _) = *found.kind()
            && self.can_eq(self.param_env, referent, expected)
            && implements(expected, items.clone_trait())
            && run.operand.span.eq_ctxt(item.span.parent_callsite().unwrap_or(item.span))
        {
            let owned = match implements(expected, items.copy_trait()) {
                true => ".copied()",
                false => ".cloned()",
            };
            let adapted = match implements(operand, items.iterator_trait()) {
                true => String::from(owned),
                false => format!(".into_iter(){owned}"),
            };
            let closed = match self.precedence(run.operand) {
                ExprPrecedence::Unambiguous => ("", ""),
                _ => ("(", ")"),
            };
            err.multipart_suggestion(
                "hand on what the items refer to",
                vec![
                    (run.operand.span.shrink_to_lo(), String::from(closed.0)),
                    (run.operand.span.shrink_to_hi(), format!("{}{adapted}", closed.1)),
                ],
                Applicability::MaybeIncorrect,
            );
        }
        true
    }

    /// Suggests that a closure be none of generators, where it is called for nothing and suspends nowhere.
    /// Returns whether it is a generator closure.
    pub(crate) fn suggest_ordinary_closure(
        &self,
        err: &mut Diag<'_>,
        closure: hir::Node<'_>,
        body: &hir::Body<'_>,
    ) -> bool {
        let hir::Node::Expr(hir::Expr { kind: hir::ExprKind::Closure(closure), .. }) = closure
        else {
            return false;
        };
        if let hir::ExprKind::Call(_, [frame]) = body.value.kind
            && let hir::ExprKind::Closure(frame) = frame.kind
            && makes_frame(body)
        {
            let suspends =
                self.has_yield(frame.def_id) || !self.tcx.inner_runs(closure.def_id).is_empty();
            if let Some(arrow) = self.arrow_of_closure(closure, body)
                && !suspends
            {
                err.span_suggestion_verbose(
                    arrow,
                    "`=>` makes this closure a generator; without it, it is called for what it does",
                    "",
                    Applicability::MachineApplicable,
                );
            }
            true
        } else {
            false
        }
    }

    /// Where the `=>` of a generator closure is written, and what is between that and its body.
    fn arrow_of_closure(&self, closure: &hir::Closure<'_>, body: &hir::Body<'_>) -> Option<Span> {
        let head = closure.fn_decl_span;
        let head = head.with_hi(body.value.span.with_ctxt(head.ctxt()).lo());
        let written = self.tcx.sess.source_map().span_to_snippet(head).ok()?;
        let arrow = written.trim_end().strip_suffix("=>")?.len();
        Some(head.with_lo(head.lo() + BytePos::from_usize(arrow)))
    }

    /// The type of a call, or an error if this is the one that a form of generators begins with and
    /// the form cannot run its operand. That was reported, and nothing is to be said of a value that
    /// such an operand would have.
    pub(crate) fn error_if_not_run(
        &self,
        call: &hir::Expr<'_>,
        function: &hir::Expr<'_>,
        output: Ty<'tcx>,
    ) -> Ty<'tcx> {
        let owner = self.tcx.typeck_root_def_id_local(self.body_id);
        if self.tainted_by_errors().is_none() || self.tcx.inner_run(owner, call.span).is_none() {
            return output;
        }
        let ty::FnDef(function, args) = *self.node_ty(function.hir_id).kind() else {
            return output;
        };
        let bounds = self.tcx.predicates_of(function).instantiate(self.tcx, args).predicates;
        let may_hold = |bound| {
            let cause = self.misc(call.span);
            let bound = Obligation::new(self.tcx, cause, self.param_env, bound);
            self.predicate_may_hold(&bound)
        };
        if bounds.into_iter().all(may_hold) {
            return output;
        }
        let guar = self.dcx().span_delayed_bug(call.span, "what a form cannot run is an error");
        Ty::new_error(self.tcx, guar)
    }

    /// A generator whose executor nothing has decided runs under `()`: one of a closure, and one for
    /// any executor of which a method is called, such as `map_return`.
    ///
    /// One that has no `yield`, and of which nobody asks that it yields something, yields nothing.
    pub(crate) fn fallback_generator_types(&self) {
        let closures = self.generator_fallbacks.take();
        for fallback in closures.into_iter().chain(self.fallbacks_of_executors()) {
            if self.resolve_vars_if_possible(fallback.variable).is_ty_var() {
                self.demand_eqtype(fallback.span, fallback.ty, fallback.variable);
            }
        }
        self.select_obligations_where_possible(|_| {});
    }

    /// A variable that falls back to `ty`.
    fn next_ty_var_or(&self, ty: Ty<'tcx>, span: Span) -> Ty<'tcx> {
        let variable = self.next_ty_var(span);
        self.fall_back(variable, ty, span);
        variable
    }

    /// Notes what the type is if nothing else decides it.
    fn fall_back(&self, variable: Ty<'tcx>, ty: Ty<'tcx>, span: Span) {
        self.generator_fallbacks.borrow_mut().push(Fallback { variable, ty, span });
    }

    /// Whether there is a `yield` or a `yield..` in the body.
    fn has_yield(&self, body: LocalDefId) -> bool {
        let Some(yielded) = self.tcx.lang_items().get(LangItem::GeneratorYielded) else {
            return false;
        };
        let body = self.tcx.hir_body_owned_by(body);
        FindYield { yielded }.visit_body(body).is_break()
    }

    /// The types that are to be executors, of which some may not be known.
    fn fallbacks_of_executors(&self) -> Vec<Fallback<'tcx>> {
        let Some(blocked) = self.tcx.lang_items().get(LangItem::ExecutorBlocked) else {
            return Vec::new();
        };
        let executor = self.tcx.parent(blocked);
        let pending = self.fulfillment_cx.borrow().pending_obligations();
        let asked_of = |obligation: PredicateObligation<'tcx>| {
            let bound = obligation.predicate.as_trait_clause()?.no_bound_vars()?;
            (bound.def_id() == executor).then_some(Fallback {
                variable: bound.self_ty(),
                ty: self.tcx.types.unit,
                span: obligation.cause.span,
            })
        };
        pending.into_iter().filter_map(asked_of).collect()
    }

    /// The type, or an error if it certainly does not implement the trait. That is reported where
    /// the face names the type, and nothing is to be said of what follows from it in the body.
    fn error_unless_implemented(
        &self,
        ty: Ty<'tcx>,
        bound: DefId,
        cause: ObligationCause<'tcx>,
    ) -> Ty<'tcx> {
        if self.type_implements_trait(bound, [ty], self.param_env).may_apply() {
            return ty;
        }
        let bound = ty::TraitRef::new(self.tcx, bound, [ty]);
        let obligation = Obligation::new(self.tcx, cause, self.param_env, bound);
        let unimplemented = SelectionError::Unimplemented;
        let guar =
            self.err_ctxt().report_selection_error(obligation.clone(), &obligation, &unimplemented);
        Ty::new_error(self.tcx, guar)
    }

    fn generator_adt(&self, item: LangItem, args: &[Ty<'tcx>], span: Span) -> Ty<'tcx> {
        let tcx = self.tcx;
        let adt = tcx.adt_def(tcx.require_lang_item(item, span));
        Ty::new_adt(tcx, adt, tcx.mk_args_from_iter(args.iter().map(|&ty| GenericArg::from(ty))))
    }

    fn deduce_face(&self, body_def_id: LocalDefId, span: Span) -> Face<'tcx> {
        let tcx = self.tcx;
        let clauses = match self.clauses_of_face(body_def_id, span) {
            Ok(clauses) => clauses,
            Err(guar) => return Face::error(tcx, guar, span),
        };
        let foreign = clauses.iter().find_map(|&(clause, _)| {
            ForeignFace::of_trait(tcx, clause.as_trait_clause()?.def_id())
        });
        let clauses: Vec<_> = elaborate(tcx, clauses).collect();

        let found = match self.deduce_executor(&clauses, foreign) {
            Ok(found) => found,
            Err(guar) => return Face::error(tcx, guar, span),
        };
        let is_fn = tcx.def_kind(tcx.local_parent(body_def_id)) != DefKind::Closure;
        if found.is_none() && is_fn {
            let guar = self.report_no_face(&clauses, body_def_id);
            return Face::error(tcx, guar, span);
        }

        let executor = found.map(|(executor, _)| executor);
        let find = |item: DefId| self.deduce_assoc_ty(&clauses, item, executor);
        let own = |item| find(tcx.require_lang_item(item, span));
        let yield_ty = own(LangItem::GeneratorYield).or_else(|| match foreign? {
            ForeignFace::Future => Some(tcx.types.never),
            face @ (ForeignFace::Iterator | ForeignFace::AsyncIterator) => {
                find(self.assoc_ty(face, span))
            }
        });
        let return_ty = match foreign {
            Some(ForeignFace::Iterator | ForeignFace::AsyncIterator) => Some(tcx.types.unit),
            Some(face @ ForeignFace::Future) => find(self.assoc_ty(face, span)),
            None => own(LangItem::GeneratorReturn),
        };
        Face {
            executor: found,
            yield_ty: yield_ty.map(|ty| self.reveal_in_body(ty, body_def_id, span)),
            return_ty: return_ty.map(|ty| self.reveal_in_body(ty, body_def_id, span)),
        }
    }

    /// What is known of the value that the function around the body returns.
    fn clauses_of_face(
        &self,
        body_def_id: LocalDefId,
        span: Span,
    ) -> Result<Vec<(ty::Clause<'tcx>, Span)>, ErrorGuaranteed> {
        let ret_coercion = self.ret_coercion.as_ref().expect("generator body outside of a fn");
        let ret_ty = ret_coercion.borrow().expected_ty();
        match *self.try_structurally_resolve_type(span, ret_ty).kind() {
            ty::Infer(ty::TyVar(vid)) => {
                let written = self.written_bounds(body_def_id);
                let clause_and_span = |o: PredicateObligation<'tcx>| {
                    let clause = o.predicate.as_clause()?;
                    Some((clause, self.span_of_bound(&written, clause).unwrap_or(o.cause.span)))
                };
                let obligations = self.obligations_for_self_ty(vid);
                Ok(obligations.into_iter().filter_map(clause_and_span).collect())
            }
            ty::Alias(ty::AliasTy { kind: ty::Opaque { def_id }, args, .. }) => Ok(self
                .tcx
                .explicit_item_self_bounds(def_id)
                .iter_instantiated_copied(self.tcx, args)
                .collect()),
            ty::Error(guar) => Err(guar),
            _ => Ok(Vec::new()),
        }
    }

    /// The bounds that the function around the body names in its face.
    fn written_bounds(&self, body_def_id: LocalDefId) -> Vec<(ty::Clause<'tcx>, Span)> {
        let tcx = self.tcx;
        let function = tcx.local_parent(body_def_id);
        if tcx.def_kind(function) == DefKind::Closure {
            return Vec::new();
        }
        match *tcx.fn_sig(function).instantiate_identity().skip_binder().output().kind() {
            ty::Alias(ty::AliasTy {
                kind: ty::Opaque { def_id } | ty::Projection { def_id },
                ..
            }) => tcx.explicit_item_self_bounds(def_id).iter_identity_copied().collect(),
            _ => Vec::new(),
        }
    }

    /// Where a bound of the face is written that was found as a property of the returned value.
    fn span_of_bound(
        &self,
        written: &[(ty::Clause<'tcx>, Span)],
        found: ty::Clause<'tcx>,
    ) -> Option<Span> {
        let parameters = |bound: ty::PolyTraitPredicate<'tcx>| {
            let bound = self.tcx.erase_and_anonymize_regions(bound).skip_binder();
            (bound.def_id(), bound.trait_ref.args.types().skip(1).collect::<Vec<_>>())
        };
        let found = parameters(found.as_trait_clause()?);
        let (_, span) = written.iter().find(|&&(clause, _)| {
            clause.as_trait_clause().is_some_and(|bound| parameters(bound) == found)
        })?;
        Some(*span)
    }

    /// The one executor for which the clauses ask for a generator.
    fn deduce_executor(
        &self,
        clauses: &[(ty::Clause<'tcx>, Span)],
        foreign: Option<ForeignFace>,
    ) -> Result<Option<(Ty<'tcx>, Span)>, ErrorGuaranteed> {
        let mut found: Option<(Ty<'tcx>, Span)> = None;
        for &(clause, span) in clauses {
            let Some(bound) = clause.as_trait_clause() else { continue };
            let face = foreign.and_then(|_| ForeignFace::of_trait(self.tcx, bound.def_id()));
            let executor = if let Some(face) = face {
                self.executor_of(face, span)
            } else if self.tcx.is_lang_item(bound.def_id(), LangItem::Generator) {
                match bound.map_bound(|bound| bound.trait_ref.args.type_at(1)).no_bound_vars() {
                    Some(executor) => self.resolve_vars_if_possible(executor),
                    None => return Err(self.dcx().emit_err(HigherRankedExecutor { span })),
                }
            } else {
                continue;
            };
            match found {
                Some((first, _)) if first == executor => {}
                Some((first, first_span)) => {
                    return Err(self.dcx().emit_err(TwoExecutors {
                        span,
                        second: executor,
                        first_span,
                        first,
                    }));
                }
                None => found = Some((executor, span)),
            }
        }
        Ok(found)
    }

    /// The type that the clauses give to an associated type of the face.
    fn deduce_assoc_ty(
        &self,
        clauses: &[(ty::Clause<'tcx>, Span)],
        item: DefId,
        executor: Option<Ty<'tcx>>,
    ) -> Option<Ty<'tcx>> {
        clauses.iter().find_map(|&(clause, _)| {
            let projection = clause.as_projection_clause()?.no_bound_vars()?;
            let term = projection.projection_term;
            if term.def_id != item {
                return None;
            }
            // `Generator<E>` has the executor as its argument, `Iterator` has none.
            if let Some(argument) = term.args.types().nth(1)
                && Some(self.resolve_vars_if_possible(argument)) != executor
            {
                return None;
            }
            self.resolve_vars_if_possible(projection.term).as_type()
        })
    }

    /// A face may itself name opaque types (`impl Iterator<Item = impl Display>`), which the body
    /// defines.
    fn reveal_in_body(&self, ty: Ty<'tcx>, body_def_id: LocalDefId, span: Span) -> Ty<'tcx> {
        let ty = self.normalize(span, ty);
        let InferOk { value, obligations } =
            self.replace_opaque_types_with_inference_vars(ty, body_def_id, span, self.param_env);
        self.register_predicates(obligations);
        value
    }

    /// The executor under which a body with this face runs.
    fn executor_of(&self, face: ForeignFace, span: Span) -> Ty<'tcx> {
        match face {
            ForeignFace::Iterator => self.tcx.types.unit,
            ForeignFace::Future | ForeignFace::AsyncIterator => {
                self.generator_adt(LangItem::GeneratorTask, &[], span)
            }
        }
    }

    /// The associated type by which a face says what it gives.
    fn assoc_ty(&self, face: ForeignFace, span: Span) -> DefId {
        let (item, name) = match face {
            ForeignFace::Iterator => (LangItem::Iterator, sym::Item),
            ForeignFace::AsyncIterator => (LangItem::AsyncIterator, sym::Item),
            ForeignFace::Future => (LangItem::Future, sym::Output),
        };
        let face = self.tcx.require_lang_item(item, span);
        let mut named = self.tcx.associated_items(face).filter_by_name_unhygienic(name);
        named.next().expect("a face has an associated type").def_id
    }

    fn report_no_face(
        &self,
        clauses: &[(ty::Clause<'tcx>, Span)],
        body_def_id: LocalDefId,
    ) -> ErrorGuaranteed {
        let tcx = self.tcx;
        let function = tcx.local_parent(body_def_id);
        let face = match tcx.hir_node_by_def_id(function).fn_decl().map(|decl| decl.output) {
            Some(hir::FnRetTy::Return(ty)) => ty.span,
            _ => tcx.def_span(function),
        };
        let inherited = clauses.iter().find_map(|&(clause, _)| {
            let bound = clause.as_trait_clause()?.def_id();
            ForeignFace::of_trait(tcx, bound).map(|_| tcx.item_name(bound))
        });
        let inherited = inherited.map(|name| InheritedFace { name });
        self.dcx().emit_err(NoFace { face, inherited })
    }
}

/// The kind of a closure that was inferred to be of `kind`, if it is a generator closure.
///
/// What such a closure changes, its frame changes, long after the call. An `FnMut` closure would
/// have to lend its captures to the frame for that time, and no `FnMut` can. So it gives them away.
pub(crate) fn closure_kind(body: &hir::Body<'_>, kind: ty::ClosureKind) -> ty::ClosureKind {
    match kind {
        ty::ClosureKind::FnMut if makes_frame(body) => ty::ClosureKind::FnOnce,
        _ => kind,
    }
}

/// Whether the body is what a generator closure is lowered to, a call that wraps its frame.
fn makes_frame(body: &hir::Body<'_>) -> bool {
    if let hir::ExprKind::Call(_, [frame]) = body.value.kind
        && let hir::ExprKind::Closure(closure) = frame.kind
    {
        matches!(closure.kind, hir::ClosureKind::Coroutine(hir::CoroutineKind::Generator(_)))
    } else {
        false
    }
}

/// Whether all that the form was desugared to which this is the end of is an arm of a `match`.
pub(crate) fn is_arm(tcx: TyCtxt<'_>, end: &hir::Expr<'_>) -> bool {
    if !end.span.is_desugaring(DesugaringKind::Generator) {
        return false;
    }
    let is_of_form = |node: &hir::Node<'_>| match node {
        hir::Node::Expr(hir::Expr { span, .. })
        | hir::Node::Block(hir::Block { span, .. })
        | hir::Node::Arm(hir::Arm { span, .. }) => span.source_equal(end.span),
        _ => false,
    };
    let mut around = tcx.hir_parent_iter(end.hir_id).map(|(_, node)| node);
    matches!(around.find(|node| !is_of_form(node)), Some(hir::Node::Arm(_)))
}

/// Whether this is the body of a generator function, of which the face says what it returns.
pub(crate) fn has_face(tcx: TyCtxt<'_>, body: LocalDefId) -> bool {
    matches!(tcx.coroutine_kind(body), Some(hir::CoroutineKind::Generator(_)))
        && tcx.def_kind(tcx.local_parent(body)) != DefKind::Closure
}

/// Whether this is a part of a form that does not come to its end. Where the operands of an operator do
/// not fit they are checked twice, and such a part, which was coerced by then, can be coerced again.
pub(crate) fn diverges_in_form(expr: &hir::Expr<'_>, ty: Ty<'_>) -> bool {
    ty.is_never() && expr.span.is_desugaring(DesugaringKind::Generator)
}

/// Whether the feature is that of generators, and the crate uses it: what it makes unstable in the
/// standard library is then there for all purposes.
pub(crate) fn is_part_of_language(tcx: TyCtxt<'_>, feature: Symbol) -> bool {
    feature == sym::native_generators && tcx.features().native_generators()
}

/// The `await` before the chain of fields and methods that begins with `start`, if there is one.
pub(crate) fn prefix_await_before(tcx: TyCtxt<'_>, start: &hir::Expr<'_>) -> Option<Span> {
    let mut operand = start;
    loop {
        let hir::Node::Expr(around) = tcx.parent_hir_node(operand.hir_id) else { return None };
        match around.kind {
            hir::ExprKind::MethodCall(_, receiver, ..) | hir::ExprKind::Field(receiver, _)
                if receiver.hir_id == operand.hir_id =>
            {
                operand = around;
            }
            hir::ExprKind::Call(..) => {
                let form = tcx.inner_run(around.hir_id.owner.def_id, around.span)?.form;
                let prefix = around.span.with_ctxt(start.span.ctxt()).until(start.span);
                return (form == SuspendForm::Await && !prefix.is_empty()).then_some(prefix);
            }
            _ => return None,
        }
    }
}

/// How tightly a form binds that stands before its operand. What it is desugared to, of which an error
/// may be, would need no parentheses.
pub(crate) fn precedence_of_form(tcx: TyCtxt<'_>, expr: &hir::Expr<'_>) -> Option<ExprPrecedence> {
    let around = || {
        let parents = tcx.hir_parent_iter(expr.hir_id);
        parents.filter_map(|(_, node)| match node {
            hir::Node::Expr(around) => Some(around),
            _ => None,
        })
    };
    match precedence_of_whole_form(tcx, expr) {
        None if expr.span.is_desugaring(DesugaringKind::Generator) => around()
            .take_while(|around| around.span.source_equal(expr.span))
            .find_map(|around| precedence_of_whole_form(tcx, around)),
        precedence => precedence,
    }
}

/// Appends the call of a method, or a `?`, to an expression. A form that stands before its operand and binds
/// less tightly has to be put in parentheses for that.
pub(crate) fn append_to_form(
    tcx: TyCtxt<'_>,
    expr: &hir::Expr<'_>,
    span: Span,
    suffix: String,
) -> Vec<(Span, String)> {
    let binds_less = match precedence_of_form(tcx, expr) {
        // `await x?` is `(await x)?`.
        Some(ExprPrecedence::Prefix) => suffix.starts_with('.'),
        Some(_) => true,
        None => false,
    };
    if binds_less {
        let closed = (span.shrink_to_hi(), format!("){suffix}"));
        vec![(span.shrink_to_lo(), String::from("(")), closed]
    } else {
        vec![(span.shrink_to_hi(), suffix)]
    }
}

fn precedence_of_whole_form(tcx: TyCtxt<'_>, expr: &hir::Expr<'_>) -> Option<ExprPrecedence> {
    let hir::ExprKind::Match(suspends, ..) = expr.kind else { return None };
    if !suspends.span.is_desugaring(DesugaringKind::Generator) {
        return None;
    }
    match suspends.kind {
        hir::ExprKind::Yield(..) => Some(ExprPrecedence::Jump),
        hir::ExprKind::Call(_, [.., operand]) if expr.span.lo() < operand.span.lo() => {
            match tcx.suspend_form(expr.hir_id.owner.def_id, suspends.span) {
                SuspendForm::Await => Some(ExprPrecedence::Prefix),
                SuspendForm::Delegate | SuspendForm::Yield => Some(ExprPrecedence::Jump),
                SuspendForm::AwaitFor => None,
            }
        }
        _ => None,
    }
}

/// `await` is looser than a method or a field. Where that is one of what is awaited, the postfix form
/// says so.
pub(crate) fn suggest_postfix_await(err: &mut Diag<'_>, prefix: Span, name: Span, use_: &str) {
    err.multipart_suggestion(
        format!("to {use_} what is awaited, write `await` before it"),
        vec![(prefix, String::new()), (name.shrink_to_lo(), String::from("await."))],
        Applicability::MachineApplicable,
    );
}

#[derive(Diagnostic)]
#[diag("`{$name}` inside of a generator", code = E0267)]
pub(crate) struct BreakInsideGenerator<'a> {
    #[primary_span]
    #[label("cannot `{$name}` inside of a generator")]
    pub(crate) span: Span,
    #[label("enclosing generator")]
    pub(crate) generator: Span,
    pub(crate) name: &'a str,
}

#[derive(Diagnostic)]
#[diag("the executor of a generator cannot depend on a lifetime that its face introduces")]
#[note("one body is checked for one executor")]
struct HigherRankedExecutor {
    #[primary_span]
    #[label("`for<…>` here")]
    span: Span,
}

#[derive(Diagnostic)]
#[diag("a generator has one executor, but its face names two")]
struct TwoExecutors<'tcx> {
    #[primary_span]
    #[label("here the executor is `{$second}`")]
    span: Span,
    second: Ty<'tcx>,
    #[label("here it is `{$first}`")]
    first_span: Span,
    first: Ty<'tcx>,
}

#[derive(Diagnostic)]
#[diag("this is not the face of a generator")]
#[note(
    "a face is `Iterator`, `Future`, `AsyncIterator`, `Generator`, or a trait that has `Generator` \
     as a supertrait"
)]
struct NoFace {
    #[primary_span]
    #[label("no trait here says what the generator yields")]
    face: Span,
    #[subdiagnostic]
    inherited: Option<InheritedFace>,
}

#[derive(Subdiagnostic)]
#[help("name `{$name}` itself: that it is a supertrait is not enough")]
struct InheritedFace {
    name: Symbol,
}
