//! From the type of a frame to its description.

use rustc_abi::{FieldIdx, VariantIdx, Variants};
use rustc_data_structures::fx::FxIndexMap;
use rustc_hir::{CoroutineDesugaring, CoroutineKind, CoroutineSource};
use rustc_index::IndexVec;
use rustc_middle::hir::generator::SuspendForm;
use rustc_middle::mir::frame::{FrameAccount, FramePoint, FrameValue, FrameValueKind, Need};
use rustc_middle::mir::{Body, CoroutineLayout, CoroutineSavedLocal, SourceInfo, SourceScope};
use rustc_middle::ty::layout::{LayoutCx, TyAndLayout};
use rustc_middle::ty::print::{with_forced_trimmed_paths, with_no_trimmed_paths};
use rustc_middle::ty::{self, CoroutineArgs, CoroutineArgsExt as _, EarlyBinder, Ty, TyCtxt};
use rustc_span::def_id::DefId;
use rustc_span::{BytePos, DesugaringKind, RemapPathScopeComponents, Span};

use super::{Extent, Frame, Generic, Held, Inlined, Place, State, SuspendPoint, Value, Why, hints};

/// How much of an expression is quoted.
const QUOTED: usize = 60;

/// Describes a frame, if it has an account.
pub(super) fn describe<'tcx>(tcx: TyCtxt<'tcx>, ty: Ty<'tcx>) -> Option<Frame> {
    let ty::Coroutine(def_id, args) = *ty.kind() else { return None };
    let layout = tcx.coroutine_layout(def_id, args).ok()?;
    let account = layout.account.as_deref()?;
    let typing_env = ty::TypingEnv::fully_monomorphized();
    let of_frame = tcx.layout_of(typing_env.as_query_input(ty)).ok()?;
    let cx = LayoutCx::new(tcx, typing_env);
    let body = body(tcx, def_id, layout);
    Some(Describer { tcx, cx, def_id, args, body, layout, account, of_frame }.frame())
}

/// The body that has this layout. An `async` closure has two.
fn body<'tcx>(
    tcx: TyCtxt<'tcx>,
    def_id: DefId,
    layout: &CoroutineLayout<'tcx>,
) -> &'tcx Body<'tcx> {
    let body = tcx.optimized_mir(def_id);
    if body.coroutine_layout_raw().is_some_and(|of_body| std::ptr::eq(of_body, layout)) {
        body
    } else {
        tcx.optimized_mir(tcx.coroutine_by_move_body_def_id(def_id))
    }
}

struct Describer<'a, 'tcx> {
    tcx: TyCtxt<'tcx>,
    cx: LayoutCx<'tcx>,
    def_id: DefId,
    args: ty::GenericArgsRef<'tcx>,
    body: &'tcx Body<'tcx>,
    layout: &'a CoroutineLayout<'tcx>,
    account: &'a FrameAccount,
    of_frame: TyAndLayout<'tcx>,
}

/// What makes two saved locals one value: the place, and what it is called.
#[derive(PartialEq, Eq, Hash)]
struct Key {
    place: PlaceInFrame,
    name: String,
    inlined: Option<Inlined>,
}

/// Something that stays where it is while it is moved from variable to variable.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum PlaceInFrame {
    /// In a packed frame. The first slots are those of the captures.
    Slot(usize),
    Capture(FieldIdx),
    Local(CoroutineSavedLocal),
}

impl<'tcx> Describer<'_, 'tcx> {
    fn frame(&self) -> Frame {
        let Variants::Multiple { tag, tag_field, .. } = &self.of_frame.variants else {
            unreachable!("a frame has states");
        };
        let tag = Extent {
            offset: self.of_frame.fields.offset(tag_field.as_usize()).bytes(),
            size: tag.size(&self.tcx.data_layout).bytes(),
        };
        let mut values = Values::default();
        let states = self.states(&mut values, tag);
        let fullest = states.iter().map(|state| state.needs).max().unwrap_or(tag.size);
        let mut frame = Frame {
            name: short(|| self.of_frame.ty.to_string()),
            kind: self.kind(),
            generics: self.generics(),
            place: place(self.tcx, self.span()),
            size: self.of_frame.size.bytes(),
            align: self.of_frame.align.abi.bytes(),
            tag,
            values: values.finish(),
            states,
            fullest,
            hints: Vec::new(),
            fullest_by_hints: fullest,
        };
        let pointer = self.tcx.data_layout.pointer_size().bytes();
        hints::add_hints(&mut frame, pointer);
        frame
    }

    /// Where the function is declared, or the closure or block.
    fn span(&self) -> Span {
        let parent = self.tcx.parent(self.def_id);
        // What has no name of its own is all that there is of the function or closure that it is in.
        let is_whole = match self.tcx.coroutine_kind(self.def_id) {
            Some(CoroutineKind::Desugared(_, source)) => source != CoroutineSource::Block,
            Some(CoroutineKind::Generator(_)) => true,
            Some(CoroutineKind::Coroutine(_)) | None => false,
        };
        self.tcx.def_span(if is_whole { parent } else { self.def_id })
    }

    fn kind(&self) -> String {
        match self.tcx.coroutine_kind(self.def_id).expect("a frame is that of some kind") {
            CoroutineKind::Generator(_) => "generator".to_owned(),
            CoroutineKind::Coroutine(_) => "coroutine".to_owned(),
            CoroutineKind::Desugared(desugaring, source) => {
                let desugaring = match desugaring {
                    CoroutineDesugaring::Async => "async",
                    CoroutineDesugaring::Gen => "gen",
                    CoroutineDesugaring::AsyncGen => "async gen",
                };
                let source = match source {
                    CoroutineSource::Block => "block",
                    CoroutineSource::Closure => "closure",
                    CoroutineSource::Fn => "function",
                };
                format!("`{desugaring}` {source}")
            }
        }
    }

    fn generics(&self) -> Vec<Generic> {
        let generics = self.tcx.generics_of(self.tcx.typeck_root_def_id(self.def_id));
        let arguments = (0..generics.count()).filter_map(|index| {
            let argument = self.args[index];
            argument.as_region().is_none().then(|| Generic {
                parameter: generics.param_at(index, self.tcx).name.to_string(),
                argument: short(|| argument.to_string()),
            })
        });
        arguments.collect()
    }

    fn states(&self, values: &mut Values, tag: Extent) -> Vec<State> {
        let mut states = vec![self.unresumed(values)];
        for (variant, fields) in self.layout.variant_fields.iter_enumerated() {
            if variant.as_usize() >= CoroutineArgs::RESERVED_VARIANTS {
                states.push(self.suspended(variant, fields, values));
            }
        }
        for state in &mut states {
            let held = || state.holds.iter().map(|held| values.of[held.value].extent);
            let of_tag = if held().any(|value| value.contains(tag)) { 0 } else { tag.size };
            state.needs = held().map(|value| value.size).sum::<u64>() + of_tag;
        }
        states
    }

    fn unresumed(&self, values: &mut Values) -> State {
        State { suspended: None, needs: 0, holds: self.captures(values, Why::Passed) }
    }

    /// What was captured, where it was captured.
    fn captures(&self, values: &mut Values, why: Why) -> Vec<Held> {
        let captures = self.account.captures.iter_enumerated().map(|(capture, value)| {
            let place = match self.layout.slots {
                Some(_) => PlaceInFrame::Slot(capture.as_usize()),
                None => PlaceInFrame::Capture(capture),
            };
            let of_capture = self.of_frame.field(&self.cx, capture.as_usize());
            let offset = self.of_frame.fields.offset(capture.as_usize()).bytes();
            let value = self.value(value, None, of_capture.ty, of_capture, offset);
            Held { value: values.number(place, value), why: why.clone() }
        });
        captures.collect()
    }

    fn suspended(
        &self,
        variant: VariantIdx,
        fields: &IndexVec<FieldIdx, CoroutineSavedLocal>,
        values: &mut Values,
    ) -> State {
        let SourceInfo { span: point, scope } = self.layout.variant_source_info[variant];
        let in_variant = self.of_frame.for_variant(&self.cx, variant);
        let mut holds = match self.layout.slots {
            Some(_) => Vec::new(),
            None => self.captures(values, Why::Captured),
        };
        for (field, &local) in fields.iter_enumerated() {
            let place = match &self.layout.slots {
                Some(slots) => PlaceInFrame::Slot(slots.of_local[local].as_usize()),
                None => PlaceInFrame::Local(local),
            };
            let value = &self.account.values[local];
            let of_value = in_variant.field(&self.cx, field.as_usize());
            let offset = in_variant.fields.offset(field.as_usize()).bytes();
            let why = self.why(value, &self.account.needs[variant][field], point);
            let scope = self.layout.field_tys[local].source_info.scope;
            let inlined = self.inlined(value.inlined_from, scope);
            let value = self.value(value, inlined, self.ty_of(local), of_value, offset);
            holds.push(Held { value: values.number(place, value), why });
        }
        holds.sort_by_key(|held| values.of[held.value].extent.offset);
        let FramePoint { form, inlined_from } = self.account.points[variant];
        let suspended = SuspendPoint {
            form: form.map_or("suspend point", SuspendForm::name),
            place: place(self.tcx, point),
            inlined: self.inlined(inlined_from, scope),
        };
        State { suspended: Some(suspended), needs: 0, holds }
    }

    /// The type of a saved local. Where the layout has it, it may be uninitialized.
    fn ty_of(&self, local: CoroutineSavedLocal) -> Ty<'tcx> {
        self.tcx.instantiate_and_normalize_erasing_regions(
            self.args,
            ty::TypingEnv::fully_monomorphized(),
            EarlyBinder::bind(self.layout.field_tys[local].ty),
        )
    }

    fn value(
        &self,
        value: &FrameValue,
        inlined: Option<Inlined>,
        ty: Ty<'tcx>,
        layout: TyAndLayout<'tcx>,
        offset: u64,
    ) -> Value {
        let place = place(self.tcx, self.span_to_name(value));
        let quoted = match value.kind {
            FrameValueKind::Variable(_) | FrameValueKind::DropFlag => None,
            _ => self.quoted(value.span),
        };
        Value {
            name: name_of_value(value, &place),
            source: quoted,
            ty: short(|| ty.to_string()),
            extent: Extent { offset, size: layout.size.bytes() },
            align: layout.align.abi.bytes(),
            place,
            inlined,
            overlaps: Vec::new(),
            same_place: Vec::new(),
        }
    }

    /// Where a value is, as a person would say: that which is awaited where `await` stands.
    fn span_to_name(&self, value: &FrameValue) -> Span {
        let span = value.span.source_callsite();
        let keyword = BytePos("await".len() as u32);
        if value.span.is_desugaring(DesugaringKind::Await) && span.hi() - span.lo() > keyword {
            span.with_lo(span.hi() - keyword)
        } else {
            span
        }
    }

    /// The source of an expression, if it is short.
    fn quoted(&self, span: Span) -> Option<String> {
        let source = self.tcx.sess.source_map().span_to_snippet(span.source_callsite()).ok()?;
        let words: Vec<&str> = source.split_whitespace().collect();
        Some(words.join(" ")).filter(|source| source.chars().count() <= QUOTED)
    }

    /// Whose body, if not the frame's own, has this scope.
    fn inlined(&self, body: Option<DefId>, scope: SourceScope) -> Option<Inlined> {
        let function = self.tcx.typeck_root_def_id(body?);
        let Place { line, column, .. } = place(self.tcx, self.outermost_call_site(scope)?);
        Some(Inlined { function: short(|| self.tcx.def_path_str(function)), line, column })
    }

    /// Where the frame's own body awaited what this scope is from.
    fn outermost_call_site(&self, scope: SourceScope) -> Option<Span> {
        let scopes = &self.body.source_scopes;
        let is_callee = scopes[scope].inlined.is_some();
        let callee = if is_callee { scope } else { scopes[scope].inlined_parent_scope? };
        let (_, call_site) = scopes[callee].inlined?;
        let outer = scopes[callee].parent_scope;
        let outermost = outer.and_then(|outer| self.outermost_call_site(outer));
        Some(outermost.unwrap_or(call_site))
    }

    /// Where a scope ends, given the whole of it or its end.
    fn end(&self, span: Span) -> Span {
        self.tcx.sess.source_map().end_point(span.source_callsite())
    }

    fn why(&self, value: &FrameValue, need: &Need, point: Span) -> Why {
        let places = |spans: &[Span]| {
            let mut places: Vec<Place> = Vec::new();
            for &span in spans {
                let place = place(self.tcx, span);
                if !places.contains(&place) {
                    places.push(place);
                }
            }
            places
        };
        // Both end where the form does.
        if let FrameValueKind::Inner(_) = value.kind
            && value.span.source_callsite().hi() == point.source_callsite().hi()
        {
            return Why::Resumed;
        }
        match (&need.uses[..], &need.drops[..], need.borrowed) {
            (uses @ [_, ..], _, _) => Why::Used { at: places(uses) },
            (_, _, Some(at)) if need.may_be_pointed_to => {
                Why::Borrowed { at: place(self.tcx, at), may_be_pointed_to: true }
            }
            (_, &[at, ..], _) => Why::Dropped { at: place(self.tcx, self.end(at)) },
            (_, _, Some(at)) => Why::Borrowed { at: place(self.tcx, at), may_be_pointed_to: false },
            _ => Why::DroppedWithFrame,
        }
    }
}

/// The values of a frame, as they are found.
#[derive(Default)]
struct Values {
    numbers: FxIndexMap<Key, usize>,
    of: Vec<Value>,
}

impl Values {
    /// The number of a value, which may be new.
    fn number(&mut self, place: PlaceInFrame, value: Value) -> usize {
        let key = Key { place, name: value.name.clone(), inlined: value.inlined.clone() };
        let of = &mut self.of;
        *self.numbers.entry(key).or_insert_with(|| {
            of.push(value);
            of.len() - 1
        })
    }

    /// The values, with what they share their bytes with.
    fn finish(mut self) -> Vec<Value> {
        let places: Vec<PlaceInFrame> = self.numbers.keys().map(|key| key.place).collect();
        let extents: Vec<Extent> = self.of.iter().map(|value| value.extent).collect();
        for (number, value) in self.of.iter_mut().enumerate() {
            for other in (0..places.len()).filter(|&other| other != number) {
                if places[other] == places[number] {
                    value.same_place.push(other);
                } else if overlap(extents[number], extents[other]) {
                    value.overlaps.push(other);
                }
            }
        }
        self.of
    }
}

/// Paths by their last segments. It is not asked which of them are unique, which takes time.
fn short(print: impl FnOnce() -> String) -> String {
    with_no_trimmed_paths!(with_forced_trimmed_paths!(print()))
}

fn overlap(a: Extent, b: Extent) -> bool {
    a.offset < b.offset + b.size && b.offset < a.offset + a.size && a.size != 0 && b.size != 0
}

/// What to call a value.
fn name_of_value(value: &FrameValue, place: &Place) -> String {
    let what = match value.kind {
        FrameValueKind::Variable(name) => return format!("`{name}`"),
        FrameValueKind::DropFlag => return "whether something is left to drop".to_owned(),
        FrameValueKind::Argument => "the argument",
        FrameValueKind::Iterator => "the iterator of the `for` loop",
        FrameValueKind::Inner(SuspendForm::AwaitFor) => "the stream of the `await for`",
        FrameValueKind::Inner(SuspendForm::Delegate) => "the generator of the `yield..`",
        FrameValueKind::Inner(SuspendForm::Await | SuspendForm::Yield) => "the value awaited",
        FrameValueKind::Temporary => "a temporary of the expression",
    };
    format!("{what} at {}:{}", place.line, place.column)
}

fn place(tcx: TyCtxt<'_>, span: Span) -> Place {
    let span = span.source_callsite();
    let start = tcx.sess.source_map().lookup_char_pos(span.lo());
    let file = start.file.name.display(RemapPathScopeComponents::DIAGNOSTICS).to_string();
    Place { file, line: start.line, column: start.col.0 + 1, span }
}
