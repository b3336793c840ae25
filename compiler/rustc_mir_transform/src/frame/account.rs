//! Why a frame holds what it holds, in terms of the source.
//!
//! A value is held across a suspend point because it is used again, on some way on from there. Or it
//! is not, and only waits to be dropped. Or, in a frame that does not move, somebody borrowed it, its
//! scope has not ended, and the compiler does not follow where the pointer went. The last two are what
//! a person may want to change, so here it is found out which of the three it is: by following the
//! body from the suspend point to the first use, drop or end of the value on each way.
//!
//! A pointer can only be where a type has room for one. If nothing else that is held has a lifetime or
//! a raw pointer in its type, apart from arguments, which were there first, nothing points to the value.

use std::collections::VecDeque;

use rustc_abi::{FieldIdx, VariantIdx};
use rustc_data_structures::fx::FxHashMap;
use rustc_hir as hir;
use rustc_hir::CoroutineDesugaring;
use rustc_index::IndexVec;
use rustc_index::bit_set::DenseBitSet;
use rustc_middle::hir::generator::SuspendForm;
use rustc_middle::mir::frame::{FrameAccount, FramePoint, FrameValue, FrameValueKind, Need};
use rustc_middle::mir::visit::{
    MutatingUseContext, NonMutatingUseContext, NonUseContext, PlaceContext, Visitor,
};
use rustc_middle::mir::*;
use rustc_middle::ty::{
    self, CoroutineArgs, CoroutineArgsExt as _, InstanceKind, TyCtxt, TypeVisitableExt as _,
};
use rustc_mir_dataflow::impls::{DefUse, MaybeBorrowedLocals};
use rustc_mir_dataflow::{Analysis as _, ResultsCursor};
use rustc_session::lint::Level;
use rustc_session::lint::builtin::LARGE_FRAMES;
use rustc_span::def_id::{DefId, LocalDefId};
use rustc_span::{DesugaringKind, Span, Symbol, sym};

/// Says what the frame of `body` holds and why, if somebody is going to ask.
///
/// The body must not have become a state machine yet. `saved` are the locals that its frame has.
pub(crate) fn account<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: &Body<'tcx>,
    saved: &DenseBitSet<Local>,
    layout: &CoroutineLayout<'tcx>,
) -> Option<Box<FrameAccount>> {
    let InstanceKind::Item(def_id) = body.source.instance else { return None };
    let owner = owner(tcx, def_id.expect_local());
    is_wanted(tcx, owner)
        .then(|| Box::new(Accountant::new(tcx, body, owner, saved, layout).account()))
}

/// The body as it was written. An `async` closure's has a variant that owns what the closure captured.
fn owner(tcx: TyCtxt<'_>, body: LocalDefId) -> LocalDefId {
    if tcx.is_synthetic_mir(body) { tcx.local_parent(body) } else { body }
}

fn is_wanted(tcx: TyCtxt<'_>, owner: LocalDefId) -> bool {
    tcx.sess.opts.unstable_opts.print_frames.is_some()
        || tcx.lint_level_at_node(LARGE_FRAMES, tcx.local_def_id_to_hir_id(owner)).level
            != Level::Allow
}

struct Accountant<'a, 'tcx> {
    tcx: TyCtxt<'tcx>,
    body: &'a Body<'tcx>,
    owner: LocalDefId,
    saved: IndexVec<CoroutineSavedLocal, Local>,
    layout: &'a CoroutineLayout<'tcx>,
    /// The locals that stand for captures, if the frame is packed.
    captured: FxHashMap<Local, FieldIdx>,
    captures: IndexVec<FieldIdx, FrameValue>,
    /// What the source calls a local, and where it is declared.
    names: FxHashMap<Local, (Symbol, Span)>,
    /// What may have been borrowed, if the frame does not move.
    borrowed: Option<ResultsCursor<'a, 'tcx, MaybeBorrowedLocals>>,
}

impl<'a, 'tcx> Accountant<'a, 'tcx> {
    fn new(
        tcx: TyCtxt<'tcx>,
        body: &'a Body<'tcx>,
        owner: LocalDefId,
        saved: &DenseBitSet<Local>,
        layout: &'a CoroutineLayout<'tcx>,
    ) -> Self {
        let is_static = tcx.coroutine_movability(owner.to_def_id()) == hir::Movability::Static;
        let borrowed = is_static.then(|| {
            MaybeBorrowedLocals.iterate_to_fixpoint(tcx, body, None).into_results_cursor(body)
        });
        Self {
            tcx,
            body,
            owner,
            saved: saved.iter().collect(),
            layout,
            captured: locals_of_captures(body),
            captures: captures(tcx, owner),
            names: names(body),
            borrowed,
        }
    }

    fn account(mut self) -> FrameAccount {
        let values = self.saved.iter().map(|&local| self.value(local)).collect();
        let points = self.layout.variant_source_info.iter().map(|&at| self.point(at)).collect();
        let mut needs: IndexVec<VariantIdx, _> =
            IndexVec::from_elem_n(IndexVec::new(), CoroutineArgs::RESERVED_VARIANTS);
        for block in self.body.basic_blocks.indices() {
            if let TerminatorKind::Yield { resume, .. } =
                self.body.basic_blocks[block].terminator().kind
            {
                let held = &self.layout.variant_fields[needs.next_index()];
                needs.push(
                    held.iter().map(|&value| self.need(held, value, block, resume)).collect(),
                );
            }
        }
        FrameAccount { captures: self.captures, values, points, needs }
    }

    /// What a local is in the source.
    fn value(&self, local: Local) -> FrameValue {
        if let Some(&capture) = self.captured.get(&local) {
            return self.captures[capture];
        }
        let declaration = &self.body.local_decls[local];
        let inlined_from = self.inlined_from(declaration.source_info);
        let (kind, span) = match self.names.get(&local) {
            Some(&(name, span)) => (self.kind_of_variable(name, span, inlined_from), span),
            None => (kind_of_temporary(declaration), declaration.source_info.span),
        };
        FrameValue { kind, span, inlined_from }
    }

    fn kind_of_variable(
        &self,
        name: Symbol,
        span: Span,
        inlined_from: Option<DefId>,
    ) -> FrameValueKind {
        match span.desugaring_kind() {
            Some(DesugaringKind::ForLoop) => FrameValueKind::Iterator,
            Some(DesugaringKind::Await) => FrameValueKind::Inner(SuspendForm::Await),
            Some(DesugaringKind::Generator) if name == sym::inner => {
                let form = self.form_in_generator(span, inlined_from);
                FrameValueKind::Inner(form.unwrap_or(SuspendForm::Await))
            }
            _ => kind_by_name(name),
        }
    }

    fn inlined_from(&self, at: SourceInfo) -> Option<DefId> {
        let instance = at.scope.inlined_instance(&self.body.source_scopes)?;
        Some(instance.def_id())
    }

    fn point(&self, at: SourceInfo) -> FramePoint {
        let inlined_from = self.inlined_from(at);
        FramePoint { form: self.form(at.span, inlined_from), inlined_from }
    }

    /// How a suspend point is written.
    fn form(&self, span: Span, inlined_from: Option<DefId>) -> Option<SuspendForm> {
        let body = inlined_from.unwrap_or(self.owner.to_def_id());
        match self.tcx.coroutine_kind(body)? {
            _ if span.is_desugaring(DesugaringKind::Await) => Some(SuspendForm::Await),
            hir::CoroutineKind::Generator(_) => self.form_in_generator(span, inlined_from),
            // It waits for a destructor.
            hir::CoroutineKind::Desugared(CoroutineDesugaring::Async, _) => None,
            hir::CoroutineKind::Desugared(..) | hir::CoroutineKind::Coroutine(_) => {
                Some(SuspendForm::Yield)
            }
        }
    }

    fn form_in_generator(&self, span: Span, inlined_from: Option<DefId>) -> Option<SuspendForm> {
        let body = inlined_from.unwrap_or(self.owner.to_def_id()).as_local()?;
        Some(self.tcx.suspend_form(self.tcx.typeck_root_def_id_local(body), span))
    }

    /// What asks for a value that is among those `held` at the suspend point that ends `block`.
    fn need(
        &mut self,
        held: &IndexVec<FieldIdx, CoroutineSavedLocal>,
        value: CoroutineSavedLocal,
        block: BasicBlock,
        resume: BasicBlock,
    ) -> Need {
        let local = self.saved[value];
        let WaysOn { uses, drops } = WaysOn::of(self.body, local, resume);
        let is_borrowed = self.borrowed.as_mut().is_some_and(|borrowed| {
            borrowed.seek_before_primary_effect(self.body.terminator_loc(block));
            borrowed.get().contains(local)
        });
        Need {
            uses,
            drops,
            borrowed: is_borrowed.then(|| last_borrow(self.body, local, block)).flatten(),
            may_be_pointed_to: is_borrowed
                && held.iter().any(|&other| other != value && self.may_point(other)),
        }
    }

    /// Whether there may be a pointer to a local of the body in this value.
    fn may_point(&self, value: CoroutineSavedLocal) -> bool {
        let ty = self.layout.field_tys[value].ty;
        let has_room = ty.has_erased_regions()
            || ty.walk().any(|part| part.as_type().is_some_and(|ty| ty.is_raw_ptr()));
        has_room && !self.is_as_captured(value)
    }

    /// Whether this is what was captured, as it was captured.
    fn is_as_captured(&self, value: CoroutineSavedLocal) -> bool {
        let local = self.saved[value];
        let is_in_place_of_capture = self
            .layout
            .slots
            .as_ref()
            .is_some_and(|slots| slots.of_local[value].as_usize() < self.captures.len());
        self.captured.contains_key(&local)
            || is_in_place_of_capture && self.body.local_decls[local].mutability.is_not()
    }
}

fn kind_by_name(name: Symbol) -> FrameValueKind {
    // What the lowering of functions calls an argument that has no name of its own.
    if name.as_str().starts_with("__arg") {
        FrameValueKind::Argument
    } else {
        FrameValueKind::Variable(name)
    }
}

fn kind_of_temporary(declaration: &LocalDecl<'_>) -> FrameValueKind {
    // A drop flag is made for the end of a scope, and has the span of that: a single `}`, say.
    let span = declaration.source_info.span;
    if declaration.ty.is_bool() && (span.hi() - span.lo()).0 <= 1 {
        FrameValueKind::DropFlag
    } else {
        FrameValueKind::Temporary
    }
}

/// The variables of a body, and of those that became part of it: locals, or what a captured reference
/// refers to.
fn names(body: &Body<'_>) -> FxHashMap<Local, (Symbol, Span)> {
    let variables = body.var_debug_info.iter().filter_map(|variable| match variable.value {
        VarDebugInfoContents::Place(Place { local, projection })
            if let [] | [ProjectionElem::Deref] = projection.as_slice() =>
        {
            Some((local, (variable.name, variable.source_info.span)))
        }
        _ => None,
    });
    // The first names of a local come last, and stay.
    variables.rev().collect()
}

/// What a body captures, as the source has it.
fn captures(tcx: TyCtxt<'_>, owner: LocalDefId) -> IndexVec<FieldIdx, FrameValue> {
    let captures = tcx.closure_captures(owner).iter().map(|capture| {
        let kind = if capture.place.projections.is_empty() {
            kind_by_name(capture.var_ident.name)
        } else {
            FrameValueKind::Variable(Symbol::intern(&capture.to_string(tcx)))
        };
        let span = match kind {
            // Nobody wrote the name.
            FrameValueKind::Argument => tcx.hir_span(capture.get_root_variable()),
            _ => capture.var_ident.span,
        };
        FrameValue { kind, span, inlined_from: None }
    });
    captures.collect()
}

/// The locals that get what was captured when the body is entered: see [`Captures`](super::Captures).
fn locals_of_captures(body: &Body<'_>) -> FxHashMap<Local, FieldIdx> {
    let entry = body.basic_blocks[START_BLOCK].statements.iter().map_while(|statement| {
        let StatementKind::Assign(box (local, Rvalue::Use(Operand::Move(capture)))) =
            &statement.kind
        else {
            return None;
        };
        match capture.projection.as_slice() {
            &[ProjectionElem::Field(field, _)] if capture.local == ty::CAPTURE_STRUCT_LOCAL => {
                Some((local.as_local()?, field))
            }
            _ => None,
        }
    });
    entry.collect()
}

/// What happens first to a local, on each way on from a suspend point.
struct WaysOn {
    uses: Vec<Span>,
    drops: Vec<Span>,
}

impl WaysOn {
    /// Follows `local` from where the body goes on when it is resumed. It does not matter what would be
    /// dropped by a panic, or with the frame.
    fn of(body: &Body<'_>, local: Local, resume: BasicBlock) -> Self {
        let mut ways = Self { uses: Vec::new(), drops: Vec::new() };
        let mut seen = DenseBitSet::new_empty(body.basic_blocks.len());
        let mut queue = VecDeque::from([resume]);
        while let Some(block) = queue.pop_front() {
            if !seen.insert(block) {
                continue;
            }
            match first_event(body, local, block) {
                Some((Event::Use, span)) => note(&mut ways.uses, span),
                Some((Event::Drop, span)) => note(&mut ways.drops, span),
                Some((Event::End, _)) => {}
                None => queue.extend(next_blocks(body, block)),
            }
        }
        ways
    }
}

fn note(spans: &mut Vec<Span>, span: Span) {
    if !spans.contains(&span) {
        spans.push(span);
    }
}

fn next_blocks(body: &Body<'_>, block: BasicBlock) -> Vec<BasicBlock> {
    let terminator = body.basic_blocks[block].terminator();
    if let TerminatorKind::Yield { resume, .. } = terminator.kind {
        return vec![resume];
    }
    terminator.successors().filter(|&next| !body.basic_blocks[next].is_cleanup).collect()
}

/// What can happen to a local.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    /// It gets another value, or its scope ends.
    End,
    Drop,
    Use,
}

fn first_event(body: &Body<'_>, local: Local, block: BasicBlock) -> Option<(Event, Span)> {
    let count = body.basic_blocks[block].statements.len();
    (0..=count).find_map(|statement_index| {
        let location = Location { block, statement_index };
        let mut visitor = EventOf { local, event: None };
        visitor.visit_location(body, location);
        visitor.event.map(|event| (event, body.source_info(location).span))
    })
}

/// Finds what happens to a local at a location. What is read there is read before anything is written.
struct EventOf {
    local: Local,
    event: Option<Event>,
}

impl<'tcx> Visitor<'tcx> for EventOf {
    fn visit_place(&mut self, place: &Place<'tcx>, context: PlaceContext, location: Location) {
        if place.local == self.local {
            let event = match DefUse::for_place(*place, context) {
                DefUse::Use if context == PlaceContext::MutatingUse(MutatingUseContext::Drop) => {
                    Some(Event::Drop)
                }
                DefUse::Use => Some(Event::Use),
                DefUse::Def => Some(Event::End),
                DefUse::PartialWrite | DefUse::NonUse => None,
            };
            self.event = self.event.max(event);
        }
        self.visit_projection(place.as_ref(), context, location);
    }

    fn visit_local(&mut self, local: Local, context: PlaceContext, _: Location) {
        if local == self.local {
            let event = match context {
                PlaceContext::NonUse(NonUseContext::StorageDead | NonUseContext::StorageLive) => {
                    Some(Event::End)
                }
                PlaceContext::NonUse(_) => None,
                _ => Some(Event::Use),
            };
            self.event = self.event.max(event);
        }
    }
}

/// Where a local was borrowed last before the suspend point that ends `block`.
fn last_borrow(body: &Body<'_>, local: Local, block: BasicBlock) -> Option<Span> {
    let mut seen = DenseBitSet::new_empty(body.basic_blocks.len());
    let mut queue = VecDeque::from([block]);
    while let Some(block) = queue.pop_front() {
        if !seen.insert(block) {
            continue;
        }
        let count = body.basic_blocks[block].statements.len();
        let borrow = (0..=count).rev().find_map(|statement_index| {
            let location = Location { block, statement_index };
            let mut visitor = BorrowOf { local, is_borrowed: false };
            visitor.visit_location(body, location);
            visitor.is_borrowed.then(|| body.source_info(location).span)
        });
        if borrow.is_some() {
            return borrow;
        }
        queue.extend(body.basic_blocks.predecessors()[block].iter().copied());
    }
    None
}

struct BorrowOf {
    local: Local,
    is_borrowed: bool,
}

impl<'tcx> Visitor<'tcx> for BorrowOf {
    fn visit_place(&mut self, place: &Place<'tcx>, context: PlaceContext, _: Location) {
        let is_borrow = matches!(
            context,
            PlaceContext::MutatingUse(MutatingUseContext::Borrow | MutatingUseContext::RawBorrow)
                | PlaceContext::NonMutatingUse(
                    NonMutatingUseContext::SharedBorrow | NonMutatingUseContext::RawBorrow
                )
        );
        self.is_borrowed |= is_borrow && place.local == self.local && !place.is_indirect();
    }
}
