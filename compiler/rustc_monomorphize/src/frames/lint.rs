//! The lint `large_frames`.

use rustc_errors::MultiSpan;
use rustc_macros::{Diagnostic, Subdiagnostic};
use rustc_middle::mir::Body;
use rustc_middle::ty::{self, Instance, Ty, TyCtxt};
use rustc_session::lint::Level;
use rustc_session::lint::builtin::LARGE_FRAMES;
use rustc_span::Span;
use rustc_span::def_id::LocalDefId;

use super::describe::describe;
use super::{Frame, of_body, unless_generic};

/// How many values are named at most.
const NAMED: usize = 3;

/// Lints the frame of a body that is not generic.
pub fn check_unless_generic(tcx: TyCtxt<'_>, body: LocalDefId) {
    if is_wanted(tcx, body)
        && let Some(ty) = unless_generic(tcx, body)
    {
        check(tcx, body, ty);
    }
}

/// Lints the frame that this instance resumes, if it is one of a generic body of this crate.
pub(crate) fn check_instance<'tcx>(tcx: TyCtxt<'tcx>, instance: Instance<'tcx>, mir: &Body<'tcx>) {
    if mir.coroutine.is_some()
        && let ty::InstanceKind::Item(def_id) = instance.def
        && let Some(ty) = of_body(tcx, instance, def_id)
        && let ty::Coroutine(body, _) = *ty.kind()
        && let Some(body) = body.as_local()
        && is_wanted(tcx, body)
        && unless_generic(tcx, body).is_none()
    {
        check(tcx, body, ty);
    }
}

fn is_wanted(tcx: TyCtxt<'_>, body: LocalDefId) -> bool {
    tcx.lint_level_at_node(LARGE_FRAMES, tcx.local_def_id_to_hir_id(body)).level != Level::Allow
}

fn check<'tcx>(tcx: TyCtxt<'tcx>, body: LocalDefId, ty: Ty<'tcx>) {
    let limit = tcx.frame_size_limit();
    let Ok(layout) = tcx.layout_of(ty::TypingEnv::fully_monomorphized().as_query_input(ty)) else {
        return;
    };
    if limit.value_within_limit(layout.size.bytes_usize()) {
        return;
    }
    let Some(frame) = describe(tcx, ty) else { return };
    tcx.emit_node_span_lint(
        LARGE_FRAMES,
        tcx.local_def_id_to_hir_id(body),
        frame.place.span,
        LargeFrame {
            kind: &frame.kind,
            size: frame.size,
            instantiation: instantiation(&frame),
            values: largest(&frame),
            hints: frame.hints.iter().map(|hint| HintOfFrame { text: &hint.text }).collect(),
            limit: Limit { limit: limit.0 },
        },
    );
}

fn instantiation(frame: &Frame) -> Option<Instantiation> {
    let generics = frame
        .generics
        .iter()
        .map(|generic| format!("`{} = {}`", generic.parameter, generic.argument));
    let generics: Vec<String> = generics.collect();
    (!generics.is_empty()).then(|| Instantiation { generics: generics.join(", ") })
}

/// The largest values, each with the suspend points that it lives across.
fn largest(frame: &Frame) -> Vec<LargeValue<'_>> {
    let mut numbers: Vec<usize> = (0..frame.values.len()).collect();
    numbers.sort_by_key(|&number| std::cmp::Reverse(frame.values[number].extent.size));
    let values = numbers.into_iter().filter_map(|number| {
        let points = points(frame, number);
        (!points.is_empty()).then(|| large_value(frame, number, points))
    });
    values.take(NAMED).filter(|value| value.size * 8 >= frame.size).collect()
}

/// Where the frame is suspended while it holds a value, and by what.
fn points(frame: &Frame, value: usize) -> Vec<(Span, &'static str)> {
    let states = frame.states.iter();
    let held = states.filter(|state| state.holds.iter().any(|held| held.value == value));
    let points = held.filter_map(|state| state.suspended.as_ref());
    points.map(|point| (point.place.span, point.form)).collect()
}

fn large_value<'a>(
    frame: &'a Frame,
    number: usize,
    points: Vec<(Span, &'static str)>,
) -> LargeValue<'a> {
    let value = &frame.values[number];
    let mut spans = MultiSpan::from_span(value.place.span);
    for (point, form) in points {
        spans.push_span_label(point, format!("held across this {form}"));
    }
    LargeValue { spans, name: value.full_name(), ty: &value.ty, size: value.extent.size }
}

#[derive(Diagnostic)]
#[diag("the frame of this {$kind} has {$size} bytes")]
struct LargeFrame<'a> {
    kind: &'a str,
    size: u64,
    #[subdiagnostic]
    instantiation: Option<Instantiation>,
    #[subdiagnostic]
    values: Vec<LargeValue<'a>>,
    #[subdiagnostic]
    hints: Vec<HintOfFrame<'a>>,
    #[subdiagnostic]
    limit: Limit,
}

#[derive(Subdiagnostic)]
#[note("it is instantiated with {$generics}")]
struct Instantiation {
    generics: String,
}

#[derive(Subdiagnostic)]
#[note("{$name} of type `{$ty}` is {$size} bytes of it")]
struct LargeValue<'a> {
    #[primary_span]
    spans: MultiSpan,
    name: String,
    ty: &'a str,
    size: u64,
}

#[derive(Subdiagnostic)]
#[help("{$text}")]
struct HintOfFrame<'a> {
    text: &'a str,
}

#[derive(Subdiagnostic)]
#[note(
    "the limit is {$limit} bytes, and can be set with the attribute `#![frame_size_limit = \"...\"]`"
)]
struct Limit {
    limit: usize,
}
