//! Which loans may be live while a generator is suspended.
//!
//! A movable frame may be moved between resumptions, so that no loan of what is stored in it may
//! live across a suspend point. Whether a loan lives is for the dataflow of borrows to say; here it
//! is decided what counts as a loan.

mod ways_out;

use rustc_errors::codes::*;
use rustc_hir as hir;
use rustc_index::bit_set::DenseBitSet;
use rustc_macros::Diagnostic;
use rustc_middle::mir::visit::{NonMutatingUseContext, PlaceContext, Visitor};
use rustc_middle::mir::{
    BasicBlock, Body, BorrowKind, Local, Location, Place, Statement, StatementKind,
    VarDebugInfoContents,
};
use rustc_middle::ty::TyCtxt;
use rustc_span::{Span, sym};

use crate::MirBorrowckCtxt;
use crate::borrow_set::BorrowData;
use crate::path_utils::borrow_of_local_data;

/// Whether the borrow is none as far as suspended generators are concerned.
///
/// A `match` borrows its scrutinee while a guard runs, so that the guard cannot change what the
/// patterns before it have seen. Nothing of this is left after borrow checking: a guard may suspend.
pub(crate) fn is_no_loan<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: &Body<'tcx>,
    borrow: &BorrowData<'tcx>,
) -> bool {
    matches!(borrow.kind, BorrowKind::Fake(_)) && is_generator(tcx, body)
}

/// Whether this is the body of a generator, and of no other coroutine.
pub(crate) fn is_generator<'tcx>(tcx: TyCtxt<'tcx>, body: &Body<'tcx>) -> bool {
    matches!(tcx.coroutine_kind(body.source.def_id()), Some(hir::CoroutineKind::Generator(_)))
}

/// Whether the borrow is a `ref executor`: a loan of the local that holds the executor of the
/// present resumption. The next one brings another, which a suspend point stores there.
pub(crate) fn is_loan_of_executor<'tcx>(body: &Body<'tcx>, borrow: &BorrowData<'tcx>) -> bool {
    body.coroutine.is_some()
        && body.var_debug_info.iter().any(|variable| {
            variable.name == sym::ref_executor
                && matches!(
                    variable.value,
                    VarDebugInfoContents::Place(place)
                        if place.as_local() == Some(borrow.borrowed_place.local)
                )
        })
}

/// Whether the borrow is how a guard sees a binding of its arm, and the guard does not look at it
/// after it was suspended.
///
/// The compiler pretends to read the binding once more when the guard has succeeded. Nothing of that
/// is left after borrow checking. What the guard itself does with the binding must be known: only to
/// copy from it makes nothing that lives on.
fn is_over_with_guard<'tcx>(
    body: &Body<'tcx>,
    borrow: &BorrowData<'tcx>,
    suspended: Location,
) -> bool {
    let Some(binding) = borrow.assigned_place.as_local() else { return false };
    if !body.local_decls[binding].is_ref_for_guard() {
        return false;
    }
    let mut uses = UsesOfBinding { binding, reads: Vec::new(), others: false };
    uses.visit_body(body);
    !uses.others && !reaches_any(body, binding, suspended, &uses.reads)
}

/// Where a guard reads a binding.
struct UsesOfBinding {
    binding: Local,
    /// Where something is copied out of it.
    reads: Vec<Location>,
    /// Whether anything else is done with it.
    others: bool,
}

impl<'tcx> Visitor<'tcx> for UsesOfBinding {
    fn visit_statement(&mut self, statement: &Statement<'tcx>, location: Location) {
        match &statement.kind {
            StatementKind::FakeRead(..) => {}
            StatementKind::Assign(assign) if assign.0.as_local() == Some(self.binding) => {
                self.visit_rvalue(&assign.1, location);
            }
            _ => self.super_statement(statement, location),
        }
    }

    fn visit_place(&mut self, place: &Place<'tcx>, context: PlaceContext, location: Location) {
        let is_copy = context == PlaceContext::NonMutatingUse(NonMutatingUseContext::Copy);
        if place.local == self.binding && is_copy && place.is_indirect() {
            self.reads.push(location);
        } else {
            self.super_place(place, context, location);
        }
    }

    fn visit_local(&mut self, local: Local, context: PlaceContext, _: Location) {
        self.others |= local == self.binding && context.is_use();
    }
}

/// Whether control may go from `start` to one of the targets while the local keeps its value.
fn reaches_any(body: &Body<'_>, local: Local, start: Location, targets: &[Location]) -> bool {
    let mut seen = DenseBitSet::new_empty(body.basic_blocks.len());
    let successors = |block: BasicBlock| body.basic_blocks[block].terminator().successors();
    let mut queue: Vec<BasicBlock> = successors(start.block).collect();
    while let Some(block) = queue.pop() {
        if !seen.insert(block) {
            continue;
        }
        let data = &body.basic_blocks[block];
        let end = data.statements.iter().position(|statement| match statement.kind {
            StatementKind::StorageDead(dead) => dead == local,
            StatementKind::Assign(ref assign) => assign.0.as_local() == Some(local),
            _ => false,
        });
        let last = end.unwrap_or(data.statements.len());
        if targets.iter().any(|target| target.block == block && target.statement_index <= last) {
            return true;
        }
        if end.is_none() {
            queue.extend(successors(block));
        }
    }
    false
}

impl<'infcx, 'tcx> MirBorrowckCtxt<'_, 'infcx, 'tcx> {
    /// Reports, once, that the value of `ref executor` is kept across a suspend point.
    pub(crate) fn report_executor_kept(&mut self, borrow: &BorrowData<'tcx>, suspended: Span) {
        let executor = self.retrieve_borrow_spans(borrow).args_or_use();
        if !self.kept_loans_reported.insert(executor) {
            return;
        }
        let form = self.suspend_form(suspended);
        let err = self.dcx().create_err(ExecutorKept { executor, suspended, form });
        self.buffer_error(err);
    }

    /// Reports, once, a loan of something stored in the frame of a movable generator that is live
    /// at this suspend point. Loans of what is behind a reference may be.
    pub(crate) fn check_for_loan_of_frame(
        &mut self,
        borrow: &BorrowData<'tcx>,
        location: Location,
        suspended: Span,
    ) {
        if !borrow_of_local_data(borrow.borrowed_place)
            || is_over_with_guard(self.body, borrow, location)
        {
            return;
        }
        let borrowed = self.retrieve_borrow_spans(borrow).var_or_use();
        if !self.kept_loans_reported.insert(borrowed) {
            return;
        }
        let place = self.describe_place(borrow.borrowed_place.as_ref());
        let form = self.suspend_form(suspended);
        let mut err = self.dcx().create_err(LoanOfFrame {
            borrowed,
            suspended,
            form,
            place: place
                .as_ref()
                .map_or_else(|| String::from("a temporary value"), |place| format!("`{place}`")),
        });
        let explanation = self.explain_why_borrow_contains_point(location, borrow, None);
        explanation.add_explanation_to_diagnostic(self, &mut err, "", Some(borrowed), None);
        let body = self.body.source.def_id().expect_local();
        let loan = ways_out::LoanAcross { borrowed, suspended };
        ways_out::suggest(self.infcx.tcx, &mut err, body, loan);
        self.buffer_error(err);
    }

    fn suspend_form(&self, suspended: Span) -> &'static str {
        let tcx = self.infcx.tcx;
        let owner = tcx.typeck_root_def_id_local(self.body.source.def_id().expect_local());
        tcx.suspend_form(owner, suspended).name()
    }
}

#[derive(Diagnostic)]
#[diag("`ref executor` cannot be kept across a suspend point")]
#[note("each resumption brings its executor: write `ref executor` again where it is used")]
struct ExecutorKept {
    #[primary_span]
    #[label("this is the executor of one resumption")]
    executor: Span,
    #[label("suspended here by {$form}, while it is still in use")]
    suspended: Span,
    form: &'static str,
}

#[derive(Diagnostic)]
#[diag("{$place} is still borrowed while the generator is suspended", code = E0626)]
#[note("the frame may move while it is suspended, and {$place} is stored in it")]
struct LoanOfFrame {
    #[primary_span]
    #[label("{$place} is borrowed here")]
    borrowed: Span,
    #[label("suspended here by {$form}")]
    suspended: Span,
    form: &'static str,
    place: String,
}
