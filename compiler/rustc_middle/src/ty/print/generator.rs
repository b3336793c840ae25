//! How the types of generators print.
//!
//! What a generator function returns is a struct of `core::generator` around the coroutine that
//! the body became. In an error message it is one thing, the generator: `` {generator of `count`} ``
//! for a function, `{generator@src/main.rs:3:17: 3:24}` for a closure.

use rustc_hir::def::DefKind;
use rustc_hir::def_id::DefId;

use super::{PrettyPrinter, PrintError};

/// Prints the generator that has this body.
pub(super) fn print_generator<'tcx, P: PrettyPrinter<'tcx>>(
    p: &mut P,
    body: DefId,
) -> Result<(), PrintError> {
    let tcx = p.tcx();
    let parent = tcx.parent(body);
    if let DefKind::Fn | DefKind::AssocFn = tcx.def_kind(parent) {
        write!(p, "{{generator of `{}`}}", tcx.item_name(parent))
    } else {
        let span = tcx.sess.source_map().span_to_diagnostic_string(tcx.def_span(body));
        write!(p, "{{generator@{span}}}")
    }
}
