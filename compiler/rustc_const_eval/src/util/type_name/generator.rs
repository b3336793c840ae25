//! The name of a generator body: where it is in the source.
//!
//! A body has no path of its own that would tell two generators of one function apart. This is also
//! what `Debug` prints for a frame.

use std::fmt::Write;

use rustc_hir as hir;
use rustc_hir::def_id::DefId;
use rustc_middle::ty::print::PrintError;
use rustc_span::RemapPathScopeComponents;

use super::TypeNamePrinter;

impl TypeNamePrinter<'_> {
    pub(super) fn is_generator(&self, def_id: DefId) -> bool {
        matches!(self.tcx.coroutine_kind(def_id), Some(hir::CoroutineKind::Generator(_)))
    }

    /// `{generator@file.rs:line:col}`, the place being that of the declaration.
    pub(super) fn print_generator(&mut self, def_id: DefId) -> Result<(), PrintError> {
        let span = self.tcx.def_span(def_id).source_callsite();
        let place = self.tcx.sess.source_map().lookup_char_pos(span.lo());
        let file = place.file.name.display(RemapPathScopeComponents::MACRO).to_string_lossy();
        write!(self, "{{generator@{file}:{}:{}}}", place.line, place.col.0 + 1)
    }
}
