//! Captured variables as locals.
//!
//! A coroutine's body finds its captures in the fields of its first argument, the frame. While they
//! stay there they are needed as long as the frame is. So each becomes a local that the body is entered
//! with, and the same analyses that see to the other locals tell until when it is needed. In the end a
//! capture has the place in the frame again that it was passed in ([`slots`](super::slots)), so nothing
//! is moved.

use rustc_abi::FieldIdx;
use rustc_hir::LangItem;
use rustc_index::IndexVec;
use rustc_middle::bug;
use rustc_middle::mir::visit::{MutVisitor, PlaceContext};
use rustc_middle::mir::*;
use rustc_middle::ty::{self, Ty, TyCtxt};
use rustc_session::config::FramePacking;
use rustc_span::def_id::DefId;

use super::flags::set_known_flags;
use super::sink::sink_assignments;
use crate::coroutine::elaborate_coroutine_drops;

/// The locals that stand for the captures.
#[derive(Debug)]
pub(crate) struct Captures {
    pub(super) locals: IndexVec<FieldIdx, Local>,
}

impl Captures {
    /// Makes a coroutine's body ready for [`FramePlan`](super::FramePlan), if its frame is to be packed.
    pub(crate) fn to_plan_with<'tcx>(tcx: TyCtxt<'tcx>, body: &mut Body<'tcx>) -> Option<Self> {
        if tcx.sess.opts.unstable_opts.coroutine_layout == FramePacking::Prefix {
            return None;
        }
        identities_into_moves(tcx, body);
        let captures = Self::into_locals(tcx, body);
        sink_assignments(tcx, body);
        set_known_flags(tcx, body);
        Some(captures)
    }

    /// Lets a coroutine's body begin with statements that move its captures into locals, one for each
    /// capture, and use these.
    pub(crate) fn into_locals<'tcx>(tcx: TyCtxt<'tcx>, body: &mut Body<'tcx>) -> Self {
        // Where the body drops all its captures, it drops one after the other.
        elaborate_coroutine_drops(tcx, body);

        let tys = match *body.local_decls[ty::CAPTURE_STRUCT_LOCAL].ty.kind() {
            ty::Coroutine(_, args) => args.as_coroutine().upvar_tys(),
            ref kind => bug!("the body of a coroutine captures by {kind:?}"),
        };
        let span = body.span;
        let locals: IndexVec<FieldIdx, Local> =
            tys.iter().map(|ty| body.local_decls.push(LocalDecl::new(ty, span))).collect();
        CapturesToLocals { tcx, locals: &locals }.visit_body(body);

        let source_info = SourceInfo::outermost(span);
        let entry = locals.iter_enumerated().zip(tys).map(|((field, &local), ty)| {
            let capture = tcx.mk_place_field(ty::CAPTURE_STRUCT_LOCAL.into(), field, ty);
            let value = Rvalue::Use(Operand::Move(capture));
            Statement::new(source_info, StatementKind::Assign(Box::new((local.into(), value))))
        });
        body.basic_blocks_mut()[START_BLOCK].statements.splice(0..0, entry);
        Self { locals }
    }

    /// Takes back the statements by which the locals get their values.
    pub(super) fn remove_entry(&self, body: &mut Body<'_>) {
        body.basic_blocks_mut()[START_BLOCK].statements.drain(..self.locals.len());
    }
}

struct CapturesToLocals<'a, 'tcx> {
    tcx: TyCtxt<'tcx>,
    locals: &'a IndexVec<FieldIdx, Local>,
}

impl<'tcx> MutVisitor<'tcx> for CapturesToLocals<'_, 'tcx> {
    fn tcx(&self) -> TyCtxt<'tcx> {
        self.tcx
    }

    fn visit_place(&mut self, place: &mut Place<'tcx>, _: PlaceContext, _: Location) {
        if place.local == ty::CAPTURE_STRUCT_LOCAL
            && let [ProjectionElem::Field(field, _), rest @ ..] = place.projection.as_slice()
        {
            *place =
                Place { local: self.locals[*field], projection: self.tcx.mk_place_elems(rest) };
        }
    }
}

/// Replaces calls that give back their argument by moves.
///
/// `await` and `for` call a conversion of what they are given. For what is a future, a stream or an
/// iterator already, the one implementation there is for all such types gives back what it gets. For
/// other types the result has another type: one that could be converted into itself would be of those
/// types, and there are not two implementations for it.
fn identities_into_moves<'tcx>(tcx: TyCtxt<'tcx>, body: &mut Body<'tcx>) {
    let local_decls = &body.local_decls;
    for block in body.basic_blocks.as_mut() {
        let terminator = block.terminator.as_mut().expect("the block is complete");
        let TerminatorKind::Call { func, args, destination, target: Some(target), .. } =
            &mut terminator.kind
        else {
            continue;
        };
        let (Some((callee, _)), Some(argument)) = (func.const_fn_def(), args.last()) else {
            continue;
        };
        let ty_of = |place: Place<'tcx>| -> Ty<'tcx> { place.ty(local_decls, tcx).ty };
        if is_conversion(tcx, callee)
            && let Operand::Move(from) = argument.node
            && ty_of(from) == ty_of(*destination)
        {
            let value = Rvalue::Use(Operand::Move(from));
            let assign = StatementKind::Assign(Box::new((*destination, value)));
            let target = *target;
            block.statements.push(Statement::new(terminator.source_info, assign));
            terminator.kind = TerminatorKind::Goto { target };
        }
    }
}

/// Whether this is what `for`, `await`, `await for` or `yield..` call with their operand.
fn is_conversion(tcx: TyCtxt<'_>, callee: DefId) -> bool {
    let conversions = [
        LangItem::IntoIterIntoIter,
        LangItem::IntoFutureIntoFuture,
        LangItem::GeneratorAwait,
        LangItem::GeneratorAwaitFor,
        LangItem::GeneratorDelegate,
    ];
    conversions.iter().any(|&conversion| tcx.is_lang_item(callee, conversion))
}
