//! Which bytes of a frame's slots are in use while the frame is suspended.
//!
//! Where a frame holds another one, as it does while it awaits, that one seldom needs all its bytes: its
//! size is a multiple of its alignment. Nobody reads or writes what it leaves free before the outer
//! frame is resumed, so that the outer frame can have the number of its state there. This goes for what
//! is not lent to anybody. Who has a reference may put another frame there, as a whole, at any time.

use rustc_abi::{FieldIdx, LayoutData, Size, Variants};
use rustc_data_structures::fx::FxHashMap;
use rustc_hir::LangItem;
use rustc_index::{Idx as _, IndexSlice, IndexVec};
use rustc_middle::mir::CoroutineSavedLocal;
use rustc_middle::mir::frame::{FrameSlot, FrameSlots};
use rustc_middle::ty::layout::{HasTyCtxt, LayoutCx, LayoutError, LayoutOf, TyAndLayout};
use rustc_middle::ty::{self, CoroutineArgsExt, GenericArgsRef, Ty};
use rustc_span::Span;
use rustc_span::def_id::DefId;

/// The layout of a local that may be in a frame, and may not be set there. `MaybeUninit` would be as good,
/// but for each frame within a frame it takes three more steps down from one type to the next, of which
/// the recursion limit allows so many.
pub(super) fn layout_of_local<'tcx>(
    cx: &LayoutCx<'tcx>,
    ty: Ty<'tcx>,
    span: Span,
) -> Result<TyAndLayout<'tcx>, &'tcx LayoutError<'tcx>> {
    let mut local = cx.spanned_layout_of(ty, span)?;
    if local.is_uninhabited() {
        let layout = LayoutData { uninhabited: false, ..LayoutData::clone(&local.layout.0) };
        local.layout = cx.tcx().mk_layout(layout);
    }
    Ok(local)
}

/// Where something is, and its size.
type Extent = (Size, Size);

/// The bytes in use of each slot, from where the slot begins.
pub(super) fn bytes_in_use<'tcx>(
    cx: &LayoutCx<'tcx>,
    slots: &FrameSlots,
    captures: &IndexSlice<FieldIdx, TyAndLayout<'tcx>>,
    locals: &IndexSlice<CoroutineSavedLocal, TyAndLayout<'tcx>>,
) -> IndexVec<FrameSlot, Vec<Extent>> {
    InUse { cx, of_frames: FxHashMap::default() }.of_slots(slots, captures, locals)
}

/// The first slots are those of the captures.
fn slot_of(capture: FieldIdx) -> FrameSlot {
    FrameSlot::new(capture.index())
}

fn all_of(layout: TyAndLayout<'_>) -> Vec<Extent> {
    vec![(Size::ZERO, layout.size)]
}

fn at(offset: Size, extents: Vec<Extent>) -> impl Iterator<Item = Extent> {
    extents.into_iter().map(move |(start, size)| (offset + start, size))
}

/// The same bytes in as few extents as can be, the first ones first.
fn union(mut extents: Vec<Extent>) -> Vec<Extent> {
    extents.sort_unstable();
    let mut union: Vec<Extent> = Vec::new();
    for (start, size) in extents {
        match union.last_mut() {
            Some((last, length)) if start <= *last + *length => {
                *length = (start + size).max(*last + *length) - *last;
            }
            _ => union.push((start, size)),
        }
    }
    union
}

struct InUse<'a, 'tcx> {
    cx: &'a LayoutCx<'tcx>,
    /// What was found of the frames within. The same frame may be held in several places, by frames
    /// of which the same is true, and so on: there may be any number of ways to it.
    of_frames: FxHashMap<Ty<'tcx>, Vec<Extent>>,
}

impl<'tcx> InUse<'_, 'tcx> {
    fn of_slots(
        &mut self,
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
                false => self.of_value(layout),
            });
        }
        in_use.into_iter().map(|in_use| in_use.expect("each slot has a value")).collect()
    }

    fn of_value(&mut self, layout: TyAndLayout<'tcx>) -> Vec<Extent> {
        let cx = self.cx;
        let tcx = cx.tcx();
        match *layout.ty.kind() {
            ty::Adt(adt, _)
                if LangItem::FRAMES.iter().any(|&frame| tcx.is_lang_item(adt.did(), frame)) =>
            {
                let fields = (0..layout.fields.count())
                    .map(|field| (layout.fields.offset(field), layout.field(cx, field)));
                union(fields.flat_map(|(offset, field)| at(offset, self.of_value(field))).collect())
            }
            ty::Coroutine(def_id, args) => {
                if let Some(in_use) = self.of_frames.get(&layout.ty) {
                    return in_use.clone();
                }
                let in_use = self.of_frame(layout, def_id, args).unwrap_or_else(|| all_of(layout));
                self.of_frames.insert(layout.ty, in_use.clone());
                in_use
            }
            _ => all_of(layout),
        }
    }

    /// Nothing, if it is not known what is in the frame.
    fn of_frame(
        &mut self,
        layout: TyAndLayout<'tcx>,
        def_id: DefId,
        args: GenericArgsRef<'tcx>,
    ) -> Option<Vec<Extent>> {
        let cx = self.cx;
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
        let mut of_slots = self.of_slots(slots, &captures, &locals);

        let mut in_use = vec![(layout.fields.offset(tag_field.index()), tag.size(cx))];
        let mut take = |slot: FrameSlot, offset: Size| {
            in_use.extend(at(offset, std::mem::take(&mut of_slots[slot])));
        };
        for capture in captures.indices() {
            take(slot_of(capture), layout.fields.offset(capture.index()));
        }
        for (variant, fields) in info.variant_fields.iter_enumerated() {
            for (field, &local) in fields.iter_enumerated() {
                let offset = variants[variant].fields.offset(field.index());
                take(slots.of_local[local], offset);
            }
        }
        Some(union(in_use))
    }
}
