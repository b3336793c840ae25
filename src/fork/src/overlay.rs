//! The overlay: what this repository adds to rustc and changes in it.
//!
//! One rule: a path here is a path there. A file under `compiler/`, `library/`, `src/` or `tests/` is a new
//! file of rustc's tree at the same path; a file `X.patch` is the change to rustc's own `X`, there or at the
//! top. Nothing else says where anything goes. What no compiler is made of stays here: `src/fork`, which is
//! this tool, `src/tools/generator-*`, which try compilers, and `tests/ecosystem`, which is cargo's.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Result, bail};

use crate::git::Git;
use crate::patch::Patch;
use crate::tree::{Entry, File, Tree};

/// The overlay's files, from the top of the repository.
pub struct Overlay {
    pub files: BTreeSet<String>,
}

/// What the overlay makes of rustc's tree, and what is wrong with it.
#[derive(Default)]
pub struct Rendering {
    pub files: BTreeMap<String, File>,
    pub problems: Vec<String>,
    /// The files of rustc's whose patch is among the problems.
    pub unpatched: BTreeSet<String>,
}

impl Overlay {
    /// The files that git knows, or would know with the next `git add`.
    pub fn read(repository: &Path) -> Result<Self> {
        let args = [
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-per-directory=.gitignore",
            "--",
            "compiler",
            "library",
            "src",
            "tests",
            ":(glob)*.patch",
        ];
        let listed = Git::at(repository).fields(&args)?;
        let files =
            listed.into_iter().filter(|path| is_overlay(path) && repository.join(path).is_file());
        Ok(Self { files: files.collect() })
    }

    /// Lays the overlay over rustc's files in memory.
    pub fn render(&self, repository: &Path, tree: &Tree) -> Result<Rendering> {
        let upstream = tree.upstream()?;
        let mut rendering = Rendering::default();
        let mut patches = Vec::new();
        for path in &self.files {
            let Some(file) = File::read(&repository.join(path))? else { continue };
            match path.strip_suffix(".patch") {
                Some(landing) => match upstream.get(landing) {
                    Some(entry) => patches.push((landing, file, entry)),
                    None => rendering.problems.push(format!(
                        "{path} lands nowhere: rustc has no {landing}, so give it the path of the file that it changes"
                    )),
                },
                None if upstream.contains_key(path) => rendering.problems.push(format!(
                    "{path} is a file of rustc's own: replace it by {path}.patch (edit the one in build/tree and run `./x.py save`)"
                )),
                None => drop(rendering.files.insert(path.clone(), file)),
            }
        }
        let old = tree.blobs(patches.iter().map(|(.., entry)| entry.blob.as_str()))?;
        for ((landing, file, entry), old) in patches.into_iter().zip(old) {
            match patched(landing, &file, entry, &old) {
                Ok(Some(new)) => drop(rendering.files.insert(landing.to_owned(), new)),
                Ok(None) => {}
                Err(problem) => {
                    rendering.problems.push(problem.to_string());
                    rendering.unpatched.insert(landing.to_owned());
                }
            }
        }
        Ok(rendering)
    }
}

/// Whether a path of the repository belongs to the overlay.
pub fn is_overlay(path: &str) -> bool {
    match path.split_once('/') {
        None => path.ends_with(".patch"),
        Some(("src", rest)) => !rest.starts_with("fork/") && !rest.starts_with("tools/generator-"),
        Some(("tests", rest)) => !rest.starts_with("ecosystem/"),
        Some((top, _)) => matches!(top, "compiler" | "library"),
    }
}

/// rustc's file `old` with our patch applied.
///
/// `None` for the patch of a lockfile that is another than the one it was made for: the package's
/// lockfiles lack the crates that only other systems want, which is all that these patches add. The
/// lockfile of a source tree from elsewhere is whole.
fn patched(landing: &str, file: &File, entry: &Entry, old: &[u8]) -> Result<Option<File>> {
    let patch = match Patch::parse(&String::from_utf8_lossy(&file.bytes)) {
        Ok(patch) => patch,
        Err(malformed) => bail!(
            "{landing}.patch is no patch of ours, for {malformed}: make it anew from build/tree with `./x.py save`"
        ),
    };
    if patch.path != landing {
        bail!(
            "{landing}.patch changes {}: give it the path of the file that it changes",
            patch.path
        );
    }
    let old_text = String::from_utf8_lossy(old);
    let same = patch.old == entry.blob;
    if !same && landing.ends_with("Cargo.lock") {
        return Ok(None);
    }
    match patch.apply(&old_text) {
        Ok(new) if same => Ok(Some(File { bytes: new.into_bytes(), executable: entry.executable })),
        Ok(_) => bail!(
            "{landing}.patch was made for another version of {landing} ({}, not {}){WAY_OUT}",
            short(&patch.old),
            short(&entry.blob)
        ),
        Err(hunk) => bail!(
            "{landing}.patch: its hunk `{}` does not apply to rustc's {landing}{WAY_OUT}",
            hunk.header
        ),
    }
}

const WAY_OUT: &str = ": put the patch right, or remove it, run `./x.py check`, make its change in build/tree and run `./x.py save`";

fn short(id: &str) -> &str {
    id.get(..10).unwrap_or(id)
}
