//! Desugaring of generators.
//!
//! A generator function returns a *frame*: a coroutine that owns the arguments, wrapped in a type
//! of `core::generator` that gives it its traits. So
//!
//! ```text
//! fn count(n: u32) => impl Generator<Yield = u32> { <body> }
//! ```
//!
//! becomes
//!
//! ```text
//! fn count(n: u32) -> impl Generator<Yield = u32> {
//!     generator_frame(|mut _executor| { let n = n; drop-temps { <body> } })
//! }
//! ```
//!
//! where the closure is a coroutine of the kind [`hir::CoroutineKind::Generator`]. What resumes it
//! hands it the executor, as a `Handle`; `_executor` always holds the handle of the present
//! resumption. (The local is named `ref executor`, since that is what errors are to call it.) A
//! suspend point gives control back and stores the next handle:
//!
//! ```text
//! yield <e>  ⇒  match YIELD(Suspend::Yielded(<e>)) {
//!                   handle => { _executor = handle; unsafe { take_resume(_executor) } }
//!               }
//! ```
//!
//! It is a `match` and not a block so that the temporaries of `<e>` live as long as those of any
//! other operand, to the end of the enclosing statement.
//!
//! The face `impl Iterator` has a wrapper of its own, `generator_iter`, since iteration ends with a
//! `None` and goes on returning it. It also leaves `?` no return value to carry an error: there `?`
//! yields the error as the last item and ends.
//!
//! The types of the handle, of what is yielded and of what is returned are read from the face when
//! the body is type-checked: see `rustc_hir_typeck::generator`.

mod inner;

use rustc_ast::{
    Block, CaptureBy, ClosureBinder, Const, CoroutineKind, Expr, ExprKind, FnDecl, FnHeader,
    FnRetTy, GenericBound, Movability, RangeLimits, TyKind,
};
use rustc_errors::{Applicability, Diag};
use rustc_hir as hir;
use rustc_hir::def::{DefKind, Res};
use rustc_hir::{HirId, LangItem, find_attr};
use rustc_macros::Diagnostic;
use rustc_span::def_id::LocalDefId;
use rustc_span::{BytePos, DesugaringKind, ErrorGuaranteed, Ident, Pos, Span, sym};

use crate::{
    FnDeclKind, ImplTraitContext, LoweringContext, RelaxedBoundPolicy, ResolverAstLoweringExt,
    TryBlockScope,
};

/// How the caller of a generator function sees the frame, so far as the desugaring depends on it.
#[derive(Clone, Copy, PartialEq)]
enum Face {
    /// The raw frame: `Generator` or a trait that has it as a supertrait, or a closure.
    Frame,
    /// `Iterator`.
    Iterator,
    /// `core::future::Future`.
    Future,
    /// `AsyncIterator`.
    AsyncIterator,
}

impl Face {
    /// The function that makes the frame with this face from the coroutine.
    fn wrapper(self) -> LangItem {
        match self {
            Face::Frame => LangItem::GeneratorNewFrame,
            Face::Iterator => LangItem::GeneratorNewIter,
            Face::Future => LangItem::GeneratorNewFuture,
            Face::AsyncIterator => LangItem::GeneratorNewAsyncIter,
        }
    }
}

/// What the suspend points of a generator body need to know of the declaration around it.
#[derive(Clone, Copy)]
pub(crate) struct GeneratorScope {
    face: Face,
    movability: Movability,
    /// The local that holds the handle of the present resumption.
    executor: HirId,
}

/// The declaration whose body is being lowered.
#[derive(Clone, Copy)]
pub(crate) enum Enclosing {
    Generator(GeneratorScope),
    /// Some other function, with its return type if that is written.
    Function {
        signature: Span,
        output: Option<Output>,
        constness: Const,
        /// That there was something in the body which only generators may have.
        refused: Option<ErrorGuaranteed>,
    },
    /// Some other closure, with its body if `=>` could stand before that.
    Closure(Option<ClosureBody>),
}

#[derive(Clone, Copy)]
pub(crate) struct Output {
    span: Span,
    is_impl_trait: bool,
}

#[derive(Clone, Copy)]
pub(crate) struct ClosureBody {
    span: Span,
    is_block: bool,
}

impl Enclosing {
    fn function(signature: Span, decl: &FnDecl, constness: Const) -> Self {
        let output = match &decl.output {
            FnRetTy::Default(_) => None,
            FnRetTy::Ty(ty) => {
                let is_impl_trait = matches!(ty.kind, TyKind::ImplTrait(..));
                Some(Output { span: ty.span, is_impl_trait })
            }
        };
        Enclosing::Function { signature, output, constness, refused: None }
    }

    pub(crate) fn closure(decl: &FnDecl, body: &Expr) -> Self {
        let body = matches!(decl.output, FnRetTy::Default(_)).then(|| ClosureBody {
            span: body.span,
            is_block: matches!(body.kind, ExprKind::Block(_, None)),
        });
        Enclosing::Closure(body)
    }
}

impl<'hir, R: ResolverAstLoweringExt<'hir>> LoweringContext<'_, 'hir, R> {
    /// Lowers the face of a generator function: a return type whose `impl Trait` captures every
    /// parameter in scope, in every edition, since the frame holds the arguments.
    pub(crate) fn lower_generator_face(
        &mut self,
        generator: CoroutineKind,
        output: &FnRetTy,
        parent: LocalDefId,
        kind: FnDeclKind,
    ) -> hir::FnRetTy<'hir> {
        let FnRetTy::Ty(face) = output else {
            unreachable!("a generator function without a face");
        };
        let in_trait_or_impl = match kind {
            FnDeclKind::Trait => Some(hir::RpitContext::Trait),
            FnDeclKind::Impl => Some(hir::RpitContext::TraitImpl),
            FnDeclKind::Fn | FnDeclKind::Inherent => None,
            FnDeclKind::ExternFn | FnDeclKind::Closure | FnDeclKind::Pointer => {
                unreachable!("a face where no generator function is declared")
            }
        };
        let origin = hir::OpaqueTyOrigin::AsyncFn { parent, in_trait_or_impl };
        let itctx = ImplTraitContext::OpaqueTy { origin };
        let CoroutineKind::Generator { movability: Movability::Movable, .. } = generator else {
            return hir::FnRetTy::Return(self.lower_ty_alloc(face, itctx));
        };
        let TyKind::ImplTrait(opaque, bounds) = &face.kind else {
            return hir::FnRetTy::Return(self.lower_ty_alloc(face, itctx));
        };
        let span = self.mark_span_with_reason(DesugaringKind::OpaqueTy, face.span, None);
        let kind = self.lower_opaque_inner(*opaque, origin, span, |this| {
            let written = this.lower_param_bounds(bounds, RelaxedBoundPolicy::Allowed, itctx);
            let unpin = this.make_unpin_bound(face.span);
            this.arena.alloc_from_iter(written.iter().copied().chain([unpin]))
        });
        let hir_id = self.lower_node_id(face.id);
        let span = self.lower_span(face.span);
        hir::FnRetTy::Return(self.arena.alloc(hir::Ty { hir_id, kind, span }))
    }

    /// `Unpin`, which the frame of a movable generator always is. Its face says so, since it is
    /// asked where the hidden type is not known: in the body itself, when it is recursive, and by
    /// what calls a method of a trait.
    fn make_unpin_bound(&mut self, span: Span) -> hir::GenericBound<'hir> {
        let span = self.lower_span(span);
        hir::GenericBound::Trait(hir::PolyTraitRef {
            bound_generic_params: &[],
            modifiers: hir::TraitBoundModifiers::NONE,
            trait_ref: hir::TraitRef {
                path: self.make_lang_item_path(LangItem::Unpin, span, None),
                hir_ref_id: self.next_id(),
            },
            span,
        })
    }

    /// The constness of a function. A generator that claims to be `const` was refused before.
    pub(crate) fn lower_fn_constness(&mut self, header: &FnHeader) -> hir::Constness {
        match header.coroutine_kind {
            Some(CoroutineKind::Generator { .. }) => hir::Constness::NotConst,
            _ => self.lower_constness(header.constness),
        }
    }

    /// Which wrapper the frame gets.
    fn resolve_face(&self, output: &FnRetTy) -> (Face, Option<Span>) {
        let FnRetTy::Ty(face) = output else { return (Face::Frame, None) };
        let TyKind::ImplTrait(_, bounds) = &face.kind else { return (Face::Frame, None) };
        let foreign_faces = [
            (LangItem::Iterator, Face::Iterator),
            (LangItem::Future, Face::Future),
            (LangItem::AsyncIterator, Face::AsyncIterator),
        ];
        for bound in bounds {
            if let GenericBound::Trait(bound) = bound
                && let Some(res) = self.resolver.get_partial_res(bound.trait_ref.ref_id)
                && let Some(Res::Def(DefKind::Trait, def_id)) = res.full_res()
                && let Some(&(_, face)) =
                    foreign_faces.iter().find(|(item, _)| self.tcx.is_lang_item(def_id, *item))
            {
                return (face, Some(bound.span));
            }
        }
        (Face::Frame, None)
    }

    /// `generator_frame(|mut _executor| <body>)`, given the declaration and the body into which
    /// the arguments have been moved.
    pub(crate) fn make_generator_frame(
        &mut self,
        output: &FnRetTy,
        kind: CoroutineKind,
        capture_clause: CaptureBy,
        fn_decl_span: Span,
        body_span: Span,
        body: impl FnOnce(&mut Self) -> hir::Expr<'hir>,
    ) -> hir::Expr<'hir> {
        let CoroutineKind::Generator { closure_id, mut movability, span: arrow } = kind else {
            unreachable!("not a generator: {kind:?}");
        };
        let (face, face_span) = self.resolve_face(output);
        if face == Face::Iterator && movability == Movability::Static {
            self.dcx().emit_err(StaticIterator { face: face_span.unwrap_or(arrow), arrow });
            movability = Movability::Movable;
        }

        let span = self.generator_span(body_span);
        let closure = self.make_generator_coroutine(
            face,
            closure_id,
            movability,
            capture_clause,
            fn_decl_span,
            span,
            body,
        );
        let closure = hir::Expr {
            hir_id: self.lower_node_id(closure_id),
            kind: closure,
            span: self.lower_span(body_span),
        };
        let args = self.arena.alloc_from_iter([closure]);
        self.expr_call_lang_item_fn_mut(span, face.wrapper(), args)
    }

    /// `|mut _executor: _| <body>`
    fn make_generator_coroutine(
        &mut self,
        face: Face,
        closure_id: rustc_ast::NodeId,
        movability: Movability,
        capture_clause: CaptureBy,
        fn_decl_span: Span,
        span: Span,
        body: impl FnOnce(&mut Self) -> hir::Expr<'hir>,
    ) -> hir::ExprKind<'hir> {
        let kind = hir::CoroutineKind::Generator(movability);
        let (pat, executor) = self.pat_ident_binding_mode(
            span,
            Ident::with_dummy_span(sym::ref_executor),
            hir::BindingMode::MUT,
        );
        let span = self.lower_span(span);
        let param = hir::Param { hir_id: self.next_id(), pat, ty_span: span, span };
        let handle = self.ty(span, hir::TyKind::Infer(()));
        let fn_decl = self.arena.alloc(hir::FnDecl {
            inputs: self.arena.alloc_from_iter([handle]),
            output: hir::FnRetTy::DefaultReturn(span),
            c_variadic: false,
            implicit_self: hir::ImplicitSelfKind::None,
            lifetime_elision_allowed: false,
        });
        let params = self.arena.alloc_from_iter([param]);
        let body = self.lower_body(|this| {
            this.coroutine_kind = Some(kind);
            this.enclosing =
                Some(Enclosing::Generator(GeneratorScope { face, movability, executor }));
            (params, body(this))
        });

        hir::ExprKind::Closure(self.arena.alloc(hir::Closure {
            def_id: self.local_def_id(closure_id),
            binder: hir::ClosureBinder::Default,
            capture_clause: self.lower_capture_clause(capture_clause),
            bound_generic_params: &[],
            fn_decl,
            body,
            fn_decl_span: self.lower_span(fn_decl_span),
            fn_arg_span: None,
            kind: hir::ClosureKind::Coroutine(kind),
            constness: hir::Constness::NotConst,
        }))
    }

    /// Lowers `|<params>| => { <body> }` to `|<params>| generator_frame(…)`: an ordinary closure,
    /// from whose captures the frame takes its own.
    pub(crate) fn lower_generator_closure(
        &mut self,
        attrs: &[hir::Attribute],
        binder: &ClosureBinder,
        capture_clause: CaptureBy,
        closure_id: rustc_ast::NodeId,
        kind: CoroutineKind,
        constness: Const,
        movability: Movability,
        decl: &FnDecl,
        body: &Expr,
        fn_decl_span: Span,
        fn_arg_span: Span,
    ) -> hir::ExprKind<'hir> {
        self.refuse_closure_qualifiers(kind, constness, movability, fn_decl_span);
        if let Some(attribute) = find_attr!(attrs, Coroutine(span) => *span) {
            self.dcx().emit_err(CoroutineGenerator { attribute, arrow: kind.span() });
        }
        let (binder_clause, generic_params) = self.lower_closure_binder(binder);

        let body_id = self.with_new_scopes(fn_decl_span, |this| {
            this.lower_body(|this| {
                this.lower_coroutine_body_with_moved_arguments(
                    decl,
                    |this| this.with_new_scopes(fn_decl_span, |this| this.lower_expr_mut(body)),
                    fn_decl_span,
                    body.span,
                    kind,
                    // Unused: a generator takes all it needs from `kind`.
                    hir::CoroutineSource::Closure,
                    capture_clause,
                )
            })
        });

        let bound_generic_params = self.lower_lifetime_binder(closure_id, generic_params);
        let fn_decl = self.lower_fn_decl(decl, closure_id, fn_decl_span, FnDeclKind::Closure, None);
        hir::ExprKind::Closure(self.arena.alloc(hir::Closure {
            def_id: self.local_def_id(closure_id),
            binder: binder_clause,
            capture_clause: self.lower_capture_clause(capture_clause),
            bound_generic_params,
            fn_decl,
            body: body_id,
            fn_decl_span: self.lower_span(fn_decl_span),
            fn_arg_span: Some(self.lower_span(fn_arg_span)),
            kind: hir::ClosureKind::Closure,
            constness: hir::Constness::NotConst,
        }))
    }

    fn refuse_closure_qualifiers(
        &self,
        kind: CoroutineKind,
        constness: Const,
        movability: Movability,
        fn_decl_span: Span,
    ) {
        let arrow = kind.span();
        if let Const::Yes(span) = constness {
            self.dcx().emit_err(QualifiedGeneratorClosure { span, qualifier: "const", arrow });
        }
        if movability == Movability::Static {
            let span = self.tcx.sess.source_map().span_until_whitespace(fn_decl_span);
            self.dcx().emit_err(QualifiedGeneratorClosure { span, qualifier: "static", arrow });
        }
    }

    /// Lowers `yield <e>` in a generator body.
    pub(crate) fn lower_generator_yield(
        &mut self,
        scope: GeneratorScope,
        span: Span,
        value: Option<&Expr>,
    ) -> hir::ExprKind<'hir> {
        // What parses as the range `..e` is a form of its own here.
        if let Some(Expr { kind: ExprKind::Range(None, inner, limits), span: range, .. }) = value
            && *limits == RangeLimits::HalfOpen
        {
            return self.lower_yield_from(scope, span, *range, inner.as_deref());
        }
        let value = match value {
            Some(value) => self.lower_expr(value),
            None => self.expr_unit(span),
        };
        self.make_generator_yield(scope, span, value)
    }

    /// ```text
    /// match YIELD(Suspend::Yielded(<value>)) {
    ///     handle => { _executor = handle; unsafe { take_resume(_executor) } }
    /// }
    /// ```
    fn make_generator_yield(
        &mut self,
        scope: GeneratorScope,
        span: Span,
        value: &'hir hir::Expr<'hir>,
    ) -> hir::ExprKind<'hir> {
        let span = self.generator_span(span);
        let yielded = self.make_suspend(LangItem::GeneratorYielded, span, value);

        let handle = Ident::with_dummy_span(sym::ref_executor);
        let (handle_pat, handle_id) = self.pat_ident(span, handle);
        let store = {
            let executor = self.expr_ident(span, handle, scope.executor);
            let handle = self.expr_ident(span, handle, handle_id);
            let assign = hir::ExprKind::Assign(executor, handle, self.lower_span(span));
            let assign = self.expr(span, assign);
            self.stmt(span, hir::StmtKind::Semi(self.arena.alloc(assign)))
        };
        let resume = {
            let executor = self.expr_ident_mut(span, handle, scope.executor);
            let args = self.arena.alloc_from_iter([executor]);
            let take = self.expr_call_lang_item_fn(span, LangItem::GeneratorTakeResume, args);
            self.expr_unsafe(span, take)
        };
        let resumed = self.block_all(
            span,
            self.arena.alloc_from_iter([store]),
            Some(self.arena.alloc(resume)),
        );
        let resumed = self.arena.alloc(self.expr_block(resumed));
        let arm = self.arm(handle_pat, resumed, span);
        hir::ExprKind::Match(
            self.arena.alloc(yielded),
            self.arena.alloc_from_iter([arm]),
            hir::MatchSource::Normal,
        )
    }

    /// `YIELD(Suspend::<variant> { 0: <value> })`
    fn make_suspend(
        &mut self,
        variant: LangItem,
        span: Span,
        value: &'hir hir::Expr<'hir>,
    ) -> hir::Expr<'hir> {
        let span = self.lower_span(span);
        let field = hir::ExprField {
            hir_id: self.next_id(),
            ident: Ident::new(sym::integer(0), span),
            expr: value,
            span,
            is_shorthand: false,
        };
        let variant = self.make_lang_item_qpath(variant, span, None);
        let kind = hir::ExprKind::Struct(
            self.arena.alloc(variant),
            self.arena.alloc_from_iter([field]),
            hir::StructTailExpr::None,
        );
        let suspend = self.arena.alloc(self.expr(span, kind));
        self.expr(span, hir::ExprKind::Yield(suspend, hir::YieldSource::Yield))
    }

    /// Where `?` yields the error: at the level of the body, if the face is `Iterator`.
    pub(crate) fn scope_of_yielding_try(&self) -> Option<GeneratorScope> {
        let scope = self.generator_scope()?;
        let at_body_level = matches!(self.try_block_scope, TryBlockScope::Function);
        let returns_nothing = matches!(scope.face, Face::Iterator | Face::AsyncIterator);
        (returns_nothing && at_body_level).then_some(scope)
    }

    /// What `?` does with a residual where the face leaves no return value to carry it:
    /// `{ yield yield_residual(<residual>); return }`
    pub(crate) fn make_yielding_try(
        &mut self,
        scope: GeneratorScope,
        span: Span,
        residual: hir::Expr<'hir>,
    ) -> hir::ExprKind<'hir> {
        let args = self.arena.alloc_from_iter([residual]);
        let item = self.expr_call_lang_item_fn(span, LangItem::GeneratorYieldResidual, args);
        let kind = self.make_generator_yield(scope, span, item);
        let yielded = self.arena.alloc(self.expr(span, kind));
        let stmt = self.stmt(span, hir::StmtKind::Semi(yielded));
        let ret = self.arena.alloc(self.expr(span, hir::ExprKind::Ret(None)));
        let block = self.block_all(span, self.arena.alloc_from_iter([stmt]), Some(ret));
        hir::ExprKind::Block(block, None)
    }

    /// The generator whose body is being lowered. A closure or block inside starts afresh.
    pub(crate) fn generator_scope(&self) -> Option<GeneratorScope> {
        match (self.coroutine_kind, self.enclosing) {
            (Some(hir::CoroutineKind::Generator(_)), Some(Enclosing::Generator(scope))) => {
                Some(scope)
            }
            _ => None,
        }
    }

    /// Whether a suspend point here stands in no coroutine at all, or in one that awaits.
    pub(crate) fn is_outside_of_generator(&self) -> bool {
        self.tcx.features().native_generators()
            && matches!(
                self.coroutine_kind,
                None | Some(hir::CoroutineKind::Desugared(hir::CoroutineDesugaring::Async, _))
            )
    }

    /// Lowers the body of a function that is no generator.
    ///
    /// What the function would return is not known if it was meant to be one: that it does not
    /// implement the face is then no error of its own.
    pub(crate) fn lower_ordinary_body(
        &mut self,
        signature: Span,
        decl: &FnDecl,
        constness: Const,
        body: &Block,
    ) -> hir::Expr<'hir> {
        self.enclosing = Some(Enclosing::function(signature, decl, constness));
        let value = self.lower_block_expr(body);
        let Some(Enclosing::Function {
            output: Some(Output { is_impl_trait: true, .. }),
            refused: Some(guar),
            ..
        }) = self.enclosing
        else {
            return value;
        };
        let span = value.span;
        let kind = self.make_error_after(guar, span, value);
        self.expr(span, kind)
    }

    /// Refuses a `yield` outside of generator bodies, and lowers its operand all the same, so that
    /// what is wrong in there is reported too.
    pub(crate) fn lower_yield_outside_of_generator(
        &mut self,
        span: Span,
        value: Option<&Expr>,
    ) -> hir::ExprKind<'hir> {
        let form = match value {
            Some(Expr { kind: ExprKind::Range(None, Some(_), RangeLimits::HalfOpen), .. }) => {
                "yield.."
            }
            _ => "yield",
        };
        let guar = self.report_outside_of_generator(form, span);
        let Some(value) = value else { return hir::ExprKind::Err(guar) };
        self.make_refused_form(guar, span, value)
    }

    fn make_refused_form(
        &mut self,
        guar: ErrorGuaranteed,
        span: Span,
        operand: &Expr,
    ) -> hir::ExprKind<'hir> {
        let value = self.lower_expr_mut(operand);
        self.make_error_after(guar, span, value)
    }

    /// `{ <value>; <error> }`
    fn make_error_after(
        &mut self,
        guar: ErrorGuaranteed,
        span: Span,
        value: hir::Expr<'hir>,
    ) -> hir::ExprKind<'hir> {
        let stmt = self.stmt(value.span, hir::StmtKind::Semi(self.arena.alloc(value)));
        let error = self.arena.alloc(self.expr_err(span, guar));
        let block = self.block_all(span, self.arena.alloc_from_iter([stmt]), Some(error));
        hir::ExprKind::Block(block, None)
    }

    fn report_outside_of_generator(&mut self, form: &'static str, span: Span) -> ErrorGuaranteed {
        let guar = self.outside_of_generator(form, span).emit();
        self.note_refused(guar);
        guar
    }

    fn note_refused(&mut self, guar: ErrorGuaranteed) {
        if let Some(Enclosing::Function { refused, .. }) = &mut self.enclosing {
            *refused = Some(guar);
        }
    }

    /// What is wrong with a form of generators that stands elsewhere, and where it stands.
    fn outside_of_generator(&self, form: &'static str, span: Span) -> Diag<'_> {
        let mut err = self.dcx().create_err(OutsideOfGenerator { span, form });
        err.span_label(
            span,
            match form {
                "ref executor" => "only a generator has an executor",
                _ => "only a generator can suspend",
            },
        );
        match (self.coroutine_kind, self.enclosing) {
            (Some(kind), _) => {
                if let Some(signature) = self.current_item {
                    let kind = describe_other_coroutine(kind);
                    err.span_label(signature, format!("this is {kind}, not a generator"));
                }
            }
            (None, Some(Enclosing::Function { signature, output, constness, .. })) => {
                err.span_label(signature, "this function is not a generator");
                if matches!(constness, Const::No) && self.may_be_generator(output) {
                    self.suggest_generator_function(&mut err, form, signature, output);
                }
            }
            (None, Some(Enclosing::Closure(body))) => {
                if let Some(signature) = self.current_item {
                    err.span_label(signature, "this closure is not a generator");
                }
                if let Some(body) = body {
                    suggest_generator_closure(&mut err, body);
                }
            }
            (None, Some(Enclosing::Generator(_)) | None) => {}
        }
        err
    }

    /// Whether the function whose body this is could be declared as a generator.
    fn may_be_generator(&self, output: Option<Output>) -> bool {
        let function = self.current_hir_id_owner.to_def_id();
        let parent = self.tcx.parent(function);
        let is_main = self.tcx.opt_item_name(function) == Some(sym::main) && parent.is_crate_root();
        // What the trait declares is not a generator if it returns anything else.
        let is_of_trait = matches!(self.tcx.def_kind(parent), DefKind::Impl { of_trait: true })
            && !output.is_some_and(|output| output.is_impl_trait);
        !is_main && !is_of_trait
    }

    fn suggest_generator_function(
        &self,
        err: &mut Diag<'_>,
        form: &'static str,
        signature: Span,
        output: Option<Output>,
    ) {
        let message = "declare it with `=>` to make it one";
        let Some(output) = output else {
            let face = match form {
                "yield" | "yield.." => " => impl Iterator<Item = /* Type */>",
                _ => " => impl std::generator::Future<Return = ()>",
            };
            let end = signature.shrink_to_hi();
            err.span_suggestion_verbose(end, message, face, Applicability::HasPlaceholders);
            return;
        };
        let before = signature.until(output.span);
        let Ok(before_output) = self.tcx.sess.source_map().span_to_snippet(before) else { return };
        let Some(arrow) = before_output.rfind("->") else { return };
        let lo = before.lo() + BytePos::from_usize(arrow);
        let arrow = before.with_lo(lo).with_hi(lo + BytePos::from_usize("->".len()));
        let mut parts = vec![(arrow, String::from("=>"))];
        match form {
            _ if output.is_impl_trait => {}
            "await" => {
                let face = String::from("impl std::generator::Future<Return = ");
                parts.push((output.span.shrink_to_lo(), face));
                parts.push((output.span.shrink_to_hi(), String::from(">")));
            }
            _ => return,
        }
        err.multipart_suggestion(message, parts, Applicability::MaybeIncorrect);
    }

    fn generator_span(&self, span: Span) -> Span {
        self.mark_span_with_reason(
            DesugaringKind::Generator,
            self.lower_span(span),
            Some(self.allow_generators.clone()),
        )
    }
}

fn describe_other_coroutine(kind: hir::CoroutineKind) -> &'static str {
    match kind {
        hir::CoroutineKind::Desugared(hir::CoroutineDesugaring::Async, _) => "`async`",
        hir::CoroutineKind::Desugared(hir::CoroutineDesugaring::Gen, _) => "`gen`",
        hir::CoroutineKind::Desugared(hir::CoroutineDesugaring::AsyncGen, _) => "`async gen`",
        hir::CoroutineKind::Coroutine(_) => "a coroutine",
        hir::CoroutineKind::Generator(_) => unreachable!("in a generator"),
    }
}

fn suggest_generator_closure(err: &mut Diag<'_>, body: ClosureBody) {
    let (open, close) = if body.is_block { ("=> ", "") } else { ("=> { ", " }") };
    err.multipart_suggestion(
        "declare it with `=>` to make it one",
        vec![
            (body.span.shrink_to_lo(), open.to_owned()),
            (body.span.shrink_to_hi(), close.to_owned()),
        ],
        Applicability::MaybeIncorrect,
    );
}

#[derive(Diagnostic)]
#[diag("`{$form}` outside of a generator")]
struct OutsideOfGenerator {
    #[primary_span]
    span: Span,
    form: &'static str,
}

#[derive(Diagnostic)]
#[diag("a generator closure cannot be a `#[coroutine]` too")]
struct CoroutineGenerator {
    #[primary_span]
    attribute: Span,
    #[label("generator because of this `=>`")]
    arrow: Span,
}

#[derive(Diagnostic)]
#[diag("a generator with the face `Iterator` cannot be `static`")]
#[note("an iterator is resumed through `&mut`, and may be moved between two items")]
struct StaticIterator {
    #[primary_span]
    #[label("an iterator can be moved at any time")]
    face: Span,
    #[label("generator because of this `=>`")]
    arrow: Span,
}

#[derive(Diagnostic)]
#[diag("`{$qualifier}` closures cannot be generators")]
struct QualifiedGeneratorClosure {
    #[primary_span]
    #[label("`{$qualifier}` because of this")]
    span: Span,
    qualifier: &'static str,
    #[label("generator because of this `=>`")]
    arrow: Span,
}
