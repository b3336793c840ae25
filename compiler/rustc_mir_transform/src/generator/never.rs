//! Suspend points that can never suspend.
//!
//! A generator whose executor never blocks has the suspend points for it all the same: each `await` and
//! each `yield..` would suspend with the reason for blocking, of a type that has no values, such as `!`. Nor
//! does one that yields nothing ever yield. Where that is known of the type, control ends there. So there
//! is no state for it, and nothing is held across it.

use rustc_middle::mir::*;
use rustc_middle::ty::TyCtxt;

use super::may_contain_itself;
use crate::simplify::remove_dead_blocks;

/// Removes the suspend points at which the generator would have to suspend with what cannot be.
pub(crate) fn remove_impossible_suspensions<'tcx>(tcx: TyCtxt<'tcx>, body: &mut Body<'tcx>) {
    let typing_env = body.typing_env(tcx);
    let is_possible = |operand: &Operand<'tcx>| {
        !operand.ty(&body.local_decls, tcx).is_privately_uninhabited(tcx, typing_env)
    };
    let impossible: Vec<BasicBlock> = body
        .basic_blocks
        .iter_enumerated()
        .filter(|(_, data)| {
            suspended_with(data).is_some_and(|parts| !parts.iter().all(|part| is_possible(part)))
        })
        .map(|(block, _)| block)
        .collect();
    if impossible.is_empty() || may_contain_itself(tcx, body) {
        return;
    }
    for block in impossible {
        body.basic_blocks_mut()[block].terminator_mut().kind = TerminatorKind::Unreachable;
    }
    remove_dead_blocks(body);
}

/// Of what the value is made that a block suspends with, if it is made in that block.
fn suspended_with<'a, 'tcx>(data: &'a BasicBlockData<'tcx>) -> Option<Vec<&'a Operand<'tcx>>> {
    let TerminatorKind::Yield { value, .. } = &data.terminator().kind else { return None };
    let value = value.place()?;
    data.statements.iter().rev().find_map(|statement| match &statement.kind {
        StatementKind::Assign(box (to, Rvalue::Aggregate(_, parts))) if *to == value => {
            Some(parts.iter().collect())
        }
        _ => None,
    })
}
