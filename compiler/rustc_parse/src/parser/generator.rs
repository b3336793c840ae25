//! Parsing of generators: `=>` in place of `->`, and what stands in their bodies.
//!
//! ```text
//! fn count(n: u32) => impl Iterator<Item = u32> { … }
//! fn fetch(u: Url) => static impl Future<Output = Page> { … }
//! |n: u32| => { … }
//! ```
//!
//! The arrow becomes a [`CoroutineKind::Generator`], in the header of a function and beside the
//! `async` of a closure; the face (the `impl Trait` after the arrow) stays the output type of the
//! declaration. So all that walks, resolves and prints signatures goes on working.
//!
//! In their bodies stand forms of their own: `await e`, `await for p in e { … }`, `ref executor`.
//! `yield.. e` is kept as the `yield` of a range, and told from it by the lowering.
//!
//! `=>` after parameters was an error before, which suggested `->`. It still is where no face
//! follows: whether the feature is on is not known while parsing, and someone who wrote
//! `fn len(&self) => usize` wants to hear about `->` either way.

use std::mem;
use std::sync::atomic::Ordering;

use rustc_ast::token;
use rustc_ast::token::NonterminalKind;
use rustc_ast::tokenstream::{TokenStream, TokenTree};
use rustc_ast::{
    AngleBracketedArg, AttrArgs, AttrKind, Attribute, BlockCheckMode, CoroutineKind, DUMMY_NODE_ID,
    Expr, ExprKind, FnDecl, FnHeader, FnRetTy, ForLoopKind, GenericArgs, Label, Movability,
    RangeLimits, Ty, TyKind,
};
use rustc_errors::PResult;
use rustc_macros::{Diagnostic, Subdiagnostic};
use rustc_span::{Span, Symbol, kw, sym};

use super::ty::{AllowPlus, RecoverQPath, RecoverReturnSign};
use super::{FnParseMode, Parser, Restrictions};
use crate::errors::ReturnTypesUseThinArrow;
use crate::exp;

impl<'a> Parser<'a> {
    /// Notes whether a module's attributes name the feature of generators. The parser has no other
    /// way to know, and the forms that begin with `await` mean something else without it.
    pub(super) fn note_generators(&self, attrs: &[Attribute]) {
        let names_feature = attrs.iter().any(|attr| {
            let tokens = match &attr.kind {
                AttrKind::Normal(normal) if attr.has_any_name(&[sym::feature, sym::cfg_attr]) => {
                    normal.item.args.unparsed_ref().map(AttrArgs::inner_tokens).unwrap_or_default()
                }
                _ => return false,
            };
            contains_ident(&tokens, sym::native_generators)
        });
        if names_feature {
            self.psess.names_generators.store(true, Ordering::Relaxed);
        }
    }

    /// Parses the body of a function or closure of this kind.
    pub(super) fn in_body_of<T>(
        &mut self,
        kind: Option<CoroutineKind>,
        parse: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let enclosing = self.enter_body_of(kind);
        let body = parse(self);
        self.leave_body(enclosing);
        body
    }

    /// Enters a body, and returns what is to be passed to `leave_body`.
    pub(super) fn enter_body_of(&mut self, kind: Option<CoroutineKind>) -> bool {
        let is_generator = matches!(kind, Some(CoroutineKind::Generator { .. }));
        mem::replace(&mut self.in_generator, is_generator)
    }

    pub(super) fn leave_body(&mut self, enclosing: bool) {
        self.in_generator = enclosing;
    }

    /// Whether an expression begins here that only generators know.
    pub(super) fn at_generator_form(&self) -> bool {
        self.at_await_form() || self.at_ref_executor()
    }

    /// Whether what a macro is given goes on with an expression that only generators know. Macros
    /// of crates without generators match what they always matched.
    pub fn at_generator_form_in_macro(&self) -> bool {
        self.psess.names_generators.load(Ordering::Relaxed) && self.at_generator_form()
    }

    /// Whether a fragment of this kind may be such an expression.
    pub fn may_be_generator_form(kind: NonterminalKind) -> bool {
        matches!(kind, NonterminalKind::Expr(_) | NonterminalKind::Stmt)
    }

    /// Whether `await e` or `await for` begins here.
    ///
    /// In a generator body `await` is a keyword in every edition. What a macro is given may end up
    /// in one, so there it is a keyword too where it can be nothing else. Elsewhere `await e` is
    /// what those write who come from another language, and is refused as it always was.
    pub(super) fn at_await_form(&self) -> bool {
        if !self.token.is_keyword(kw::Await) {
            return false;
        }
        let is_reserved = self.token_uninterpolated_span().at_least_rust_2018();
        let names_generators = self.psess.names_generators.load(Ordering::Relaxed);
        match is_reserved {
            true if self.in_generator || names_generators => {
                // `await!(e)` is what `await e` was once.
                self.look_ahead(1, |t| *t != token::Bang)
            }
            false if self.in_generator => {
                self.look_ahead(1, |t| t.can_begin_expr() || t.is_keyword(kw::Await))
            }
            false if names_generators => {
                // A block may be that of `if await { … }`.
                self.look_ahead(1, |t| {
                    t.is_ident() && t.can_begin_expr()
                        || t.is_lit()
                        || t.is_metavar_expr() && !t.is_metavar_block()
                })
            }
            _ => false,
        }
    }

    /// Parses `await e` or `await for p in e { … }`.
    pub(super) fn parse_await_form(&mut self, label: Option<Label>) -> PResult<'a, Box<Expr>> {
        self.bump(); // `await`
        let await_kw = self.prev_token.span;
        self.gate_form(await_kw);
        if self.eat_keyword(exp!(For)) {
            let lo = label.map_or(await_kw, |label| label.ident.span);
            let mut expr = self.parse_expr_for(label, lo)?;
            if let ExprKind::ForLoop { kind, .. } = &mut expr.kind {
                *kind = ForLoopKind::AwaitFor;
            }
            return Ok(expr);
        }
        if let Some(label) = label {
            self.dcx().emit_err(LabelledAwait {
                label: label.ident.span,
                remove: label.ident.span.until(await_kw),
            });
        }
        let restrictions = self.restrictions | Restrictions::AWAIT_OPERAND;
        let operand = self.with_res(restrictions, |this| {
            let attrs = this.parse_outer_attributes()?;
            this.parse_expr_prefix(attrs)
        })?;
        let span = await_kw.to(operand.span);
        Ok(self.mk_expr(span, ExprKind::Await(operand, await_kw)))
    }

    /// `for await` is how `async` code says it.
    pub(super) fn recover_for_await(&mut self, for_kw: Span) -> ForLoopKind {
        let span = for_kw.to(self.prev_token.span);
        self.dcx().emit_err(ForAwaitInGenerator { span });
        ForLoopKind::AwaitFor
    }

    /// Parses the operand of `yield`. In a generator, `yield.. e` is a form of its own, whose operand
    /// may be a range: `yield.. 0..n`. It is kept as the range `..e`, as it would parse elsewhere.
    pub(super) fn parse_yield_operand(&mut self) -> PResult<'a, Option<Box<Expr>>> {
        if !self.in_generator {
            return self.parse_expr_opt();
        }
        // In `match yield n { … }` the braces are those of the `match`.
        let restrictions = self.restrictions & Restrictions::NO_STRUCT_LITERAL;
        if self.token != token::DotDot {
            return self.parse_expr_opt_res(restrictions);
        }
        self.bump(); // `..`
        let lo = self.prev_token.span;
        let inner = self.parse_expr_opt_res(restrictions)?;
        let range = self.mk_range(None, inner, RangeLimits::HalfOpen);
        Ok(Some(self.mk_expr(lo.to(self.prev_token.span), range)))
    }

    fn parse_expr_opt_res(&mut self, restrictions: Restrictions) -> PResult<'a, Option<Box<Expr>>> {
        if !self.token.can_begin_expr() && !self.at_generator_form() {
            return Ok(None);
        }
        let attrs = self.parse_outer_attributes()?;
        self.parse_expr_res(restrictions, attrs).map(|(expr, _)| Some(expr))
    }

    /// Whether `ref executor` begins here.
    pub(super) fn at_ref_executor(&self) -> bool {
        self.token.is_keyword(kw::Ref) && self.look_ahead(1, |t| t.is_ident_named(sym::executor))
    }

    pub(super) fn parse_ref_executor(&mut self) -> PResult<'a, Box<Expr>> {
        let lo = self.token.span;
        self.bump(); // `ref`
        self.bump(); // `executor`
        let span = lo.to(self.prev_token.span);
        self.gate_form(span);
        Ok(self.mk_expr(span, ExprKind::RefExecutor))
    }

    /// Gates a form outside of generators. Inside, the generator has been gated.
    fn gate_form(&self, span: Span) {
        if !self.in_generator {
            self.psess.gated_spans.gate(sym::native_generators, span);
        }
    }

    /// Parses the parameters of a function, and its return type or face.
    pub(super) fn parse_fn_decl_or_face(
        &mut self,
        fn_parse_mode: &FnParseMode,
        header: &mut FnHeader,
    ) -> PResult<'a, Box<FnDecl>> {
        let inputs = self.parse_fn_params(fn_parse_mode)?;
        let output = if self.token == token::FatArrow {
            self.parse_fn_face(header)?
        } else {
            let arrow = self.token.span;
            let output =
                self.parse_ret_ty(AllowPlus::Yes, RecoverQPath::Yes, RecoverReturnSign::Yes)?;
            self.recover_face_after_return_type(arrow, output, header)?
        };
        Ok(Box::new(FnDecl { inputs, output }))
    }

    /// A function has a return type or a face.
    fn recover_face_after_return_type(
        &mut self,
        thin_arrow: Span,
        output: FnRetTy,
        header: &mut FnHeader,
    ) -> PResult<'a, FnRetTy> {
        let FnRetTy::Ty(ty) = &output else { return Ok(output) };
        if self.token != token::FatArrow {
            return Ok(output);
        }
        let is_face = matches!(ty.kind, TyKind::ImplTrait(..));
        let (ty, arrow) = (ty.span, self.token.span);
        if is_face && self.look_ahead(1, |t| *t == token::OpenBrace || t.is_keyword(kw::Where)) {
            self.bump(); // `=>`
            self.dcx().emit_err(ArrowAfterFace {
                arrow,
                thin_arrow,
                exchange: ExchangeArrows { thin_arrow, arrow: ty.shrink_to_hi().to(arrow) },
            });
            self.refuse_qualifier(header.coroutine_kind, "functions", arrow);
            header.coroutine_kind = Some(self.mk_generator(arrow, Movability::Movable));
            return Ok(output);
        }
        let face = self.parse_fn_face(header)?;
        self.dcx().emit_err(FaceAfterReturnType { ty, arrow });
        Ok(face)
    }

    /// Parses `=> impl Trait` or `=> static impl Trait`, and marks the function as a generator.
    fn parse_fn_face(&mut self, header: &mut FnHeader) -> PResult<'a, FnRetTy> {
        let before_arrow = self.prev_token.span;
        self.bump(); // `=>`
        let arrow = self.prev_token.span;
        let movability = if self.token.is_keyword(kw::Static) {
            self.bump();
            Movability::Static
        } else {
            Movability::Movable
        };
        let face_lo = self.token.span;
        let has_face = self.token != token::OpenBrace
            && self.token != token::Semi
            && !self.token.is_keyword(kw::Where);
        let lacks_impl = movability == Movability::Static && !self.token.is_keyword(kw::Impl);
        let face = if has_face && lacks_impl {
            let ty = self.parse_ty()?;
            let guar = self.dcx().emit_err(StaticWithoutImpl { ty: ty.span, arrow });
            self.mk_ty(ty.span, TyKind::Err(guar))
        } else if !has_face {
            let guar = self.dcx().emit_err(GeneratorWithoutFace {
                found: face_lo,
                arrow,
                suggestion: self.prev_token.span.shrink_to_hi(),
            });
            self.mk_ty(arrow.shrink_to_hi(), TyKind::Err(guar))
        } else {
            self.parse_ty()?
        };
        let face = if names_trait(&face) {
            let guar = self.dcx().emit_err(FaceWithoutImpl {
                face: face.span,
                arrow,
                suggestion: face.span.shrink_to_lo(),
            });
            self.mk_ty(face.span, TyKind::Err(guar))
        } else {
            face
        };
        if !matches!(face.kind, TyKind::ImplTrait(..) | TyKind::Err(_)) {
            let guar = self
                .dcx()
                .create_err(ReturnTypesUseThinArrow {
                    span: arrow,
                    suggestion: before_arrow.between(face_lo),
                })
                .with_note(
                    "`=>` declares a generator function, and is followed by `impl Trait` or \
                     `static impl Trait`",
                )
                .emit();
            // Whichever was meant, the body may hold a `yield`, and what it returns is in doubt.
            let face = self.mk_ty(face.span, TyKind::Err(guar));
            header.coroutine_kind = Some(CoroutineKind::Generator {
                span: arrow,
                closure_id: DUMMY_NODE_ID,
                movability,
            });
            return Ok(FnRetTy::Ty(face));
        }
        self.refuse_qualifier(header.coroutine_kind, "functions", arrow);
        header.coroutine_kind = Some(self.mk_generator(arrow, movability));
        Ok(FnRetTy::Ty(face))
    }

    /// Parses the return type of a closure, and leaves the arrow of a generator closure alone.
    pub(super) fn parse_closure_ret_ty(&mut self) -> PResult<'a, FnRetTy> {
        if self.token == token::FatArrow && self.at_generator_closure() {
            Ok(FnRetTy::Default(self.prev_token.span.shrink_to_hi()))
        } else {
            self.parse_ret_ty(AllowPlus::Yes, RecoverQPath::Yes, RecoverReturnSign::Yes)
        }
    }

    /// Whether what follows `=>` after the parameters of a closure is the body of a generator:
    /// a block, or what someone may write who forgot its braces (`|n| => yield n`) or who gives
    /// the closure a face.
    fn at_generator_closure(&self) -> bool {
        self.look_ahead(1, |t| {
            *t == token::OpenBrace
                || t.is_keyword(kw::Impl)
                || t.is_keyword(kw::Static)
                || t.can_begin_expr() && !t.can_begin_type()
        }) || self.look_ahead(1, |t| t.is_keyword(kw::For))
            && self.look_ahead(2, |t| *t != token::Lt)
    }

    /// Parses the `=>` of a generator closure.
    pub(super) fn parse_generator_closure_arrow(
        &mut self,
        kind: Option<CoroutineKind>,
        decl: &mut FnDecl,
    ) -> PResult<'a, Option<CoroutineKind>> {
        if self.token != token::FatArrow {
            return Ok(kind);
        }
        let before_arrow = self.prev_token.span.shrink_to_hi();
        self.bump(); // `=>`
        let arrow = self.prev_token.span;
        if let FnRetTy::Ty(ty) = &decl.output {
            self.dcx().emit_err(GeneratorClosureWithReturnType { ty: ty.span, arrow });
            decl.output = FnRetTy::Default(before_arrow);
        }
        self.refuse_qualifier(kind, "closures", arrow);
        self.recover_closure_face()?;
        Ok(Some(self.mk_generator(arrow, Movability::Movable)))
    }

    /// A closure names no face: its frame is seen as it is.
    fn recover_closure_face(&mut self) -> PResult<'a, ()> {
        if !self.token.is_keyword(kw::Impl) && !self.token.is_keyword(kw::Static) {
            return Ok(());
        }
        let arrow = self.prev_token.span;
        if self.token.is_keyword(kw::Static) {
            self.bump();
        }
        let face = self.parse_ty()?.span;
        self.dcx().emit_err(ClosureWithFace { face, remove: arrow.shrink_to_hi().to(face) });
        Ok(())
    }

    /// Parses the body of a generator closure, which is a block.
    pub(super) fn parse_generator_closure_body(&mut self, arrow: Span) -> PResult<'a, Box<Expr>> {
        if self.token == token::OpenBrace || self.token.is_metavar_block() {
            let lo = self.token.span;
            return self.parse_expr_block(None, lo, BlockCheckMode::Default);
        }
        let body = self.parse_expr()?;
        self.dcx().emit_err(GeneratorClosureWithoutBlock {
            body: body.span,
            arrow,
            wrap: WrapInBlock { lo: body.span.shrink_to_lo(), hi: body.span.shrink_to_hi() },
        });
        Ok(body)
    }

    fn mk_generator(&self, arrow: Span, movability: Movability) -> CoroutineKind {
        self.psess.gated_spans.gate(sym::native_generators, arrow);
        CoroutineKind::Generator { span: arrow, closure_id: DUMMY_NODE_ID, movability }
    }

    /// `async` and `gen` make coroutines of their own, which a generator is not.
    fn refuse_qualifier(&self, kind: Option<CoroutineKind>, item: &'static str, arrow: Span) {
        let Some(kind) = kind else { return };
        let span = kind.span();
        self.dcx().emit_err(QualifiedGenerator {
            span,
            qualifier: kind.as_str(),
            item,
            arrow,
            remove: self.psess.source_map().span_extend_while_whitespace(span),
        });
    }
}

fn contains_ident(tokens: &TokenStream, name: Symbol) -> bool {
    tokens.iter().any(|tree| match tree {
        TokenTree::Token(token, _) => token.is_ident_named(name),
        TokenTree::Delimited(_, _, _, tokens) => contains_ident(tokens, name),
    })
}

/// Whether this is written as only a trait can be: with the type of an associated item.
fn names_trait(ty: &Ty) -> bool {
    if let TyKind::Path(None, path) = &ty.kind
        && let Some(segment) = path.segments.last()
        && let Some(GenericArgs::AngleBracketed(args)) = segment.args.as_deref()
    {
        args.args.iter().any(|arg| matches!(arg, AngleBracketedArg::Constraint(_)))
    } else {
        false
    }
}

#[derive(Diagnostic)]
#[diag("`{$qualifier}` {$item} cannot be generators")]
struct QualifiedGenerator {
    #[primary_span]
    #[label("`{$qualifier}` because of this")]
    span: Span,
    qualifier: &'static str,
    item: &'static str,
    #[label("generator because of this `=>`")]
    arrow: Span,
    #[suggestion(
        "remove `{$qualifier}`",
        style = "verbose",
        code = "",
        applicability = "machine-applicable"
    )]
    remove: Span,
}

#[derive(Diagnostic)]
#[diag("expected the face of the generator after `=>`")]
struct GeneratorWithoutFace {
    #[primary_span]
    #[label("expected `impl Trait` or `static impl Trait`")]
    found: Span,
    #[label("`=>` declares a generator function")]
    arrow: Span,
    #[suggestion(
        "name the trait through which callers see the generator",
        style = "verbose",
        code = " impl Iterator<Item = /* Type */>",
        applicability = "has-placeholders"
    )]
    suggestion: Span,
}

#[derive(Diagnostic)]
#[diag("`for await` in a generator")]
struct ForAwaitInGenerator {
    #[primary_span]
    #[suggestion(
        "what generators run a block for each value with is `await for`",
        style = "verbose",
        code = "await for",
        applicability = "machine-applicable"
    )]
    span: Span,
}

#[derive(Diagnostic)]
#[diag("expected `impl` after `static`")]
#[note("the face of a generator is `impl Trait` or `static impl Trait`")]
struct StaticWithoutImpl {
    #[primary_span]
    #[label("expected `impl Trait`")]
    ty: Span,
    #[label("`=>` declares a generator function")]
    arrow: Span,
}

#[derive(Diagnostic)]
#[diag("expected `impl` after `=>`")]
#[note("the face of a generator is `impl Trait` or `static impl Trait`")]
struct FaceWithoutImpl {
    #[primary_span]
    #[label("expected `impl Trait`")]
    face: Span,
    #[label("`=>` declares a generator function")]
    arrow: Span,
    #[suggestion(
        "name the face as what implements the trait",
        style = "verbose",
        code = "impl ",
        applicability = "maybe-incorrect"
    )]
    suggestion: Span,
}

#[derive(Diagnostic)]
#[diag("`await` cannot have a label")]
#[note("labels are for loops and blocks, and `await for` is a loop")]
struct LabelledAwait {
    #[primary_span]
    #[label("this is a label")]
    label: Span,
    #[suggestion(
        "remove the label",
        style = "verbose",
        code = "",
        applicability = "machine-applicable"
    )]
    remove: Span,
}

#[derive(Diagnostic)]
#[diag("a generator function has a face in place of a return type")]
#[note("what the generator returns in the end is named in its face: `impl Generator<Return = …>`")]
struct FaceAfterReturnType {
    #[primary_span]
    #[label("this would be the return type of a function that is not a generator")]
    ty: Span,
    #[label("generator because of this `=>`")]
    arrow: Span,
}

#[derive(Diagnostic)]
#[diag("the `=>` of a generator function stands before its face")]
struct ArrowAfterFace {
    #[primary_span]
    #[label("this comes too late")]
    arrow: Span,
    #[label("`->` declares a function that is not a generator")]
    thin_arrow: Span,
    #[subdiagnostic]
    exchange: ExchangeArrows,
}

#[derive(Subdiagnostic)]
#[multipart_suggestion(
    "use it in place of `->`",
    style = "verbose",
    applicability = "machine-applicable"
)]
struct ExchangeArrows {
    #[suggestion_part(code = "=>")]
    thin_arrow: Span,
    #[suggestion_part(code = "")]
    arrow: Span,
}

#[derive(Diagnostic)]
#[diag("a generator closure cannot name a face")]
#[note("the caller of a generator closure gets its frame as it is")]
struct ClosureWithFace {
    #[primary_span]
    face: Span,
    #[suggestion(
        "remove the face",
        style = "verbose",
        code = "",
        applicability = "machine-applicable"
    )]
    remove: Span,
}

#[derive(Diagnostic)]
#[diag("a generator closure cannot name a return type")]
#[note("what it returns is the frame of the generator")]
struct GeneratorClosureWithReturnType {
    #[primary_span]
    ty: Span,
    #[label("generator because of this `=>`")]
    arrow: Span,
}

#[derive(Diagnostic)]
#[diag("the body of a generator closure must be a block")]
struct GeneratorClosureWithoutBlock {
    #[primary_span]
    body: Span,
    #[label("`=>` makes this closure a generator")]
    arrow: Span,
    #[subdiagnostic]
    wrap: WrapInBlock,
}

#[derive(Subdiagnostic)]
#[multipart_suggestion(
    "wrap the body in a block",
    style = "verbose",
    applicability = "machine-applicable"
)]
struct WrapInBlock {
    #[suggestion_part(code = "{{ ")]
    lo: Span,
    #[suggestion_part(code = " }}")]
    hi: Span,
}
