//! State machines that LLVM inlines.
//!
//! A generator is resumed in a loop, by whoever takes its values. When that is inlined, the loop begins
//! with a switch on the state, which was written at the end of the round before: control knows where it
//! goes, but comes together first. LLVM's ordinary jump threading does not go round a loop. The pass
//! that does (DFA jump threading) makes of it the loop that one would have written by hand, and what was in
//! the frame becomes variables. LLVM does not run it by default. So a module in which there is a state
//! machine says so, and the pass is run for it (`PassWrapper.cpp`).

use rustc_middle::mono::{MonoItem, MonoItemData};
use rustc_middle::ty::InstanceKind;

use crate::context::CodegenCx;
use crate::llvm::{self, ModuleFlagMergeBehavior};

/// Marks a module that has the body of a coroutine.
pub(crate) fn mark_state_machines<'tcx>(
    cx: &CodegenCx<'_, 'tcx>,
    mono_items: &[(MonoItem<'tcx>, MonoItemData)],
) {
    let is_state_machine = |item: &MonoItem<'tcx>| match item {
        MonoItem::Fn(instance) => {
            matches!(instance.def, InstanceKind::Item(def_id) if cx.tcx.is_coroutine(def_id))
        }
        _ => false,
    };
    if mono_items.iter().any(|(item, _)| is_state_machine(item)) {
        llvm::add_module_flag_u32(cx.llmod, ModuleFlagMergeBehavior::Max, "rust-state-machines", 1);
    }
}
