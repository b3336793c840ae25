//! `build/tree`: rustc with the overlay laid over it, a git checkout of its own.
//!
//! Its root commit is rustc as it was fetched. Its second and later commits are the overlay as the tool
//! last laid it. What the files on disk say beyond that is a person's unsaved work. Every question the
//! tool asks has its answer in those three:
//!
//! - what does the overlay change? the difference from the root commit to HEAD;
//! - what is not saved yet? the difference from HEAD to the files;
//! - what must `build` do? the difference from HEAD to the overlay as it is now.
//!
//! Laying an overlay writes only the files that differ, so cargo rebuilds only what depends on them. It
//! survives being killed: the new state is committed first, under [`NEXT`], then files follow it, and
//! HEAD moves last. Whoever opens the tree after a kill finishes what [`NEXT`] says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use sha1::{Digest as _, Sha1};
use tempfile::NamedTempFile;

use crate::git::Git;

/// The state that is being laid; absent unless that is under way.
const NEXT: &str = "refs/overlay/next";

/// What never counts as work in the tree: what bootstrap writes, and what editors leave behind.
const IGNORED: &str =
    "/bootstrap.toml\n/build/\n/.cargo/\n__pycache__/\n*.orig\n*.rej\n*.swp\n*~\n";

/// Rust function names in hunk headers, and no conversion of anything.
const ATTRIBUTES: &str = "* -text\n*.rs diff=rust\n";

/// A file as the tool writes it.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    pub bytes: Vec<u8>,
    pub executable: bool,
}

/// A file as git knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub blob: String,
    pub executable: bool,
}

impl File {
    /// Reads a file on disk; `None` where there is none.
    pub fn read(path: &Path) -> Result<Option<Self>> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error)
                if matches!(
                    error.kind(),
                    std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory
                ) =>
            {
                return Ok(None);
            }
            Err(error) => {
                bail!("{} cannot be read ({error}): make it a readable file", path.display())
            }
        };
        let executable = fs::metadata(path)?.permissions().mode() & 0o100 != 0;
        Ok(Some(Self { bytes, executable }))
    }

    /// Writes the file in one go, so that nobody ever sees half of it.
    pub fn write(&self, path: &Path) -> Result<()> {
        let parent = path.parent().expect("a file lies in a folder");
        fs::create_dir_all(parent)?;
        let mut file = NamedTempFile::new_in(parent)?;
        file.write_all(&self.bytes)?;
        let mode = if self.executable { 0o755 } else { 0o644 };
        file.as_file().set_permissions(fs::Permissions::from_mode(mode))?;
        file.persist(path)?;
        Ok(())
    }

    /// The file as git knows it.
    pub fn entry(&self) -> Entry {
        let mut hash = Sha1::new();
        hash.update(format!("blob {}\0", self.bytes.len()));
        hash.update(&self.bytes);
        let blob = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Entry { blob, executable: self.executable }
    }
}

/// One path between two states.
struct Change {
    path: String,
    from: Option<Entry>,
    to: Option<Entry>,
}

/// A checkout of rustc with the overlay laid over it.
pub struct Tree {
    pub dir: PathBuf,
    pub git: Git,
    /// The commit that is rustc as it was fetched.
    pub root: String,
}

impl Tree {
    /// Makes a checkout out of a source tree: its files become the root commit. `identity` says which
    /// source it is.
    pub fn create(dir: &Path, identity: &str) -> Result<()> {
        let git = Git::at(dir);
        git.text(&["init", "--quiet", "--initial-branch=overlay"])?;
        fs::write(dir.join(".git/info/exclude"), IGNORED)?;
        fs::write(dir.join(".git/info/attributes"), ATTRIBUTES)?;
        for (key, value) in [
            ("core.autocrlf", "false"),
            ("core.looseCompression", "1"),
            ("gc.auto", "0"),
            ("commit.gpgSign", "false"),
        ] {
            git.text(&["config", key, value])?;
        }
        git.text(&["add", "--all", "--force"])?;
        git.text(&["commit", "--quiet", "--message", identity])?;
        Ok(())
    }

    /// Opens a checkout, finishing what a killed run had begun. The caller holds the lock.
    pub fn open(dir: &Path) -> Result<Self> {
        let tree = Self::look(dir)?;
        if tree.git.text(&["rev-parse", "--verify", "--quiet", NEXT]).is_ok() {
            for lock in ["index.lock", "HEAD.lock", "refs/heads/overlay.lock"] {
                let _ = fs::remove_file(dir.join(".git").join(lock));
            }
            tree.settle()?;
        }
        Ok(tree)
    }

    /// Opens a checkout to look at it only.
    pub fn look(dir: &Path) -> Result<Self> {
        let git = Git::at(dir);
        let root = git.text(&["rev-list", "--max-parents=0", "HEAD"])?;
        Ok(Self { dir: dir.to_owned(), git, root })
    }

    /// Which source the tree was made from.
    pub fn identity(&self) -> Result<String> {
        self.git.text(&["log", "-1", "--format=%s", &self.root])
    }

    /// All of rustc's own files.
    pub fn upstream(&self) -> Result<BTreeMap<String, Entry>> {
        let fields = self.git.fields(&["ls-tree", "-r", "-z", &self.root])?;
        let entries = fields.iter().filter_map(|field| {
            let (meta, path) = field.split_once('\t')?;
            let mut meta = meta.split(' ');
            let executable = meta.next()? == "100755";
            Some((path.to_owned(), Entry { blob: meta.nth(1)?.to_owned(), executable }))
        });
        Ok(entries.collect())
    }

    /// The files that the overlay made different from rustc's, as it was last laid.
    pub fn laid(&self) -> Result<BTreeMap<String, Entry>> {
        let changes = self.changes(&self.root, "HEAD")?;
        Ok(changes.into_iter().filter_map(|change| Some((change.path, change.to?))).collect())
    }

    /// The files on disk that are neither rustc's nor as the overlay was last laid.
    pub fn edits(&self) -> Result<BTreeSet<String>> {
        let args = [
            "--no-optional-locks",
            "status",
            "--porcelain=v1",
            "-z",
            "--untracked-files=all",
            "--no-renames",
        ];
        let fields = self.git.fields(&args)?;
        Ok(fields.iter().filter_map(|field| field.get(3..)).map(str::to_owned).collect())
    }

    /// The contents of git blobs, in the order asked for.
    pub fn blobs<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> Result<Vec<Vec<u8>>> {
        let ids: Vec<&str> = ids.into_iter().collect();
        let output = self.git.feed(&["cat-file", "--batch=%(objectsize)"], ids.join("\n"))?;
        let mut rest = output.as_slice();
        let mut blobs = Vec::with_capacity(ids.len());
        for id in ids {
            let size = rest.iter().position(|&byte| byte == b'\n').and_then(|end| {
                let size: usize = std::str::from_utf8(&rest[..end]).ok()?.parse().ok()?;
                rest = &rest[end + 1..];
                Some(size)
            });
            let Some(size) = size else {
                bail!(
                    "git has no blob {id} in {}: remove that folder and build again",
                    self.dir.display()
                )
            };
            blobs.push(rest[..size].to_vec());
            rest = &rest[size + 1..];
        }
        Ok(blobs)
    }

    /// A file of the tree as it is on disk.
    pub fn on_disk(&self, path: &str) -> Result<Option<File>> {
        File::read(&self.dir.join(path))
    }

    /// Brings HEAD and the files to the overlay `wanted`, and returns how many files that changed. A file
    /// with unsaved work that the overlay would overwrite stops everything before anything is written.
    pub fn lay(&self, wanted: &BTreeMap<String, File>) -> Result<usize> {
        let changes = self.to_lay(wanted)?;
        if changes.is_empty() {
            return Ok(0);
        }
        self.refuse_to_overwrite(&changes)?;
        self.git.feed(
            &["fast-import", "--quiet", "--force", "--date-format=now"],
            self.stream(&changes, wanted),
        )?;
        self.settle()?;
        Ok(changes.len())
    }

    fn to_lay(&self, wanted: &BTreeMap<String, File>) -> Result<Vec<Change>> {
        let upstream = self.upstream()?;
        let laid = self.laid()?;
        let paths: BTreeSet<&String> = wanted.keys().chain(laid.keys()).collect();
        let changes = paths.into_iter().map(|path| Change {
            path: path.clone(),
            from: laid.get(path).or(upstream.get(path)).cloned(),
            to: wanted.get(path).map(File::entry).or_else(|| upstream.get(path).cloned()),
        });
        Ok(changes.filter(|change| change.from != change.to).collect())
    }

    fn refuse_to_overwrite(&self, changes: &[Change]) -> Result<()> {
        let mut both = Vec::new();
        for change in changes {
            let disk = self.on_disk(&change.path)?.map(|file| file.entry());
            if disk != change.from && disk != change.to {
                both.push(change.path.as_str());
            }
        }
        if both.is_empty() {
            return Ok(());
        }
        bail!("{}", both_changed(&self.dir, &both));
    }

    /// The changes as a commit on HEAD, in the language of `git fast-import`.
    fn stream(&self, changes: &[Change], wanted: &BTreeMap<String, File>) -> Vec<u8> {
        let mut stream = format!(
            "commit {NEXT}\ncommitter x.py <x.py@localhost> now\ndata 7\noverlay\nfrom HEAD^0\n"
        )
        .into_bytes();
        for Change { path, to, .. } in changes {
            let quoted = format!("\"{}\"", path.replace('\\', "\\\\").replace('"', "\\\""));
            match (to, wanted.get(path)) {
                (Some(entry), Some(file)) => {
                    let mode = mode(entry);
                    stream.extend(
                        format!("M {mode} inline {quoted}\ndata {}\n", file.bytes.len()).bytes(),
                    );
                    stream.extend(&file.bytes);
                    stream.push(b'\n');
                }
                (Some(entry), None) => {
                    stream.extend(format!("M {} {} {quoted}\n", mode(entry), entry.blob).bytes())
                }
                (None, _) => stream.extend(format!("D {quoted}\n").bytes()),
            }
        }
        stream
    }

    /// Makes the files and HEAD follow [`NEXT`]. A file that is neither as HEAD says nor as [`NEXT`] says
    /// was edited meanwhile: it stays as it is.
    fn settle(&self) -> Result<()> {
        let changes = self.changes("HEAD", NEXT)?;
        let new = self
            .blobs(changes.iter().filter_map(|change| Some(change.to.as_ref()?.blob.as_str())))?;
        let mut new = new.into_iter();
        for Change { path, from, to } in &changes {
            let file = to.as_ref().map(|entry| File {
                bytes: new.next().unwrap_or_default(),
                executable: entry.executable,
            });
            if self.on_disk(path)?.map(|file| file.entry()) != *from {
                continue;
            }
            match file {
                Some(file) => file.write(&self.dir.join(path))?,
                None => remove(&self.dir, path)?,
            }
        }
        self.git.text(&["update-ref", "HEAD", NEXT])?;
        self.git.text(&["reset", "--quiet"])?;
        self.git.text(&["update-ref", "-d", NEXT])?;
        Ok(())
    }

    fn changes(&self, from: &str, to: &str) -> Result<Vec<Change>> {
        let fields = self.git.fields(&[
            "diff",
            "--raw",
            "-z",
            "--no-abbrev",
            "--no-renames",
            from,
            to,
            "--",
        ])?;
        let changes = fields.chunks_exact(2).filter_map(|pair| {
            let mut meta = pair[0].trim_start_matches(':').split(' ');
            let (old_mode, new_mode) = (meta.next()?, meta.next()?);
            let entry = |mode: &str, blob: &str| {
                (mode != "000000")
                    .then(|| Entry { blob: blob.to_owned(), executable: mode == "100755" })
            };
            let (from, to) = (entry(old_mode, meta.next()?), entry(new_mode, meta.next()?));
            Some(Change { path: pair[1].clone(), from, to })
        });
        Ok(changes.collect())
    }
}

/// The refusal to lose either of two changes to the same files.
pub fn both_changed(dir: &Path, paths: &[&str]) -> String {
    format!(
        "{} changed both in {} (unsaved) and in the overlay: drop the first with `git checkout HEAD -- FILE` there, \
         or take back the second with git here and run `./x.py save`",
        paths.join(", "),
        dir.display(),
    )
}

fn mode(entry: &Entry) -> &'static str {
    if entry.executable { "100755" } else { "100644" }
}

/// Removes a file, and the folders that this leaves empty.
pub fn remove(top: &Path, path: &str) -> Result<()> {
    let path = top.join(path);
    if path.exists() {
        fs::remove_file(&path)?;
    }
    for folder in path.ancestors().skip(1).take_while(|folder| *folder != top) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_the_blob_id_that_git_gives_it() {
        let file = File { bytes: b"hello\n".to_vec(), executable: false };
        assert_eq!(file.entry().blob, "ce013625030ba8dba906f756967f9e9ca394464a");
    }
}
