//! Why a generator is not what is asked of it.

use std::cell::Cell;

use rustc_ast::util::parser::ExprPrecedence;
use rustc_errors::codes::*;
use rustc_errors::{Applicability, Diag, MultiSpan, struct_span_code_err};
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_infer::traits::PredicateObligation;
use rustc_middle::hir::generator::{InnerRun, SuspendForm};
use rustc_middle::mir::generator::HeldVariable;
use rustc_middle::ty::elaborate::elaborate;
use rustc_middle::ty::print::PrintPolyTraitPredicateExt;
use rustc_middle::ty::{self, Ty, TypeVisitableExt, Upcast};
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
        // Where the executor is another one, the value is no generator for this one, which is said too.
        let is_executor = self.tcx.lang_items().get(LangItem::GeneratorIsExecutor);
        let names_executor = |error: &FulfillmentError<'tcx>| {
            let clause = error.obligation.predicate.as_trait_clause();
            clause.is_some_and(|clause| Some(clause.def_id()) == is_executor)
        };
        if !errors.iter().all(names_executor) {
            errors.retain(|error| !names_executor(error));
        }
        let tainted = self.tainted_by_errors();
        if tainted.is_some() || !errors.iter().all(is_of_desugaring) {
            errors.retain(|error| !is_of_desugaring(error));
        }
        tainted.filter(|_| errors.is_empty())
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

    /// A frame of which all parts are `Clone` is not if it can be suspended with half a variable.
    pub(super) fn note_generator_that_holds(
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
    /// Whether a method may be called on the operand as it is written.
    is_closed: bool,
    operand: Ty<'tcx>,
    executor: Ty<'tcx>,
    /// Where the generator around the form is declared.
    declared: Option<Span>,
}

impl NotRun<'_, '_> {
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
        let InnerRun { form, operand: node } = self.tcx.inner_run(root.cause.body_id, span)?;
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
            span: node.span,
            is_closed: node.precedence(&|_| false) == ExprPrecedence::Unambiguous,
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
        self.explain_instead(&mut err, form, span, executor, instead);
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
            None => Instead::Nothing,
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

    /// A generator is no iterator and no future, but turns into one where it may. Returns whether it may
    /// here.
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
        let of_one = self.as_generator(param_env, value);
        let is_of_one = of_one.is_some();
        // One for any executor is one for that executor, too.
        let of_any = || self.as_generator_for(param_env, value, wanted_executor);
        let Some(generator) = of_one.or_else(of_any) else { return false };
        let GeneratorTypes { executor, yielded, returned } = generator;
        let stays = self.tcx.lang_items().unpin_trait().is_some_and(|unpin| {
            !self.type_implements_trait(unpin, [value], param_env).may_apply()
        });
        let method = if wants_iterator && executor.is_unit() {
            match returned {
                Some(_) if stays => ".into_box().iter()",
                Some(returned) if returned.is_unit() => ".iter()",
                _ => ".map_return(drop).iter()",
            }
        } else if wants_future && self.is_task(executor) && yielded.is_some_and(Ty::is_never) {
            ".into_core()"
        } else {
            if is_of_one {
                let executor = self.tcx.short_string(executor, err.long_ty_path());
                err.note(format!("this is a generator for the executor `{executor}`"));
            }
            return false;
        };
        let what = if wants_iterator { "an iterator" } else { "a future" };
        let value_span = match *obligation.cause.code().peel_derives() {
            ObligationCauseCode::AwaitableExpr(value) => self.tcx.hir_span(value),
            _ => span,
        };
        let mut parts = vec![(value_span.shrink_to_hi(), String::from(method))];
        if method.starts_with(".into_box()") {
            parts.extend(self.tcx.import_of_into_box(obligation.cause.body_id));
        }
        err.multipart_suggestion(
            format!("turn the generator into {what}"),
            parts,
            Applicability::MaybeIncorrect,
        );
        true
    }

    /// Says what the operand is, and what to write.
    fn explain_instead(
        &self,
        err: &mut Diag<'_>,
        form: SuspendForm,
        span: Span,
        executor: Ty<'tcx>,
        instead: Instead<'tcx>,
    ) {
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
            _ => {
                err.span_label(span, "this is no generator for this executor");
            }
        }
    }

    /// A movable generator moves what it runs.
    fn report_not_movable(&self, not_run: NotRun<'_, 'tcx>) -> ErrorGuaranteed {
        let NotRun { span, operand, declared, is_closed, leaf, .. } = not_run;
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
