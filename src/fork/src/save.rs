//! `x.py save`: what was edited in `build/tree` becomes part of the overlay: our files whole, rustc's as
//! patches.
//!
//! Saving goes one way only. A file whose overlay was itself edited since it was last laid is not saved
//! over; the refusal says how to let one side win.

use std::path::Path;

use anyhow::{Result, bail};

use crate::context::{Context, Flavour};
use crate::overlay::{Overlay, is_overlay};
use crate::patch::Patch;
use crate::tree::{Entry, File, Tree};
use crate::{build, tree};

/// What saving does to one file of the overlay.
enum Saving {
    Write(String, File),
    Remove(String),
}

/// The whole of `x.py save`.
pub fn save(ctx: &Context) -> Result<()> {
    let _lock = ctx.lock()?;
    let dir = ctx.tree(Flavour::Fork);
    if !dir.exists() {
        bail!("there is no {} to save from: run `./x.py build` first", ctx.shown(&dir));
    }
    let tree = Tree::open(&dir)?;
    if save_under(ctx, &tree, "")? == 0 {
        println!("nothing to save");
    }
    Ok(())
}

/// Saves what was edited in one folder of the tree, and returns how many files that were. The caller
/// holds the lock.
pub fn save_under(ctx: &Context, tree: &Tree, folder: &str) -> Result<usize> {
    let savings = plan(ctx, tree, folder)?;
    for saving in &savings {
        match saving {
            Saving::Write(path, file) => file.write(&ctx.repository.join(path))?,
            Saving::Remove(path) => tree::remove(&ctx.repository, path)?,
        }
        let (Saving::Write(path, _) | Saving::Remove(path)) = saving;
        println!(
            "{} {path}",
            if matches!(saving, Saving::Write(..)) { "saved" } else { "removed" }
        );
    }
    build::lay(ctx, Flavour::Fork, tree)?;
    Ok(savings.len())
}

/// All that is to be saved, or the refusal; nothing is written yet.
fn plan(ctx: &Context, tree: &Tree, folder: &str) -> Result<Vec<Saving>> {
    let mut edits = tree.edits()?;
    edits.retain(|path| Path::new(path).starts_with(folder));
    let upstream = tree.upstream()?;
    let laid = tree.laid()?;
    let overlay = Overlay::read(&ctx.repository)?.render(&ctx.repository, tree)?;
    let mut savings = Vec::new();
    let mut both = Vec::new();
    for path in edits {
        if !lands(&path, upstream.contains_key(&path)) {
            eprintln!("{path} is left alone: the overlay has no place for it");
            continue;
        }
        let base = upstream.get(&path);
        let disk = tree.on_disk(&path)?;
        let in_overlay = overlay.files.get(&path).map(File::entry).or(base.cloned());
        let last_laid = laid.get(&path).or(base).cloned();
        let is_changed = in_overlay != last_laid && in_overlay != disk.as_ref().map(File::entry);
        if is_changed || overlay.unpatched.contains(&path) {
            both.push(path);
            continue;
        }
        savings.push(saving(tree, path, base, disk)?);
    }
    if !both.is_empty() {
        let both: Vec<&str> = both.iter().map(String::as_str).collect();
        bail!("{}", tree::both_changed(&tree.dir, &both));
    }
    Ok(savings)
}

/// Whether the overlay can hold this path: its folders, and changes to the files at rustc's top.
fn lands(path: &str, is_upstream: bool) -> bool {
    is_overlay(path) || (is_upstream && is_overlay(&format!("{path}.patch")))
}

fn saving(tree: &Tree, path: String, base: Option<&Entry>, disk: Option<File>) -> Result<Saving> {
    match (base, disk) {
        (None, Some(file)) => Ok(Saving::Write(path, file)),
        (None, None) => Ok(Saving::Remove(path)),
        (Some(base), Some(file)) if file.entry() == *base => {
            Ok(Saving::Remove(format!("{path}.patch")))
        }
        (Some(base), Some(file)) if file.executable != base.executable => {
            bail!(
                "{path} has another mode than rustc's and a patch cannot say so: give it its mode back with chmod"
            )
        }
        (Some(_), Some(_)) => {
            let patch = patch(tree, &path)?;
            Ok(Saving::Write(
                format!("{path}.patch"),
                File { bytes: patch.into_bytes(), executable: false },
            ))
        }
        (Some(_), None) => bail!(
            "{path} is rustc's own and the overlay only adds and changes: bring it back with \
             `git checkout HEAD -- {path}` in {}",
            tree.dir.display()
        ),
    }
}

/// The patch from rustc's own file to the one on disk.
fn patch(tree: &Tree, path: &str) -> Result<String> {
    let text = tree.git.text(&[
        "diff",
        "--unified=0",
        "--inter-hunk-context=0",
        "--full-index",
        "--no-renames",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--diff-algorithm=myers",
        "--indent-heuristic",
        "--src-prefix=a/",
        "--dst-prefix=b/",
        &tree.root,
        "--",
        path,
    ])?;
    let text = format!("{text}\n");
    match Patch::parse(&text) {
        Ok(_) => Ok(text),
        Err(malformed) => bail!(
            "{path} cannot be saved as a patch ({malformed}): make the change in another file"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_rustcs_own_files_are_patched_at_the_top() {
        assert!(lands("Cargo.lock", true));
        assert!(!lands("notes.txt", false));
        assert!(lands("compiler/rustc_ast/src/new.rs", false));
        assert!(lands("src/doc/generators/src/new.md", false));
        assert!(!lands("src/fork/x.rs", false));
    }
}
