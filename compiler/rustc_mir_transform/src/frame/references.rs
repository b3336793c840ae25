//! Where the references to a body's locals go, from local to local.

use rustc_index::bit_set::DenseBitSet;
use rustc_middle::mir::Local;

#[derive(Default)]
pub(super) struct References {
    /// What is lent, and which local has the reference.
    lent_to: Vec<(Local, Local)>,
    /// From which local a reference goes to which other one.
    passed_on: Vec<(Local, Local)>,
}

impl References {
    pub(super) fn lend(&mut self, local: Local, to: Local) {
        self.lent_to.push((local, to));
    }

    pub(super) fn pass_on(&mut self, from: Local, to: Local) {
        self.passed_on.push((from, to));
    }

    /// The locals to which a reference may come to one of `these`.
    pub(super) fn lent_to_any(
        &self,
        mut these: DenseBitSet<Local>,
    ) -> impl Iterator<Item = Local> + '_ {
        let mut is_changed = true;
        while is_changed {
            is_changed = false;
            for &(from, to) in &self.passed_on {
                is_changed |= these.contains(to) && these.insert(from);
            }
        }
        let lent = self.lent_to.iter().filter(move |(_, reference)| these.contains(*reference));
        lent.map(|&(local, _)| local)
    }
}
