//! Inlining coroutines into those that await them.
//!
//! What `await` and `yield..` are desugared to is a loop that resumes the inner coroutine, suspends while
//! that is blocked, and goes on with what it returns. Left alone, the outer frame holds the inner one,
//! each with a state of its own, and a resumption goes through all of them before it comes to where
//! anything happens. Where it is known whose body the inner one has, that body takes the place of the
//! loop, before the outer body is made a state machine:
//!
//! ```text
//!     inner = <what is awaited>;              captures = <those of what is awaited>;
//! L:  match resume(&mut inner, context) {     <the body of the inner coroutine, in which
//!         Complete(v) => goto M(v),      →        return v  is  goto M(v)
//!         Blocked(b) => {}                        yield     is  a suspend point of the outer one>
//!     }
//!     context = yield Blocked(b);
//!     goto L;
//! ```
//!
//! What is live across a suspend point of the inner body is then held by the outer frame, where it shares
//! its bytes with all that is not needed meanwhile ([`frame`](crate::frame)); nobody asks an inner frame
//! how far it has come, as there is none.
//!
//! It makes no difference to what the program does. The inner coroutine must not have been resumed before
//! it is awaited ([`site`] sees to that), so that control enters its body at the start. A frame that is
//! dropped while the inner one is suspended drops what that one holds and goes on with its own: the
//! inner body has the blocks for it, which are entered from the same suspend point. So does unwinding. After
//! a panic both count as poisoned, and nobody but the outer one can resume the inner one.
//!
//! `await for` is the same but for what it does with the items ([`items`]).
//!
//! The program is not to grow by it. What is small is inlined wherever it is awaited, what is large where
//! nobody else awaits it, as far as that can be told ([`named`]): then nothing refers to the function that
//! would resume it, and it is not compiled.
//!
//! `mir_inlinable_before_states` gives bodies as they are before anything is inlined into them; what they
//! await is inlined into each copy. So the queries of coroutines that await each other go round in no
//! circle.

mod integrate;
mod items;
pub(crate) mod named;
mod site;

use rustc_hir as hir;
use rustc_hir::attrs::InlineAttr;
use rustc_hir::def::DefKind;
use rustc_hir::def_id::{DefId, LocalDefId};
use rustc_middle::middle::codegen_fn_attrs::{CodegenFnAttrFlags, CodegenFnAttrs};
use rustc_middle::mir::*;
use rustc_middle::ty::{self, Instance, TyCtxt, TypeVisitableExt};
use rustc_mir_dataflow::impls::always_storage_live_locals;
use rustc_session::Session;
use rustc_session::config::{FramePacking, OptLevel};
use tracing::{debug, instrument};

use self::integrate::integrate;
use self::site::Site;
use crate::coroutine::{
    cleanup_async_drops, has_expandable_async_drops, locals_live_across_suspend_points,
    transform_async_context,
};
use crate::frame::Captures;
use crate::generator::may_contain_itself;
use crate::simplify::simplify_cfg;
use crate::validate::validate_types;

/// How many statements and terminators a body may have, before anything is inlined into it, to be inlined
/// without being asked for.
const LARGE: usize = 400;
/// How many it may have, with all that is inlined into it, to be inlined where there may be more of it in
/// other places.
const SMALL: usize = 60;
/// The same, where what counts is the size of the program.
const SMALL_FOR_SIZE: usize = 40;
/// How many a body may grow to by what is inlined. LLVM takes more than proportionally longer for a larger
/// one.
const GROWN: usize = 6_000;
/// How many times that may be tried. A body that has what it awaits inlined may turn out to be too large for
/// its awaiter, which may then try the next one, and so at each level.
const TRIALS: usize = 4;

fn is_enabled(sess: &Session) -> bool {
    let options = &sess.opts.unstable_opts;
    // A frame that is not packed would hold more than before. And coverage counts in each body by itself.
    options.coroutine_layout == FramePacking::Packed
        && !sess.instrument_coverage()
        && options
            .inline_awaited
            .unwrap_or_else(|| sess.mir_opt_level() >= 2 && sess.opts.incremental.is_none())
}

fn is_for_size(sess: &Session) -> bool {
    matches!(sess.opts.optimize, OptLevel::Size | OptLevel::SizeMin)
}

/// Whether the coroutine is one of those that await each other.
fn awaits(kind: hir::CoroutineKind) -> bool {
    matches!(
        kind,
        hir::CoroutineKind::Desugared(hir::CoroutineDesugaring::Async, _)
            | hir::CoroutineKind::Generator(_)
    )
}

/// Implementation of the `mir_inlinable_before_states` query.
pub(crate) fn inlinable_body(tcx: TyCtxt<'_>, def: LocalDefId) -> Option<Body<'_>> {
    let kind = tcx.coroutine_kind(def)?;
    if !is_enabled(tcx.sess)
        || !awaits(kind)
        || tcx.def_kind(def) != DefKind::Closure
        || !may_be_inlined(tcx, def)
    {
        return None;
    }
    let body = tcx.mir_before_states(def).borrow();
    let limit = if is_asked_for(tcx, def.to_def_id()) { GROWN } else { LARGE };
    if body.tainted_by_errors.is_some() || size(&body) > limit {
        return None;
    }

    let mut body = body.clone();
    let coroutine_ty = body.local_decls[ty::CAPTURE_STRUCT_LOCAL].ty;
    if has_expandable_async_drops(tcx, &mut body, coroutine_ty) {
        return None;
    }
    cleanup_async_drops(&mut body);
    if let hir::CoroutineKind::Desugared(..) = kind {
        transform_async_context(tcx, &mut body);
    }
    Captures::into_locals(tcx, &mut body);
    // All that is left to do is to make states.
    body.phase = MirPhase::Runtime(RuntimePhase::Initial);
    Some(body)
}

/// What the attributes have to say.
fn may_be_inlined(tcx: TyCtxt<'_>, def: LocalDefId) -> bool {
    let attrs = tcx.codegen_fn_attrs(def);
    attrs.inline != InlineAttr::Never
        && inline_attr(tcx, def.to_def_id()) != InlineAttr::Never
        && !attrs.flags.contains(CodegenFnAttrFlags::TRACK_CALLER)
        && !attrs.optimize.do_not_optimize()
}

/// The attribute of the function whose body the coroutine is, or else of the coroutine.
fn inline_attr(tcx: TyCtxt<'_>, coroutine: DefId) -> InlineAttr {
    let of = if is_body_of_function(tcx, coroutine) { tcx.parent(coroutine) } else { coroutine };
    tcx.codegen_fn_attrs(of).inline.clone()
}

fn is_asked_for(tcx: TyCtxt<'_>, coroutine: DefId) -> bool {
    inline_attr(tcx, coroutine) == InlineAttr::Always
}

fn is_body_of_function(tcx: TyCtxt<'_>, coroutine: DefId) -> bool {
    match tcx.coroutine_kind(coroutine) {
        Some(hir::CoroutineKind::Desugared(_, source)) => source == hir::CoroutineSource::Fn,
        Some(hir::CoroutineKind::Generator(_)) => true,
        _ => false,
    }
}

/// How much there is of a body, in statements and terminators.
fn size(body: &Body<'_>) -> usize {
    let counts = |statement: &&Statement<'_>| {
        !matches!(
            statement.kind,
            StatementKind::StorageLive(_)
                | StatementKind::StorageDead(_)
                | StatementKind::PlaceMention(_)
                | StatementKind::Nop
        )
    };
    body.basic_blocks.iter().map(|block| 1 + block.statements.iter().filter(counts).count()).sum()
}

/// Inlines what a coroutine awaits, before it becomes a state machine.
#[instrument(level = "debug", skip_all, fields(body = ?body.source.def_id()))]
pub(crate) fn inline_awaited<'tcx>(tcx: TyCtxt<'tcx>, body: &mut Body<'tcx>) {
    let def_id = body.source.def_id();
    if !is_enabled(tcx.sess)
        || body.tainted_by_errors.is_some()
        || !tcx.coroutine_kind(def_id).is_some_and(awaits)
        || tcx.codegen_fn_attrs(def_id).optimize.do_not_optimize()
    {
        return;
    }
    let mut inliner = AwaitedInliner {
        tcx,
        typing_env: body.typing_env(tcx),
        outer: def_id,
        path: vec![def_id],
        inlined: Vec::new(),
        room: GROWN.saturating_sub(size(body)),
        to_try: TRIALS * GROWN,
    };
    let may_be_cloned =
        tcx.coroutine_kind(def_id) == Some(hir::CoroutineKind::Generator(hir::Movability::Movable));
    let before = may_be_cloned.then(|| body.clone());
    let changed = inliner.process_body(body);
    if changed
        && let Some(before) = before
        && !tcx.mir_coroutine_witnesses(def_id).is_some_and(|it| it.holdings.in_part.is_some())
        && holds_in_part(tcx, body)
    {
        debug!("a clone could not tell what there is to clone");
        *body = before;
    }
}

/// Whether a suspended frame may hold a part of a variable, or all of it if control came one way and
/// nothing if it came another. Where `await for` takes items from several places that can be so of the
/// variables of an inlined body, and a clone would have to know where.
fn holds_in_part<'tcx>(tcx: TyCtxt<'tcx>, body: &Body<'tcx>) -> bool {
    let mut body = body.clone();
    let captures = Captures::to_plan_with(tcx, &mut body);
    let always_live = always_storage_live_locals(&body);
    let frame_may_move = true;
    locals_live_across_suspend_points(tcx, &body, &always_live, frame_may_move, captures)
        .holdings
        .in_part
        .is_some()
}

/// Whether a generic argument has a type in it whose values come from one place in the source.
fn is_of_one_place<'tcx>(tcx: TyCtxt<'tcx>, arg: ty::GenericArg<'tcx>) -> bool {
    arg.walk().filter_map(ty::GenericArg::as_type).any(|it| match *it.kind() {
        ty::Closure(..) | ty::CoroutineClosure(..) => true,
        ty::Coroutine(def_id, _) => {
            !is_body_of_function(tcx, def_id) || named::is_named_once(tcx, tcx.parent(def_id))
        }
        _ => false,
    })
}

struct AwaitedInliner<'tcx> {
    tcx: TyCtxt<'tcx>,
    typing_env: ty::TypingEnv<'tcx>,
    outer: DefId,
    /// The coroutines whose bodies the present one is to be within, the outermost first, and its own.
    path: Vec<DefId>,
    /// Those whose bodies are in the outer one by now.
    inlined: Vec<Instance<'tcx>>,
    /// How much the outer body may still grow.
    room: usize,
    /// How much may still be tried, whether it is inlined then or not.
    to_try: usize,
}

impl<'tcx> AwaitedInliner<'tcx> {
    /// Inlines what a body awaits. Returns whether there was anything to inline.
    fn process_body(&mut self, body: &mut Body<'tcx>) -> bool {
        let mut changed = false;
        let blocks = START_BLOCK..body.basic_blocks.next_index();
        for block in blocks {
            let Some(site) = Site::at(self.tcx, self.typing_env, body, block) else { continue };
            let (room, inlined) = (self.room, self.inlined.len());
            match self.callee_body(body, &site) {
                Err(reason) => {
                    debug!(?site.callee, reason, "not inlined");
                    self.room = room;
                    self.inlined.truncate(inlined);
                }
                Ok(_) if !changed && may_contain_itself(self.tcx, body) => break,
                Ok(callee_body) => {
                    debug!(?site.callee, "inlined");
                    self.room = room.saturating_sub(size(&callee_body));
                    self.inlined.push(site.callee);
                    changed = true;
                    integrate(self.tcx, self.typing_env, body, site, callee_body);
                }
            }
        }
        if changed {
            // The loops are still there, and their suspend points, though control does not come to them.
            simplify_cfg(self.tcx, body);
        }
        changed
    }

    /// The body to inline, with what it awaits itself, if that is to be done.
    fn callee_body(
        &mut self,
        body: &Body<'tcx>,
        site: &Site<'tcx>,
    ) -> Result<Body<'tcx>, &'static str> {
        let tcx = self.tcx;
        let callee = site.callee;
        if self.path.contains(&callee.def_id()) {
            return Err("it is within itself");
        }
        if !self.is_exported(callee) {
            return Err("not exported");
        }
        if !self.has_same_target(callee.def_id()) {
            return Err("compiled for another target");
        }
        let callee_body =
            tcx.mir_inlinable_before_states(callee.def_id()).ok_or("large, or not available")?;
        let room = self.room;
        let more = size(callee_body);
        if !self.may_be_there(site, more) {
            return Err("it would be in several places");
        }
        if more > room {
            return Err("the body has grown enough");
        }
        self.to_try = self.to_try.checked_sub(more).ok_or("enough was tried")?;
        let mut callee_body = callee
            .try_instantiate_mir_and_normalize_erasing_regions(
                tcx,
                self.typing_env,
                ty::EarlyBinder::bind(callee_body.clone()),
            )
            .map_err(|_| "its body cannot be normalized")?;
        // As in the inlining of functions, normalization may have left what does not fit.
        if !validate_types(tcx, self.typing_env, &callee_body, body).is_empty() {
            return Err("its body failed validation");
        }
        self.room = room.saturating_sub(size(&callee_body));
        self.path.push(callee.def_id());
        self.process_body(&mut callee_body);
        self.path.pop();
        if size(&callee_body) > room {
            return Err("the body has grown enough");
        }
        if !self.may_be_there(site, size(&callee_body)) {
            return Err("it would be in several places");
        }
        if site.items.is_some() && !items::may_be_taken(tcx, &callee_body) {
            return Err("it is not known what it suspends with");
        }
        Ok(callee_body)
    }

    /// Whether a body of that size may be inlined here, where it may be that it is inlined elsewhere.
    fn may_be_there(&self, site: &Site<'tcx>, size: usize) -> bool {
        let small = if is_for_size(self.tcx.sess) { SMALL_FOR_SIZE } else { SMALL };
        size <= small
            || is_asked_for(self.tcx, site.callee.def_id())
            || !self.inlined.contains(&site.callee) && self.is_awaited_here_only(site)
    }

    /// Whether the callee is awaited in no other place, as far as can be told.
    fn is_awaited_here_only(&self, site: &Site<'tcx>) -> bool {
        let (tcx, args) = (self.tcx, site.callee.args);
        let root = |def_id| tcx.typeck_root_def_id(def_id);
        // There are as many of the outer body as there are generic arguments for it.
        if tcx.generics_of(root(self.outer)).requires_monomorphization(tcx) && !args.has_param() {
            return false;
        }
        let function = root(site.callee.def_id());
        let is_in_body = self.path.iter().any(|&it| root(it) == function);
        let is_made_here = || site.origin.is_made_by(tcx, self.typing_env, function);
        is_in_body
            || named::is_named_once(tcx, function) && is_made_here()
            || args.as_coroutine().parent_args().iter().any(|&arg| is_of_one_place(tcx, arg))
    }

    /// Whether what the callee refers to is there for whoever compiles the outer body. What functions
    /// refer to in coroutines that can be inlined is reachable where they are.
    fn is_exported(&self, callee: Instance<'tcx>) -> bool {
        let root = self.tcx.typeck_root_def_id(callee.def_id());
        matches!(self.tcx.def_kind(root), DefKind::Fn | DefKind::AssocFn)
    }

    fn has_same_target(&self, callee: DefId) -> bool {
        let tcx = self.tcx;
        let (ours, theirs) = (tcx.codegen_fn_attrs(self.outer), tcx.codegen_fn_attrs(callee));
        let names =
            |attrs: &'tcx CodegenFnAttrs| attrs.target_features.iter().map(|feature| feature.name);
        ours.sanitizers == theirs.sanitizers
            && ours.instruction_set == theirs.instruction_set
            && names(ours).eq(names(theirs))
    }
}
