//! Which locals a body has raw pointers to.
//!
//! When a value is moved out of a variable that is lent, borrow checking has seen to it that no reference
//! to it is used any more. Then nothing is left in it that anybody may ask for, even where the frame
//! does not move. But a raw pointer is still good to write something there, and to read it again. Such a
//! pointer comes from `&raw` or a cast, or from a call that is given a reference to write through: by
//! what it returns, if that may hold a pointer, or by what is lent to it as well, if that may hold one to
//! just what the reference refers to.
//!
//! What does not count is a pointer that a called function keeps for itself, as it could not know how long
//! the variable is there, and one of which nothing but the address is handed on, as a number.

use rustc_data_structures::fx::FxIndexSet;
use rustc_index::bit_set::DenseBitSet;
use rustc_middle::mir::visit::{PlaceContext, Visitor};
use rustc_middle::mir::*;
use rustc_middle::ty::{self, Ty, TyCtxt};
use rustc_span::def_id::DefId;
use rustc_span::{Spanned, sym};

use super::references::References;

/// How many types of fields are looked at for a raw pointer.
const MANY: usize = 64;

pub(crate) fn locals_with_raw_pointers<'tcx>(
    tcx: TyCtxt<'tcx>,
    body: &Body<'tcx>,
) -> DenseBitSet<Local> {
    let empty = DenseBitSet::new_empty(body.local_decls.len());
    let mut pointers = Pointers {
        tcx,
        body,
        pointed_to: empty.clone(),
        made_raw: empty,
        references: References::default(),
    };
    pointers.visit_body(body);
    let Pointers { mut pointed_to, made_raw, references, .. } = pointers;
    for local in references.lent_to_any(made_raw) {
        pointed_to.insert(local);
    }
    pointed_to
}

struct Pointers<'a, 'tcx> {
    tcx: TyCtxt<'tcx>,
    body: &'a Body<'tcx>,
    pointed_to: DenseBitSet<Local>,
    /// Locals whose values become raw pointers.
    made_raw: DenseBitSet<Local>,
    references: References,
}

impl<'tcx> Pointers<'_, 'tcx> {
    fn is_raw(&self, ty: Ty<'tcx>) -> bool {
        ty.walk().filter_map(|part| part.as_type()).any(|part| match *part.kind() {
            ty::RawPtr(..) => true,
            ty::Adt(adt, _) => self.tcx.is_diagnostic_item(sym::NonNull, adt.did()),
            _ => false,
        })
    }

    /// Whether a value of the type may have a raw pointer in it that is good for a `pointee`.
    ///
    /// What the standard library points to its types say. Those of others may say nothing of it
    /// (`*mut ()`), which is enough if `by_any`, and of what is behind `dyn` nothing is known.
    fn may_point_to(&self, ty: Ty<'tcx>, pointee: Ty<'tcx>, by_any: bool) -> bool {
        let mut parts = FxIndexSet::from_iter([(ty, by_any)]);
        let mut next = 0;
        while let Some(&(part, is_any)) = parts.get_index(next) {
            next += 1;
            match *part.kind() {
                _ if next == MANY => return true,
                ty::RawPtr(to, _) if is_any || to == pointee => return true,
                ty::Dynamic(..) if is_any => return true,
                ty::Adt(adt, args) if self.tcx.is_diagnostic_item(sym::NonNull, adt.did()) => {
                    if is_any || args.type_at(0) == pointee {
                        return true;
                    }
                }
                ty::Adt(adt, args) => {
                    // A container has what it contains behind a pointer.
                    parts.extend(args.types().map(|ty| (ty, is_any)));
                    let is_any = by_any && !self.is_of_standard_library(adt.did());
                    let fields = adt.all_fields().map(|field| field.ty(self.tcx, args));
                    parts.extend(fields.map(|ty| (self.normalize(ty), is_any)));
                }
                ty::Tuple(fields) => parts.extend(fields.iter().map(|ty| (ty, is_any))),
                ty::Array(item, _) => {
                    parts.insert((item, is_any));
                }
                ty::Closure(_, args) => {
                    parts.extend(args.as_closure().upvar_tys().iter().map(|ty| (ty, by_any)));
                }
                ty::CoroutineClosure(_, args) => {
                    let captures = args.as_coroutine_closure().upvar_tys();
                    parts.extend(captures.iter().map(|ty| (ty, by_any)));
                }
                ty::Coroutine(_, args) => {
                    parts.extend(args.as_coroutine().upvar_tys().iter().map(|ty| (ty, by_any)));
                }
                _ => {}
            }
        }
        false
    }

    fn is_of_standard_library(&self, def_id: DefId) -> bool {
        let name = self.tcx.crate_name(def_id.krate);
        matches!(name, sym::core | sym::alloc | sym::std)
    }

    fn normalize(&self, ty: Ty<'tcx>) -> Ty<'tcx> {
        let typing_env = self.body.typing_env(self.tcx);
        self.tcx.try_normalize_erasing_regions(typing_env, ty).unwrap_or(ty)
    }

    /// What a reference refers to, if something can be written through it.
    fn written_through(&self, ty: Ty<'tcx>) -> Option<Ty<'tcx>> {
        match *ty.kind() {
            ty::Ref(_, referent, mutability) => {
                let typing_env = self.body.typing_env(self.tcx);
                let is_written = mutability.is_mut() || !referent.is_freeze(self.tcx, typing_env);
                is_written.then_some(referent)
            }
            _ => None,
        }
    }

    /// Whether a reference is made a raw pointer, by going into a place of the type `to`.
    fn becomes_raw(&self, from: Ty<'tcx>, to: Ty<'tcx>) -> bool {
        let referent = self.written_through(from);
        referent.is_some_and(|referent| self.may_point_to(to, referent, true))
            || self.is_raw(to) && !self.is_raw(from)
    }

    /// Notes which of the arguments of a call may be kept in what others refer to.
    fn pass_among(&mut self, args: &[Spanned<Operand<'tcx>>]) {
        let lent: Vec<_> = args
            .iter()
            .filter_map(|arg| arg.node.place())
            .filter_map(|arg| {
                let referent = self.written_through(arg.ty(self.body, self.tcx).ty)?;
                Some((arg.local, referent))
            })
            .collect();
        for &(kept, pointee) in &lent {
            let is_kept = |&(by, keeper): &(Local, Ty<'tcx>)| {
                by != kept && self.may_point_to(keeper, pointee, false)
            };
            if lent.iter().any(is_kept) {
                self.made_raw.insert(kept);
            }
        }
    }

    /// Notes that what is in these operands goes into a place of this type.
    fn pass<'a>(&mut self, from: impl Iterator<Item = &'a Operand<'tcx>>, to: &Place<'tcx>)
    where
        'tcx: 'a,
    {
        let to_ty = to.ty(self.body, self.tcx).ty;
        for from in from.filter_map(|from| from.place()) {
            self.references.pass_on(from.local, to.local);
            if self.becomes_raw(from.ty(self.body, self.tcx).ty, to_ty) {
                self.made_raw.insert(from.local);
            }
        }
    }
}

impl<'tcx> Visitor<'tcx> for Pointers<'_, 'tcx> {
    fn visit_assign(&mut self, to: &Place<'tcx>, value: &Rvalue<'tcx>, location: Location) {
        match value {
            Rvalue::Ref(_, _, lent) if lent.is_indirect() => {
                self.references.pass_on(lent.local, to.local);
            }
            Rvalue::Ref(_, _, lent) => self.references.lend(lent.local, to.local),
            Rvalue::RawPtr(_, lent) if lent.is_indirect() => {
                self.made_raw.insert(lent.local);
            }
            Rvalue::Use(from) | Rvalue::Cast(_, from, _) => self.pass([from].into_iter(), to),
            Rvalue::Aggregate(_, parts) => self.pass(parts.iter(), to),
            Rvalue::CopyForDeref(from) => self.references.pass_on(from.local, to.local),
            _ => {}
        }
        self.super_assign(to, value, location);
    }

    fn visit_terminator(&mut self, terminator: &Terminator<'tcx>, location: Location) {
        if let TerminatorKind::Call { args, destination, .. } = &terminator.kind {
            self.pass(args.iter().map(|arg| &arg.node), destination);
            self.pass_among(args);
        }
        self.super_terminator(terminator, location);
    }

    fn visit_place(&mut self, place: &Place<'tcx>, context: PlaceContext, location: Location) {
        if context.is_address_of() && !place.is_indirect() {
            self.pointed_to.insert(place.local);
        }
        self.super_place(place, context, location);
    }
}
