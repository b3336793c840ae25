//! What the declaration of a generator may not be besides a generator.
//!
//! The parser takes `=>` wherever a function has a return type. Here the combinations are refused
//! that mean nothing: a generator function that is `const`, `extern` or C-variadic.

use rustc_ast::visit::{FnCtxt, FnKind};
use rustc_ast::{Const, CoroutineKind, Extern, FnHeader, TyKind};
use rustc_macros::Diagnostic;
use rustc_span::Span;

use super::AstValidator;

impl<'a> AstValidator<'a> {
    /// Refuses the qualifiers that a generator function cannot have.
    pub(super) fn check_generator_fn(&self, kind: FnKind<'a>) {
        let FnKind::Fn(ctxt, _, function) = kind else { return };
        let FnHeader { coroutine_kind, constness, ext, .. } = function.sig.header;
        let Some(CoroutineKind::Generator { span: arrow, .. }) = coroutine_kind else { return };

        if ctxt == FnCtxt::Foreign {
            self.dcx().emit_err(ForeignGenerator { arrow, block: self.current_extern_span() });
            return;
        }
        if let Const::Yes(span) = constness {
            self.refuse_generator(span, "`const` functions", "`const`", arrow);
        }
        if let Extern::Implicit(span) | Extern::Explicit(_, span) = ext {
            self.refuse_generator(span, "`extern` functions", "`extern`", arrow);
        }
        if let Some(variadic) = function.sig.decl.inputs.last()
            && let TyKind::CVarArgs = variadic.ty.kind
        {
            self.refuse_generator(variadic.span, "C-variadic functions", "C-variadic", arrow);
        }
    }

    fn refuse_generator(&self, span: Span, items: &'static str, why: &'static str, arrow: Span) {
        self.dcx().emit_err(NotAGenerator { span, items, why, arrow });
    }
}

#[derive(Diagnostic)]
#[diag("{$items} cannot be generators")]
struct NotAGenerator {
    #[primary_span]
    #[label("{$why} because of this")]
    span: Span,
    items: &'static str,
    why: &'static str,
    #[label("generator because of this `=>`")]
    arrow: Span,
}

#[derive(Diagnostic)]
#[diag("functions in `extern` blocks cannot be generators")]
struct ForeignGenerator {
    #[primary_span]
    #[label("generator because of this `=>`")]
    arrow: Span,
    #[label("in this `extern` block")]
    block: Span,
}
