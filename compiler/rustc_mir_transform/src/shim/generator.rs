//! How the frame of a generator is cloned, and that of any coroutine if it is packed.
//!
//! What there is to clone depends on the state: before the start the captured variables, at a
//! suspend point the saved locals and those captured variables that the body has not moved away by
//! then, after the end nothing. So the shim first looks at the state:
//!
//! ```text
//! match discriminant(*src) {
//!     k => { dest.a = clone(&src.a); dest.b = clone(&src.b); … discriminant(dest) = k; }
//! }
//! ```
//!
//! The state is written last, as it may lie in a byte that a field has and does not use.
//!
//! Of a variable of which nothing is left that matters the bits are copied: see [`Held::Residue`].
//! When one of these clones panics, those made before it are dropped, in reverse order.

use rustc_abi::FieldIdx;
use rustc_hir::def_id::DefId;
use rustc_index::IndexVec;
use rustc_middle::mir::generator::{FrameHoldings, Held};
use rustc_middle::mir::*;
use rustc_middle::ty::{CoroutineArgs, CoroutineArgsExt, GenericArgsRef, Ty, TyCtxt};

use super::CloneShimBuilder;

impl<'tcx> CloneShimBuilder<'tcx> {
    /// Whether a frame is cloned as is described here.
    pub(super) fn knows_what_is_held(&self, coroutine: DefId, args: GenericArgsRef<'tcx>) -> bool {
        !self.tcx.coroutine_layout(coroutine, args).unwrap().holdings.captures.is_empty()
    }

    pub(super) fn generator_shim(
        &mut self,
        dest: Place<'tcx>,
        src: Place<'tcx>,
        generator: DefId,
        args: CoroutineArgs<TyCtxt<'tcx>>,
    ) {
        let tcx = self.tcx;
        // Filled in once the blocks are known that it branches to.
        let entry = self.block(vec![], TerminatorKind::Unreachable, false);
        let resume_unwinding = self.block(vec![], TerminatorKind::UnwindResume, true);
        let done = self.block(vec![], TerminatorKind::Return, false);
        let no_such_state = self.block(vec![], TerminatorKind::Unreachable, false);

        let layout = tcx.coroutine_layout(generator, args.args).unwrap();
        let FrameHoldings { captures, locals, .. } = &layout.holdings;
        let mut states = Vec::with_capacity(layout.variant_fields.len());
        for (state, local_tys) in captures.indices().zip(args.state_tys(generator, tcx)) {
            let variant = |place| tcx.mk_place_downcast_unnamed(place, state);
            let capture_tys = args.upvar_tys().iter();
            let fields = held_fields(tcx, dest, src, &captures[state], capture_tys)
                .chain(held_fields(tcx, variant(dest), variant(src), &locals[state], local_tys));
            let (whole, residues): (Vec<_>, Vec<_>) =
                fields.partition(|&(held, ..)| held == Held::Whole);

            let set_state = self.make_statement(StatementKind::SetDiscriminant {
                place: Box::new(dest),
                variant_index: state,
            });
            let cloned = self.block(vec![set_state], TerminatorKind::Goto { target: done }, false);

            let copies: Vec<_> = residues
                .into_iter()
                .map(|(_, (dest, src, _))| {
                    let copy = Rvalue::Use(Operand::Move(src));
                    self.make_statement(StatementKind::Assign(Box::new((dest, copy))))
                })
                .collect();
            let first_clone = self.block_index_offset(1);
            let start = self.block(copies, TerminatorKind::Goto { target: first_clone }, false);
            states.push((state.as_u32().into(), start));
            let whole = whole.into_iter().map(|(_, field)| field);
            self.clone_places(whole, cloned, resume_unwinding);
        }

        let state = self.make_place(Mutability::Mut, args.discr_ty(tcx));
        let read_state = StatementKind::Assign(Box::new((state, Rvalue::Discriminant(src))));
        let read_state = self.make_statement(read_state);
        let entry = &mut self.blocks[entry];
        entry.statements.push(read_state);
        entry.terminator_mut().kind = TerminatorKind::SwitchInt {
            discr: Operand::Move(state),
            targets: SwitchTargets::new(states.into_iter(), no_such_state),
        };
    }
}

/// A field of the clone, the same of the original, and its type.
type Field<'tcx> = (Place<'tcx>, Place<'tcx>, Ty<'tcx>);

/// The fields of which the frame holds anything.
fn held_fields<'a, 'tcx>(
    tcx: TyCtxt<'tcx>,
    dest: Place<'tcx>,
    src: Place<'tcx>,
    held: &'a IndexVec<FieldIdx, Held>,
    tys: impl Iterator<Item = Ty<'tcx>> + 'a,
) -> impl Iterator<Item = (Held, Field<'tcx>)> + 'a
where
    'tcx: 'a,
{
    held.iter_enumerated().zip(tys).filter(|((_, held), _)| **held != Held::Nothing).map(
        move |((index, held), ty)| {
            let field = |of: Place<'tcx>| tcx.mk_place_field(of, index, ty);
            (*held, (field(dest), field(src), ty))
        },
    )
}
