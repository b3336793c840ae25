//! Packing a coroutine's frame.
//!
//! A frame holds its captures until it is started, the number of its state, and whatever is needed
//! beyond one of its suspend points. Its values lie in *slots*, and two slots may have the same bytes
//! unless both are needed at some moment. Which are is a graph. To give each slot an offset such that
//! neighbours in the graph do not overlap, and the frame is as small as can be, is the problem of
//! *dynamic storage allocation*, which is NP-hard. What is done here is first fit: one slot after the
//! other, in some good orders, is put where it fits first. For most frames one order reaches the bound
//! below which no layout can be: what the fullest state holds. If none does, the slots that reach beyond
//! the bound come first in the next order, and so on for a few rounds (*squeaky wheel optimization*,
//! Joslin and Clements, 1999).
//!
//! The number of the state, the *tag*, is read and written at each resumption. It comes first if that
//! costs nothing. Else it goes where there is a hole: also within a slot, among the bytes that what is
//! there never uses while the frame is suspended. It is of no use before, and written last. Such a hole
//! may be gone when all slots have their places, so it is also tried to place them around it: where a
//! frame is mostly another frame, the two numbers lie side by side.
//!
//! [`coroutine`](super::coroutine) is the other way to lay out a frame, that of upstream.

use rustc_index::bit_set::BitMatrix;
use rustc_index::{Idx, IndexSlice, IndexVec};

use super::{FieldsShape, Integer, LayoutData, Primitive, Scalar, TagEncoding, Variants};
use crate::layout::{LayoutCalculator, LayoutCalculatorResult};
use crate::{AbiAlign, Align, BackendRepr, HasDataLayout, Size, WrappingRange};

/// Up to how many slots more than one order is tried.
const FEW: usize = 128;

/// How many times an order is mended, if the slots are so few.
const ROUNDS: usize = 8;

/// Where something is, and its size.
type Extent = (Size, Size);

impl<Cx: HasDataLayout> LayoutCalculator<Cx> {
    /// Computes the layout of a frame from the layouts of its captures and of its saved locals, the
    /// slots of the saved locals, which of those are ever needed at once, which bytes of each are in
    /// use while the frame is suspended, and what each state holds.
    ///
    /// The first slots are those of the captures.
    pub fn frame<'a, F, VariantIdx: Idx, FieldIdx: Idx, LocalIdx: Idx, SlotIdx: Idx>(
        &self,
        captures: IndexVec<FieldIdx, F>,
        local_layouts: &IndexSlice<LocalIdx, F>,
        slots: &IndexSlice<LocalIdx, SlotIdx>,
        conflicts: &BitMatrix<SlotIdx, SlotIdx>,
        in_use: IndexVec<SlotIdx, Vec<Extent>>,
        variant_fields: &IndexSlice<VariantIdx, IndexVec<FieldIdx, LocalIdx>>,
        tag_to_layout: impl Fn(Scalar) -> F,
    ) -> LayoutCalculatorResult<FieldIdx, VariantIdx, F>
    where
        F: core::ops::Deref<Target = &'a LayoutData<FieldIdx, VariantIdx>>
            + core::fmt::Debug
            + Copy,
    {
        let max_discr = (variant_fields.len() - 1) as u128;
        let discr_int = Integer::fit_unsigned(max_discr);
        let number = Scalar::Initialized {
            value: Primitive::Int(discr_int, /* signed = */ false),
            valid_range: WrappingRange { start: 0, end: max_discr },
        };
        let tag_layout = tag_to_layout(number);

        let mut extents: Vec<_> = conflicts.rows().map(|_| (Size::ZERO, Align::ONE)).collect();
        let of_captures = captures.iter().enumerate();
        let of_locals = slots.iter().map(|slot| slot.index()).zip(local_layouts.iter());
        for (slot, layout) in of_captures.chain(of_locals) {
            extents[slot] = (layout.size, layout.align.abi);
        }
        let tag = (tag_layout.size, tag_layout.align.abi);
        let frame = Frame { slots: extents, conflicts, in_use, tag };
        let packing = frame.pack(fullest(&frame, captures.len(), slots, variant_fields));
        debug_assert!(frame.is_sound(&packing));

        let offset_of_local = |local: LocalIdx| packing.offsets[slots[local].index()];
        let variants = variant_fields
            .iter_enumerated()
            .map(|(index, fields)| {
                let offsets = fields.iter().map(|&local| offset_of_local(local)).collect();
                let layouts = || fields.iter().map(|&local| &local_layouts[local]);
                let aligns = layouts().map(|layout| layout.align.abi);
                let align = aligns.max().unwrap_or(Align::ONE);
                let ends =
                    fields.iter().map(|&local| offset_of_local(local) + local_layouts[local].size);
                LayoutData {
                    variants: Variants::Single { index },
                    fields: arbitrary(offsets),
                    backend_repr: BackendRepr::Memory { sized: true },
                    largest_niche: None,
                    uninhabited: layouts().any(|layout| layout.is_uninhabited()),
                    size: ends.max().unwrap_or(Size::ZERO).align_to(align),
                    align: AbiAlign::new(align),
                    max_repr_align: None,
                    unadjusted_abi_align: align,
                    randomization_seed: Default::default(),
                }
            })
            .collect::<IndexVec<VariantIdx, _>>();

        let tag_field = captures.next_index();
        let mut outer: IndexVec<FieldIdx, Size> =
            packing.offsets[..captures.len()].iter().copied().collect();
        outer.push(packing.tag);
        let align = AbiAlign::new(frame.align());
        Ok(LayoutData {
            uninhabited: captures.iter().any(|capture| capture.is_uninhabited())
                || variants.iter().all(|variant| variant.is_uninhabited()),
            variants: Variants::Multiple {
                tag: number,
                tag_encoding: TagEncoding::Direct,
                tag_field,
                variants,
            },
            fields: arbitrary(outer),
            backend_repr: BackendRepr::Memory { sized: true },
            // What lies in a frame may be lent to the frame itself: nothing may be read from it to
            // find out what else is there.
            largest_niche: None,
            size: packing.size,
            align,
            max_repr_align: None,
            unadjusted_abi_align: align.abi,
            randomization_seed: Default::default(),
        })
    }
}

fn arbitrary<FieldIdx: Idx>(offsets: IndexVec<FieldIdx, Size>) -> FieldsShape<FieldIdx> {
    let mut in_memory_order: Vec<FieldIdx> = offsets.indices().collect();
    in_memory_order.sort_by_key(|&field| offsets[field]);
    FieldsShape::Arbitrary { offsets, in_memory_order: IndexVec::from_raw(in_memory_order) }
}

fn sum(sizes: impl Iterator<Item = Size>) -> Size {
    sizes.fold(Size::ZERO, |sum, size| sum + size)
}

/// The first that is as small as `bound`, or else the smallest.
fn smallest(packings: impl Iterator<Item = Packing>, bound: Size) -> Option<Packing> {
    let mut best: Option<Packing> = None;
    for packing in packings {
        if packing.size <= bound {
            return Some(packing);
        }
        if best.as_ref().is_none_or(|best| packing.size < best.size) {
            best = Some(packing);
        }
    }
    best
}

/// What has to be placed.
struct Frame<'a, SlotIdx: Idx> {
    slots: Vec<(Size, Align)>,
    conflicts: &'a BitMatrix<SlotIdx, SlotIdx>,
    /// Which bytes of each slot the tag must leave alone.
    in_use: IndexVec<SlotIdx, Vec<Extent>>,
    tag: (Size, Align),
}

/// Where everything is.
#[derive(Clone, Debug, PartialEq)]
struct Packing {
    /// The offset of each slot.
    offsets: Vec<Size>,
    tag: Size,
    size: Size,
}

/// The bytes that the fullest state needs, with nothing between them. The tag may be within a slot.
fn fullest<VariantIdx: Idx, FieldIdx: Idx, LocalIdx: Idx, SlotIdx: Idx>(
    frame: &Frame<'_, SlotIdx>,
    captures: usize,
    slots: &IndexSlice<LocalIdx, SlotIdx>,
    variant_fields: &IndexSlice<VariantIdx, IndexVec<FieldIdx, LocalIdx>>,
) -> Size {
    let unresumed = sum(frame.slots[..captures].iter().map(|&(size, _)| size));
    let suspended = variant_fields
        .iter()
        .map(|fields| sum(fields.iter().map(|&local| frame.slots[slots[local].index()].0)));
    let tag = if frame.host().is_some() { Size::ZERO } else { frame.tag.0 };
    (suspended.fold(unresumed, Ord::max) + tag).align_to(frame.align())
}

impl<SlotIdx: Idx> Frame<'_, SlotIdx> {
    fn align(&self) -> Align {
        self.slots.iter().map(|&(_, align)| align).fold(self.tag.1, Ord::max)
    }

    /// The largest slot with room for the tag within, and where in it that is.
    fn host(&self) -> Option<(usize, Size)> {
        let size = |slot: usize| self.slots[slot].0;
        let rooms = self.in_use.iter().map(|in_use| first_gap(in_use.clone(), self.tag));
        let hosts = rooms.enumerate().filter(|&(slot, room)| room + self.tag.0 <= size(slot));
        hosts.max_by_key(|&(slot, _)| size(slot))
    }

    /// Tries some orders, until a packing is as small as `bound`.
    fn pack(&self, bound: Size) -> Packing {
        let orders = self.orders().into_iter();
        smallest(orders.flat_map(|order| self.packings(order, bound)), bound)
            .expect("there is at least one order")
    }

    /// The packings by one order and by what is made of it round by round.
    fn packings(&self, order: Vec<usize>, bound: Size) -> impl Iterator<Item = Packing> {
        let rounds = if self.slots.len() <= FEW { ROUNDS } else { 1 };
        let packed = move |order: Vec<usize>| (self.smallest_first_fit(&order, bound), order);
        let mended = move |(packing, order): &(Packing, Vec<usize>)| {
            let end = |slot: usize| packing.offsets[slot] + self.slots[slot].0;
            let mut next = order.clone();
            next.sort_by_key(|&slot| end(slot) <= bound);
            (next != *order).then(|| packed(next))
        };
        core::iter::successors(Some(packed(order)), mended).take(rounds).map(|(packing, _)| packing)
    }

    /// With the tag first, or else, if that is smaller, where there is room within a slot that comes
    /// first, or where a hole is in the end.
    fn smallest_first_fit(&self, order: &[usize], bound: Size) -> Packing {
        let tag_first = || self.first_fit(order, Some(Size::ZERO));
        let tag_within = || {
            let (host, room) = self.host()?;
            let mut order = order.to_vec();
            order.sort_by_key(|&slot| slot != host);
            Some(self.first_fit(&order, Some(room)))
        };
        let tag_in_hole = || self.first_fit(order, None);
        let packings = core::iter::once_with(tag_first)
            .chain(core::iter::once_with(tag_within).flatten())
            .chain(core::iter::once_with(tag_in_hole));
        smallest(packings, bound).expect("the first is always there")
    }

    /// In which orders to try it: the largest first, those with the strictest alignment first, those
    /// that are in the way of most bytes first.
    fn orders(&self) -> Vec<Vec<usize>> {
        let sorted = |key: &dyn Fn(usize) -> (u64, u64)| {
            let mut order: Vec<usize> = (0..self.slots.len()).collect();
            order.sort_by_cached_key(|&slot| core::cmp::Reverse(key(slot)));
            order
        };
        let size = |slot: usize| self.slots[slot].0.bytes();
        let align = |slot: usize| self.slots[slot].1.bytes();
        let mut orders = vec![sorted(&|slot| (size(slot), align(slot)))];
        if self.slots.len() <= FEW {
            orders.push(sorted(&|slot| (align(slot), size(slot))));
            orders.push(sorted(&|slot| (self.bytes_in_conflict(slot).bytes(), size(slot))));
        }
        orders
    }

    fn bytes_in_conflict(&self, slot: usize) -> Size {
        let others = (0..self.slots.len()).filter(|&other| self.are_in_conflict(slot, other));
        sum(others.map(|other| self.slots[other].0))
    }

    fn are_in_conflict(&self, a: usize, b: usize) -> bool {
        self.conflicts.contains(SlotIdx::new(a), SlotIdx::new(b))
    }

    /// Puts each slot where it fits first, beside those placed before that it conflicts with and around
    /// the tag, if that has its place.
    fn first_fit(&self, order: &[usize], tag: Option<Size>) -> Packing {
        let mut offsets = vec![Size::ZERO; self.slots.len()];
        for (nth, &slot) in order.iter().enumerate() {
            let placed = order[..nth].iter().filter(|&&other| self.are_in_conflict(slot, other));
            let in_the_way = placed.map(|&other| (offsets[other], self.slots[other].0)).collect();
            offsets[slot] = self.first_gap_around(tag, in_the_way, slot);
        }
        let tag = tag.unwrap_or_else(|| first_gap(self.all_in_use(&offsets).collect(), self.tag));
        let ends = offsets.iter().zip(&self.slots).map(|(&offset, &(size, _))| offset + size);
        let size = ends.fold(tag + self.tag.0, Ord::max).align_to(self.align());
        Packing { offsets, tag, size }
    }

    /// The lowest offset at which a slot fits between what is taken and has nothing in use at the tag.
    fn first_gap_around(&self, tag: Option<Size>, mut taken: Vec<Extent>, slot: usize) -> Size {
        loop {
            let offset = first_gap(taken.clone(), self.slots[slot]);
            let Some(tag) = tag else { return offset };
            let parts = &self.in_use[SlotIdx::new(slot)];
            let is_at_tag =
                |&&(part, size): &&Extent| overlap((offset + part, size), (tag, self.tag.0));
            // That part has to begin behind the tag.
            let Some(&(part, _)) = parts.iter().find(is_at_tag) else { return offset };
            taken.push((Size::ZERO, tag + self.tag.0 - part));
        }
    }

    /// The bytes that are in use in any state, where the slots are at these offsets.
    fn all_in_use(&self, offsets: &[Size]) -> impl Iterator<Item = Extent> {
        let slots = offsets.iter().zip(&self.in_use);
        slots.flat_map(|(&slot, parts)| parts.iter().map(move |&(part, size)| (slot + part, size)))
    }

    /// Whether no two slots that are in conflict overlap, and nothing in use overlaps with the tag.
    fn is_sound(&self, packing: &Packing) -> bool {
        let extent = |slot: usize| (packing.offsets[slot], self.slots[slot].0);
        let tag = (packing.tag, self.tag.0);
        let do_not_overlap = |a: usize, b: usize| !overlap(extent(a), extent(b));
        (0..self.slots.len())
            .all(|a| (0..a).all(|b| !self.are_in_conflict(a, b) || do_not_overlap(a, b)))
            && !self.all_in_use(&packing.offsets).any(|part| overlap(part, tag))
    }
}

fn overlap(a: Extent, b: Extent) -> bool {
    a.0 < b.0 + b.1 && b.0 < a.0 + a.1
}

/// The lowest offset at which there is room between what is taken.
fn first_gap(mut taken: Vec<Extent>, (size, align): (Size, Align)) -> Size {
    taken.retain(|&(_, size)| size != Size::ZERO);
    taken.sort();
    let mut offset = Size::ZERO;
    for (start, length) in taken {
        if offset + size <= start {
            break;
        }
        offset = offset.max((start + length).align_to(align));
    }
    offset
}
