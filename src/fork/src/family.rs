//! The processes below one: what it started, what those started, and so on.
//!
//! A test that hangs hangs below cargo, and ending cargo alone would leave it there.

use std::collections::BTreeMap;
use std::fs;

use rustix::process::{Pid, Signal, kill_process};

/// Ends a process and all that are below it.
pub fn end(root: u32) {
    let children = children();
    let mut doomed = vec![root];
    // From the top down, so that nobody is left who would start another.
    while let Some(process) = doomed.pop() {
        kill(process);
        doomed.extend(children.get(&process).into_iter().flatten());
    }
}

/// Ends all that is below a process, and leaves the process itself.
pub fn end_below(root: u32) {
    children().get(&root).into_iter().flatten().for_each(|child| end(*child));
}

fn kill(process: u32) {
    if let Some(pid) = Pid::from_raw(process.cast_signed()) {
        // It may have ended by itself meanwhile.
        let _ = kill_process(pid, Signal::KILL);
    }
}

/// All processes there are, by the process that started them.
fn children() -> BTreeMap<u32, Vec<u32>> {
    let mut children = BTreeMap::<u32, Vec<u32>>::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let process = entry.file_name().to_str().and_then(|name| name.parse().ok());
        if let Some(process) = process
            && let Ok(stat) = fs::read_to_string(entry.path().join("stat"))
            && let Some(parent) = parent(&stat)
        {
            children.entry(parent).or_default().push(process);
        }
    }
    children
}

/// The parent in a line of `/proc/N/stat`: `N (NAME) STATE PARENT …`, where the name may be anything.
fn parent(stat: &str) -> Option<u32> {
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parent_is_read_behind_any_name() {
        assert_eq!(parent("7 (a) b) (c) S 41 7 7 0"), Some(41));
        assert_eq!(parent("7"), None);
    }

    #[test]
    fn a_process_ends_with_what_it_started() {
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", "sleep 600 & echo; wait"]).stdout(std::process::Stdio::piped());
        let mut shell = shell.spawn().unwrap();
        let mut pipe = shell.stdout.take().unwrap();
        std::io::Read::read_exact(&mut pipe, &mut [0]).unwrap();
        end(shell.id());
        shell.wait().unwrap();
        // The pipe is closed only when the sleeper, which has it too, is gone.
        assert_eq!(std::io::Read::read(&mut pipe, &mut [0]).unwrap(), 0);
    }
}
