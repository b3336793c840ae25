//! Why a generator is not what is asked of it.

use std::cell::Cell;
use std::ops::ControlFlow;

use rustc_ast::util::parser::ExprPrecedence;
use rustc_errors::codes::*;
use rustc_errors::{Applicability, Diag, MultiSpan, struct_span_code_err};
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_hir::intravisit::{self, Visitor};
use rustc_infer::traits::PredicateObligation;
use rustc_middle::hir::generator::{InnerRun, SuspendForm};
use rustc_middle::hir::nested_filter;
use rustc_middle::mir::generator::HeldVariable;
use rustc_middle::ty::elaborate::elaborate;
use rustc_middle::ty::print::PrintPolyTraitPredicateExt;
use rustc_middle::ty::{self, Ty, TyCtxt, TypeVisitableExt, Upcast};
use rustc_span::def_id::{DefId, LocalDefId};
use rustc_span::{DUMMY_SP, DesugaringKind, ErrorGuaranteed, Span, sym};

use super::suggestions::CoroutineInteriorOrUpvar;
use crate::error_reporting::TypeErrCtxt;
use crate::infer::InferCtxtExt;
use crate::traits::{
    FulfillmentError, Obligation, ObligationCause, ObligationCauseCode, ObligationCtxt,
};

impl<'tcx> TypeErrCtxt<'_, 'tcx> {
    /// Leaves out the errors that follow from others: those that arise from what a form of
    /// generators is desugared to. Returns some error if that leaves none.
    pub(super) fn retain_errors_of_source(
        &self,
        errors: &mut Vec<FulfillmentError<'tcx>>,
    ) -> Option<ErrorGuaranteed> {
        let is_of_desugaring = |error: &FulfillmentError<'tcx>| {
            error.obligation.cause.span.is_desugaring(DesugaringKind::Generator)
        };
        // Bounds that nobody wrote. Where the executor is another one, the value is no generator for this
        // one, and what is not `Unpin` cannot be iterated, which is said too.
        let unwritten = [
            LangItem::GeneratorIsExecutor,
            LangItem::GeneratorIterable,
            LangItem::GeneratorAwaitable,
        ];
        let is_unwritten = |error: &FulfillmentError<'tcx>| {
            [&error.obligation, &error.root_obligation].into_iter().any(|bound| {
                let bound = bound.predicate.as_trait_clause();
                bound.is_some_and(|bound| {
                    unwritten.iter().any(|&item| self.tcx.is_lang_item(bound.def_id(), item))
                })
            })
        };
        if !errors.iter().all(is_unwritten) {
            errors.retain(|error| !is_unwritten(error));
        }
        if let Some(error) = errors.iter().find(|error| self.follows_from_missing_generator(error))
        {
            let span = error.obligation.cause.span;
            errors.retain(|error| !self.follows_from_missing_generator(error));
            if errors.is_empty() {
                let missing = "that this is no generator is an error of its own";
                return Some(self.dcx().span_delayed_bug(span, missing));
            }
        }
        let tainted = self.tainted_by_errors();
        if tainted.is_some() || !errors.iter().all(is_of_desugaring) {
            errors.retain(|error| !is_of_desugaring(error));
        }
        tainted.filter(|_| errors.is_empty())
    }

    /// What is no generator for an executor does not yield or return anything either. It would seem to, as
    /// an iterator does, for one way to be a generator is to be an iterator.
    fn follows_from_missing_generator(&self, error: &FulfillmentError<'tcx>) -> bool {
        let projection = error.obligation.predicate.as_projection_clause();
        let Some(projection) = projection.and_then(|projection| projection.no_bound_vars()) else {
            return false;
        };
        let bound = projection.projection_term.trait_ref(self.tcx);
        self.tcx.is_lang_item(bound.def_id, LangItem::Generator)
            && !self
                .type_implements_trait(bound.def_id, bound.args, error.obligation.param_env)
                .may_apply()
    }

    /// What a coroutine is suspended by at this span, without and with an article.
    pub(super) fn name_suspension(
        &self,
        coroutine: DefId,
        suspended: Span,
        is_async: bool,
    ) -> (&'static str, &'static str) {
        let Some(hir::CoroutineKind::Generator(_)) = self.tcx.coroutine_kind(coroutine) else {
            return if is_async { ("await", "an await") } else { ("yield", "a yield") };
        };
        let root = self.tcx.typeck_root_def_id(coroutine);
        let form = root.as_local().map(|root| self.tcx.suspend_form(root, suspended));
        match form {
            Some(SuspendForm::Await) => ("`await`", "an `await`"),
            Some(SuspendForm::AwaitFor) => ("`await for`", "an `await for`"),
            Some(SuspendForm::Delegate) => ("`yield..`", "a `yield..`"),
            Some(SuspendForm::Yield) | None => ("`yield`", "a `yield`"),
        }
    }

    /// What there is to know of generators where something does not implement a trait.
    pub(super) fn note_of_generators(
        &self,
        err: &mut Diag<'_>,
        obligation: &PredicateObligation<'tcx>,
        predicate: ty::PolyTraitPredicate<'tcx>,
    ) {
        self.note_generator_that_holds(err, predicate);
        self.note_declared_as_movable(err, obligation, predicate);
        self.note_other_executor(err, obligation, predicate);
    }

    /// What is a generator, but for another executor.
    fn note_other_executor(
        &self,
        err: &mut Diag<'_>,
        obligation: &PredicateObligation<'tcx>,
        predicate: ty::PolyTraitPredicate<'tcx>,
    ) {
        let param_env = obligation.param_env;
        if self.tcx.is_lang_item(predicate.def_id(), LangItem::Generator)
            && let Some(value) = predicate.self_ty().no_bound_vars()
            && !value.is_ty_var()
            && let Some(GeneratorTypes { executor, .. }) = self.as_generator(param_env, value)
            && let Some(wanted) = predicate.skip_binder().trait_ref.args.types().nth(1)
            && !self.can_eq(param_env, executor, wanted)
        {
            let what = match self.is_iterator_or_future(param_env, value) {
                true if self.is_task(executor) => "future",
                true => "iterator",
                false => "value",
            };
            let executor = self.tcx.short_string(executor, err.long_ty_path());
            err.note(format!("this {what} is a generator for the executor `{executor}`"));
        }
    }

    /// What implements a method that its trait declares with `=>` must be movable as well, whatever it
    /// is that implements it.
    fn note_declared_as_movable(
        &self,
        err: &mut Diag<'_>,
        obligation: &PredicateObligation<'tcx>,
        predicate: ty::PolyTraitPredicate<'tcx>,
    ) {
        let tcx = self.tcx;
        if tcx.is_lang_item(predicate.def_id(), LangItem::Unpin)
            && let ObligationCauseCode::WhereClause(bounded, _)
            | ObligationCauseCode::WhereClauseInExpr(bounded, ..) =
                *obligation.cause.code().peel_derives()
            && let Some(ty::ImplTraitInTraitData::Trait { fn_def_id, .. }) =
                tcx.opt_rpitit_info(bounded)
            && tcx.is_face(bounded)
        {
            let name = tcx.item_name(fn_def_id);
            err.note(format!("`{name}` is declared with `=>`, as a generator that may move"));
            let face = tcx.hir_get_if_local(fn_def_id).and_then(|node| node.fn_decl());
            match face.map(|decl| decl.output) {
                Some(hir::FnRetTy::Return(face)) => {
                    err.span_suggestion_verbose(
                        face.span.shrink_to_lo(),
                        "declare it as one that need not",
                        "static ",
                        Applicability::MaybeIncorrect,
                    );
                }
                _ => {}
            }
        }
    }

    /// A frame of which all parts are `Clone` is not if it can be suspended with half a variable.
    fn note_generator_that_holds(
        &self,
        err: &mut Diag<'_>,
        predicate: ty::PolyTraitPredicate<'tcx>,
    ) {
        let tcx = self.tcx;
        if tcx.is_lang_item(predicate.def_id(), LangItem::Clone)
            && let ty::Coroutine(def_id, _) = *predicate.self_ty().skip_binder().kind()
            && let Some(hir::CoroutineKind::Generator(hir::Movability::Movable)) =
                tcx.coroutine_kind(def_id)
            && let Some(layout) = tcx.mir_coroutine_witnesses(def_id)
        {
            if let Some(held) = layout.holdings.in_part {
                note_held(
                    err,
                    held,
                    "this, or a part of it, may have been moved away",
                    "a generator that may be suspended with only a part of a variable cannot be \
                     cloned",
                );
            } else if let Some(held) = layout.holdings.dangling {
                note_held(
                    err,
                    held,
                    "what this refers to may be gone",
                    "a generator that may be suspended with a variable that only waits to be \
                     dropped, and may dangle, cannot be cloned",
                );
            }
        }
    }
}

impl<'tcx> TypeErrCtxt<'_, 'tcx> {
    /// What a generator holds that has a part of this type, or of the type behind it if that is a
    /// reference; and the type that it has in this generator, of which the parameters may be known.
    pub(super) fn find_held_by_generator(
        &self,
        coroutine: DefId,
        obligation: &PredicateObligation<'tcx>,
        part: Ty<'tcx>,
        is_being_checked: bool,
        find_capture: impl FnOnce(
            &dyn Fn(ty::Binder<'tcx, Ty<'tcx>>) -> bool,
        ) -> Option<CoroutineInteriorOrUpvar>,
    ) -> Option<(CoroutineInteriorOrUpvar, Ty<'tcx>)> {
        let tcx = self.tcx;
        let Some(hir::CoroutineKind::Generator(_)) = tcx.coroutine_kind(coroutine) else {
            return None;
        };
        coroutine.as_local()?;
        let erase = |ty| tcx.erase_and_anonymize_regions(ty);
        let part = erase(part);
        let mut wanted = vec![part, part.peel_refs()];
        if let Some(clause) = obligation.predicate.as_trait_clause() {
            wanted.push(erase(clause.self_ty().skip_binder()));
        }
        let has_part = |ty: Ty<'tcx>| {
            let mut parts = erase(ty).walk().filter_map(|part| part.as_type());
            parts.any(|part| wanted.contains(&part))
        };
        // Types are those of the body there, which is not to be asked for while it is checked.
        if !is_being_checked
            && let Some(args) = args_of_coroutine(coroutine, obligation.cause.code())
            && let Some(layout) = tcx.mir_coroutine_witnesses(coroutine)
        {
            for (held, suspended) in layout.variant_fields.iter().zip(&layout.variant_source_info) {
                for field in held.iter().map(|&field| &layout.field_tys[field]) {
                    let ty = ty::EarlyBinder::bind(field.ty).instantiate(tcx, args);
                    if !field.ignore_for_traits && has_part(ty) {
                        let suspended = Some((suspended.span, None));
                        let span = field.source_info.span;
                        return Some((CoroutineInteriorOrUpvar::Interior(span, suspended), ty));
                    }
                }
            }
        }
        let captured = Cell::new(part);
        let capture = find_capture(&|ty| {
            let ty = ty.skip_binder();
            let is_held = has_part(ty);
            if is_held && !part.is_ref() {
                captured.set(ty);
            }
            is_held
        })?;
        Some((capture, captured.get()))
    }
}

/// The arguments that a coroutine has where something was asked of it.
fn args_of_coroutine<'tcx>(
    coroutine: DefId,
    code: &ObligationCauseCode<'tcx>,
) -> Option<ty::GenericArgsRef<'tcx>> {
    let mut next = Some(code);
    while let Some(code) = next {
        let parent = code.parent_with_predicate();
        if let Some((_, Some(asked))) = parent
            && let ty::Coroutine(def_id, args) | ty::CoroutineWitness(def_id, args) =
                *asked.skip_binder().self_ty().kind()
            && def_id == coroutine
        {
            return Some(args);
        }
        next = parent.map(|(code, _)| code);
    }
    None
}

/// Where something is written that may come from a macro, such as `vec![…]`, which stands beside the
/// code that `beside` is or was desugared from.
fn span_in_source(span: Span, beside: Span) -> Option<Span> {
    let beside = match beside.desugaring_kind() {
        Some(_) => beside.parent_callsite()?,
        None => beside,
    };
    match span.parent_callsite() {
        // What is desugared stands where it was written.
        Some(from) if span.desugaring_kind().is_some() && from.eq_ctxt(beside) => {
            Some(span.with_ctxt(beside.ctxt()))
        }
        _ => span.find_ancestor_in_same_ctxt(beside),
    }
}

/// Looks within a span for the expression that is the value which is looked for.
struct FindValue<'tcx, F> {
    tcx: TyCtxt<'tcx>,
    span: Span,
    is_value: F,
}

impl<'tcx, F: Fn(&hir::Expr<'tcx>) -> bool> Visitor<'tcx> for FindValue<'tcx, F> {
    type NestedFilter = nested_filter::OnlyBodies;
    type Result = ControlFlow<&'tcx hir::Expr<'tcx>>;

    fn maybe_tcx(&mut self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_expr(&mut self, expr: &'tcx hir::Expr<'tcx>) -> Self::Result {
        if self.span.contains(expr.span) && (self.is_value)(expr) {
            return ControlFlow::Break(expr);
        }
        intravisit::walk_expr(self, expr)
    }
}

fn suggest_from_iter(err: &mut Diag<'_>, iterator: Span, advice: &'static str) {
    err.multipart_suggestion(
        advice,
        vec![
            (iterator.shrink_to_lo(), String::from("std::generator::from_iter(")),
            (iterator.shrink_to_hi(), String::from(")")),
        ],
        Applicability::MaybeIncorrect,
    );
}

/// Notes that a frame is no `Clone` because of what it holds at one of its suspend points.
fn note_held(
    err: &mut Diag<'_>,
    HeldVariable { variable, suspended }: HeldVariable,
    what: &'static str,
    why: &'static str,
) {
    let mut spans = MultiSpan::from_span(suspended);
    spans.push_span_label(variable, what);
    spans.push_span_label(suspended, "when the generator is suspended here");
    err.span_note(spans, why);
}

/// An operand that its form cannot run.
struct NotRun<'a, 'tcx> {
    form: SuspendForm,
    /// What is not satisfied, at the end of the chain of reasons.
    leaf: &'a PredicateObligation<'tcx>,
    span: Span,
    node: &'tcx hir::Expr<'tcx>,
    operand: Ty<'tcx>,
    executor: Ty<'tcx>,
    /// Where the generator around the form is declared.
    declared: Option<Span>,
}

impl NotRun<'_, '_> {
    /// Whether a method may be called on the operand as it is written.
    fn is_closed(&self) -> bool {
        self.node.precedence(&|_| false) == ExprPrecedence::Unambiguous
    }

    /// How a sentence about the operand goes on.
    fn cannot(&self) -> String {
        match self.form {
            SuspendForm::Await => String::from("cannot be awaited"),
            form => format!("cannot be run by {}", form.name()),
        }
    }
}

/// The types of a generator, as far as they are known.
struct GeneratorTypes<'tcx> {
    executor: Ty<'tcx>,
    yielded: Option<Ty<'tcx>>,
    returned: Option<Ty<'tcx>>,
}

/// What the operand is instead of what the form runs.
enum Instead<'tcx> {
    Generator(GeneratorTypes<'tcx>),
    Iterator,
    IntoIterator,
    Future,
    IntoFuture,
    /// A mutable reference to what the form would run.
    Reference,
    Nothing,
}

impl<'tcx> TypeErrCtxt<'_, 'tcx> {
    /// Whether something is asked of the coroutine that a generator body became. What was asked of
    /// the frame around it is what there is to talk about.
    pub(super) fn is_about_body_of_generator(
        &self,
        obligation: &PredicateObligation<'tcx>,
    ) -> bool {
        let Some(wanted) = obligation.predicate.as_trait_clause() else { return false };
        let of = self.resolve_vars_if_possible(wanted.self_ty().skip_binder());
        matches!(
            *of.kind(),
            ty::Coroutine(def_id, _) if matches!(
                self.tcx.coroutine_kind(def_id),
                Some(hir::CoroutineKind::Generator(_))
            )
        )
    }

    /// Whether this is the body of a generator, or of the function that makes its frame.
    pub(super) fn is_body_of_generator(&self, body: LocalDefId) -> bool {
        let tcx = self.tcx;
        matches!(tcx.coroutine_kind(body), Some(hir::CoroutineKind::Generator(_)))
            || tcx.def_kind(body).is_fn_like()
                && !tcx.is_closure_like(body.to_def_id())
                && tcx.is_generator_fn(body.to_def_id())
    }

    /// Reports what `await`, `await for` or `yield..` cannot run, in terms of these forms.
    pub(super) fn report_not_run(&self, error: &FulfillmentError<'tcx>) -> Option<ErrorGuaranteed> {
        let root = &error.root_obligation;
        let span = match *root.cause.code() {
            ObligationCauseCode::FunctionArg { call_hir_id, .. } => self.tcx.hir_span(call_hir_id),
            _ => root.cause.span,
        };
        let InnerRun { form, operand: node, .. } = self.tcx.inner_run(root.cause.body_id, span)?;
        let wanted = match root.predicate.kind().no_bound_vars()? {
            ty::PredicateKind::Clause(ty::ClauseKind::Trait(wanted)) => wanted.trait_ref,
            ty::PredicateKind::Clause(ty::ClauseKind::Projection(wanted)) => {
                wanted.projection_term.trait_ref(self.tcx)
            }
            _ => return None,
        };
        let wanted = self.resolve_vars_if_possible(wanted);
        if wanted.references_error() || wanted.self_ty().is_ty_var() {
            return None;
        }
        let mut not_run = NotRun {
            form,
            leaf: &error.obligation,
            span: span_in_source(node.span, span).unwrap_or(node.span),
            node,
            operand: wanted.self_ty(),
            executor: wanted.self_ty(),
            declared: self.declaration_around(node.hir_id),
        };
        match wanted.args.types().nth(1) {
            Some(executor) if !executor.is_ty_var() => {
                not_run.executor = executor;
                Some(self.report_wrong_executor(not_run))
            }
            None if self.wants_movable(&root.cause) => Some(self.report_not_movable(not_run)),
            _ => None,
        }
    }

    /// Reports a `?` that cannot yield its error, where the face leaves it nothing else to do.
    pub(super) fn report_not_yielded(
        &self,
        error: &FulfillmentError<'tcx>,
    ) -> Option<ErrorGuaranteed> {
        let wanted = error.root_obligation.predicate.as_trait_clause()?;
        // The function stands in a module with its trait.
        let yields = self.tcx.lang_items().get(LangItem::GeneratorYieldResidual)?;
        if self.tcx.parent(wanted.def_id()) != self.tcx.parent(yields) {
            return None;
        }
        let mut path = None;
        let told = self.on_unimplemented_note(wanted, &error.root_obligation, &mut path);
        let (message, label) = (told.message?, told.label?);
        let span = error.root_obligation.cause.span;
        let conversion = error
            .obligation
            .predicate
            .as_trait_clause()
            .filter(|conversion| self.tcx.is_diagnostic_item(sym::From, conversion.def_id()));
        let Some(conversion) = conversion else {
            let mut err = struct_span_code_err!(self.dcx(), span, E0277, "{message}");
            err.span_label(span, label);
            *err.long_ty_path() = path;
            return Some(err.emit());
        };
        let into = self.tcx.short_string(conversion.self_ty().skip_binder(), &mut path);
        let from = conversion.print_modifiers_and_trait_path();
        let from = self.tcx.short_string(from, &mut path);
        let mut err = struct_span_code_err!(
            self.dcx(),
            span,
            E0277,
            "`?` couldn't convert the error to `{into}`",
        );
        *err.long_ty_path() = path;
        err.span_label(span, format!("the trait `{from}` is not implemented for `{into}`"));
        err.note(label);
        Some(err.emit())
    }

    /// Whether it is a movable generator that asks something of what it runs.
    fn wants_movable(&self, cause: &ObligationCause<'tcx>) -> bool {
        let code = match cause.code() {
            ObligationCauseCode::FunctionArg { parent_code, .. } => &**parent_code,
            code => code,
        };
        matches!(
            *code,
            ObligationCauseCode::WhereClauseInExpr(function, ..)
                if self.tcx.is_lang_item(function, LangItem::GeneratorResume)
        )
    }

    /// Where the generator that has the node in its body says which executor it has: in its face,
    /// or, if it is a closure, nowhere but in its head.
    fn declaration_around(&self, node: hir::HirId) -> Option<Span> {
        let tcx = self.tcx;
        let body_of = |node: hir::Node<'_>| match node {
            hir::Node::Expr(hir::Expr { kind: hir::ExprKind::Closure(closure), .. }) => matches!(
                closure.kind,
                hir::ClosureKind::Coroutine(hir::CoroutineKind::Generator(_))
            )
            .then_some(closure.def_id),
            _ => None,
        };
        let body = tcx.hir_parent_iter(node).find_map(|(_, node)| body_of(node))?;
        self.face_of_generator(body)
    }

    /// The face of the generator that has this body, or the head of the closure.
    pub(super) fn face_of_generator(&self, body: LocalDefId) -> Option<Span> {
        let tcx = self.tcx;
        let Some(hir::CoroutineKind::Generator(_)) = tcx.coroutine_kind(body) else { return None };
        let function = tcx.local_parent(body);
        match tcx.hir_node_by_def_id(function).fn_decl()?.output {
            hir::FnRetTy::Return(face) => Some(face.span),
            hir::FnRetTy::DefaultReturn(_) => Some(tcx.def_span(function)),
        }
    }

    fn report_wrong_executor(&self, not_run: NotRun<'_, 'tcx>) -> ErrorGuaranteed {
        let NotRun { form, leaf, span, operand, executor, declared, .. } = not_run;
        if let Some(missing) = leaf.predicate.as_trait_clause()
            && missing.skip_binder().trait_ref.args.types().next() == Some(executor)
            && operand != executor
        {
            return self.report_missing_capability(not_run, missing);
        }
        let instead = self.what_instead(leaf.param_env, operand, executor);
        if let Instead::Iterator = instead
            && form != SuspendForm::Await
            && executor.is_unit()
        {
            return self.report_pinned_iterator(not_run);
        }
        let mut path = None;
        let operand_str = self.tcx.short_string(operand, &mut path);
        let executor_str = self.tcx.short_string(executor, &mut path);
        let mut err = struct_span_code_err!(
            self.dcx(),
            span,
            E0277,
            "`{operand_str}` {} in a generator whose executor is `{executor_str}`",
            not_run.cannot(),
        );
        *err.long_ty_path() = path;
        if let Some(declared) = declared {
            let label = format!("the executor of this generator is `{executor_str}`");
            err.span_label(declared, label);
        }
        self.explain_instead(&mut err, &not_run, instead);
        err.emit()
    }

    /// The operand would be a generator for `()`, as every iterator is that may be moved.
    fn report_pinned_iterator(&self, not_run: NotRun<'_, 'tcx>) -> ErrorGuaranteed {
        let NotRun { leaf, span, operand, .. } = not_run;
        let mut path = None;
        let operand_str = self.tcx.short_string(operand, &mut path);
        let mut err = struct_span_code_err!(
            self.dcx(),
            span,
            E0277,
            "`{operand_str}` {}: it may have to be pinned",
            not_run.cannot(),
        );
        *err.long_ty_path() = path;
        err.span_label(span, "an iterator is a generator only if it is `Unpin`");
        if let Some(unpin) = self.tcx.lang_items().unpin_trait() {
            let missing = ty::Binder::dummy(ty::TraitRef::new(self.tcx, unpin, [operand]));
            let body = leaf.cause.body_id;
            self.suggest_restricting_param_bound(&mut err, missing.upcast(self.tcx), None, body);
        }
        suggest_from_iter(&mut err, span, "make a generator of it as it is");
        err.emit()
    }

    /// The operand would be a generator for this executor, if the executor could do more.
    fn report_missing_capability(
        &self,
        not_run: NotRun<'_, 'tcx>,
        missing: ty::PolyTraitPredicate<'tcx>,
    ) -> ErrorGuaranteed {
        let NotRun { leaf, span, operand, executor, declared, .. } = not_run;
        let mut path = None;
        let operand = self.tcx.short_string(operand, &mut path);
        let missing_str = self.tcx.short_string(missing, &mut path);
        let mut err = struct_span_code_err!(
            self.dcx(),
            span,
            E0277,
            "`{operand}` {} in this generator: the trait bound `{missing_str}` is not satisfied",
            not_run.cannot(),
        );
        let executor = self.tcx.short_string(executor, &mut path);
        *err.long_ty_path() = path;
        let capability =
            self.tcx.short_string(missing.print_modifiers_and_trait_path(), err.long_ty_path());
        err.span_label(span, format!("runs only under an executor that is `{capability}`"));
        if let Some(declared) = declared {
            err.span_label(declared, format!("the executor of this generator is `{executor}`"));
        }
        self.suggest_restricting_param_bound(&mut err, missing, None, leaf.cause.body_id);
        err.emit()
    }

    fn what_instead(
        &self,
        param_env: ty::ParamEnv<'tcx>,
        operand: Ty<'tcx>,
        executor: Ty<'tcx>,
    ) -> Instead<'tcx> {
        let is = |trait_: Option<DefId>| {
            let implements = |trait_| self.type_implements_trait(trait_, [operand], param_env);
            trait_.is_some_and(|trait_| implements(trait_).may_apply())
        };
        let into = |method| self.tcx.lang_items().get(method).map(|method| self.tcx.parent(method));
        let items = self.tcx.lang_items();
        match self.as_generator(param_env, operand) {
            Some(generator) if self.can_eq(param_env, generator.executor, executor) => {
                Instead::Generator(generator)
            }
            _ if operand.is_numeric() => Instead::Nothing,
            _ if is(items.future_trait()) => Instead::Future,
            _ if is(items.iterator_trait()) => Instead::Iterator,
            Some(generator) => Instead::Generator(generator),
            None if is(into(LangItem::IntoFutureIntoFuture)) => Instead::IntoFuture,
            None if is(into(LangItem::IntoIterIntoIter)) => Instead::IntoIterator,
            None => match *operand.kind() {
                ty::Ref(_, generator, hir::Mutability::Mut)
                    if self.as_generator_for(param_env, generator, executor).is_some() =>
                {
                    Instead::Reference
                }
                _ => Instead::Nothing,
            },
        }
    }

    /// What a value is as a generator, as far as there is one answer.
    fn as_generator(
        &self,
        param_env: ty::ParamEnv<'tcx>,
        value: Ty<'tcx>,
    ) -> Option<GeneratorTypes<'tcx>> {
        let executor = self.next_ty_var(DUMMY_SP);
        self.as_generator_for(param_env, value, executor).filter(|it| !it.executor.is_ty_var())
    }

    /// What a value is as a generator for an executor.
    fn as_generator_for(
        &self,
        param_env: ty::ParamEnv<'tcx>,
        value: Ty<'tcx>,
        executor: Ty<'tcx>,
    ) -> Option<GeneratorTypes<'tcx>> {
        let tcx = self.tcx;
        let generator = tcx.lang_items().get(LangItem::Generator)?;
        self.probe(|_| {
            let ocx = ObligationCtxt::new(self);
            let is_generator = ty::TraitRef::new(tcx, generator, [value, executor]);
            let cause = ObligationCause::dummy();
            ocx.register_obligation(Obligation::new(tcx, cause.clone(), param_env, is_generator));
            if !ocx.try_evaluate_obligations().is_empty() {
                return None;
            }
            let executor = self.resolve_vars_if_possible(executor);
            let assoc_ty = |item| {
                let ty = Ty::new_projection(tcx, tcx.lang_items().get(item)?, [value, executor]);
                let ty = ocx.normalize(&cause, param_env, ty);
                let _ = ocx.try_evaluate_obligations();
                let ty = self.resolve_vars_if_possible(ty);
                (!ty.has_infer()).then_some(ty)
            };
            let yielded = assoc_ty(LangItem::GeneratorYield);
            let returned = assoc_ty(LangItem::GeneratorReturn);
            Some(GeneratorTypes { executor, yielded, returned })
        })
    }

    /// What a generator that yields nothing returns, by the bounds of the opaque type that it is.
    pub(crate) fn return_ty_of_awaitable(
        &self,
        opaque: DefId,
        args: ty::GenericArgsRef<'tcx>,
    ) -> Option<Ty<'tcx>> {
        let tcx = self.tcx;
        let bounds = tcx.explicit_item_self_bounds(opaque).iter_instantiated_copied(tcx, args);
        let bounds: Vec<_> = elaborate(tcx, bounds.map(|(bound, _)| bound)).collect();
        let assoc_ty = |item| {
            bounds.iter().find_map(|bound| {
                let bound = bound.as_projection_clause()?.no_bound_vars()?;
                let is_item = tcx.is_lang_item(bound.def_id(), item);
                is_item.then(|| bound.term.as_type()).flatten()
            })
        };
        assoc_ty(LangItem::GeneratorYield).filter(|yielded| yielded.is_never())?;
        assoc_ty(LangItem::GeneratorReturn)
    }

    fn is_task(&self, executor: Ty<'tcx>) -> bool {
        let is_task =
            |adt: ty::AdtDef<'_>| self.tcx.is_lang_item(adt.did(), LangItem::GeneratorTask);
        executor.ty_adt_def().is_some_and(is_task)
    }

    /// A generator is no iterator and no future, but turns into one where it may. Returns whether this
    /// says what to do.
    pub(super) fn suggest_what_generator_turns_into(
        &self,
        err: &mut Diag<'_>,
        span: Span,
        obligation: &PredicateObligation<'tcx>,
        predicate: ty::PolyTraitPredicate<'tcx>,
    ) -> bool {
        let param_env = obligation.param_env;
        let items = self.tcx.lang_items();
        let (wants_iterator, wants_future) = (
            Some(predicate.def_id()) == items.iterator_trait(),
            Some(predicate.def_id()) == items.future_trait(),
        );
        let wanted_executor = match items.get(LangItem::GeneratorTask) {
            Some(task) if wants_future => self.tcx.type_of(task).instantiate_identity(),
            _ if wants_iterator => self.tcx.types.unit,
            _ => return false,
        };
        let Some(value) = predicate.self_ty().no_bound_vars() else { return false };
        if self.is_iterator_or_future(param_env, value) {
            return false;
        }
        let of_one = self.as_generator(param_env, value);
        let is_of_one = of_one.is_some();
        // One for any executor is one for that executor, too.
        let of_any = || self.as_generator_for(param_env, value, wanted_executor);
        let Some(generator) = of_one.or_else(of_any) else { return false };
        let GeneratorTypes { executor, yielded, returned } = generator;
        let is_awaited = yielded.is_some_and(Ty::is_never);
        let stays = items.unpin_trait().is_some_and(|unpin| {
            !self.type_implements_trait(unpin, [value], param_env).may_apply()
        });
        let (advice, methods) = if wants_iterator && executor.is_unit() && is_awaited {
            let returns_many = returned.is_some_and(|ty| self.is_into_iterator(param_env, ty));
            if !returns_many || !self.is_body_of_generator(obligation.cause.body_id) {
                return false;
            }
            ("iterate over what the generator returns", ".await")
        } else if wants_iterator && executor.is_unit() {
            let methods = match returned {
                Some(_) if stays => ".into_box().iter()",
                Some(returned) if returned.is_unit() => ".iter()",
                _ => ".map_return(drop).iter()",
            };
            ("turn the generator into an iterator", methods)
        } else if wants_future && self.is_task(executor) && is_awaited {
            ("turn the generator into a future", ".into_core()")
        } else if is_of_one {
            match yielded {
                Some(yielded) if wants_future && self.is_task(executor) => {
                    let yielded = self.tcx.short_string(yielded, err.long_ty_path());
                    err.note(format!("this generator yields `{yielded}` before it returns"));
                }
                _ => {
                    let executor = self.tcx.short_string(executor, err.long_ty_path());
                    err.note(format!("this is a generator for the executor `{executor}`"));
                }
            }
            return true;
        } else {
            return false;
        };
        let Some((at, is_closed)) = self.place_of_value(span, obligation, value) else {
            return true;
        };
        let mut parts = vec![(at.shrink_to_hi(), String::from(methods))];
        if !is_closed {
            parts[0].1.insert(0, ')');
            parts.push((at.shrink_to_lo(), String::from("(")));
        }
        if methods != ".await" {
            let into_box = methods.starts_with(".into_box()").then_some(sym::GeneratorIntoBox);
            let into_box = into_box.and_then(|name| self.tcx.get_diagnostic_item(name));
            let traits = into_box.into_iter().chain(items.generator_trait());
            parts.extend(self.tcx.imports_for_calls(obligation.cause.body_id, traits));
        }
        err.multipart_suggestion(advice, parts, Applicability::MaybeIncorrect);
        true
    }

    /// Whether a value is a generator because it is an iterator or a future, by the bridges from these
    /// traits, which is nothing to tell of it.
    fn is_iterator_or_future(&self, param_env: ty::ParamEnv<'tcx>, value: Ty<'tcx>) -> bool {
        let items = self.tcx.lang_items();
        [items.iterator_trait(), items.future_trait()]
            .into_iter()
            .flatten()
            .any(|bridged| self.type_implements_trait(bridged, [value], param_env).may_apply())
    }

    fn is_into_iterator(&self, param_env: ty::ParamEnv<'tcx>, value: Ty<'tcx>) -> bool {
        let into_iter = self.tcx.lang_items().get(LangItem::IntoIterIntoIter);
        into_iter.is_some_and(|into_iter| {
            self.type_implements_trait(self.tcx.parent(into_iter), [value], param_env).may_apply()
        })
    }

    /// Where the value stands of which something is asked, and whether a method can be called on it as
    /// it is written there. The span may be that of something which is made of the value.
    fn place_of_value(
        &self,
        span: Span,
        obligation: &PredicateObligation<'tcx>,
        value: Ty<'tcx>,
    ) -> Option<(Span, bool)> {
        let tcx = self.tcx;
        let results = self.typeck_results.as_ref()?;
        let is_value = |expr: &hir::Expr<'_>| {
            // The body of a generator closure is no place to append something to.
            let makes_frame = matches!(expr.kind, hir::ExprKind::Call(..))
                && expr.span.is_desugaring(DesugaringKind::Generator);
            let Some(ty) = results.expr_ty_opt(expr).filter(|_| !makes_frame) else { return false };
            let ty = self.resolve_vars_if_possible(ty);
            !ty.is_ty_var()
                && !ty.references_error()
                && self.can_eq(obligation.param_env, ty, value)
        };
        let expr = match *obligation.cause.code().peel_derives() {
            ObligationCauseCode::AwaitableExpr(value) => tcx.hir_expect_expr(value),
            ObligationCauseCode::OpaqueReturnType(Some((_, returned))) => {
                Some(tcx.hir_expect_expr(returned).peel_blocks()).filter(|it| is_value(it))?
            }
            _ => {
                let body = tcx.hir_maybe_body_owned_by(obligation.cause.body_id)?;
                FindValue { tcx, span, is_value }.visit_body(body).break_value()?
            }
        };
        let is_form = expr.span.is_desugaring(DesugaringKind::Generator);
        let is_closed = !is_form && expr.precedence(&|_| false) == ExprPrecedence::Unambiguous;
        Some((span_in_source(expr.span, span)?, is_closed))
    }

    /// Says what the operand is, and what to write.
    fn explain_instead(
        &self,
        err: &mut Diag<'_>,
        not_run: &NotRun<'_, 'tcx>,
        instead: Instead<'tcx>,
    ) {
        let NotRun { form, span, executor, .. } = *not_run;
        let is_task = self.is_task(executor);
        match instead {
            Instead::Generator(generator) if generator.executor == executor => {
                let yielded = generator.yielded.map_or(String::new(), |ty| {
                    format!(" `{}`", self.tcx.short_string(ty, err.long_ty_path()))
                });
                err.span_label(span, format!("this yields{yielded} before it returns"));
                err.help(
                    "`await for` runs a block for each value that is yielded, and `yield..` hands \
                     them all on",
                );
            }
            Instead::Generator(generator) => {
                let of = self.tcx.short_string(generator.executor, err.long_ty_path());
                err.span_label(span, format!("this is a generator for the executor `{of}`"));
                err.help(
                    "a generator runs others of its own executor only: the one that its face \
                     names",
                );
            }
            Instead::Future => {
                err.span_label(span, "this future is a generator for the executor `Task`");
                err.help(
                    "for this generator to run under `Task`, give it the face \
                     `core::future::Future` or `AsyncIterator`, or name `Task` in the one it has",
                );
            }
            Instead::IntoFuture if is_task => {
                err.span_label(span, "this is no future, but turns into one");
                err.span_suggestion_verbose(
                    span.shrink_to_hi(),
                    "turn it into the future",
                    ".into_future()",
                    Applicability::MaybeIncorrect,
                );
            }
            Instead::Iterator | Instead::IntoIterator if form != SuspendForm::Await => {
                err.span_label(
                    span,
                    match instead {
                        Instead::Iterator => "this iterator is a generator for the executor `()`",
                        _ => "this can be iterated over, but is no generator for this executor",
                    },
                );
                suggest_from_iter(err, span, "make it a generator for any executor");
            }
            _ if is_task && form == SuspendForm::Await => {
                err.span_label(span, "this is neither a future nor another generator");
            }
            Instead::Reference => {
                err.span_label(span, "this only refers to a generator");
                self.suggest_for_reference(err, not_run);
            }
            _ => {
                err.span_label(span, "this is no generator for this executor");
            }
        }
    }

    /// What is lent is run through a value that stands for it. A variable may as well be given away: the
    /// frame could not hold a loan of it if it moves.
    fn suggest_for_reference(&self, err: &mut Diag<'_>, not_run: &NotRun<'_, 'tcx>) {
        let NotRun { node, span, leaf, .. } = not_run;
        let lent = match node.kind {
            hir::ExprKind::AddrOf(_, _, lent) if lent.span.eq_ctxt(*span) => Some(lent),
            _ => None,
        };
        if let Some(lent) = lent
            && let hir::ExprKind::Path(hir::QPath::Resolved(None, path)) = lent.kind
            && let hir::def::Res::Local(_) = path.res
        {
            err.span_suggestion_verbose(
                span.until(lent.span),
                "run it itself",
                "",
                Applicability::MaybeIncorrect,
            );
            return;
        }
        let by_mut = String::from(".by_mut()");
        let mut parts = match lent {
            Some(lent) => {
                vec![(span.until(lent.span), String::new()), (lent.span.shrink_to_hi(), by_mut)]
            }
            None => vec![(span.shrink_to_hi(), by_mut)],
        };
        let generator = self.tcx.lang_items().generator_trait();
        parts.extend(self.tcx.imports_for_calls(leaf.cause.body_id, generator));
        err.multipart_suggestion(
            "run what it refers to, without taking it",
            parts,
            Applicability::MaybeIncorrect,
        );
    }

    /// A movable generator moves what it runs.
    fn report_not_movable(&self, not_run: NotRun<'_, 'tcx>) -> ErrorGuaranteed {
        let is_closed = not_run.is_closed();
        let NotRun { span, operand, declared, leaf, .. } = not_run;
        let mut path = None;
        let operand = self.tcx.short_string(operand, &mut path);
        let mut err = struct_span_code_err!(
            self.dcx(),
            span,
            E0277,
            "`{operand}` cannot be run in place by a generator that may move",
        );
        *err.long_ty_path() = path;
        err.span_label(span, "this must not move once it has started");
        // An iterator moves, and a closure has no face to say something in.
        let face = declared.filter(|&face| {
            let face = self.tcx.sess.source_map().span_to_snippet(face);
            face.is_ok_and(|face| face.starts_with("impl") && !face.contains("Iterator<"))
        });
        if let Some(face) = face {
            err.span_suggestion_verbose(
                face.shrink_to_lo(),
                "declare the generator around it as one that does not move either",
                "static ",
                Applicability::MaybeIncorrect,
            );
        }
        let mut into_box = vec![(span.shrink_to_hi(), String::from(".into_box()"))];
        if !is_closed {
            into_box[0].1.insert(0, ')');
            into_box.push((span.shrink_to_lo(), String::from("(")));
        }
        into_box.extend(self.tcx.import_of_into_box(leaf.cause.body_id));
        err.multipart_suggestion(
            "put it on the heap, where it stays while its box moves",
            into_box,
            Applicability::MaybeIncorrect,
        );
        err.emit()
    }
}
