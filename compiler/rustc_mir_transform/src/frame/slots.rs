//! Slots: the places of a frame, and which locals have which.
//!
//! Where one local is moved or copied into another, the two have the same slot if they are of one type
//! and not in conflict; then nothing is left to move. This goes for any locals between, saved or not, and
//! also for those that a value only comes from or goes to, unless that would bring the slot into conflict
//! with another one. A slot that has a capture among its locals is the place of that capture.
//!
//! The analyses see the body as it was: [`FramePlan::apply`] renames the locals of a slot to one of
//! them when all that concerns them one by one is known.

use rustc_abi::FieldIdx;
use rustc_data_structures::fx::{FxHashMap, FxIndexMap, FxIndexSet};
use rustc_index::bit_set::{BitMatrix, DenseBitSet};
use rustc_index::{Idx as _, IndexVec};
use rustc_middle::mir::frame::{FrameSlot, FrameSlots};
use rustc_middle::mir::visit::{MutVisitor, PlaceContext, Visitor};
use rustc_middle::mir::*;
use rustc_middle::ty::{self, TyCtxt};
use rustc_mir_dataflow::Results;
use rustc_mir_dataflow::impls::MaybeRequiresStorage;

use super::captures::Captures;
use super::lent::lent_locals;
use super::needs::Needs;
use crate::coroutine::replace_base;
use crate::generator::Initialized;

/// An assignment of one local to another one of the same type.
#[derive(Clone, Copy)]
pub(super) struct Move {
    to: Local,
    from: Local,
}

impl Move {
    pub(super) fn other_end(&self, local: Local) -> Option<Local> {
        if local == self.to {
            Some(self.from)
        } else if local == self.from {
            Some(self.to)
        } else {
            None
        }
    }
}

/// Which slot each local has that has one.
pub(crate) struct FramePlan {
    captures: Captures,
    of_local: IndexVec<Local, Option<FrameSlot>>,
    /// The local that stands for all that have the slot. A saved one, if there is any.
    representatives: IndexVec<FrameSlot, Local>,
    conflicts: BitMatrix<FrameSlot, FrameSlot>,
    lent: DenseBitSet<FrameSlot>,
}

impl FramePlan {
    pub(crate) fn new<'tcx>(
        tcx: TyCtxt<'tcx>,
        body: &Body<'tcx>,
        frame_may_move: bool,
        captures: Captures,
        saved: &DenseBitSet<Local>,
        requires_storage: &Results<'tcx, MaybeRequiresStorage<'_, 'tcx>>,
        initialized: Initialized<'_, 'tcx>,
    ) -> Self {
        let moves = moves(body);
        let mut in_frame = saved.clone();
        for &capture in &captures.locals {
            in_frame.insert(capture);
        }
        let mut of_interest = in_frame.clone();
        add_connected(&moves, &mut of_interest);
        let between = between(&moves, &in_frame);

        let needs = Needs::new(tcx, body, frame_may_move, requires_storage, initialized);
        let mut conflicts = needs.conflicts(&of_interest, &moves);
        // What an argument has in the frame is put there when the frame is first resumed, needed or not,
        // and all captures are there then.
        let arguments: Vec<_> = body.args_iter().filter(|&local| saved.contains(local)).collect();
        for &capture in &captures.locals {
            for &other in captures.locals.iter().chain(&arguments) {
                conflicts.insert(capture, other);
                conflicts.insert(other, capture);
            }
        }
        let mut places = Places::new(body, conflicts);
        let (inner, outer): (Vec<_>, Vec<_>) = moves
            .values()
            .filter(|made| of_interest.contains(made.to))
            .partition(|made| between.contains(made.to) && between.contains(made.from));
        for Move { to, from } in inner {
            places.unify(to, from);
        }
        let mut in_frame = places.of_all(&in_frame);
        for Move { to, from } in outer {
            places.unify_at_no_cost(to, from, &mut in_frame);
        }
        Self::with_places(captures, saved, places, lent_locals(tcx, body, frame_may_move))
    }

    /// Numbers those places that belong to the frame.
    fn with_places(
        captures: Captures,
        saved: &DenseBitSet<Local>,
        places: Places,
        lent_locals: DenseBitSet<Local>,
    ) -> Self {
        let mut slots: FxIndexMap<Local, FrameSlot> = FxIndexMap::default();
        let mut representatives = IndexVec::new();
        for local in captures.locals.iter().copied().chain(saved.iter()) {
            let slot =
                *slots.entry(places.of(local)).or_insert_with(|| representatives.push(local));
            if saved.contains(local) && !saved.contains(representatives[slot]) {
                representatives[slot] = local;
            }
        }
        let of_local: IndexVec<Local, Option<FrameSlot>> =
            places.of.iter().map(|place| slots.get(place).copied()).collect();

        let mut conflicts = BitMatrix::new(representatives.len(), representatives.len());
        for (&place, &slot) in &slots {
            for other in places.conflicts.iter(place) {
                if let Some(&other) = slots.get(&places.of(other)) {
                    conflicts.insert(slot, other);
                    conflicts.insert(other, slot);
                }
            }
        }
        let mut lent = DenseBitSet::new_empty(representatives.len());
        for local in lent_locals.iter() {
            if let Some(slot) = of_local[local] {
                lent.insert(slot);
            }
        }
        Self { captures, of_local, representatives, conflicts, lent }
    }

    /// The slots of the saved locals, for the layout of the frame.
    pub(crate) fn slots(&self, saved: &IndexVec<CoroutineSavedLocal, Local>) -> FrameSlots {
        FrameSlots {
            of_local: saved.iter().map(|&local| self.slot_of_saved(local)).collect(),
            conflicts: self.conflicts.clone(),
            lent: self.lent.clone(),
        }
    }

    /// Which saved locals may not overlap.
    pub(crate) fn conflicts_of_saved(
        &self,
        saved: &IndexVec<CoroutineSavedLocal, Local>,
    ) -> BitMatrix<CoroutineSavedLocal, CoroutineSavedLocal> {
        let mut conflicts = BitMatrix::new(saved.len(), saved.len());
        for (a, &local_a) in saved.iter_enumerated() {
            for (b, &local_b) in saved.iter_enumerated() {
                let (slot_a, slot_b) = (self.slot_of_saved(local_a), self.slot_of_saved(local_b));
                if a == b || slot_a != slot_b && self.conflicts.contains(slot_a, slot_b) {
                    conflicts.insert(a, b);
                }
            }
        }
        conflicts
    }

    fn slot_of_saved(&self, local: Local) -> FrameSlot {
        self.of_local[local].expect("a saved local has a slot")
    }

    /// Gives all locals of a slot one name, and takes away the moves between them.
    pub(crate) fn apply<'tcx>(
        &self,
        tcx: TyCtxt<'tcx>,
        body: &mut Body<'tcx>,
        storage_liveness: &mut IndexVec<BasicBlock, Option<DenseBitSet<Local>>>,
    ) {
        let mut places: IndexVec<Local, Option<Place<'tcx>>> =
            IndexVec::from_elem(None, &self.of_local);
        for (local, &slot) in self.of_local.iter_enumerated() {
            let Some(slot) = slot else { continue };
            let capture = FieldIdx::new(slot.index());
            let place = if capture < self.captures.locals.next_index() {
                let ty = body.local_decls[local].ty;
                tcx.mk_place_field(ty::CAPTURE_STRUCT_LOCAL.into(), capture, ty)
            } else if self.representatives[slot] != local {
                self.representatives[slot].into()
            } else {
                continue;
            };
            places[local] = Some(place);
            for storage_live in storage_liveness.iter_mut().flatten() {
                storage_live.remove(local);
            }
        }
        LocalsToPlaces { tcx, places: &places }.visit_body(body);
        self.captures.remove_entry(body);
    }
}

struct LocalsToPlaces<'a, 'tcx> {
    tcx: TyCtxt<'tcx>,
    places: &'a IndexVec<Local, Option<Place<'tcx>>>,
}

impl<'tcx> MutVisitor<'tcx> for LocalsToPlaces<'_, 'tcx> {
    fn tcx(&self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_place(&mut self, place: &mut Place<'tcx>, _: PlaceContext, _: Location) {
        if let Some(base) = self.places[place.local] {
            replace_base(place, base, self.tcx);
        }
    }

    fn visit_statement(&mut self, statement: &mut Statement<'tcx>, location: Location) {
        if let StatementKind::StorageLive(local) | StatementKind::StorageDead(local) =
            statement.kind
            && self.places[local].is_some()
        {
            statement.make_nop(true);
        }
        self.super_statement(statement, location);
        if let StatementKind::Assign(box (
            to,
            Rvalue::Use(Operand::Move(from) | Operand::Copy(from)),
        )) = statement.kind
            && to == from
        {
            statement.make_nop(true);
        }
    }
}

/// Which locals have which place, as more and more of them get the same.
struct Places {
    of: IndexVec<Local, Local>,
    members: FxHashMap<Local, Vec<Local>>,
    /// Those of a place are in the row and in the column of the local that it is known by.
    conflicts: BitMatrix<Local, Local>,
}

impl Places {
    fn new(body: &Body<'_>, conflicts: BitMatrix<Local, Local>) -> Self {
        Self { of: body.local_decls.indices().collect(), members: FxHashMap::default(), conflicts }
    }

    fn of(&self, local: Local) -> Local {
        self.of[local]
    }

    fn of_all(&self, locals: &DenseBitSet<Local>) -> DenseBitSet<Local> {
        let mut places = DenseBitSet::new_empty(self.of.len());
        for local in locals.iter() {
            places.insert(self.of(local));
        }
        places
    }

    /// As [`unify`](Self::unify), but not if a place in the frame would then be in conflict with another
    /// one that it is not in conflict with before.
    fn unify_at_no_cost(&mut self, a: Local, b: Local, in_frame: &mut DenseBitSet<Local>) {
        let (a, b) = (self.of(a), self.of(b));
        let costs = |place, other| {
            in_frame.contains(place) && {
                let mut others = self.in_conflict(other, in_frame);
                others.subtract(&self.in_conflict(place, in_frame));
                !others.is_empty()
            }
        };
        if costs(a, b) || costs(b, a) {
            return;
        }
        self.unify(a, b);
        if in_frame.contains(a) || in_frame.contains(b) {
            in_frame.insert(self.of(a));
        }
    }

    /// Those of `places` that are in conflict with one.
    fn in_conflict(&self, place: Local, places: &DenseBitSet<Local>) -> DenseBitSet<Local> {
        let mut others = DenseBitSet::new_empty(self.of.len());
        for other in self.conflicts.iter(place).map(|other| self.of(other)) {
            if places.contains(other) {
                others.insert(other);
            }
        }
        others
    }

    /// Gives two locals one place, unless their places are in conflict.
    fn unify(&mut self, a: Local, b: Local) {
        let (a, b) = (self.of(a), self.of(b));
        if a == b || self.conflicts.contains(a, b) || self.conflicts.contains(b, a) {
            return;
        }
        let moved = self.members.remove(&b).unwrap_or_else(|| vec![b]);
        for &local in &moved {
            self.of[local] = a;
        }
        self.members.entry(a).or_insert_with(|| vec![a]).extend(moved);
        for other in self.conflicts.iter(b).collect::<Vec<_>>() {
            self.conflicts.insert(other, a);
        }
        self.conflicts.union_rows(b, a);
    }
}

/// The assignments of one local to another one of the same type, where both may lie in the frame.
fn moves(body: &Body<'_>) -> FxIndexMap<Location, Move> {
    let mut is_fixed = DenseBitSet::new_empty(body.local_decls.len());
    is_fixed.insert_range(..=Local::from_usize(body.arg_count));
    FixedLocals(&mut is_fixed).visit_body(body);

    let mut moves = FxIndexMap::default();
    for (block, data) in body.basic_blocks.iter_enumerated() {
        for (statement_index, statement) in data.statements.iter().enumerate() {
            if let StatementKind::Assign(box (to, Rvalue::Use(value))) = &statement.kind
                && let Some(to) = to.as_local()
                && let Some(from) = value.place().and_then(|from| from.as_local())
                && body.local_decls[to].ty == body.local_decls[from].ty
                && !is_fixed.contains(to)
                && !is_fixed.contains(from)
            {
                moves.insert(Location { block, statement_index }, Move { to, from });
            }
        }
    }
    moves
}

/// Finds the locals that must stay such: where an array is indexed there is no room for a place.
struct FixedLocals<'a>(&'a mut DenseBitSet<Local>);

impl<'tcx> Visitor<'tcx> for FixedLocals<'_> {
    fn visit_projection_elem(
        &mut self,
        _: PlaceRef<'tcx>,
        element: PlaceElem<'tcx>,
        _: PlaceContext,
        _: Location,
    ) {
        if let ProjectionElem::Index(index) = element {
            self.0.insert(index);
        }
    }
}

/// Which locals values come from and go to.
fn neighbours(moves: &FxIndexMap<Location, Move>) -> FxIndexMap<Local, FxIndexSet<Local>> {
    let mut neighbours: FxIndexMap<Local, FxIndexSet<Local>> = FxIndexMap::default();
    for &Move { to, from } in moves.values() {
        neighbours.entry(to).or_default().insert(from);
        neighbours.entry(from).or_default().insert(to);
    }
    neighbours
}

/// The locals through which a value may go from one of these to another one, and these.
fn between(moves: &FxIndexMap<Location, Move>, these: &DenseBitSet<Local>) -> DenseBitSet<Local> {
    let mut neighbours = neighbours(moves);
    let mut between = these.clone();
    for &local in neighbours.keys() {
        between.insert(local);
    }
    // What has one neighbour is on no such way, and then its neighbour may not be, either.
    let mut left: Vec<Local> = between.iter().collect();
    while let Some(local) = left.pop() {
        if !these.contains(local)
            && let Some(only) = neighbours.get(&local)
            && only.len() <= 1
            && between.remove(local)
        {
            let only = only.first().copied();
            if let Some(only) = only {
                neighbours[&only].swap_remove(&local);
                left.push(only);
            }
        }
    }
    between
}

/// Adds the locals that values of these come from and go to, however far.
fn add_connected(moves: &FxIndexMap<Location, Move>, locals: &mut DenseBitSet<Local>) {
    let neighbours = neighbours(moves);
    let mut left: Vec<Local> = locals.iter().collect();
    while let Some(local) = left.pop() {
        for &neighbour in neighbours.get(&local).into_iter().flatten() {
            if locals.insert(neighbour) {
                left.push(neighbour);
            }
        }
    }
}
