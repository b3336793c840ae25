//! What `await for` does with the items of an inlined coroutine.
//!
//! Where the inner coroutine yields, control goes to the block of `await for`, and from there on it may go
//! anywhere: to the next round, out of the loop, to a suspend point of the outer coroutine. Meanwhile the
//! inner one is suspended. So a variable says where:
//!
//! ```text
//!     yield x                             →   item = x; suspended_at = 1; goto <the block>;
//! R1: …                                       R1: …
//!
//!     match resume(&mut inner, …) { … }   →   at = suspended_at; suspended_at = 0;
//!                                             match at { 1 => goto R1, 2 => goto R2, … }
//!
//!     drop(inner)                         →   at = suspended_at; suspended_at = 0;
//!                                             match at { 1 => <drop what is held at 1>, …, _ => {} }
//! ```
//!
//! Where the inner coroutine runs, is blocked, or is complete, it is 0: a coroutine cleans up after itself.
//! If there is one `yield` and nothing to drop, nobody asks for the variable.

use rustc_data_structures::fx::{FxIndexMap, FxIndexSet};
use rustc_hir::LangItem;
use rustc_middle::mir::*;
use rustc_middle::ty::{ScalarInt, TyCtxt};

use super::integrate::Integration;
use super::site::Items;

/// How many items a coroutine may have places for.
const PLACES: usize = 16;

/// Whether it is known of each suspend point whether it is for an item, and there are not many.
pub(super) fn may_be_taken<'tcx>(tcx: TyCtxt<'tcx>, body: &Body<'tcx>) -> bool {
    let mut yields = 0;
    body.basic_blocks.iter().all(|data| match data.terminator().kind {
        TerminatorKind::Yield { .. } => {
            let is_item = is_item(tcx, data);
            yields += usize::from(is_item == Some(true));
            is_item.is_some() && yields <= PLACES
        }
        _ => true,
    })
}

/// Whether a block that ends with a suspend point suspends with an item, and not because it is blocked.
fn is_item<'tcx>(tcx: TyCtxt<'tcx>, data: &BasicBlockData<'tcx>) -> Option<bool> {
    let TerminatorKind::Yield { value, .. } = &data.terminator().kind else { return None };
    let value = value.place()?;
    data.statements.iter().rev().find_map(|statement| match &statement.kind {
        StatementKind::Assign(box (
            to,
            Rvalue::Aggregate(box AggregateKind::Adt(adt, variant, ..), _),
        )) if *to == value => {
            let variant = tcx.adt_def(*adt).variant(*variant).def_id;
            Some(tcx.is_lang_item(variant, LangItem::GeneratorYielded))
        }
        _ => None,
    })
}

/// A place where the inner coroutine may be suspended while an item is looked at.
struct SuspendedAt<'tcx> {
    number: u8,
    resume: BasicBlock,
    resume_arg: Place<'tcx>,
    /// What it drops then.
    drop: Option<BasicBlock>,
}

impl<'tcx> Integration<'_, 'tcx> {
    /// Connects the blocks of the inner coroutine, from `start` on, with those of the outer one.
    /// `locals` have storage all the time.
    pub(super) fn take_items(&mut self, items: Items<'tcx>, start: BasicBlock, locals: &[Local]) {
        let suspended_at = self.new_local(self.tcx.types.u8);
        let nowhere = self.set_number(suspended_at, 0);
        self.body.basic_blocks_mut()[self.site.block].statements.push(nowhere);

        let places = self.hand_over_items(&items, start, suspended_at);
        self.resume_after_item(&items, &places, suspended_at);
        self.drop_after_item(&places, suspended_at, locals);
    }

    /// Lets each `yield` give its item to the outer coroutine.
    fn hand_over_items(
        &mut self,
        items: &Items<'tcx>,
        start: BasicBlock,
        suspended_at: Local,
    ) -> Vec<SuspendedAt<'tcx>> {
        let tcx = self.tcx;
        let mut places = Vec::new();
        for block in start..self.body.basic_blocks.next_index() {
            if is_item(tcx, &self.body[block]) != Some(true) {
                continue;
            }
            let TerminatorKind::Yield { ref value, resume, resume_arg, drop } =
                self.body[block].terminator().kind
            else {
                continue;
            };
            let value = value.clone();
            let number = places.len() as u8 + 1;
            places.push(SuspendedAt { number, resume, resume_arg, drop });

            let mut statements = self.answer_with_item(&items.yielded, value);
            statements.push(self.set_number(suspended_at, number));
            statements.extend(self.site.storage_after.iter().cloned());
            let data = &mut self.body.basic_blocks_mut()[block];
            data.statements.extend(statements);
            data.terminator_mut().kind = TerminatorKind::Goto { target: items.taken };
        }
        places
    }

    /// Where the outer coroutine would resume the inner one, goes on where that is.
    fn resume_after_item(
        &mut self,
        items: &Items<'tcx>,
        places: &[SuspendedAt<'tcx>],
        suspended_at: Local,
    ) {
        for block in self.body.basic_blocks_mut() {
            for statement in &mut block.statements {
                if let StatementKind::Assign(box (to, _)) = &statement.kind
                    && to.as_local().is_some_and(|to| items.references.contains(&to))
                {
                    statement.make_nop(true);
                }
            }
        }
        let resumptions: Vec<_> = places
            .iter()
            .map(|place| {
                let brought = Rvalue::Use(Operand::Copy(self.site.resumed_with.into()));
                let mut statements = vec![self.assign(place.resume_arg, brought)];
                statements.extend(self.end_resumption());
                let kind = TerminatorKind::Goto { target: place.resume };
                (place.number, self.new_block(statements, kind))
            })
            .collect();
        let otherwise = self.new_block(vec![], TerminatorKind::Unreachable);
        self.branch_on_number(items.resumption, suspended_at, resumptions, otherwise);
    }

    /// Where the outer coroutine would drop the inner one, drops what that holds.
    fn drop_after_item(
        &mut self,
        places: &[SuspendedAt<'tcx>],
        suspended_at: Local,
        locals: &[Local],
    ) {
        let is_drop =
            |(block, data): (BasicBlock, &BasicBlockData<'tcx>)| match data.terminator().kind {
                TerminatorKind::Drop { place, target, .. }
                    if place.as_local() == Some(self.site.inner) =>
                {
                    Some((block, target, data.is_cleanup))
                }
                _ => None,
            };
        let drops: Vec<_> = self.body.basic_blocks.iter_enumerated().filter_map(is_drop).collect();
        let stored = self.stored_at(places, locals);
        for (block, target, is_cleanup) in drops {
            let target = self.end_of_inner(target, is_cleanup, &stored);
            let mut branches = Vec::new();
            for place in places {
                if let Some(drop) = place.drop
                    && self.drops_anything(drop)
                {
                    let start = self.copy_of_drop(drop, target, is_cleanup);
                    branches.push((place.number, start));
                }
            }
            if branches.is_empty() {
                let terminator = self.body.basic_blocks_mut()[block].terminator_mut();
                terminator.kind = TerminatorKind::Goto { target };
            } else {
                self.branch_on_number(block, suspended_at, branches, target);
            }
        }
    }

    /// What may have storage while an item is looked at: `locals`, and what else it ends that of when it is
    /// dropped.
    fn stored_at(&self, places: &[SuspendedAt<'tcx>], locals: &[Local]) -> FxIndexSet<Local> {
        let mut stored: FxIndexSet<Local> = locals.iter().copied().collect();
        let drops = places.iter().filter_map(|place| place.drop);
        for block in drops.flat_map(|drop| self.drop_blocks(drop)) {
            for statement in &self.body[block].statements {
                if let StatementKind::StorageDead(local) = statement.kind {
                    stored.insert(local);
                }
            }
        }
        stored
    }

    /// A block by which control goes to `target` when the inner coroutine is no more, on whichever way.
    fn end_of_inner(
        &mut self,
        target: BasicBlock,
        is_cleanup: bool,
        stored: &FxIndexSet<Local>,
    ) -> BasicBlock {
        let statements = self.end_storage(stored.iter().copied());
        let block = self.new_block(statements, TerminatorKind::Goto { target });
        self.body.basic_blocks_mut()[block].is_cleanup = is_cleanup;
        block
    }

    /// The blocks by which the inner coroutine drops what it holds, from `start` on.
    fn drop_blocks(&self, start: BasicBlock) -> Vec<BasicBlock> {
        let mut blocks = vec![start];
        let mut next = 0;
        while let Some(&block) = blocks.get(next) {
            next += 1;
            for successor in self.body[block].terminator().successors() {
                if !self.body[successor].is_cleanup && !blocks.contains(&successor) {
                    blocks.push(successor);
                }
            }
        }
        blocks
    }

    fn drops_anything(&self, start: BasicBlock) -> bool {
        self.drop_blocks(start).into_iter().any(|block| {
            !matches!(
                self.body[block].terminator().kind,
                TerminatorKind::Goto { .. } | TerminatorKind::CoroutineDrop
            )
        })
    }

    /// Copies the blocks by which the inner coroutine drops what it holds, so that they lead to `target`.
    fn copy_of_drop(
        &mut self,
        start: BasicBlock,
        target: BasicBlock,
        is_cleanup: bool,
    ) -> BasicBlock {
        let blocks = self.drop_blocks(start);
        let first = self.body.basic_blocks.next_index();
        let copies: FxIndexMap<BasicBlock, BasicBlock> =
            blocks.iter().enumerate().map(|(nth, &block)| (block, first + nth)).collect();
        for &block in &blocks {
            let mut data = self.body[block].clone();
            data.is_cleanup = is_cleanup;
            let terminator = data.terminator_mut();
            terminator.successors_mut(|successor| {
                if let Some(&copy) = copies.get(successor) {
                    *successor = copy;
                }
            });
            if is_cleanup && let Some(unwind) = terminator.unwind_mut() {
                *unwind = UnwindAction::Terminate(UnwindTerminateReason::InCleanup);
            }
            if let TerminatorKind::CoroutineDrop = terminator.kind {
                terminator.kind = TerminatorKind::Goto { target };
            }
            self.body.basic_blocks_mut().push(data);
        }
        first
    }

    /// Ends a block with a branch on the number, which is then 0.
    fn branch_on_number(
        &mut self,
        block: BasicBlock,
        suspended_at: Local,
        branches: Vec<(u8, BasicBlock)>,
        otherwise: BasicBlock,
    ) {
        let at = self.new_local(self.tcx.types.u8);
        let look = self.assign(at.into(), Rvalue::Use(Operand::Copy(suspended_at.into())));
        let nowhere = self.set_number(suspended_at, 0);
        let branches = branches.into_iter().map(|(number, block)| (number.into(), block));
        let data = &mut self.body.basic_blocks_mut()[block];
        data.statements.extend([look, nowhere]);
        data.terminator_mut().kind = TerminatorKind::SwitchInt {
            discr: Operand::Move(at.into()),
            targets: SwitchTargets::new(branches, otherwise),
        };
    }

    fn set_number(&self, suspended_at: Local, number: u8) -> Statement<'tcx> {
        let tcx = self.tcx;
        let number = Operand::const_from_scalar(
            tcx,
            tcx.types.u8,
            interpret::Scalar::Int(ScalarInt::from(number)),
            self.site.source_info.span,
        );
        self.assign(suspended_at.into(), Rvalue::Use(number))
    }
}
