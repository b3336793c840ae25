//! What cloning a frame uses.
//!
//! A destructor may be known not to look at what a type refers to (`#[may_dangle]`): a `Vec<&str>` may
//! be dropped when the strings are gone. So a loan need not live where what holds it is only waiting to
//! be dropped. But a frame that is suspended there can be cloned, and that looks at everything. Nothing
//! in the body says so. If the face of a function promises `Clone`, then each suspend point counts as a
//! use of all that the frame holds there. (What says nothing of `Clone` is none if it may hold such a
//! value: see [`TyCtxt::coroutine_may_be_cloned`].)

use rustc_index::bit_set::DenseBitSet;
use rustc_index::interval::IntervalSet;
use rustc_middle::mir::{Body, TerminatorKind};
use rustc_middle::ty::TyCtxt;
use rustc_mir_dataflow::points::{DenseLocationMap, PointIndex};

/// Of the points where a variable waits to be dropped, those from which a suspend point is reached
/// where it still does; `None` if no clone can be made there.
pub(crate) fn used_by_clones<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: &Body<'tcx>,
    location_map: &DenseLocationMap,
    waits_at: &IntervalSet<PointIndex>,
) -> Option<IntervalSet<PointIndex>> {
    if waits_at.is_empty() || !tcx.is_clone_by_its_face(body.source.def_id()) {
        return None;
    }
    let mut queue: Vec<PointIndex> = body
        .basic_blocks
        .iter_enumerated()
        .filter(|(_, data)| matches!(data.terminator().kind, TerminatorKind::Yield { .. }))
        .map(|(block, _)| location_map.point_from_location(body.terminator_loc(block)))
        .collect();
    let mut used = DenseBitSet::new_empty(location_map.num_points());
    while let Some(point) = queue.pop() {
        if !waits_at.contains(point) || !used.insert(point) {
            continue;
        }
        let location = location_map.to_location(point);
        if location.statement_index > 0 {
            queue.push(PointIndex::from_usize(point.index() - 1));
        } else {
            let before = &body.basic_blocks.predecessors()[location.block];
            queue.extend(
                before
                    .iter()
                    .map(|&block| location_map.point_from_location(body.terminator_loc(block))),
            );
        }
    }
    let mut points = IntervalSet::new(location_map.num_points());
    for point in used.iter() {
        points.append(point);
    }
    Some(points)
}
