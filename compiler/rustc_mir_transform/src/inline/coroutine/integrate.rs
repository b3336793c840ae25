//! Putting the body of an inner coroutine where the loop was that ran it.
//!
//! Locals, scopes and blocks get their new numbers as those of an inlined function do ([`Integrator`]).
//! What is left to do is where control enters and leaves:
//!
//! * To be entered, the body wants its captures as locals, and what the present resumption brought. The
//!   captures are the arguments of the call that would have made the coroutine, or else are taken out of it.
//! * Where it returns, the value becomes what its last resumption would have answered.
//! * Where it suspends, the outer coroutine does. Then the outer coroutine's variable for what a resumption
//!   brings is set as well.
//! * Where it is dropped while it is suspended, the outer coroutine goes on with what it drops then.
//! * Where it unwinds, so do we, by way of what the outer coroutine cleans up.

use rustc_abi::FieldIdx;
use rustc_hir::LangItem;
use rustc_middle::bug;
use rustc_middle::mir::visit::MutVisitor;
use rustc_middle::mir::*;
use rustc_middle::ty::{self, Ty, TyCtxt};

use super::site::{Site, Variant};
use crate::inline::Integrator;
use crate::simplify::UsedInStmtLocals;

/// Replaces what runs a coroutine by its body.
pub(super) fn integrate<'tcx>(
    tcx: TyCtxt<'tcx>,
    typing_env: ty::TypingEnv<'tcx>,
    body: &mut Body<'tcx>,
    site: Site<'tcx>,
    callee_body: Body<'tcx>,
) {
    let making_call = site.making_call(tcx, typing_env, body);
    let of_resumption = site.locals_of_resumption();
    Integration { tcx, body, site, of_resumption }.run(callee_body, making_call);
}

pub(super) struct Integration<'a, 'tcx> {
    pub(super) tcx: TyCtxt<'tcx>,
    pub(super) body: &'a mut Body<'tcx>,
    pub(super) site: Site<'tcx>,
    /// The locals that have storage only from before a resumption until after it, such as the one for its
    /// answer. While the inner coroutine is suspended they have none, as before.
    pub(super) of_resumption: Vec<Local>,
}

impl<'tcx> Integration<'_, 'tcx> {
    fn run(
        mut self,
        mut callee_body: Body<'tcx>,
        making_call: Option<(BasicBlock, Vec<Operand<'tcx>>)>,
    ) {
        let Site { source_info, inner, unwind, .. } = self.site;
        let items = self.site.items.take();
        let captures: Vec<_> = callee_body.basic_blocks_mut()[START_BLOCK]
            .statements
            .drain(..self.site.callee.args.as_coroutine().upvar_tys().len())
            .collect();

        let returned = self.new_local(callee_body.return_ty());
        let resumed_with = self.new_local(callee_body.local_decls[RESUME_ARG].ty);
        let return_block = self.new_block(vec![], TerminatorKind::Unreachable);
        // The captures are all that the body had of its first argument.
        let args = [inner, resumed_with];
        let mut integrator = Integrator {
            args: &args,
            new_locals: self.body.local_decls.next_index()..,
            new_scopes: self.body.source_scopes.next_index()..,
            new_blocks: self.body.basic_blocks.next_index()..,
            destination: returned,
            callsite_scope: self.body.source_scopes[source_info.scope].clone(),
            callee: self.site.callee,
            source_info,
            cleanup_block: unwind,
            in_cleanup_block: false,
            return_block: Some(return_block),
            tcx: self.tcx,
            always_live_locals: UsedInStmtLocals::new(&callee_body).locals,
        };
        integrator.visit_body(&mut callee_body);

        let start = integrator.map_block(START_BLOCK);
        let captures: Vec<_> =
            captures.iter().map(|capture| self.capture(&integrator, capture)).collect();
        // What has no storage of its own has it while the body runs: drop flags, say, and what it returns.
        let captured: Vec<Local> = captures.iter().map(|&(local, _)| local).collect();
        let mut locals = vec![returned, resumed_with];
        let always_live = callee_body.vars_and_temps_iter().filter_map(|local| {
            let is_stored = integrator.always_live_locals.contains(local);
            is_stored.then(|| integrator.map_local(local))
        });
        locals.extend(always_live.filter(|local| !captured.contains(local)));

        let mut unused = vec![inner, self.site.converted];
        match making_call {
            Some((block, arguments)) => {
                self.make_captures_only(block, &captured, arguments);
                unused.extend(self.site.way());
            }
            None => self.take_captures_out(captures),
        }
        self.enter(start, &locals, resumed_with);
        locals.extend(captured);
        self.leave(return_block, &locals, returned);
        self.append(callee_body);
        match items {
            Some(items) => self.take_items(items, start, &locals),
            None => self.forget_drops(inner),
        }
        for block in start..self.body.basic_blocks.next_index() {
            self.connect(block, &locals);
        }
        self.forget_locals(&unused);
    }

    /// Of a statement with which the body began, the capture as a local and where it was before.
    fn capture(
        &self,
        integrator: &Integrator<'_, 'tcx>,
        statement: &Statement<'tcx>,
    ) -> (Local, Place<'tcx>) {
        let StatementKind::Assign(box (to, Rvalue::Use(Operand::Move(from)))) = &statement.kind
        else {
            bug!("a body to inline does not begin with its captures: {statement:?}");
        };
        let place = self.site.from.project_deeper(from.projection, self.tcx);
        (integrator.map_local(to.local), place)
    }

    pub(super) fn new_local(&mut self, ty: Ty<'tcx>) -> Local {
        self.body.local_decls.push(LocalDecl::new(ty, self.site.source_info.span))
    }

    pub(super) fn new_block(
        &mut self,
        statements: Vec<Statement<'tcx>>,
        kind: TerminatorKind<'tcx>,
    ) -> BasicBlock {
        let terminator = Terminator { source_info: self.site.source_info, kind };
        let block = BasicBlockData::new_stmts(statements, Some(terminator), false);
        self.body.basic_blocks_mut().push(block)
    }

    fn statement(&self, kind: StatementKind<'tcx>) -> Statement<'tcx> {
        Statement::new(self.site.source_info, kind)
    }

    pub(super) fn assign(&self, to: Place<'tcx>, value: Rvalue<'tcx>) -> Statement<'tcx> {
        self.statement(StatementKind::Assign(Box::new((to, value))))
    }

    /// There is no inner coroutine any more that could be dropped.
    fn forget_drops(&mut self, inner: Local) {
        for block in self.body.basic_blocks_mut() {
            if let TerminatorKind::Drop { place, target, .. } = block.terminator().kind
                && place.as_local() == Some(inner)
            {
                block.terminator_mut().kind = TerminatorKind::Goto { target };
            }
        }
    }

    /// Sees to it that nobody asks how large a coroutine is that is not there.
    fn forget_locals(&mut self, unused: &[Local]) {
        for &local in unused {
            self.body.local_decls[local].ty = self.tcx.types.unit;
        }
        self.body.var_debug_info.retain(|variable| match variable.value {
            VarDebugInfoContents::Place(place) => !unused.contains(&place.local),
            VarDebugInfoContents::Const(_) => true,
        });
    }

    /// Gives the captures their values where a call would have made a coroutine of them.
    fn make_captures_only(
        &mut self,
        block: BasicBlock,
        captured: &[Local],
        arguments: Vec<Operand<'tcx>>,
    ) {
        let values = arguments.into_iter().map(Rvalue::Use);
        self.begin_captures(block, captured.iter().copied().zip(values).collect());
        let terminator = self.body.basic_blocks_mut()[block].terminator_mut();
        if let TerminatorKind::Call { target: Some(target), .. } = terminator.kind {
            terminator.kind = TerminatorKind::Goto { target };
        }
        let way = self.site.way();
        for block in self.body.basic_blocks_mut() {
            for statement in &mut block.statements {
                if let StatementKind::Assign(box (to, _)) = &statement.kind
                    && to.as_local().is_some_and(|to| way.contains(&to))
                {
                    statement.make_nop(true);
                }
            }
        }
    }

    /// Takes the captures out of the coroutine, which is not needed as such.
    fn take_captures_out(&mut self, captures: Vec<(Local, Place<'tcx>)>) {
        let captures = captures
            .into_iter()
            .map(|(local, place)| (local, Rvalue::Use(Operand::Move(place))))
            .collect();
        self.begin_captures(self.site.block, captures);
    }

    fn begin_captures(&mut self, block: BasicBlock, captures: Vec<(Local, Rvalue<'tcx>)>) {
        for (local, value) in captures {
            let live = self.statement(StatementKind::StorageLive(local));
            let assign = self.assign(local.into(), value);
            self.body.basic_blocks_mut()[block].statements.extend([live, assign]);
        }
    }

    /// In place of the conversion, goes to the start of the body.
    fn enter(&mut self, start: BasicBlock, locals: &[Local], resumed_with: Local) {
        let live = locals.iter().map(|&local| self.statement(StatementKind::StorageLive(local)));
        let mut statements: Vec<_> = live.collect();
        statements.append(&mut self.site.storage_before);
        statements.extend(self.end_resumption());
        let brought = Rvalue::Use(Operand::Copy(self.site.resumed_with.into()));
        statements.push(self.assign(resumed_with.into(), brought));
        let data = &mut self.body.basic_blocks_mut()[self.site.block];
        data.statements.extend(statements);
        data.terminator_mut().kind = TerminatorKind::Goto { target: start };
    }

    /// Answers with what the body returned, and goes where that is awaited.
    fn leave(&mut self, block: BasicBlock, locals: &[Local], returned: Local) {
        let mut statements = self.begin_answer();
        statements.push(self.answer(&self.site.complete, Operand::Move(returned.into())));
        statements.extend(self.end_storage(locals.iter().copied()));
        statements.extend(self.site.storage_after.iter().cloned());
        let target = self.site.completed;
        let data = &mut self.body.basic_blocks_mut()[block];
        data.statements = statements;
        data.terminator_mut().kind = TerminatorKind::Goto { target };
    }

    /// Answers with the item that the inner generator suspends with.
    pub(super) fn answer_with_item(
        &mut self,
        yielded: &Variant<'tcx>,
        value: Operand<'tcx>,
    ) -> Vec<Statement<'tcx>> {
        let (take, item) = self.part_of_suspend(value, LangItem::GeneratorYielded, 0);
        let mut statements = self.begin_answer();
        statements.extend([take, self.answer(yielded, item)]);
        statements
    }

    /// Lets the locals have storage that a resumption leaves with its answer.
    fn begin_answer(&self) -> Vec<Statement<'tcx>> {
        let live = self.of_resumption.iter();
        live.map(|&local| self.statement(StatementKind::StorageLive(local))).collect()
    }

    /// From here on the inner coroutine may be suspended.
    pub(super) fn end_resumption(&self) -> Vec<Statement<'tcx>> {
        self.end_storage(self.of_resumption.iter().copied())
    }

    pub(super) fn end_storage(
        &self,
        locals: impl IntoIterator<Item = Local>,
    ) -> Vec<Statement<'tcx>> {
        let locals = locals.into_iter();
        locals.map(|local| self.statement(StatementKind::StorageDead(local))).collect()
    }

    fn answer(&self, variant: &Variant<'tcx>, value: Operand<'tcx>) -> Statement<'tcx> {
        self.assign(self.site.answer.into(), variant.aggregate(value))
    }

    /// Takes over everything that the body has, as inlining a function does.
    fn append(&mut self, mut callee_body: Body<'tcx>) {
        let body = &mut *self.body;
        body.local_decls.extend(callee_body.drain_vars_and_temps().map(|mut local| {
            // A body from another crate has no such thing, and what comes now asks for it.
            local.local_info = ClearCrossCrate::Set(Box::new(LocalInfo::Boring));
            local
        }));
        body.source_scopes.append(&mut callee_body.source_scopes);
        // Whoever prints the frame has names for what is in it from here.
        for mut variable in callee_body.var_debug_info.drain(..) {
            variable.argument_index = None;
            body.var_debug_info.push(variable);
        }
        body.basic_blocks_mut().append(callee_body.basic_blocks_mut());
        let constants = callee_body.required_consts().iter();
        let constants = constants.filter(|constant| constant.const_.is_required_const());
        let constants: Vec<_> = constants.copied().collect();
        body.required_consts.as_mut().expect("they were collected").extend(constants);
    }

    /// Makes suspend points of the body such of the outer coroutine, and lets it go on with what is to be
    /// dropped.
    fn connect(&mut self, block: BasicBlock, locals: &[Local]) {
        let dropped = self.site.dropped;
        match self.body[block].terminator().kind {
            TerminatorKind::CoroutineDrop => {
                let dead = self.end_storage(locals.iter().copied());
                let data = &mut self.body.basic_blocks_mut()[block];
                data.statements.extend(dead);
                if let Some(target) = dropped {
                    data.terminator_mut().kind = TerminatorKind::Goto { target };
                }
            }
            TerminatorKind::Yield { ref value, resume, resume_arg, drop } => {
                let (value, convert) = self.suspended_with(value.clone());
                let brought = Rvalue::Use(Operand::Copy(resume_arg));
                let brought = self.assign(self.site.resumed_with.into(), brought);
                let resume = self.new_block(vec![brought], TerminatorKind::Goto { target: resume });
                let data = &mut self.body.basic_blocks_mut()[block];
                data.statements.extend(convert);
                data.terminator_mut().kind =
                    TerminatorKind::Yield { value, resume, resume_arg, drop: drop.or(dropped) };
            }
            _ => {}
        }
    }

    /// What the outer coroutine suspends with where the inner one does so with `value`.
    ///
    /// An inner generator that yields nothing may block nonetheless, and then says so in another type.
    fn suspended_with(&mut self, value: Operand<'tcx>) -> (Operand<'tcx>, Vec<Statement<'tcx>>) {
        let tcx = self.tcx;
        let ty = self.body.yield_ty().expect("the outer body is a coroutine");
        let inner_ty = value.ty(&*self.body, tcx);
        if inner_ty == ty {
            return (value, vec![]);
        }
        let blocked = Variant::of_lang_item(tcx, ty, LangItem::GeneratorBlocked)
            .unwrap_or_else(|| bug!("{inner_ty} cannot be suspended with as {ty}"));
        let (take, reason) = self.part_of_suspend(value, LangItem::GeneratorBlocked, 1);
        let outer = self.new_local(ty);
        let convert = self.assign(outer.into(), blocked.aggregate(reason));
        (Operand::Move(outer.into()), vec![take, convert])
    }

    /// What a generator suspends with, taken out of the variant that it is in. Its type is the `nth`
    /// argument of the enum.
    fn part_of_suspend(
        &mut self,
        value: Operand<'tcx>,
        variant: LangItem,
        nth: usize,
    ) -> (Statement<'tcx>, Operand<'tcx>) {
        let tcx = self.tcx;
        let ty = value.ty(&*self.body, tcx);
        let variant = Variant::of_lang_item(tcx, ty, variant)
            .unwrap_or_else(|| bug!("a generator suspends with {ty}"));
        let suspend = self.new_local(ty);
        let part = tcx.mk_place_downcast(suspend.into(), variant.adt, variant.index);
        let part = tcx.mk_place_field(part, FieldIdx::ZERO, variant.args.type_at(nth));
        (self.assign(suspend.into(), Rvalue::Use(value)), Operand::Move(part))
    }
}

/// The argument by which a coroutine gets what a resumption brings.
const RESUME_ARG: Local = Local::from_u32(2);
