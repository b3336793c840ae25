//! The gate of generators, where it meets that of `yield`.

use rustc_ast as ast;
use rustc_ast::CoroutineKind;
use rustc_ast::visit::{self, FnKind, Visitor};
use rustc_data_structures::fx::FxHashMap;
use rustc_feature::Features;
use rustc_span::{Span, Symbol, sym};

/// The bodies of all generators, unless their gate is open. Each was already refused, so that
/// nothing needs to be said about each `yield` in it.
pub(super) fn bodies_if_ungated(
    krate: &ast::Crate,
    features: &Features,
    gated: &FxHashMap<Symbol, Vec<Span>>,
) -> Vec<Span> {
    let mut bodies = Bodies(Vec::new());
    if !features.native_generators() && gated.contains_key(&sym::native_generators) {
        bodies.visit_crate(krate);
    }
    bodies.0
}

struct Bodies(Vec<Span>);

impl<'a> Visitor<'a> for Bodies {
    fn visit_fn(&mut self, kind: FnKind<'a>, _: &ast::AttrVec, _: Span, _: ast::NodeId) {
        let body = match kind {
            FnKind::Fn(_, _, function) => match function.sig.header.coroutine_kind {
                Some(CoroutineKind::Generator { .. }) => function.body.as_ref().map(|b| b.span),
                _ => None,
            },
            FnKind::Closure(_, Some(CoroutineKind::Generator { .. }), _, body) => Some(body.span),
            FnKind::Closure(..) => None,
        };
        self.0.extend(body);
        visit::walk_fn(self, kind);
    }
}
