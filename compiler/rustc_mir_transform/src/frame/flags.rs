//! Flags whose value the state tells.
//!
//! Whether something is left to drop is often known only at run time, so there is a flag for it: a
//! variable of type `bool` that is set to constants. At most suspend points its value is the same on
//! whatever way control came there. Then the frame does not hold it: it is set again where control goes
//! on.

use rustc_index::bit_set::DenseBitSet;
use rustc_middle::mir::visit::{PlaceContext, Visitor};
use rustc_middle::mir::*;
use rustc_middle::ty::TyCtxt;
use rustc_mir_dataflow::Analysis;
use rustc_mir_dataflow::impls::MaybeLiveLocals;

use super::insert_on_edge;

/// Lets a body set its flags after each suspend point at which their values are known.
pub(super) fn set_known_flags<'tcx>(tcx: TyCtxt<'tcx>, body: &mut Body<'tcx>) {
    let flags = flags(body);
    if flags.is_empty() {
        return;
    }
    for Known { suspended, target, values } in known_flags(tcx, body, &flags) {
        let span = body.basic_blocks[suspended].terminator().source_info.span;
        let set = |(flag, value): (Local, bool)| {
            let value = interpret::Scalar::from_bool(value);
            let value = Operand::const_from_scalar(tcx, tcx.types.bool, value, span);
            StatementKind::Assign(Box::new((flag.into(), Rvalue::Use(value))))
        };
        insert_on_edge(body, suspended, target, values.into_iter().map(set));
    }
}

/// The flags whose values are known at a suspend point, and that are of interest in a block to which control
/// goes from there.
struct Known {
    suspended: BasicBlock,
    target: BasicBlock,
    values: Vec<(Local, bool)>,
}

fn known_flags<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: &Body<'tcx>,
    flags: &DenseBitSet<Local>,
) -> Vec<Known> {
    let results = |value| MaybeSet { flags, value }.iterate_to_fixpoint(tcx, body, None);
    let mut may_be_false = results(false).into_results_cursor(body);
    let mut may_be_true = results(true).into_results_cursor(body);
    let mut live = MaybeLiveLocals.iterate_to_fixpoint(tcx, body, None).into_results_cursor(body);

    let mut known = Vec::new();
    for (suspended, data) in traversal::reachable(body) {
        let TerminatorKind::Yield { resume, drop, .. } = data.terminator().kind else { continue };
        let location = body.terminator_loc(suspended);
        may_be_false.seek_before_primary_effect(location);
        may_be_true.seek_before_primary_effect(location);
        let value_of =
            |flag| match (may_be_false.get().contains(flag), may_be_true.get().contains(flag)) {
                (true, false) => Some((flag, false)),
                (false, true) => Some((flag, true)),
                _ => None,
            };
        for target in [Some(resume), drop.filter(|&drop| drop != resume)].into_iter().flatten() {
            live.seek_to_block_start(target);
            let flags = flags.iter().filter(|&flag| live.get().contains(flag));
            let values: Vec<_> = flags.filter_map(value_of).collect();
            if !values.is_empty() {
                known.push(Known { suspended, target, values });
            }
        }
    }
    known
}

/// The variables of type `bool` that are set to nothing but constants, and that no debugger shows.
fn flags<'tcx>(body: &Body<'tcx>) -> DenseBitSet<Local> {
    let mut flags = DenseBitSet::new_empty(body.local_decls.len());
    for local in body.vars_and_temps_iter() {
        if body.local_decls[local].ty.is_bool() {
            flags.insert(local);
        }
    }
    for variable in &body.var_debug_info {
        if let VarDebugInfoContents::Place(place) = variable.value {
            flags.remove(place.local);
        }
    }
    OtherwiseSet(&mut flags).visit_body(body);
    flags
}

/// Finds what is set to other values, or lent.
struct OtherwiseSet<'a>(&'a mut DenseBitSet<Local>);

impl<'tcx> Visitor<'tcx> for OtherwiseSet<'_> {
    fn visit_assign(&mut self, to: &Place<'tcx>, value: &Rvalue<'tcx>, location: Location) {
        if constant(value).is_none() {
            self.super_assign(to, value, location);
        }
    }

    fn visit_local(&mut self, local: Local, context: PlaceContext, _: Location) {
        if context.is_mutating_use() || context.is_borrow() || context.is_address_of() {
            self.0.remove(local);
        }
    }
}

fn constant(value: &Rvalue<'_>) -> Option<bool> {
    match value {
        Rvalue::Use(Operand::Constant(constant)) if constant.const_.ty().is_bool() => {
            constant.const_.try_to_bool()
        }
        _ => None,
    }
}

/// Which flags may have been set to a value last.
struct MaybeSet<'a> {
    flags: &'a DenseBitSet<Local>,
    value: bool,
}

impl<'tcx> Analysis<'tcx> for MaybeSet<'_> {
    type Domain = DenseBitSet<Local>;
    const NAME: &'static str = "maybe_set";

    fn bottom_value(&self, body: &Body<'tcx>) -> Self::Domain {
        DenseBitSet::new_empty(body.local_decls.len())
    }

    fn initialize_start_block(&self, _: &Body<'tcx>, _: &mut Self::Domain) {}

    fn apply_primary_statement_effect(
        &self,
        state: &mut Self::Domain,
        statement: &Statement<'tcx>,
        _: Location,
    ) {
        if let StatementKind::Assign(box (to, value)) = &statement.kind
            && let Some(flag) = to.as_local()
            && self.flags.contains(flag)
        {
            if constant(value) == Some(self.value) {
                state.insert(flag);
            } else {
                state.remove(flag);
            }
        }
    }
}
