//! Frames that would contain themselves.
//!
//! A coroutine that awaits itself, if only by way of others, and in no box, is an error, which the computation
//! of its layout finds: the frame would be of no finite size. What a body looks like when nothing is
//! suspended or held any more may have a layout all the same. So that the error does not depend on how
//! much is optimized, such bodies are left as they are.

use rustc_data_structures::fx::FxHashSet;
use rustc_hir::def_id::DefId;
use rustc_middle::mir::Body;
use rustc_middle::ty::{self, Ty, TyCtxt};

/// Whether the frame of a coroutine may contain itself. What is behind a pointer counts, too.
pub(crate) fn may_contain_itself<'tcx>(tcx: TyCtxt<'tcx>, body: &Body<'tcx>) -> bool {
    let itself = body.source.def_id();
    let mut seen: FxHashSet<DefId> = FxHashSet::default();
    // The first local but one is the frame that the body is of.
    let locals = body.local_decls.iter().skip(ty::CAPTURE_STRUCT_LOCAL.as_usize() + 1);
    let mut left: Vec<Ty<'tcx>> = locals.map(|local| local.ty).collect();
    while let Some(ty) = left.pop() {
        for part in ty.walk().filter_map(|part| part.as_type()) {
            match *part.kind() {
                ty::Coroutine(def_id, _) => {
                    if def_id == itself {
                        return true;
                    }
                    if seen.insert(def_id)
                        && let Some(witnesses) = tcx.mir_coroutine_witnesses(def_id)
                    {
                        left.extend(witnesses.field_tys.iter().map(|field| field.ty));
                    }
                }
                ty::Alias(ty::AliasTy { kind: ty::Opaque { def_id }, .. }) => {
                    if seen.insert(def_id) {
                        left.push(tcx.type_of(def_id).instantiate_identity());
                    }
                }
                _ => {}
            }
        }
    }
    false
}
