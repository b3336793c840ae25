//! What generators need of MIR that nothing else does.

use rustc_middle::middle::region::Scope;
use rustc_middle::mir::*;
use rustc_middle::thir::ExprId;

use crate::builder::scope::DropKind;
use crate::builder::{BlockAnd, BlockAndExtension, Builder};

impl<'tcx> Builder<'_, 'tcx> {
    /// Evaluates an `await for`, whose temporaries end with it.
    ///
    /// The value of the loop is there before they are dropped. If one of their destructors panics, the
    /// value must be dropped, too: so it waits in a temporary of the scope around.
    pub(crate) fn drop_temps_of_generator(
        &mut self,
        destination: Place<'tcx>,
        mut block: BasicBlock,
        source: ExprId,
    ) -> BlockAnd<()> {
        let this = self;
        let (ty, span) = (this.thir[source].ty, this.thir[source].span);
        if !ty.needs_drop(this.tcx, this.typing_env()) {
            return this.expr_into_dest(destination, block, source);
        }
        let source_info = this.source_info(span);
        let value = this.local_decls.push(LocalDecl::new(ty, span));
        this.cfg.push(block, Statement::new(source_info, StatementKind::StorageLive(value)));
        let around: Scope = this.local_scope();
        this.schedule_drop(span, around, value, DropKind::Storage);
        this.schedule_drop(span, around, value, DropKind::Value);
        block = this.expr_into_dest(Place::from(value), block, source).into_block();
        let moved = Rvalue::Use(Operand::Move(Place::from(value)));
        this.cfg.push_assign(block, source_info, destination, moved);
        block.unit()
    }
}
