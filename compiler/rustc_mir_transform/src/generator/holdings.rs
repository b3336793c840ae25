//! What a suspended frame holds of each variable: all of it, nothing, or a part.
//!
//! A local that was moved away still has a scheduled drop at the end of its scope, which counts as
//! a use, so that the local seems to live across every suspend point between. Drop elaboration may
//! find out that the drop does nothing, but where paths join (in cleanup blocks they do) it puts a
//! drop flag there, and the use remains. That would make a frame larger, and `!Send`, for the sake
//! of a value that it no longer has. So two dataflow analyses that know about moves are asked, at
//! each suspend point, what is left of each local that seems to live:
//!
//! * Nothing: then it does not live.
//! * A part, none of which needs to be dropped, and only drops come after. For instance the
//!   `Option<String>` behind a `for` loop, while the body holds the string. It does not live either,
//!   though elaborated drops may yet look at its discriminant. But in a frame that does not move, what
//!   is lent may be used through the loan.
//! * Another part, or it depends on the way control took: such a frame cannot be cloned.
//! * All of it. If it refers to anything, and only drops come after, it may dangle: such a frame cannot
//!   be cloned either, unless borrow checking has seen to it.
//!
//! [`remove_drops_of_moved_values`] spares most of those elaborated drops.

use std::borrow::Cow;

use rustc_abi::FieldIdx;
use rustc_data_structures::fx::FxHashMap;
use rustc_hir as hir;
use rustc_index::bit_set::DenseBitSet;
use rustc_index::{Idx, IndexVec};
use rustc_middle::bug;
use rustc_middle::mir::generator::{FrameHoldings, Held, HeldVariable};
use rustc_middle::mir::visit::{MutVisitor, PlaceContext};
use rustc_middle::mir::{
    BasicBlock, Body, Local, LocalDecl, Location, Place, PlaceElem, TerminatorKind,
};
use rustc_middle::ty::{self, CoroutineArgs, CoroutineArgsExt, Ty, TyCtxt, TypeVisitableExt as _};
use rustc_mir_dataflow::impls::{
    MaybeBorrowedLocals, MaybeInitializedPlaces, MaybeLiveLocals, MaybeUninitializedPlaces,
};
use rustc_mir_dataflow::move_paths::{LookupResult, MoveData, MovePathIndex};
use rustc_mir_dataflow::{Analysis, MaybeReachable, ResultsCursor, on_all_children_bits};
use rustc_session::config::FramePacking;
use rustc_span::Span;

use super::movability_of_generator;
use crate::MirPass;
use crate::cleanup_post_borrowck::CleanupPostBorrowck;
use crate::frame::locals_with_raw_pointers;
use crate::remove_uninit_drops::{RemoveUninitDrops, is_needs_drop_and_init};

/// Removes from a body the drops of what was certainly moved away, if its moves matter.
pub(crate) fn remove_drops_of_moved_values<'tcx>(tcx: TyCtxt<'tcx>, body: &mut Body<'tcx>) {
    let is_packed = tcx.sess.opts.unstable_opts.coroutine_layout == FramePacking::Packed;
    if body.coroutine.is_some() && do_moves_matter(tcx, body, is_packed) {
        RemoveUninitDrops.run_pass(tcx, body);
    }
}

/// The body of a generator without the edges that control never takes. By those an arm of a `match`
/// follows upon the others, whose variants it does not have.
pub(crate) fn without_false_edges<'a, 'tcx>(
    tcx: TyCtxt<'tcx>,
    body: &'a Body<'tcx>,
) -> Cow<'a, Body<'tcx>> {
    if movability_of_generator(tcx, body).is_none() {
        return Cow::Borrowed(body);
    }
    let mut body = body.clone();
    CleanupPostBorrowck.run_pass(tcx, &mut body);
    Cow::Owned(body)
}

/// The moves in a coroutine's body, for [`HeldVariables`], if they matter.
pub(crate) fn moves_to_follow<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: &Body<'tcx>,
    is_packed: bool,
) -> Option<MoveData<'tcx>> {
    do_moves_matter(tcx, body, is_packed).then(|| MoveData::gather_moves(body, tcx, |_| true))
}

/// The moves in the body of a generator always do, those of another coroutine if its frame is to be packed.
fn do_moves_matter<'tcx>(tcx: TyCtxt<'tcx>, body: &Body<'tcx>, is_packed: bool) -> bool {
    is_packed || movability_of_generator(tcx, body).is_some()
}

/// Finds what a frame holds, suspend point by suspend point.
///
/// The body must still take its captured variables by value.
pub(crate) struct HeldVariables<'a, 'tcx> {
    tcx: TyCtxt<'tcx>,
    body: &'a Body<'tcx>,
    move_data: &'a MoveData<'tcx>,
    initialized: Initialized<'a, 'tcx>,
    uninitialized: ResultsCursor<'a, 'tcx, MaybeUninitializedPlaces<'a, 'tcx>>,
    /// Whether captured variables are locals of the body, and so not in their own place any more.
    captures_are_locals: bool,
    /// The locals that something other than a drop may yet use, at each suspend point of a generator; and
    /// beyond the locals of the body, the captured variables.
    used_later: Option<FxHashMap<BasicBlock, DenseBitSet<Local>>>,
    /// The locals of a frame that does not move that may be lent.
    lent: Option<ResultsCursor<'a, 'tcx, MaybeBorrowedLocals>>,
    /// The locals of a frame that does not move to which there may be raw pointers. Where nothing is
    /// left of such a local, something may yet be written to it.
    pointed_to: Option<DenseBitSet<Local>>,
    holdings: FrameHoldings,
}

/// Says of each part of a variable whether it may be there.
pub(crate) type Initialized<'a, 'tcx> = ResultsCursor<'a, 'tcx, MaybeInitializedPlaces<'a, 'tcx>>;

/// What is left of a variable.
#[derive(Clone, Copy, PartialEq)]
enum Left {
    Whole,
    Nothing,
    /// A part, or all or nothing depending on how control came here.
    Part {
        needs_drop: bool,
    },
}

impl<'a, 'tcx> HeldVariables<'a, 'tcx> {
    pub(crate) fn new(
        tcx: TyCtxt<'tcx>,
        body: &'a Body<'tcx>,
        move_data: &'a MoveData<'tcx>,
        captures_are_locals: bool,
    ) -> Self {
        let initialized = MaybeInitializedPlaces::new(tcx, body, move_data)
            .exclude_inactive_in_otherwise()
            .iterate_to_fixpoint(tcx, body, Some("generator"))
            .into_results_cursor(body);
        // Of an enum's variants that are not the active one nothing is missing: they are not marked
        // as uninitialized here.
        let uninitialized = MaybeUninitializedPlaces::new(tcx, body, move_data)
            .iterate_to_fixpoint(tcx, body, Some("generator"))
            .into_results_cursor(body);

        let captures = capture_tys(body);
        let mut holdings = FrameHoldings::default();
        for variant in 0..CoroutineArgs::RESERVED_VARIANTS {
            let held = match variant {
                CoroutineArgs::UNRESUMED => Held::Whole,
                _ => Held::Nothing,
            };
            holdings.captures.push(IndexVec::from_elem_n(held, captures.len()));
            holdings.locals.push(IndexVec::new());
        }
        let is_generator = movability_of_generator(tcx, body).is_some();
        let used_later = is_generator.then(|| locals_used_later(tcx, body, captures));
        let kind = body.coroutine_kind().expect("only coroutines have frames");
        let is_static = kind.movability() == hir::Movability::Static;
        let lent = is_static.then(|| {
            let lent = MaybeBorrowedLocals.iterate_to_fixpoint(tcx, body, Some("generator"));
            lent.into_results_cursor(body)
        });
        let pointed_to = is_static.then(|| locals_with_raw_pointers(tcx, body));
        HeldVariables {
            tcx,
            body,
            move_data,
            initialized,
            uninitialized,
            captures_are_locals,
            used_later,
            lent,
            pointed_to,
            holdings,
        }
    }

    /// Goes on to the suspend point that ends `block`, and takes from the locals that seem to live
    /// there those that do not. Suspend points are to be visited in the order of their blocks.
    pub(crate) fn retain_held(&mut self, block: BasicBlock, live_locals: &mut DenseBitSet<Local>) {
        // What is yielded leaves the frame before it is suspended.
        let suspension = self.body.terminator_loc(block);
        self.initialized.seek_after_primary_effect(suspension);
        self.uninitialized.seek_after_primary_effect(suspension);
        if let Some(lent) = &mut self.lent {
            lent.seek_before_primary_effect(suspension);
        }

        let mut held_locals = IndexVec::new();
        for local in live_locals.clone().iter() {
            // There is no path to what nothing ever moves or assigns to.
            let path = self.move_data.rev_lookup.find_local(local);
            let left =
                path.map_or(Left::Whole, |path| self.left(path, self.body.local_decls[local].ty));
            match left {
                _ if self.is_pointed_to(local) => {}
                Left::Nothing => {
                    live_locals.remove(local);
                    continue;
                }
                Left::Part { needs_drop: false }
                    if self.only_drops_follow(block, local) && !self.is_lent(local) =>
                {
                    live_locals.remove(local);
                    continue;
                }
                Left::Part { .. } => {
                    let variable = self.body.local_decls[local].source_info.span;
                    self.report_part(variable, block);
                }
                Left::Whole => {}
            }
            self.note_if_dangling(local, block);
            held_locals.push(held(left));
        }
        self.holdings.locals.push(held_locals);

        let mut held_captures = IndexVec::new();
        for (capture, left) in self.captures() {
            let is_used_up = self.only_drops_follow(block, local_of_capture(self.body, capture));
            if let Left::Part { needs_drop } = left
                && (needs_drop || !is_used_up)
            {
                let captures = self.tcx.closure_captures(self.body.source.def_id().expect_local());
                self.report_part(captures[capture.as_usize()].var_ident.span, block);
            }
            held_captures.push(held(left));
        }
        self.holdings.captures.push(held_captures);
    }

    /// What the frame holds, and where in the body what is initialized.
    pub(crate) fn finish(self) -> (FrameHoldings, Initialized<'a, 'tcx>) {
        (self.holdings, self.initialized)
    }

    fn is_pointed_to(&self, local: Local) -> bool {
        self.pointed_to.as_ref().is_some_and(|pointed_to| pointed_to.contains(local))
    }

    fn is_lent(&self, local: Local) -> bool {
        self.lent.as_ref().is_some_and(|lent| lent.get().contains(local))
    }

    /// Whether a generator that is suspended here has nothing more to do with a local than to drop it.
    fn only_drops_follow(&self, block: BasicBlock, local: Local) -> bool {
        self.used_later.as_ref().is_some_and(|used_later| !used_later[&block].contains(local))
    }

    fn report_part(&mut self, variable: Span, block: BasicBlock) {
        let suspended = self.body.basic_blocks[block].terminator().source_info.span;
        self.holdings.in_part.get_or_insert(HeldVariable { variable, suspended });
    }

    /// Notes a variable of which the body asks nothing more, if its type has lifetimes to end.
    fn note_if_dangling(&mut self, local: Local, block: BasicBlock) {
        let declaration = &self.body.local_decls[local];
        if self.only_drops_follow(block, local) && declaration.ty.has_erased_regions() {
            let variable = declaration.source_info.span;
            let suspended = self.body.basic_blocks[block].terminator().source_info.span;
            self.holdings.dangling.get_or_insert(HeldVariable { variable, suspended });
        }
    }

    fn left(&self, path: MovePathIndex, ty: Ty<'tcx>) -> Left {
        let MaybeReachable::Reachable(initialized) = self.initialized.get() else {
            return Left::Nothing;
        };
        let mut is_whole = true;
        on_all_children_bits(self.move_data, path, |part| {
            is_whole &= !self.uninitialized.get().contains(part);
        });
        if is_whole {
            return Left::Whole;
        }
        if !initialized.contains(path) {
            return Left::Nothing;
        }
        let typing_env = self.body.typing_env(self.tcx);
        let needs_drop =
            is_needs_drop_and_init(self.tcx, typing_env, initialized, self.move_data, ty, path);
        Left::Part { needs_drop }
    }

    /// What is left of each captured variable where it was captured.
    fn captures(&self) -> Vec<(FieldIdx, Left)> {
        let capture_left = |(index, ty)| {
            let index = FieldIdx::new(index);
            if self.captures_are_locals {
                return (index, Left::Nothing);
            }
            let place = self.tcx.mk_place_field(ty::CAPTURE_STRUCT_LOCAL.into(), index, ty);
            match self.move_data.rev_lookup.find(place.as_ref()) {
                LookupResult::Exact(path) => (index, self.left(path, ty)),
                // Nothing in the body moves it or a part of it.
                LookupResult::Parent(_) => (index, Left::Whole),
            }
        };
        capture_tys(self.body).iter().enumerate().map(capture_left).collect()
    }
}

fn held(left: Left) -> Held {
    match left {
        Left::Whole => Held::Whole,
        Left::Part { .. } => Held::Residue,
        Left::Nothing => Held::Nothing,
    }
}

fn capture_tys<'tcx>(body: &Body<'tcx>) -> &'tcx ty::List<Ty<'tcx>> {
    match *body.local_decls[ty::CAPTURE_STRUCT_LOCAL].ty.kind() {
        ty::Coroutine(_, args) => args.as_coroutine().upvar_tys(),
        ref kind => bug!("the body of a generator captures by {kind:?}"),
    }
}

/// What stands for a captured variable among the locals, of which the body has one for none.
fn local_of_capture(body: &Body<'_>, capture: FieldIdx) -> Local {
    Local::new(body.local_decls.len() + capture.as_usize())
}

/// Makes a local of each captured variable, so that one can be told from the others.
struct CapturesToLocals<'a, 'tcx> {
    tcx: TyCtxt<'tcx>,
    body: &'a Body<'tcx>,
}

impl<'tcx> MutVisitor<'tcx> for CapturesToLocals<'_, 'tcx> {
    fn tcx(&self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_place(&mut self, place: &mut Place<'tcx>, _: PlaceContext, _: Location) {
        if place.local == ty::CAPTURE_STRUCT_LOCAL
            && let [PlaceElem::Field(capture, _), within @ ..] = &place.projection[..]
        {
            place.local = local_of_capture(self.body, *capture);
            place.projection = self.tcx.mk_place_elems(within);
        }
    }
}

/// The locals that live at each suspend point although drops are not counted as uses, and the captured
/// variables that do.
fn locals_used_later<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: &Body<'tcx>,
    captures: &ty::List<Ty<'tcx>>,
) -> FxHashMap<BasicBlock, DenseBitSet<Local>> {
    let mut without_drops = body.clone();
    for block in without_drops.basic_blocks.as_mut() {
        if let TerminatorKind::Drop { target, .. } = block.terminator().kind {
            block.terminator_mut().kind = TerminatorKind::Goto { target };
        }
    }
    CapturesToLocals { tcx, body }.visit_body(&mut without_drops);
    for ty in captures {
        without_drops.local_decls.push(LocalDecl::new(ty, body.span));
    }
    let body = &without_drops;
    let mut live = MaybeLiveLocals.iterate_to_fixpoint(tcx, body, None).into_results_cursor(body);
    let suspend_points = body.basic_blocks.iter_enumerated().filter_map(|(block, data)| {
        matches!(data.terminator().kind, TerminatorKind::Yield { .. }).then_some(block)
    });
    suspend_points
        .map(|block| {
            live.seek_to_block_end(block);
            (block, live.get().clone())
        })
        .collect()
}
