//! What a movable coroutine has pinned in its own frame.
//!
//! `pin!(value)` keeps the value in a local and promises that it stays there until it is dropped. No
//! loan says so: the `Pin` may be used up long before the value is dropped, and a movable frame that
//! is suspended in between takes the value with it. So such a local is followed from where it is
//! pinned to where its storage ends, and no suspend point may lie on the way. What does not mind being
//! moved (`Unpin`), and what is gone for good with its last use because it has no destructor, may stay.

use rustc_index::bit_set::DenseBitSet;
use rustc_middle::mir::{
    BasicBlock, Body, Local, Location, Operand, Place, Rvalue, StatementKind, TerminatorKind,
};
use rustc_middle::ty::{self, TyCtxt, TypingEnv};
use rustc_span::Span;
use rustc_span::def_id::LocalDefId;

use super::is_in_frame;

/// A local that is pinned in the frame, and a suspend point that it lives across.
pub(super) struct PinnedAcross {
    pub(super) pinned: Span,
    pub(super) suspended: Span,
}

/// The locals that a body pins in its frame and holds across a suspend point, each with the first one.
pub(super) fn pinned_across<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: &Body<'tcx>,
    owner: LocalDefId,
) -> Vec<PinnedAcross> {
    let mut found = Vec::new();
    for (block, data) in body.basic_blocks.iter_enumerated() {
        let terminator = data.terminator();
        if let TerminatorKind::Call { func, args, target: Some(target), fn_span, .. } =
            &terminator.kind
            && let Some((callee, _)) = func.const_fn_def()
            && tcx.is_lang_item(callee, rustc_hir::LangItem::PinNewUnchecked)
            && let [pointer] = &**args
            && let Some(place) = pointee(body, &pointer.node)
            && is_in_frame(tcx, body, place)
            && minds_moving(tcx, body, owner, place)
            && let Some(suspended) = first_suspension(body, place.local, *target)
        {
            let pinned = if fn_span.from_expansion() {
                terminator.source_info.span.source_callsite()
            } else {
                body.source_info(Location { block, statement_index: data.statements.len() }).span
            };
            found.push(PinnedAcross { pinned, suspended });
        }
    }
    found
}

/// The place that a pointer points to, as far as one assignment to each local on the way tells.
fn pointee<'tcx>(body: &Body<'tcx>, pointer: &Operand<'tcx>) -> Option<Place<'tcx>> {
    let mut pointer = pointer.place()?.as_local()?;
    // Each local is assigned once, so that the way back is at most as long as there are locals.
    for _ in 0..body.local_decls.len() {
        match only_assignment(body, pointer)? {
            Rvalue::Use(operand) => pointer = operand.place()?.as_local()?,
            Rvalue::Ref(_, _, place) => match place.as_ref().last_projection() {
                // `&mut *pointer`
                Some((base, rustc_middle::mir::ProjectionElem::Deref))
                    if base.projection.is_empty() && body.local_decls[base.local].ty.is_ref() =>
                {
                    pointer = base.local;
                }
                _ => return Some(*place),
            },
            _ => return None,
        }
    }
    None
}

fn only_assignment<'a, 'tcx>(body: &'a Body<'tcx>, local: Local) -> Option<&'a Rvalue<'tcx>> {
    let mut assignments =
        body.basic_blocks.iter().flat_map(|data| &data.statements).filter_map(|statement| {
            match &statement.kind {
                StatementKind::Assign(assign) if assign.0.as_local() == Some(local) => {
                    Some(&assign.1)
                }
                _ => None,
            }
        });
    let assignment = assignments.next()?;
    assignments.next().is_none().then_some(assignment)
}

/// Whether what is stored in the place must be dropped where it was pinned.
fn minds_moving<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: &Body<'tcx>,
    owner: LocalDefId,
    place: Place<'tcx>,
) -> bool {
    let typing_env = TypingEnv::non_body_analysis(tcx, owner);
    let ty = tcx.erase_and_anonymize_regions(place.ty(body, tcx).ty);
    debug_assert!(!matches!(ty.kind(), ty::Infer(_)));
    !ty.is_unpin(tcx, typing_env) && ty.needs_drop(tcx, typing_env)
}

/// The first suspend point on the way from a block to where the storage of the local ends.
fn first_suspension(body: &Body<'_>, local: Local, start: BasicBlock) -> Option<Span> {
    let mut seen = DenseBitSet::new_empty(body.basic_blocks.len());
    let mut queue = std::collections::VecDeque::from([start]);
    while let Some(block) = queue.pop_front() {
        if !seen.insert(block) {
            continue;
        }
        let data = &body.basic_blocks[block];
        let is_over = data.statements.iter().any(
            |statement| matches!(statement.kind, StatementKind::StorageDead(dead) if dead == local),
        );
        if is_over {
            continue;
        }
        let terminator = data.terminator();
        match terminator.kind {
            TerminatorKind::Drop { place, .. } if place.as_local() == Some(local) => continue,
            TerminatorKind::Yield { .. } => return Some(terminator.source_info.span),
            _ => queue.extend(terminator.successors()),
        }
    }
    None
}
