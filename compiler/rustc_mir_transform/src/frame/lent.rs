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

use super::references::References;

pub(super) fn lent_locals<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: &Body<'tcx>,
    frame_may_move: bool,
) -> DenseBitSet<Local> {
    let empty = DenseBitSet::new_empty(body.local_decls.len());
    if frame_may_move {
        return empty;
    }
    let references = References::default();
    let mut loans = Loans { tcx, lent: empty.clone(), used: empty, references };
    loans.visit_body(body);
    let Loans { mut lent, used, references, .. } = loans;
    for local in references.lent_to_any(used) {
        lent.insert(local);
    }
    lent
}

struct Loans<'tcx> {
    tcx: TyCtxt<'tcx>,
    lent: DenseBitSet<Local>,
    /// Locals that are used in any way other than to pass on what they hold, or to resume it.
    used: DenseBitSet<Local>,
    references: References,
}

impl<'tcx> Visitor<'tcx> for Loans<'tcx> {
    fn visit_assign(&mut self, to: &Place<'tcx>, value: &Rvalue<'tcx>, location: Location) {
        if let Some(to) = to.as_local() {
            match value {
                Rvalue::Ref(_, BorrowKind::Mut { .. }, lent) => {
                    if let Some(lent) = lent.as_local() {
                        return self.references.lend(lent, to);
                    }
                    if lent.projection.as_slice() == [ProjectionElem::Deref] {
                        return self.references.pass_on(lent.local, to);
                    }
                }
                Rvalue::Use(from) => {
                    if let Some(from) = from.place().and_then(|from| from.as_local()) {
                        return self.references.pass_on(from, to);
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
                        return self.references.pass_on(from, to);
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
