//! Finding what a coroutine runs, and telling whether it can be inlined there.
//!
//! Only what desugaring made is looked for, and it is looked at closely: the conversion of what is
//! awaited, from there one straight way to the call that resumes it, then the branch on what came of
//! that. Anything else is left as it is.

use rustc_abi::FIRST_VARIANT;
use rustc_data_structures::fx::FxIndexMap;
use rustc_hir as hir;
use rustc_hir::LangItem;
use rustc_hir::def::DefKind;
use rustc_hir::def_id::DefId;
use rustc_middle::mir::visit::{MutatingUseContext, NonMutatingUseContext, PlaceContext, Visitor};
use rustc_middle::mir::*;
use rustc_middle::ty::{self, Instance, Ty, TyCtxt};

use super::is_body_of_function;

/// How many blocks a straight way may lead through.
const WAY: usize = 32;

/// A place where a coroutine runs another one to its end.
#[derive(Debug)]
pub(super) struct Site<'tcx> {
    /// The coroutine that is run.
    pub(super) callee: Instance<'tcx>,
    /// The block that ends with the conversion of what is awaited.
    pub(super) block: BasicBlock,
    pub(super) source_info: SourceInfo,
    /// Where the coroutine is before it is run.
    pub(super) from: Place<'tcx>,
    pub(super) origin: Origin<'tcx>,
    /// The result of the conversion.
    pub(super) converted: Local,
    /// The variable that holds it while it runs.
    pub(super) inner: Local,
    /// The beginnings and ends of storage on the way to the first resumption.
    pub(super) storage_before: Vec<Statement<'tcx>>,
    /// The argument of the outer coroutine's present resumption.
    pub(super) resumed_with: Local,
    pub(super) unwind: UnwindAction,
    /// What is to be done if the outer coroutine is dropped while the inner one is suspended.
    pub(super) dropped: Option<BasicBlock>,
    /// What comes of a resumption, and where control goes when the inner coroutine is complete.
    pub(super) answer: Local,
    pub(super) complete: Variant<'tcx>,
    pub(super) storage_after: Vec<Statement<'tcx>>,
    pub(super) completed: BasicBlock,
    /// For `await for`.
    pub(super) items: Option<Items<'tcx>>,
}

/// What else there is to know where the outer coroutine takes what the inner one yields.
#[derive(Debug)]
pub(super) struct Items<'tcx> {
    /// The block that ends with the call that resumes the inner coroutine.
    pub(super) resumption: BasicBlock,
    /// The locals that hold references to the inner coroutine for that call.
    pub(super) references: Vec<Local>,
    pub(super) yielded: Variant<'tcx>,
    /// Where control goes with an item.
    pub(super) taken: BasicBlock,
}

/// How a coroutine that has not been resumed came to be where it is run.
#[derive(Debug)]
pub(super) struct Origin<'tcx> {
    /// The block that ends with the call that made it, or in which it is written.
    made_in: BasicBlock,
    maker: Option<Callee<'tcx>>,
    /// The locals that it went through, the last one first.
    way: Vec<Local>,
    /// Whether one of them is dropped anywhere.
    is_dropped: bool,
}

type Callee<'tcx> = (DefId, ty::GenericArgsRef<'tcx>);

/// A variant of an enum type.
#[derive(Debug)]
pub(super) struct Variant<'tcx> {
    pub(super) adt: ty::AdtDef<'tcx>,
    pub(super) args: ty::GenericArgsRef<'tcx>,
    pub(super) index: rustc_abi::VariantIdx,
}

impl<'tcx> Site<'tcx> {
    /// The call of an `async` or generator function that makes the coroutine for nothing but this, and
    /// its arguments. They are what the coroutine captures, in that order.
    pub(super) fn making_call(
        &self,
        tcx: TyCtxt<'tcx>,
        typing_env: ty::TypingEnv<'tcx>,
        body: &Body<'tcx>,
    ) -> Option<(BasicBlock, Vec<Operand<'tcx>>)> {
        let coroutine = self.callee;
        let function = tcx.parent(coroutine.def_id());
        if self.origin.is_dropped
            || !matches!(tcx.def_kind(function), DefKind::Fn | DefKind::AssocFn)
            || !self.origin.is_made_by_own_function(tcx, typing_env, coroutine)
        {
            return None;
        }
        let block = self.origin.made_in;
        let TerminatorKind::Call { args, target: Some(_), .. } = &body[block].terminator().kind
        else {
            return None;
        };
        let captures = coroutine.args.as_coroutine().upvar_tys();
        let are_captures = args.iter().map(|arg| arg.node.ty(body, tcx)).eq(captures.iter());
        are_captures.then(|| (block, args.iter().map(|arg| arg.node.clone()).collect()))
    }

    /// The locals that get storage on the way to a resumption, and keep it until it answers.
    pub(super) fn locals_of_resumption(&self) -> Vec<Local> {
        let mut locals = Vec::new();
        for statement in &self.storage_before {
            match statement.kind {
                StatementKind::StorageLive(local) if local != self.inner => locals.push(local),
                StatementKind::StorageDead(local) => locals.retain(|&it| it != local),
                _ => {}
            }
        }
        locals
    }

    /// The locals that the coroutine goes through before it is run, the last one first.
    pub(super) fn way(&self) -> &[Local] {
        &self.origin.way
    }

    /// The site that begins with what ends a block, if there is one.
    pub(super) fn at(
        tcx: TyCtxt<'tcx>,
        typing_env: ty::TypingEnv<'tcx>,
        body: &Body<'tcx>,
        block: BasicBlock,
    ) -> Option<Self> {
        let terminator = body[block].terminator.as_ref()?;
        let TerminatorKind::Call { func, args, destination, target: Some(target), .. } =
            &terminator.kind
        else {
            return None;
        };
        let conversion = tcx.as_lang_item(func.const_fn_def()?.0)?;
        let suspended = match conversion {
            LangItem::IntoFutureIntoFuture => &[LangItem::PollPending][..],
            LangItem::GeneratorAwait | LangItem::GeneratorAwaitFor => {
                &[LangItem::GeneratorStateBlocked]
            }
            LangItem::GeneratorDelegate => {
                &[LangItem::GeneratorStateBlocked, LangItem::GeneratorStateYielded]
            }
            _ => return None,
        };
        let operand = args.last()?.node.clone();
        let (Operand::Move(operand), converted) = (operand, destination.as_local()?) else {
            return None;
        };
        let ty = body.local_decls[converted].ty;
        if operand.as_local().is_none_or(|local| body.local_decls[local].ty != ty) {
            return None;
        }
        let (from, callee) = coroutine_in(tcx, operand, ty)?;
        let ty::Coroutine(_, outer_args) = body.local_decls[ty::CAPTURE_STRUCT_LOCAL].ty.kind()
        else {
            return None;
        };
        if callee.args.as_coroutine().resume_ty() != outer_args.as_coroutine().resume_ty() {
            return None;
        }

        let way = Way::to_resumption(tcx, body, converted, *target)?;
        let answered = Answered::after(body, way.answered)?;
        let complete = Variant::of_lang_item(
            tcx,
            body.local_decls[way.answer].ty,
            match conversion {
                LangItem::IntoFutureIntoFuture => LangItem::PollReady,
                _ => LangItem::GeneratorStateComplete,
            },
        )?;
        let completed = answered.target(&complete);
        let dropped = suspended.iter().find_map(|&suspended| {
            let variant = Variant::of_lang_item(tcx, body.local_decls[way.answer].ty, suspended)?;
            drop_of_suspension(body, answered.target(&variant))
        })?;

        let items = if conversion == LangItem::GeneratorAwaitFor {
            let ty = body.local_decls[way.answer].ty;
            let yielded = Variant::of_lang_item(tcx, ty, LangItem::GeneratorStateYielded)?;
            let taken = answered.target(&yielded);
            let (resumption, references) = (way.resumption, way.references);
            Some(Items { resumption, references, yielded, taken })
        } else {
            None
        };

        let origin = Origin::of(body, operand.local)?;
        let uses = Uses::of(body, way.inner);
        let are_of_the_loop =
            uses.assigned == 1 && uses.lent == 1 && uses.moved == 0 && uses.others == 0;
        let uses = Uses::of(body, converted);
        let are_conversion = uses.assigned == 1 && uses.moved == 1 && uses.are_no_more();
        let is_unresumed = origin.is_unresumed(tcx, typing_env, callee)
            && leads_straight(body, origin.made_in, block);
        (is_unresumed && are_of_the_loop && are_conversion).then_some(Site {
            callee,
            block,
            source_info: terminator.source_info,
            from,
            origin,
            converted,
            inner: way.inner,
            storage_before: way.storage,
            resumed_with: way.resumed_with,
            unwind: way.unwind,
            dropped,
            answer: way.answer,
            complete,
            storage_after: answered.storage,
            completed,
            items,
        })
    }
}

impl<'tcx> Variant<'tcx> {
    pub(super) fn of_lang_item(tcx: TyCtxt<'tcx>, ty: Ty<'tcx>, item: LangItem) -> Option<Self> {
        let ty::Adt(adt, args) = *ty.kind() else { return None };
        let variant = tcx.lang_items().get(item)?;
        let (index, _) = adt.variants().iter_enumerated().find(|(_, it)| it.def_id == variant)?;
        Some(Variant { adt, args, index })
    }

    /// A value of the variant, which has one field.
    pub(super) fn aggregate(&self, value: Operand<'tcx>) -> Rvalue<'tcx> {
        let kind = AggregateKind::Adt(self.adt.did(), self.index, self.args, None, None);
        Rvalue::Aggregate(Box::new(kind), [value].into_iter().collect())
    }
}

/// The coroutine that a value is, or that is the only thing in it.
fn coroutine_in<'tcx>(
    tcx: TyCtxt<'tcx>,
    mut place: Place<'tcx>,
    mut ty: Ty<'tcx>,
) -> Option<(Place<'tcx>, Instance<'tcx>)> {
    loop {
        match *ty.kind() {
            ty::Coroutine(def_id, args) => {
                return has_own_body(tcx, def_id, args)
                    .then(|| (place, Instance::new_raw(def_id, args)));
            }
            ty::Adt(adt, args)
                if LangItem::FRAMES.iter().any(|&frame| tcx.is_lang_item(adt.did(), frame)) =>
            {
                let (field, definition) =
                    adt.variant(FIRST_VARIANT).fields.iter_enumerated().next()?;
                ty = definition.ty(tcx, args);
                place = tcx.mk_place_field(place, field, ty);
            }
            _ => return None,
        }
    }
}

/// Whether the coroutine runs the body that was written for it. One that comes of calling an `async`
/// closure by value has a copy of that body, which owns what the closure captured.
fn has_own_body<'tcx>(tcx: TyCtxt<'tcx>, coroutine: DefId, args: ty::GenericArgsRef<'tcx>) -> bool {
    match *tcx.type_of(coroutine).instantiate_identity().kind() {
        ty::Coroutine(_, own) => args.as_coroutine().kind_ty() == own.as_coroutine().kind_ty(),
        _ => false,
    }
}

/// The way from the conversion to the first resumption.
struct Way<'tcx> {
    inner: Local,
    storage: Vec<Statement<'tcx>>,
    resumed_with: Local,
    unwind: UnwindAction,
    answer: Local,
    resumption: BasicBlock,
    references: Vec<Local>,
    /// Where control goes from there.
    answered: BasicBlock,
}

impl<'tcx> Way<'tcx> {
    fn to_resumption(
        tcx: TyCtxt<'tcx>,
        body: &Body<'tcx>,
        converted: Local,
        mut block: BasicBlock,
    ) -> Option<Self> {
        // Which local another one is a copy of, or a reference to.
        let mut origins: FxIndexMap<Local, Local> = FxIndexMap::default();
        let mut storage = Vec::new();
        let mut inner = None;
        for _ in 0..WAY {
            let data = &body[block];
            for statement in &data.statements {
                let (to, from) = match &statement.kind {
                    StatementKind::StorageLive(_) | StatementKind::StorageDead(_) => {
                        storage.push(statement.clone());
                        continue;
                    }
                    StatementKind::PlaceMention(_) | StatementKind::Nop => continue,
                    StatementKind::Assign(box (to, Rvalue::Use(from))) => {
                        (to.as_local()?, from.place()?.as_local()?)
                    }
                    StatementKind::Assign(box (
                        to,
                        Rvalue::Ref(_, BorrowKind::Mut { .. }, lent),
                    )) => {
                        match lent.as_local() {
                            Some(lent) if inner.is_some_and(|inner| inner != lent) => return None,
                            Some(lent) => inner = Some(lent),
                            None if lent.projection.as_slice() == [ProjectionElem::Deref] => {}
                            None => return None,
                        }
                        (to.as_local()?, lent.local)
                    }
                    _ => return None,
                };
                origins.insert(to, origins.get(&from).copied().unwrap_or(from));
            }

            let origin = |operand: &Operand<'tcx>| {
                let local = operand.place()?.as_local()?;
                Some(origins.get(&local).copied().unwrap_or(local))
            };
            match &data.terminator().kind {
                TerminatorKind::Goto { target } => block = *target,
                TerminatorKind::Call { func, args, destination, target, unwind, .. } => {
                    let called = tcx.as_lang_item(func.const_fn_def()?.0)?;
                    let (lent, resumed_with) = match (called, &**args) {
                        (LangItem::PinNewUnchecked, [lent]) => {
                            let lent = origin(&lent.node)?;
                            origins.insert(destination.as_local()?, lent);
                            block = (*target)?;
                            continue;
                        }
                        (LangItem::FuturePoll, [lent, context]) => (lent, context),
                        (
                            LangItem::GeneratorResume | LangItem::GeneratorResumeInPlace,
                            [handle, lent],
                        ) => (lent, handle),
                        _ => return None,
                    };
                    if origin(&lent.node)? != converted {
                        return None;
                    }
                    let inner = inner?;
                    let references = origins
                        .iter()
                        .filter(|&(&local, &origin)| origin == converted && local != inner)
                        .map(|(&local, _)| local)
                        .collect();
                    return Some(Way {
                        inner,
                        storage,
                        resumption: block,
                        references,
                        resumed_with: origin(&resumed_with.node)?,
                        unwind: *unwind,
                        answer: destination.as_local()?,
                        answered: (*target)?,
                    });
                }
                _ => return None,
            }
        }
        None
    }
}

/// The branch on what came of a resumption.
struct Answered<'a, 'tcx> {
    storage: Vec<Statement<'tcx>>,
    targets: &'a SwitchTargets,
}

impl<'a, 'tcx> Answered<'a, 'tcx> {
    fn after(body: &'a Body<'tcx>, block: BasicBlock) -> Option<Self> {
        let data = &body[block];
        let TerminatorKind::SwitchInt { targets, .. } = &data.terminator().kind else {
            return None;
        };
        let mut storage = Vec::new();
        for statement in &data.statements {
            match statement.kind {
                StatementKind::StorageLive(_) | StatementKind::StorageDead(_) => {
                    storage.push(statement.clone())
                }
                StatementKind::PlaceMention(_)
                | StatementKind::Nop
                | StatementKind::Assign(box (_, Rvalue::Discriminant(_))) => {}
                _ => return None,
            }
        }
        Some(Answered { storage, targets })
    }

    fn target(&self, variant: &Variant<'_>) -> BasicBlock {
        self.targets.target_for_value(variant.index.index() as u128)
    }
}

/// Where the outer coroutine goes if it is dropped at the suspend point to which a straight way leads.
fn drop_of_suspension(body: &Body<'_>, mut block: BasicBlock) -> Option<Option<BasicBlock>> {
    for _ in 0..WAY {
        match body[block].terminator().kind {
            TerminatorKind::Goto { target } => block = target,
            TerminatorKind::Yield { drop, .. } => return Some(drop),
            _ => return None,
        }
    }
    None
}

impl<'tcx> Origin<'tcx> {
    fn of(body: &Body<'tcx>, mut local: Local) -> Option<Self> {
        let mut way = Vec::new();
        let mut is_dropped = false;
        loop {
            let uses = Uses::of(body, local);
            if uses.assigned != 1 || uses.moved != 1 || !uses.are_no_more() {
                return None;
            }
            way.push(local);
            is_dropped |= uses.dropped > 0;
            match uses.value? {
                Value::Moved(from) => local = from,
                Value::Made { block, maker } => {
                    return Some(Origin { made_in: block, maker, way, is_dropped });
                }
            }
        }
    }

    /// Whether it cannot have been resumed before. One that may not move was not, or it could not be
    /// here. Of others it must be known that their own function made them.
    fn is_unresumed(
        &self,
        tcx: TyCtxt<'tcx>,
        typing_env: ty::TypingEnv<'tcx>,
        coroutine: Instance<'tcx>,
    ) -> bool {
        let kind = tcx.coroutine_kind(coroutine.def_id());
        kind.is_some_and(|kind| kind.movability() == hir::Movability::Static)
            || self.is_made_by_own_function(tcx, typing_env, coroutine)
    }

    fn is_made_by_own_function(
        &self,
        tcx: TyCtxt<'tcx>,
        typing_env: ty::TypingEnv<'tcx>,
        coroutine: Instance<'tcx>,
    ) -> bool {
        is_body_of_function(tcx, coroutine.def_id())
            && self.is_made_by(tcx, typing_env, tcx.parent(coroutine.def_id()))
    }

    /// Whether it is the result of a call of that function.
    pub(super) fn is_made_by(
        &self,
        tcx: TyCtxt<'tcx>,
        typing_env: ty::TypingEnv<'tcx>,
        function: DefId,
    ) -> bool {
        self.maker.is_some_and(|(callee, args)| {
            let maker = Instance::try_resolve(tcx, typing_env, callee, args).ok().flatten();
            maker.is_some_and(|maker| maker.def_id() == function)
        })
    }
}

/// Whether control comes from one block to the other without a choice, or a suspend point, on the way.
/// What is made in the first and run in the second is not in the frame before it is run.
fn leads_straight(body: &Body<'_>, mut from: BasicBlock, to: BasicBlock) -> bool {
    for _ in 0..WAY {
        if from == to {
            return true;
        }
        from = match body[from].terminator().kind {
            TerminatorKind::Goto { target }
            | TerminatorKind::Call { target: Some(target), .. }
            | TerminatorKind::Drop { target, .. }
            | TerminatorKind::Assert { target, .. } => target,
            _ => return false,
        };
    }
    false
}

/// How a local is used.
#[derive(Default)]
struct Uses<'tcx> {
    assigned: usize,
    moved: usize,
    lent: usize,
    dropped: usize,
    /// Ways of use that are none of these, nor its storage.
    others: usize,
    /// What was assigned last.
    value: Option<Value<'tcx>>,
}

enum Value<'tcx> {
    Moved(Local),
    /// Made there, by a call or where it was written.
    Made {
        block: BasicBlock,
        maker: Option<Callee<'tcx>>,
    },
}

impl<'tcx> Uses<'tcx> {
    fn of(body: &Body<'tcx>, local: Local) -> Self {
        let mut finder = FindUses { local, uses: Uses::default() };
        for (block, data) in body.basic_blocks.iter_enumerated() {
            finder.visit_basic_block_data(block, data);
        }
        finder.uses
    }

    fn are_no_more(&self) -> bool {
        self.lent == 0 && self.others == 0
    }
}

struct FindUses<'tcx> {
    local: Local,
    uses: Uses<'tcx>,
}

impl<'tcx> Visitor<'tcx> for FindUses<'tcx> {
    fn visit_place(&mut self, place: &Place<'tcx>, context: PlaceContext, location: Location) {
        if place.local != self.local {
            return self.super_place(place, context, location);
        }
        let uses = &mut self.uses;
        match context {
            PlaceContext::NonUse(_)
            | PlaceContext::NonMutatingUse(NonMutatingUseContext::PlaceMention) => {}
            PlaceContext::MutatingUse(MutatingUseContext::Drop) => uses.dropped += 1,
            _ if !place.projection.is_empty() => uses.others += 1,
            PlaceContext::MutatingUse(MutatingUseContext::Store | MutatingUseContext::Call) => {
                uses.assigned += 1
            }
            PlaceContext::NonMutatingUse(NonMutatingUseContext::Move) => uses.moved += 1,
            PlaceContext::MutatingUse(MutatingUseContext::Borrow) => uses.lent += 1,
            _ => uses.others += 1,
        }
    }

    fn visit_local(&mut self, local: Local, context: PlaceContext, _: Location) {
        if local == self.local && !matches!(context, PlaceContext::NonUse(_)) {
            self.uses.others += 1;
        }
    }

    fn visit_assign(&mut self, to: &Place<'tcx>, value: &Rvalue<'tcx>, location: Location) {
        if to.as_local() == Some(self.local) {
            self.uses.value = match value {
                Rvalue::Use(Operand::Move(from)) => from.as_local().map(Value::Moved),
                Rvalue::Aggregate(box AggregateKind::Coroutine(..), _) => {
                    Some(Value::Made { block: location.block, maker: None })
                }
                _ => None,
            };
        }
        self.super_assign(to, value, location);
    }

    fn visit_terminator(&mut self, terminator: &Terminator<'tcx>, location: Location) {
        if let TerminatorKind::Call { func, destination, .. } = &terminator.kind
            && destination.as_local() == Some(self.local)
        {
            let maker = func.const_fn_def();
            self.uses.value = Some(Value::Made { block: location.block, maker });
        }
        self.super_terminator(terminator, location);
    }
}
