//! Indices that the frame holds.
//!
//! In MIR an array is indexed by a local, where there is no room for a field of the frame. An index lives
//! across a suspend point if a guard suspends:
//!
//! ```text
//! match values[i] {
//!     x if { yield x; … } => …
//! }
//! ```
//!
//! So it is read from the frame into another local wherever it is used.

use rustc_index::bit_set::DenseBitSet;
use rustc_middle::mir::visit::{MutVisitor, PlaceContext};
use rustc_middle::mir::*;
use rustc_middle::ty::TyCtxt;
use rustc_span::DUMMY_SP;

use crate::patch::MirPatch;

/// Lets no place be indexed by a local that is in the frame.
pub(crate) fn read_saved_indices<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: &mut Body<'tcx>,
    saved: &DenseBitSet<Local>,
) {
    let patch = MirPatch::new(body);
    let mut indices = SavedIndices { tcx, saved, patch };
    for (block, data) in body.basic_blocks.as_mut_preserves_cfg().iter_enumerated_mut() {
        indices.visit_basic_block_data(block, data);
    }
    indices.patch.apply(body);
}

struct SavedIndices<'a, 'tcx> {
    tcx: TyCtxt<'tcx>,
    saved: &'a DenseBitSet<Local>,
    patch: MirPatch<'tcx>,
}

impl<'tcx> MutVisitor<'tcx> for SavedIndices<'_, 'tcx> {
    fn tcx(&self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_place(&mut self, place: &mut Place<'tcx>, _: PlaceContext, location: Location) {
        let is_saved = |element: PlaceElem<'tcx>| match element {
            ProjectionElem::Index(index) => self.saved.contains(index),
            _ => false,
        };
        if !place.projection.iter().any(is_saved) {
            return;
        }
        let mut projection = place.projection.to_vec();
        for element in &mut projection {
            if let ProjectionElem::Index(index) = element
                && self.saved.contains(*index)
            {
                let read = self.patch.new_temp(self.tcx.types.usize, DUMMY_SP);
                let value = Rvalue::Use(Operand::Copy((*index).into()));
                self.patch.add_assign(location, read.into(), value);
                *index = read;
            }
        }
        place.projection = self.tcx.mk_place_elems(&projection);
    }
}
