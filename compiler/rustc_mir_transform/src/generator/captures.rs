//! How a generator drops what it captured.
//!
//! A frame that has not been started drops its arguments as a function does that has just been
//! entered: in reverse order of declaration. (The captures of a closure or an `async` block drop in
//! the order in which the body mentions them.) The frame of a generator closure also holds what its
//! body takes from the environment of the closure. That outlives the arguments, as it does when
//! an ordinary closure is called.

use rustc_hir as hir;
use rustc_middle::ty::{Ty, TyCtxt};
use rustc_span::def_id::DefId;

/// The captures of a generator body in the order in which they are dropped, or `None` if
/// `def_id` is another kind of coroutine. `captures` are their types, and none if the body is in error.
pub(crate) fn captures_in_drop_order<'tcx>(
    tcx: TyCtxt<'tcx>,
    def_id: DefId,
    captures: &[Ty<'tcx>],
) -> Option<Vec<usize>> {
    let Some(hir::CoroutineKind::Generator(_)) = tcx.coroutine_kind(def_id) else { return None };
    if captures.is_empty() {
        return None;
    }
    let body = def_id.expect_local();
    let environment = tcx.upvars_mentioned(tcx.local_parent(body));
    let is_argument = |&capture: &usize| {
        let variable = tcx.closure_captures(body)[capture].get_root_variable();
        !environment.is_some_and(|environment| environment.contains_key(&variable))
    };
    let captures = 0..captures.len();
    let (arguments, environment): (Vec<_>, Vec<_>) = captures.partition(is_argument);
    Some(arguments.into_iter().rev().chain(environment).collect())
}
