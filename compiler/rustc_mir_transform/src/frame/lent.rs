//! Which locals somebody else may have a reference to while the frame is suspended.
//!
//! Nobody has one into a frame that may move. In any other frame a local may be lent to whom it pleases;
//! but `await` lends what it awaits to nothing but the calls that resume it, and these are known to keep
//! no reference to it as a whole. What is awaited there, nobody writes to while it is suspended.

use rustc_hir::LangItem;
use rustc_index::bit_set::DenseBitSet;
use rustc_middle::mir::visit::{MutatingUseContext, PlaceContext, Visitor};
use rustc_middle::mir::*;
use rustc_middle::ty::TyCtxt;

pub(super) fn lent_locals<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: &Body<'tcx>,
    frame_may_move: bool,
) -> DenseBitSet<Local> {
    let empty = DenseBitSet::new_empty(body.local_decls.len());
    if frame_may_move {
        return empty;
    }
    let mut loans =
        Loans { tcx, lent: empty.clone(), used: empty, lent_to: Vec::new(), passed_on: Vec::new() };
    loans.visit_body(body);
    loans.finish()
}

struct Loans<'tcx> {
    tcx: TyCtxt<'tcx>,
    lent: DenseBitSet<Local>,
    /// Locals that are used in any way other than to pass on what they hold, or to resume it.
    used: DenseBitSet<Local>,
    /// What is lent, and which local has the reference.
    lent_to: Vec<(Local, Local)>,
    /// From which local to which other one a reference goes.
    passed_on: Vec<(Local, Local)>,
}

impl Loans<'_> {
    fn finish(mut self) -> DenseBitSet<Local> {
        let mut is_changed = true;
        while is_changed {
            is_changed = false;
            for &(from, to) in &self.passed_on {
                is_changed |= self.used.contains(to) && self.used.insert(from);
            }
        }
        for (local, reference) in self.lent_to {
            if self.used.contains(reference) {
                self.lent.insert(local);
            }
        }
        self.lent
    }
}

impl<'tcx> Visitor<'tcx> for Loans<'tcx> {
    fn visit_assign(&mut self, to: &Place<'tcx>, value: &Rvalue<'tcx>, location: Location) {
        if let Some(to) = to.as_local() {
            match value {
                Rvalue::Ref(_, BorrowKind::Mut { .. }, lent) => {
                    if let Some(lent) = lent.as_local() {
                        return self.lent_to.push((lent, to));
                    }
                    if lent.projection.as_slice() == [ProjectionElem::Deref] {
                        return self.passed_on.push((lent.local, to));
                    }
                }
                Rvalue::Use(from) => {
                    if let Some(from) = from.place().and_then(|from| from.as_local()) {
                        return self.passed_on.push((from, to));
                    }
                }
                _ => {}
            }
        }
        self.super_assign(to, value, location);
    }

    fn visit_terminator(&mut self, terminator: &Terminator<'tcx>, location: Location) {
        if let TerminatorKind::Call { func, args, destination, .. } = &terminator.kind
            && let Some((callee, _)) = func.const_fn_def()
            && let Some(callee) = self.tcx.as_lang_item(callee)
        {
            let local_of = |operand: &Operand<'tcx>| operand.place()?.as_local();
            match (callee, &**args) {
                (LangItem::PinNewUnchecked, [reference]) => {
                    if let Some(from) = local_of(&reference.node)
                        && let Some(to) = destination.as_local()
                    {
                        return self.passed_on.push((from, to));
                    }
                }
                (LangItem::FuturePoll, [resumed, resumed_with])
                | (
                    LangItem::GeneratorResume | LangItem::GeneratorResumeInPlace,
                    [resumed_with, resumed],
                ) if local_of(&resumed.node).is_some() => {
                    return self.visit_operand(&resumed_with.node, location);
                }
                _ => {}
            }
        }
        self.super_terminator(terminator, location);
    }

    fn visit_place(&mut self, place: &Place<'tcx>, context: PlaceContext, location: Location) {
        if context.is_borrow() || context.is_address_of() {
            if !place.is_indirect() {
                self.lent.insert(place.local);
            }
        }
        self.super_place(place, context, location);
    }

    fn visit_local(&mut self, local: Local, context: PlaceContext, _: Location) {
        if let PlaceContext::NonUse(_)
        | PlaceContext::MutatingUse(
            MutatingUseContext::Store | MutatingUseContext::Call | MutatingUseContext::Drop,
        ) = context
        {
            return;
        }
        self.used.insert(local);
    }
}
