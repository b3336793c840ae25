//! Assignments, sunk past the ends of what is not to be there beside them.
//!
//! `let n = f().await;` writes `n` where `f()` is complete, and only then drops that. The two are there at
//! once for this moment, so that a frame that holds both, one after the other, would have to keep them
//! apart:
//!
//! ```text
//!     n = move result;                         drop(f) → [return: A, unwind: B]
//!     drop(f) → [return: A, unwind: B]    →    A: n = move result; …
//!                                              B: n = move result; …
//! ```
//!
//! So what is assigned to a local that a frame may hold is put there as late as that. In the meantime it is
//! where it came from, which is not in the frame, as nothing suspends there. Nobody sees the difference: nothing
//! on the way has to do with either local, and neither is lent.

use rustc_data_structures::fx::FxIndexMap;
use rustc_index::bit_set::DenseBitSet;
use rustc_middle::bug;
use rustc_middle::mir::visit::{PlaceContext, Visitor};
use rustc_middle::mir::*;
use rustc_middle::ty::TyCtxt;
use rustc_mir_dataflow::impls::{MaybeBorrowedLocals, MaybeLiveLocals};
use rustc_mir_dataflow::{Analysis, ResultsCursor};

use super::insert_on_edge;
use crate::patch::MirPatch;

/// Sinks the assignments to locals that live across a suspend point.
pub(super) fn sink_assignments<'tcx>(tcx: TyCtxt<'tcx>, body: &mut Body<'tcx>) {
    let live = live_at_suspend_points(tcx, body);
    if live.is_empty() {
        return;
    }
    let ways: Vec<_> = {
        let borrowed = MaybeBorrowedLocals.iterate_to_fixpoint(tcx, body, None);
        let mut borrowed = borrowed.into_results_cursor(body);
        assignments(body, &live)
            .filter(|assignment| !assignment.is_lent(&mut borrowed))
            .filter_map(|assignment| Way::of(body, assignment))
            .collect()
    };
    if ways.is_empty() {
        return;
    }
    let mut sunk = Sunk { patch: MirPatch::new(body), on_edges: FxIndexMap::default() };
    for way in ways {
        sunk.take(body, way);
    }
    sunk.finish(body);
}

fn live_at_suspend_points<'tcx>(tcx: TyCtxt<'tcx>, body: &Body<'tcx>) -> DenseBitSet<Local> {
    let mut live = MaybeLiveLocals.iterate_to_fixpoint(tcx, body, None).into_results_cursor(body);
    let mut live_at_any = DenseBitSet::new_empty(body.local_decls.len());
    for (block, data) in traversal::reachable(body) {
        if let TerminatorKind::Yield { .. } = data.terminator().kind {
            live.seek_to_block_end(block);
            live_at_any.union(live.get());
        }
    }
    live_at_any
}

/// An assignment of one local to another one.
#[derive(Clone, Copy)]
struct Assignment {
    location: Location,
    to: Local,
    from: Local,
}

/// The assignments to these locals.
fn assignments<'a>(
    body: &'a Body<'_>,
    locals: &'a DenseBitSet<Local>,
) -> impl Iterator<Item = Assignment> + 'a {
    let blocks = traversal::reachable(body).filter(|(_, data)| !data.is_cleanup);
    blocks.flat_map(move |(block, data)| {
        data.statements.iter().enumerate().filter_map(move |(statement_index, statement)| {
            let StatementKind::Assign(box (to, Rvalue::Use(value))) = &statement.kind else {
                return None;
            };
            let to = to.as_local().filter(|&to| locals.contains(to))?;
            let from = value.place()?.as_local()?;
            Some(Assignment { location: Location { block, statement_index }, to, from })
        })
    })
}

impl Assignment {
    fn is_lent<'tcx>(&self, borrowed: &mut ResultsCursor<'_, 'tcx, MaybeBorrowedLocals>) -> bool {
        borrowed.seek_before_primary_effect(self.location);
        borrowed.get().contains(self.to) || borrowed.get().contains(self.from)
    }

    /// Whether what is at a location has to do with one of the two locals.
    fn is_used(&self, body: &Body<'_>, location: Location) -> bool {
        let mut uses = Uses { of: [self.to, self.from], are_there: false };
        uses.visit_location(body, location);
        uses.are_there
    }
}

/// The one way that control takes from an assignment to where it is sunk to.
struct Way {
    assignment: Assignment,
    /// The end of storage of what the value comes from, if that is on the way.
    dead: Option<Location>,
    /// The blocks on the way that end with a drop. The way goes on where that does not unwind.
    drops: Vec<BasicBlock>,
    to: Destination,
}

enum Destination {
    Before(Location),
    /// Between a block that ends with a drop and the block that follows it.
    AfterDrop(BasicBlock),
}

impl Way {
    /// How far an assignment can be sunk: past the last of what ends before anything has to do with its two
    /// locals. `None` if nothing ends before that.
    fn of(body: &Body<'_>, assignment: Assignment) -> Option<Self> {
        let predecessors = body.basic_blocks.predecessors();
        let mut farthest = None;
        let mut dead = None;
        let mut drops = Vec::new();
        let mut location = assignment.location.successor_within_block();
        loop {
            let data = &body[location.block];
            let statement = data.statements.get(location.statement_index);
            if let Some(StatementKind::StorageDead(local)) = statement.map(|it| &it.kind)
                && *local == assignment.from
            {
                dead = Some(location);
            } else if assignment.is_used(body, location) {
                return farthest;
            } else if let Some(statement) = statement {
                if let StatementKind::StorageDead(_) = statement.kind {
                    let to = Destination::Before(location.successor_within_block());
                    farthest = Some(Self { assignment, dead, drops: drops.clone(), to });
                }
            } else {
                let target = match data.terminator().kind {
                    TerminatorKind::Goto { target } => target,
                    TerminatorKind::Drop { target, drop: None, .. } => {
                        drops.push(location.block);
                        let to = Destination::AfterDrop(location.block);
                        farthest = Some(Self { assignment, dead, drops: drops.clone(), to });
                        target
                    }
                    _ => return farthest,
                };
                let [_] = predecessors[target].as_slice() else { return farthest };
                location = target.start_location();
                continue;
            }
            location = location.successor_within_block();
        }
    }
}

struct Uses {
    of: [Local; 2],
    are_there: bool,
}

impl Visitor<'_> for Uses {
    fn visit_local(&mut self, local: Local, _: PlaceContext, _: Location) {
        self.are_there |= self.of.contains(&local);
    }
}

/// What becomes of the body.
struct Sunk<'tcx> {
    patch: MirPatch<'tcx>,
    on_edges: FxIndexMap<(BasicBlock, BasicBlock), Vec<StatementKind<'tcx>>>,
}

impl<'tcx> Sunk<'tcx> {
    fn take(&mut self, body: &Body<'tcx>, way: Way) {
        let Way { assignment, dead, drops, to } = way;
        let assign = &body.stmt_at(assignment.location).left().expect("it is a statement").kind;
        for &block in &drops {
            // Where it unwinds the value is dropped, if it has to be.
            if let Some(UnwindAction::Cleanup(target)) = body[block].terminator().unwind() {
                self.on_edges.entry((block, *target)).or_default().push(assign.clone());
            }
        }
        let dead_after = dead.map(|_| StatementKind::StorageDead(assignment.from));
        let statements = [assign.clone()].into_iter().chain(dead_after);
        match to {
            Destination::Before(location) => {
                for statement in statements {
                    self.patch.add_statement(location, statement);
                }
            }
            Destination::AfterDrop(block) => {
                let TerminatorKind::Drop { target, .. } = body[block].terminator().kind else {
                    bug!("the block ends with a drop")
                };
                self.on_edges.entry((block, target)).or_default().extend(statements);
            }
        }
        self.patch.nop_statement(assignment.location);
        if let Some(dead) = dead {
            self.patch.nop_statement(dead);
        }
    }

    fn finish(self, body: &mut Body<'tcx>) {
        self.patch.apply(body);
        for ((block, target), statements) in self.on_edges {
            insert_on_edge(body, block, target, statements);
        }
    }
}
