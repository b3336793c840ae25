//! What the frames of generators and `async` bodies hold, for those who want them smaller.
//!
//! A body that is suspended keeps in its frame what it will need. Which values these are and why was
//! written down when the body became a state machine (in a [`FrameAccount`]); how large they are and where
//! they lie is known here, where no type is generic any more. Both make a [`Frame`] ([`describe`]): its
//! states, what each state holds, and what of that need not be there ([`hints`]). It is told in three ways:
//! as text or as JSON with `-Zprint-frames` ([`text`]), and by the lint `large_frames` ([`lint`]).
//!
//! A frame of a body that is not generic is described whether anything resumes it or not, others once for
//! each instantiation that is compiled. Bodies of other crates have an account if those crates
//! were compiled with the same flag, and are left out if not.
//!
//! [`FrameAccount`]: rustc_middle::mir::frame::FrameAccount

mod describe;
mod hints;
mod lint;
mod text;

use rustc_data_structures::fx::FxIndexSet;
use rustc_hir::def::DefKind;
use rustc_middle::mono::MonoItem;
use rustc_middle::ty::{self, Instance, InstanceKind, Ty, TyCtxt, TypeVisitableExt as _};
use rustc_session::config::FrameFormat;
use rustc_span::Span;
use rustc_span::def_id::{DefId, LocalDefId};
use serde::Serialize;

pub(crate) use self::lint::check_instance;
pub use self::lint::check_unless_generic;

/// All that is told of a frame. In JSON it is an object with these fields, and so are its parts.
#[derive(Serialize)]
struct Frame {
    /// The type of the frame, as errors print it.
    name: String,
    /// What kind of body it is the frame of: "generator", "`async` function".
    kind: String,
    /// The types and constants that the body was instantiated with.
    generics: Vec<Generic>,
    place: Place,
    size: u64,
    align: u64,
    /// Where the number of the state is. That may be within a value which does not use these bytes.
    tag: Extent,
    values: Vec<Value>,
    /// The states in which the body can go on, in the order in which it can come to them.
    states: Vec<State>,
    /// How many bytes the fullest state needs.
    fullest: u64,
    hints: Vec<Hint>,
    /// How many bytes the fullest state would need if all of the hints were followed.
    fullest_by_hints: u64,
}

#[derive(Serialize)]
struct Generic {
    parameter: String,
    argument: String,
}

/// A place in the source.
#[derive(Clone, PartialEq, Serialize)]
struct Place {
    file: String,
    line: usize,
    column: usize,
    #[serde(skip)]
    span: Span,
}

/// Some bytes of a frame.
#[derive(Clone, Copy, Serialize)]
struct Extent {
    offset: u64,
    size: u64,
}

impl Extent {
    fn contains(self, other: Extent) -> bool {
        self.offset <= other.offset && other.offset + other.size <= self.offset + self.size
    }
}

/// A value that a frame holds in some of its states.
#[derive(Serialize)]
struct Value {
    /// What to call it in a sentence: a variable's name in backticks, or a phrase.
    name: String,
    /// The expression that makes it, if it has no name.
    source: Option<String>,
    #[serde(rename = "type")]
    ty: String,
    #[serde(flatten)]
    extent: Extent,
    align: u64,
    place: Place,
    /// The function that it belongs to, if the body of that became part of this one.
    inlined: Option<Inlined>,
    /// The values, by number, that have some of the same bytes in other states.
    overlaps: Vec<usize>,
    /// The values, by number, that it is moved to or comes from while it stays where it is.
    same_place: Vec<usize>,
}

#[derive(Serialize)]
struct State {
    /// The suspend point; the first state has none.
    suspended: Option<SuspendPoint>,
    /// How many bytes it needs, with the number of the state.
    needs: u64,
    holds: Vec<Held>,
}

#[derive(Clone, Serialize)]
struct SuspendPoint {
    /// How it is written.
    form: &'static str,
    place: Place,
    /// The function that it is in, if the body of that became part of this one.
    inlined: Option<Inlined>,
}

/// A function whose body became part of the one that awaits it.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
struct Inlined {
    function: String,
    /// Where it, or what awaits it, is awaited in the function that the frame is of.
    line: usize,
    column: usize,
}

/// A value in a state.
#[derive(Serialize)]
struct Held {
    /// Its number.
    value: usize,
    why: Why,
}

/// Why a state holds a value.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Why {
    /// It was passed, and the body has not begun.
    Passed,
    /// What was captured stays for good, in a frame that is not packed.
    Captured,
    /// It is what runs when the frame is resumed there.
    Resumed,
    /// It is used again.
    Used { at: Vec<Place> },
    /// It is used no more, but dropped.
    Dropped { at: Place },
    /// Nothing uses it by its name any more, but it was borrowed, and its scope goes on. Something else
    /// that is held may point to it, or nothing has room for such a pointer.
    Borrowed { at: Place, may_be_pointed_to: bool },
    /// It is only needed if the frame is dropped there.
    DroppedWithFrame,
}

/// What would make the fullest state smaller.
#[derive(Serialize)]
struct Hint {
    /// The value, by number.
    value: usize,
    /// The states, by number, in which something can be done about it.
    states: Vec<usize>,
    /// What can be said about it, as a sentence without its full stop.
    text: String,
}

/// Prints the frames of the crate. Must be called when all that is to be compiled is known.
pub fn print(tcx: TyCtxt<'_>, format: FrameFormat) {
    let mut frames: Vec<Frame> =
        frame_tys(tcx).iter().filter_map(|&ty| describe::describe(tcx, ty)).collect();
    frames.sort_by(|a, b| {
        let key = |frame: &Frame| (frame.place.file.clone(), frame.place.line, frame.place.column);
        (b.size.cmp(&a.size)).then_with(|| key(a).cmp(&key(b)))
    });
    for frame in frames {
        match format {
            FrameFormat::Text => println!("{frame}"),
            FrameFormat::Json => {
                println!(
                    "{}",
                    serde_json::to_string(&frame).expect("a frame has only string keys")
                );
            }
        }
    }
}

/// The types of the frames that the crate has: of its own bodies, and of those it instantiates.
fn frame_tys(tcx: TyCtxt<'_>) -> FxIndexSet<Ty<'_>> {
    let bodies = tcx.hir_body_owners().filter(|&body| tcx.is_coroutine(body.to_def_id()));
    let mut tys: FxIndexSet<_> = bodies.filter_map(|body| unless_generic(tcx, body)).collect();
    if tcx.sess.opts.output_types.should_codegen() {
        for unit in tcx.collect_and_partition_mono_items(()).codegen_units {
            let items = unit.items_in_deterministic_order(tcx).into_iter();
            tys.extend(items.filter_map(|(item, _)| of_item(tcx, item)));
        }
    }
    tys
}

/// The type of a body's frame, if there is only one.
fn unless_generic(tcx: TyCtxt<'_>, body: LocalDefId) -> Option<Ty<'_>> {
    let ty = tcx.type_of(body).instantiate_identity();
    if ty.has_non_region_param() {
        return None;
    }
    tcx.try_normalize_erasing_regions(ty::TypingEnv::fully_monomorphized(), ty).ok()
}

/// The type of the frame that this code resumes or drops, if it does.
fn of_item<'tcx>(tcx: TyCtxt<'tcx>, item: MonoItem<'tcx>) -> Option<Ty<'tcx>> {
    let MonoItem::Fn(instance) = item else { return None };
    match instance.def {
        InstanceKind::Item(body) => of_body(tcx, instance, body),
        InstanceKind::DropGlue(_, Some(ty)) if ty.is_coroutine() => Some(ty),
        _ => None,
    }
}

fn of_body<'tcx>(tcx: TyCtxt<'tcx>, instance: Instance<'tcx>, body: DefId) -> Option<Ty<'tcx>> {
    if !matches!(tcx.def_kind(body), DefKind::Closure | DefKind::SyntheticCoroutineBody) {
        return None;
    }
    Some(instance.ty(tcx, ty::TypingEnv::fully_monomorphized())).filter(|ty| ty.is_coroutine())
}
