//! Which locals a body has raw pointers to.
//!
//! When a value is moved out of a variable that is lent, borrow checking has seen to it that no reference
//! to it is used any more. Then nothing is left in it that anybody may ask for, even where the frame
//! does not move. But a raw pointer is still good to write something there, and to read it again. Such a
//! pointer comes from `&raw` or a cast, or from a call that is given a reference and returns one, or a
//! struct with one to what the reference refers to. That a called function keeps one for itself does
//! not count: it could not know how long the variable is there.

use rustc_data_structures::fx::FxIndexSet;
use rustc_index::bit_set::DenseBitSet;
use rustc_middle::mir::visit::{PlaceContext, Visitor};
use rustc_middle::mir::*;
use rustc_middle::ty::{self, Ty, TyCtxt};
use rustc_span::sym;

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

    /// Whether a value of the type has a raw pointer to a `pointee` in it. Few types have as many types
    /// of fields as are looked at.
    fn has_pointer_to(&self, ty: Ty<'tcx>, pointee: Ty<'tcx>) -> bool {
        let mut parts = FxIndexSet::from_iter([ty]);
        let mut next = 0;
        while let Some(&part) = parts.get_index(next).filter(|_| next < MANY) {
            next += 1;
            match *part.kind() {
                ty::RawPtr(to, _) if to == pointee => return true,
                ty::Adt(adt, args) if self.tcx.is_diagnostic_item(sym::NonNull, adt.did()) => {
                    if args.type_at(0) == pointee {
                        return true;
                    }
                }
                ty::Adt(adt, args) => {
                    parts.extend(adt.all_fields().map(|field| field.ty(self.tcx, args)));
                }
                ty::Tuple(fields) => parts.extend(fields),
                ty::Array(item, _) => {
                    parts.insert(item);
                }
                ty::Closure(_, args) => parts.extend(args.as_closure().upvar_tys()),
                _ => {}
            }
        }
        false
    }

    /// Whether a reference is made a raw pointer, by going into a place of the type `to`.
    fn becomes_raw(&self, from: Ty<'tcx>, to: Ty<'tcx>) -> bool {
        let is_kept = match *from.kind() {
            ty::Ref(_, referent, _) => self.has_pointer_to(to, referent),
            _ => false,
        };
        is_kept || self.is_raw(to) && !self.is_raw(from)
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
