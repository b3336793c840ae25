//! Which locals are needed at once.
//!
//! A local is needed where it has a value that may yet be read, or where something may point to it. The
//! first is liveness, the second is asked only of locals that have storage: not before a first value is
//! put there, nor after their scope ends. And nothing points into a frame that may move when it has been
//! suspended, which is what borrow checking sees to (E0626).
//!
//! What was moved away is not needed, though it may seem to live for a drop that a flag prevents, and
//! though it was lent before: see [`pointers`](super::pointers).

use rustc_data_structures::fx::FxIndexMap;
use rustc_index::bit_set::{BitMatrix, DenseBitSet};
use rustc_middle::mir::visit::{MutatingUseContext, PlaceContext, Visitor};
use rustc_middle::mir::*;
use rustc_middle::ty::TyCtxt;
use rustc_mir_dataflow::impls::{MaybeBorrowedLocals, MaybeLiveLocals, MaybeRequiresStorage};
use rustc_mir_dataflow::move_paths::HasMoveData;
use rustc_mir_dataflow::{Analysis, MaybeReachable, Results, ResultsCursor, on_all_children_bits};

use super::pointers::locals_with_raw_pointers;
use super::slots::Move;
use crate::generator::Initialized;

/// Tells what is needed where.
pub(super) struct Needs<'a, 'r, 'i, 'tcx> {
    body: &'a Body<'tcx>,
    live: ResultsCursor<'a, 'tcx, MaybeLiveLocals>,
    borrowed: ResultsCursor<'a, 'tcx, BorrowedSinceResumption>,
    pointed_to: DenseBitSet<Local>,
    requires_storage: ResultsCursor<'a, 'tcx, MaybeRequiresStorage<'r, 'tcx>>,
    initialized: Initialized<'i, 'tcx>,
}

impl<'a, 'r, 'i, 'tcx> Needs<'a, 'r, 'i, 'tcx> {
    pub(super) fn new(
        tcx: TyCtxt<'tcx>,
        body: &'a Body<'tcx>,
        frame_may_move: bool,
        requires_storage: &'a Results<'tcx, MaybeRequiresStorage<'r, 'tcx>>,
        initialized: Initialized<'i, 'tcx>,
    ) -> Self {
        let live = MaybeLiveLocals.iterate_to_fixpoint(tcx, body, None).into_results_cursor(body);
        let borrowed = BorrowedSinceResumption { frame_may_move }
            .iterate_to_fixpoint(tcx, body, None)
            .into_results_cursor(body);
        let pointed_to = locals_with_raw_pointers(tcx, body);
        let requires_storage = ResultsCursor::new_borrowing(body, requires_storage);
        Needs { body, live, borrowed, pointed_to, requires_storage, initialized }
    }

    /// Finds out which of these locals are ever needed while another one is.
    ///
    /// Where one of `moves` is made, its two locals are not in conflict for that alone.
    pub(super) fn conflicts(
        mut self,
        locals: &DenseBitSet<Local>,
        moves: &FxIndexMap<Location, Move>,
    ) -> BitMatrix<Local, Local> {
        let count = self.body.local_decls.len();
        let mut conflicts = BitMatrix::new(count, count);
        for (block, data) in traversal::reachable(self.body) {
            // Nothing is known where control does not come.
            if let TerminatorKind::Unreachable = data.terminator().kind {
                continue;
            }
            let locations = (0..=data.statements.len())
                .map(|statement_index| Location { block, statement_index });
            // Liveness goes backward, the others go forward.
            let mut live_before: Vec<_> =
                locations.clone().rev().map(|location| self.live_before(location)).collect();
            for location in locations {
                let live = live_before.pop().expect("liveness was asked for each location");
                let needed = self.needed(location, live, locals);
                note_needed(&mut conflicts, &needed, moves.get(&location));
            }
        }
        conflicts
    }

    fn live_before(&mut self, location: Location) -> DenseBitSet<Local> {
        self.live.seek_after_primary_effect(location);
        self.live.get().clone()
    }

    /// Those of `locals` that are needed at a location, where these are `live`.
    fn needed(
        &mut self,
        location: Location,
        live: DenseBitSet<Local>,
        locals: &DenseBitSet<Local>,
    ) -> DenseBitSet<Local> {
        let mut needed = live;
        self.borrowed.seek_before_primary_effect(location);
        let borrowed = self.borrowed.get();
        needed.union(borrowed);
        needed.intersect(locals);
        self.initialized.seek_before_primary_effect(location);
        for local in needed.clone().iter() {
            let is_pointed_to = borrowed.contains(local) && self.pointed_to.contains(local);
            if !is_pointed_to && !self.may_be_initialized(local) {
                needed.remove(local);
            }
        }
        self.requires_storage.seek_before_primary_effect(location);
        needed.intersect(self.requires_storage.get());
        for_each_written(self.body, location, |local| {
            needed.insert(local);
        });
        needed.intersect(locals);
        needed
    }

    /// Whether anything is in a local. If not, what seems to be its use is a drop that will not happen.
    fn may_be_initialized(&self, local: Local) -> bool {
        let MaybeReachable::Reachable(initialized) = self.initialized.get() else { return false };
        let move_data = self.initialized.analysis().move_data();
        // There is no path to what nothing ever moves or assigns to.
        let Some(path) = move_data.rev_lookup.find_local(local) else { return true };
        let mut is_anything_there = false;
        on_all_children_bits(move_data, path, |part| {
            is_anything_there |= initialized.contains(part);
        });
        is_anything_there
    }
}

fn note_needed(
    conflicts: &mut BitMatrix<Local, Local>,
    needed: &DenseBitSet<Local>,
    made: Option<&Move>,
) {
    for local in needed.iter() {
        match made.and_then(|made| made.other_end(local)) {
            Some(other_end) => {
                let mut others = needed.clone();
                others.remove(other_end);
                conflicts.union_row_with(&others, local);
            }
            None => {
                conflicts.union_row_with(needed, local);
            }
        }
    }
}

/// Calls back for each local that is written to where it may not have been needed before.
fn for_each_written<'tcx>(body: &Body<'tcx>, location: Location, note: impl FnMut(Local)) {
    struct Written<F>(F);
    impl<'tcx, F: FnMut(Local)> Visitor<'tcx> for Written<F> {
        fn visit_place(&mut self, place: &Place<'tcx>, context: PlaceContext, _: Location) {
            if let PlaceContext::MutatingUse(
                MutatingUseContext::Store
                | MutatingUseContext::SetDiscriminant
                | MutatingUseContext::Call
                | MutatingUseContext::AsmOutput
                | MutatingUseContext::Yield,
            ) = context
                && !place.is_indirect()
            {
                (self.0)(place.local);
            }
        }
    }
    Written(note).visit_location(body, location);
}

/// As [`MaybeBorrowedLocals`], but a frame that may move has no pointers into it left when it is
/// resumed.
struct BorrowedSinceResumption {
    frame_may_move: bool,
}

impl<'tcx> Analysis<'tcx> for BorrowedSinceResumption {
    type Domain = DenseBitSet<Local>;
    const NAME: &'static str = "borrowed_since_resumption";

    fn bottom_value(&self, body: &Body<'tcx>) -> Self::Domain {
        MaybeBorrowedLocals.bottom_value(body)
    }

    fn initialize_start_block(&self, body: &Body<'tcx>, state: &mut Self::Domain) {
        MaybeBorrowedLocals.initialize_start_block(body, state);
    }

    fn apply_primary_statement_effect(
        &self,
        state: &mut Self::Domain,
        statement: &Statement<'tcx>,
        location: Location,
    ) {
        MaybeBorrowedLocals.apply_primary_statement_effect(state, statement, location);
    }

    fn apply_primary_terminator_effect<'mir>(
        &self,
        state: &mut Self::Domain,
        terminator: &'mir Terminator<'tcx>,
        location: Location,
    ) -> TerminatorEdges<'mir, 'tcx> {
        if self.frame_may_move
            && let TerminatorKind::Yield { .. } = terminator.kind
        {
            state.clear();
        }
        MaybeBorrowedLocals.apply_primary_terminator_effect(state, terminator, location)
    }
}
