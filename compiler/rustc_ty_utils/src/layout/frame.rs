//! Which bytes of a frame's slots are in use while the frame is suspended.
//!
//! Where a frame holds another one, as it does while it awaits, that one seldom needs all its bytes: its
//! size is a multiple of its alignment. Nobody reads or writes what it leaves free before the outer
//! frame is resumed, so that the outer frame can have the number of its state there. This goes for what
//! is not lent to anybody. Who has a reference may put another frame there, as a whole, at any time.

use rustc_abi::{FieldIdx, Size, Variants};
use rustc_hir::LangItem;
use rustc_index::{Idx as _, IndexSlice, IndexVec};
use rustc_middle::mir::CoroutineSavedLocal;
use rustc_middle::mir::frame::{FrameSlot, FrameSlots};
use rustc_middle::ty::layout::{HasTyCtxt, LayoutCx, LayoutOf, TyAndLayout};
use rustc_middle::ty::{self, CoroutineArgsExt, GenericArgsRef};
use rustc_span::def_id::DefId;

/// Where something is, and its size.
type Extent = (Size, Size);

/// The bytes in use of each slot, from where the slot begins.
pub(super) fn bytes_in_use<'tcx>(
    cx: &LayoutCx<'tcx>,
    slots: &FrameSlots,
    captures: &IndexSlice<FieldIdx, TyAndLayout<'tcx>>,
    locals: &IndexSlice<CoroutineSavedLocal, TyAndLayout<'tcx>>,
) -> IndexVec<FrameSlot, Vec<Extent>> {
    let mut in_use: IndexVec<FrameSlot, Option<Vec<Extent>>> =
        slots.conflicts.rows().map(|_| None).collect();
    let of_captures = captures.iter_enumerated().map(|(capture, &ty)| (slot_of(capture), ty));
    let of_locals = slots.of_local.iter().copied().zip(locals.iter().copied());
    for (slot, layout) in of_captures.chain(of_locals) {
        in_use[slot].get_or_insert_with(|| match slots.lent.contains(slot) {
            true => all_of(layout),
            false => in_use_of_value(cx, layout),
        });
    }
    in_use.into_iter().map(|in_use| in_use.expect("each slot has a value")).collect()
}

/// The first slots are those of the captures.
fn slot_of(capture: FieldIdx) -> FrameSlot {
    FrameSlot::new(capture.index())
}

fn all_of(layout: TyAndLayout<'_>) -> Vec<Extent> {
    vec![(Size::ZERO, layout.size)]
}

fn in_use_of_value<'tcx>(cx: &LayoutCx<'tcx>, layout: TyAndLayout<'tcx>) -> Vec<Extent> {
    let tcx = cx.tcx();
    let in_use = match *layout.ty.kind() {
        // As which saved locals are laid out.
        ty::Adt(adt, args) if tcx.is_lang_item(adt.did(), LangItem::MaybeUninit) => {
            cx.layout_of(args.type_at(0)).ok().map(|value| in_use_of_value(cx, value))
        }
        ty::Adt(adt, _)
            if LangItem::FRAMES.iter().any(|&frame| tcx.is_lang_item(adt.did(), frame)) =>
        {
            let fields = (0..layout.fields.count())
                .map(|field| (layout.fields.offset(field), layout.field(cx, field)));
            Some(
                fields.flat_map(|(offset, field)| at(offset, in_use_of_value(cx, field))).collect(),
            )
        }
        ty::Coroutine(def_id, args) => in_use_of_frame(cx, layout, def_id, args),
        _ => None,
    };
    in_use.unwrap_or_else(|| all_of(layout))
}

fn at(offset: Size, extents: Vec<Extent>) -> impl Iterator<Item = Extent> {
    extents.into_iter().map(move |(start, size)| (offset + start, size))
}

/// Nothing, if it is not known what is in the frame.
fn in_use_of_frame<'tcx>(
    cx: &LayoutCx<'tcx>,
    layout: TyAndLayout<'tcx>,
    def_id: DefId,
    args: GenericArgsRef<'tcx>,
) -> Option<Vec<Extent>> {
    let tcx = cx.tcx();
    let info = tcx.coroutine_layout(def_id, args).ok()?;
    let slots = info.slots.as_ref()?;
    let Variants::Multiple { tag, tag_field, ref variants, .. } = layout.variants else {
        return None;
    };

    let captures = args.as_coroutine().prefix_tys().iter().map(|ty| cx.layout_of(ty).ok());
    let captures = captures.collect::<Option<IndexVec<FieldIdx, _>>>()?;
    let locals = info
        .field_tys
        .iter()
        .map(|local| cx.layout_of(ty::EarlyBinder::bind(local.ty).instantiate(tcx, args)).ok());
    let locals = locals.collect::<Option<IndexVec<CoroutineSavedLocal, _>>>()?;
    let mut of_slots = bytes_in_use(cx, slots, &captures, &locals);

    let mut in_use = vec![(layout.fields.offset(tag_field.index()), tag.size(cx))];
    let mut take = |slot: FrameSlot, offset: Size| {
        in_use.extend(at(offset, std::mem::take(&mut of_slots[slot])));
    };
    for capture in captures.indices() {
        take(slot_of(capture), layout.fields.offset(capture.index()));
    }
    for (variant, fields) in info.variant_fields.iter_enumerated() {
        for (field, &local) in fields.iter_enumerated() {
            take(slots.of_local[local], variants[variant].fields.offset(field.index()));
        }
    }
    Some(in_use)
}
