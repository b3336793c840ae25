//! Which loans may be live while a generator is suspended.
//!
//! A movable frame may be moved between resumptions, so that no loan of what is stored in it may
//! live across a suspend point. Whether a loan lives is for the dataflow of borrows to say; here it
//! is decided what counts as a loan. Any frame, movable or not, may be sent to another thread between
//! resumptions, so that no loan of what belongs to one thread may live there either.

pub(crate) mod arguments;
pub(crate) mod cloned;
mod pinned;
mod ways_out;

use rustc_errors::codes::*;
use rustc_errors::{Diag, Suggestions};
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_index::bit_set::DenseBitSet;
use rustc_macros::Diagnostic;
use rustc_middle::mir::visit::{NonMutatingUseContext, PlaceContext, Visitor};
use rustc_middle::mir::{
    AggregateKind, BasicBlock, Body, BorrowKind, Local, Location, Place, ProjectionElem, Rvalue,
    Statement, StatementKind, VarDebugInfoContents,
};
use rustc_middle::ty::{self, Ty, TyCtxt};
use rustc_span::{Span, sym};

use self::pinned::PinnedAcross;
use self::ways_out::{KeptBy, LoanAcross};
use crate::borrow_set::BorrowData;
use crate::diagnostics::explain_borrow::BorrowExplanation;
use crate::{MirBorrowckCtxt, RegionVid};

/// Whether the borrow is none as far as suspended generators are concerned.
///
/// A `match` borrows its scrutinee while a guard runs, so that the guard cannot change what the
/// patterns before it have seen. Nothing of this is left after borrow checking: a guard may suspend.
fn is_no_loan(borrow: &BorrowData<'_>) -> bool {
    matches!(borrow.kind, BorrowKind::Fake(_))
}

/// Whether this is the body of a generator, and of no other coroutine.
pub(crate) fn is_generator<'tcx>(tcx: TyCtxt<'tcx>, body: &Body<'tcx>) -> bool {
    matches!(tcx.coroutine_kind(body.source.def_id()), Some(hir::CoroutineKind::Generator(_)))
}

/// What a function of no name is called that a loan must not outlive.
pub(crate) fn enclosing<'tcx>(tcx: TyCtxt<'tcx>, body: &Body<'tcx>) -> &'static str {
    if is_generator(tcx, body) { "enclosing generator" } else { "enclosing coroutine" }
}

/// What a `yield` yields, of the type of what a body suspends with.
///
/// A generator suspends with more than its user sees: with what is yielded, or the reason why it is
/// blocked.
pub(crate) fn written_yield_ty<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: &Body<'tcx>,
    ty: Ty<'tcx>,
) -> Ty<'tcx> {
    match *ty.kind() {
        ty::Adt(_, args) if is_generator(tcx, body) => args.type_at(0),
        _ => ty,
    }
}

/// Whether the local holds the operand of a `yield`, on its way to the suspend point.
pub(crate) fn is_yielded<'tcx>(tcx: TyCtxt<'tcx>, body: &Body<'tcx>, local: Local) -> bool {
    is_generator(tcx, body)
        && body.basic_blocks.iter().flat_map(|data| &data.statements).any(|statement| {
            let StatementKind::Assign(assign) = &statement.kind else { return false };
            let Rvalue::Aggregate(kind, operands) = &assign.1 else { return false };
            let AggregateKind::Adt(adt, ..) = **kind else { return false };
            let is_operand = operands
                .iter()
                .any(|operand| operand.place().and_then(|place| place.as_local()) == Some(local));
            is_operand && tcx.is_lang_item(adt, LangItem::GeneratorSuspend)
        })
}

/// Whether the place is stored in the frame.
///
/// What a box holds is as good as stored there: a box that moves claims for itself what it points to,
/// so that nothing may still refer to that.
fn is_in_frame<'tcx>(tcx: TyCtxt<'tcx>, body: &Body<'tcx>, place: Place<'tcx>) -> bool {
    place
        .iter_projections()
        .all(|(base, elem)| elem != ProjectionElem::Deref || base.ty(body, tcx).ty.is_box())
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

/// Where a guard reads a binding.
struct UsesOfBinding {
    binding: Local,
    /// Where something is copied out of it, or lent.
    reads: Vec<Location>,
    /// For how long it is lent.
    loans: Vec<RegionVid>,
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
            StatementKind::Assign(assign) => {
                if let Rvalue::Ref(region, _, place) = assign.1
                    && place.local == self.binding
                {
                    self.loans.push(region.as_var());
                }
                self.super_statement(statement, location);
            }
            _ => self.super_statement(statement, location),
        }
    }

    fn visit_place(&mut self, place: &Place<'tcx>, context: PlaceContext, location: Location) {
        match context {
            PlaceContext::NonMutatingUse(
                NonMutatingUseContext::Copy | NonMutatingUseContext::SharedBorrow,
            ) if place.local == self.binding && place.is_indirect() => {
                self.reads.push(location);
            }
            _ => self.super_place(place, context, location),
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
    /// The reference that the guard of an arm has in place of a binding, if the borrow makes it.
    fn guards_view(&self, borrow: &BorrowData<'tcx>) -> Option<Local> {
        let view = borrow.assigned_place.as_local()?;
        self.body.local_decls[view].is_ref_for_guard().then_some(view)
    }

    /// Whether the borrow is how a guard sees a binding of its arm, and the guard does not look at it
    /// after it was suspended.
    ///
    /// The compiler pretends to read the binding once more when the guard has succeeded. Nothing of
    /// that is left after borrow checking. What the guard itself does with the binding must be known:
    /// to copy from it, and to lend it for a time that is over, makes nothing that lives on.
    fn is_over_with_guard(&self, borrow: &BorrowData<'tcx>, suspended: Location) -> bool {
        let Some(binding) = self.guards_view(borrow) else { return false };
        let mut uses =
            UsesOfBinding { binding, reads: Vec::new(), loans: Vec::new(), others: false };
        uses.visit_body(self.body);
        let is_lent = uses.loans.iter().any(|&lent| self.regioncx.region_contains(lent, suspended));
        !uses.others && !is_lent && !reaches_any(self.body, binding, suspended, &uses.reads)
    }

    /// Reports a loan that is live while a generator is suspended, and may not be.
    pub(crate) fn check_loan_while_suspended(
        &mut self,
        borrow: &BorrowData<'tcx>,
        location: Location,
        suspended: Span,
    ) {
        if is_no_loan(borrow) {
            return;
        }
        let borrowed = borrow.borrowed_place.local;
        if self.body.local_decls[borrowed].is_ref_to_thread_local() {
            self.report_thread_local_kept(borrow, suspended);
        } else if !self.movable_coroutine {
            // What the frame holds stays where it is.
        } else if is_loan_of_executor(self.body, borrow) {
            self.report_executor_kept(borrow, suspended);
        } else {
            self.check_for_loan_of_frame(borrow, location, suspended);
        }
    }

    fn report_thread_local_kept(&mut self, borrow: &BorrowData<'tcx>, suspended: Span) {
        let borrowed = self.retrieve_borrow_spans(borrow).var_or_use();
        if self.kept_loans_reported.insert(borrowed) && self.is_first_report_of(borrow) {
            let form = self.suspend_form(suspended);
            let err = self.dcx().create_err(ThreadLocalKept { borrowed, suspended, form });
            self.buffer_error(err);
        }
    }

    /// Reports, once, that the value of `ref executor` is kept across a suspend point.
    pub(crate) fn report_executor_kept(&mut self, borrow: &BorrowData<'tcx>, suspended: Span) {
        let executor = self.retrieve_borrow_spans(borrow).args_or_use();
        if !self.kept_loans_reported.insert(executor) || !self.is_first_report_of(borrow) {
            return;
        }
        let form = self.suspend_form(suspended);
        let err = self.dcx().create_err(ExecutorKept { executor, suspended, form });
        self.buffer_error(err);
    }

    /// Reports, once, a loan of something stored in the frame of a movable generator that is live
    /// at this suspend point. Loans of what is behind a reference may be.
    fn check_for_loan_of_frame(
        &mut self,
        borrow: &BorrowData<'tcx>,
        location: Location,
        suspended: Span,
    ) {
        if !is_in_frame(self.infcx.tcx, self.body, borrow.borrowed_place)
            || self.is_over_with_guard(borrow, location)
        {
            return;
        }
        let spans = self.retrieve_borrow_spans(borrow);
        let borrowed = spans.var_or_use();
        let place = self.describe_place(borrow.borrowed_place.as_ref());
        // A temporary that holds a loan which was reported, or is pinned.
        let is_reported = || {
            let callsite = borrowed.source_callsite();
            let mut reported = self.kept_loans_reported.iter().copied();
            reported.any(|kept| borrowed.contains(kept) || kept.contains(callsite))
        };
        if place.is_none() && is_reported() {
            return;
        }
        if !self.kept_loans_reported.insert(borrowed) || !self.is_first_report_of(borrow) {
            return;
        }
        let mut explanation = self.explain_why_borrow_contains_point(location, borrow, None);
        if let BorrowExplanation::UsedLaterWhenDropped { should_note_order, .. } = &mut explanation
        {
            // To drop things in another order at the end helps nobody who is suspended before.
            *should_note_order = false;
        }
        if self.report_loan_yielded(borrow, borrowed, &explanation) {
            return;
        }
        let form = self.suspend_form(suspended);
        let mut err = self.dcx().create_err(LoanOfFrame {
            borrowed,
            suspended,
            form,
            place: place
                .as_ref()
                .map_or_else(|| String::from("a temporary value"), |place| format!("`{place}`")),
        });
        self.explain_loan_of_frame(&mut err, &explanation, borrowed);
        let body = self.body.source.def_id().expect_local();
        let loan = LoanAcross {
            borrowed,
            suspended,
            closure: spans.for_closure().then(|| spans.args_or_use()),
            kept_by: self.dropped_last(&explanation),
            is_guards_view: self.guards_view(borrow).is_some(),
        };
        ways_out::suggest(self.infcx.tcx, &mut err, body, loan);
        self.buffer_error(err);
    }

    /// Shows what keeps the loan alive.
    fn explain_loan_of_frame(
        &self,
        err: &mut Diag<'infcx>,
        explanation: &BorrowExplanation<'tcx>,
        borrowed: Span,
    ) {
        let own = err.children.len();
        explanation.add_explanation_to_diagnostic(self, err, "", Some(borrowed), None);
        match explanation {
            BorrowExplanation::UsedLaterWhenDropped { .. } => {
                // What helps where a scope ends comes too late for a suspend point in it.
                err.children.truncate(own);
                err.suggestions = Suggestions::Enabled(Vec::new());
            }
            BorrowExplanation::Unexplained
                if self.infcx.tcx.is_clone_by_its_face(self.body.source.def_id()) =>
            {
                err.note(
                    "the generator is `Clone`: to clone its frame is to use all that it holds",
                );
            }
            _ => {}
        }
    }

    /// Whether no error told yet of this loan that it lives too long. From now on one did: what a
    /// generator keeps too long may well outlive it, too, and that is the same mistake.
    fn is_first_report_of(&mut self, borrow: &BorrowData<'tcx>) -> bool {
        let spans = self.retrieve_borrow_spans(borrow);
        let local = Place::from(borrow.borrowed_place.local);
        self.access_place_error_reported.insert((local, spans.var_or_use_path_span()))
    }

    /// What is dropped later, if nothing but that drop uses the loan.
    fn dropped_last(&self, explanation: &BorrowExplanation<'tcx>) -> Option<KeptBy> {
        let BorrowExplanation::UsedLaterWhenDropped { dropped_local, .. } = *explanation else {
            return None;
        };
        let declaration = &self.body.local_decls[dropped_local];
        Some(if declaration.is_user_variable() {
            KeptBy::Variable(declaration.source_info.span)
        } else {
            KeptBy::Temporary
        })
    }

    /// Reports that a generator yields a loan of what is stored in its frame, if that is why the loan
    /// lives. Such a loan ends nowhere: not to move the frame would not help.
    fn report_loan_yielded(
        &mut self,
        borrow: &BorrowData<'tcx>,
        borrowed: Span,
        explanation: &BorrowExplanation<'tcx>,
    ) -> bool {
        let BorrowExplanation::MustBeValidFor {
            category,
            span,
            ref opt_place_desc,
            from_closure: false,
            ..
        } = *explanation
        else {
            return false;
        };
        let place = opt_place_desc.as_ref();
        match self
            .try_report_cannot_return_reference_to_local(borrow, borrowed, span, category, place)
        {
            Err(err) => {
                self.buffer_error(err);
                true
            }
            Ok(()) => false,
        }
    }

    /// Reports what a movable coroutine pins in its frame and is suspended with.
    pub(crate) fn check_for_pinned_locals(&mut self) {
        if !self.movable_coroutine {
            return;
        }
        let owner = self.mir_def_id();
        for PinnedAcross { pinned, suspended } in
            pinned::pinned_across(self.infcx.tcx, self.body, owner)
        {
            if self.kept_loans_reported.insert(pinned) {
                let form = self.suspend_form(suspended);
                let name = format!("{:#}", self.body.coroutine_kind().unwrap());
                let mut err =
                    self.dcx().create_err(PinnedInFrame { pinned, suspended, form, name });
                ways_out::suggest_pinning_elsewhere(self.infcx.tcx, &mut err, owner, pinned);
                self.buffer_error(err);
            }
        }
    }

    fn suspend_form(&self, suspended: Span) -> &'static str {
        let tcx = self.infcx.tcx;
        let owner = tcx.typeck_root_def_id_local(self.body.source.def_id().expect_local());
        tcx.suspend_form(owner, suspended).name()
    }
}

#[derive(Diagnostic)]
#[diag("`ref executor` cannot be kept across a suspend point", code = E0626)]
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
#[diag("a thread-local variable is still borrowed while the generator is suspended", code = E0626)]
#[note("the frame may be resumed by another thread, and outlive this one and its variables")]
#[help("borrow it again where it is used")]
struct ThreadLocalKept {
    #[primary_span]
    #[label("this is the variable of the thread that comes here")]
    borrowed: Span,
    #[label("suspended here by {$form}")]
    suspended: Span,
    form: &'static str,
}

#[derive(Diagnostic)]
#[diag("a value is pinned in a {$name} that may move", code = E0626)]
#[note("the frame may move while it is suspended, and what is pinned here is stored in it")]
struct PinnedInFrame {
    #[primary_span]
    #[label("this stays where it is until it is dropped")]
    pinned: Span,
    #[label("suspended here by {$form}")]
    suspended: Span,
    form: &'static str,
    name: String,
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
