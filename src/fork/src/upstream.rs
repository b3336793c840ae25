//! rustc's own source: from the pinned package, or from where `config.toml` says, to a [`Tree`].
//!
//! All of it happens in a folder beside the final one, which takes its name at the very end; a run that
//! is killed leaves a `partial-` folder behind, and the next one clears it away.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::apt::{self, Package};
use crate::context::{Context, Flavour};
use crate::report::step;
use crate::tree::Tree;

/// The tree of one rustc, made first if it is not there or is of another version.
pub fn ensure(ctx: &Context, flavour: Flavour) -> Result<Tree> {
    ctx.make_dir(&ctx.home(flavour))?;
    clear_leftovers(&ctx.home(flavour));
    clear_leftovers(&ctx.build.join("download"));
    let dir = ctx.tree(flavour);
    if dir.exists() {
        let tree = Tree::open(&dir).with_context(|| {
            format!("{} is not a checkout that x.py made: move it away", ctx.shown(&dir))
        })?;
        if tree.identity()? == identity(ctx) {
            return Ok(tree);
        }
        retire(ctx, flavour, &tree)?;
    }
    create(ctx, flavour)?;
    Tree::open(&dir)
}

/// Which source a tree is made from: the message of its root commit.
pub fn identity(ctx: &Context) -> String {
    match &ctx.config.upstream.archive {
        Some(archive) => format!("rustc {} from {}", ctx.pins.rustc, archive.display()),
        None => format!(
            "rustc {} from {} {}",
            ctx.pins.rustc, ctx.pins.source.package, ctx.pins.source.version
        ),
    }
}

/// Removes a tree of another version, unless someone's work is in it.
fn retire(ctx: &Context, flavour: Flavour, tree: &Tree) -> Result<()> {
    let edits = tree.edits()?;
    if let Some(first) = edits.first() {
        bail!(
            "{} is {}, which is no longer what is pinned, and {first} is edited there: move the folder away, \
             or take back the pin and run `./x.py save` first",
            ctx.shown(&tree.dir),
            tree.identity()?
        );
    }
    step("remove the tree of another version", || {
        let old = ctx.home(flavour).join("partial-old");
        fs::rename(&tree.dir, &old)?;
        Ok(fs::remove_dir_all(old)?)
    })
}

fn create(ctx: &Context, flavour: Flavour) -> Result<()> {
    refuse_a_full_disk(ctx)?;
    let deb = match &ctx.config.upstream.archive {
        Some(_) => None,
        None => Some(package(ctx).fetch(ctx)?),
    };
    let scratch = tempfile::Builder::new().prefix("partial-").tempdir_in(ctx.home(flavour))?;
    let source = step("unpack rustc's source", || match (&ctx.config.upstream.archive, deb) {
        (Some(archive), _) if archive.is_dir() => copied(archive, scratch.path()),
        (Some(archive), _) if archive.extension().is_none_or(|kind| kind != "deb") => {
            untarred(archive, scratch.path())
        }
        (Some(archive), _) => unpacked(ctx, archive, scratch.path()),
        (None, deb) => unpacked(ctx, &deb.expect("fetched above"), scratch.path()),
    })?;
    check_version(ctx, &source)?;
    step("commit rustc's source as the tree's root", || Tree::create(&source, &identity(ctx)))?;
    fs::rename(&source, ctx.tree(flavour))?;
    Ok(())
}

fn package(ctx: &Context) -> Package<'_> {
    let source = &ctx.pins.source;
    Package {
        name: &source.package,
        version: &source.version,
        sha256: &source.sha256,
        instead: "upstream.archive",
    }
}

fn unpacked(ctx: &Context, deb: &Path, scratch: &Path) -> Result<PathBuf> {
    apt::unpack(deb, scratch)?;
    Ok(scratch.join(&ctx.pins.source.tree))
}

/// A copy of a source tree, without what builds and git left in it.
fn copied(tree: &Path, scratch: &Path) -> Result<PathBuf> {
    let target = scratch.join("source");
    fs::create_dir(&target)?;
    let pack =
        duct::cmd!("tar", "-C", tree, "--exclude=./.git", "--exclude=./build", "-cf", "-", ".");
    pack.pipe(duct::cmd!("tar", "-C", &target, "-xf", "-")).run().with_context(|| {
        format!(
            "{} could not be copied: see that it is readable and that the disk has room",
            tree.display()
        )
    })?;
    Ok(target)
}

/// The one folder of a tarball.
fn untarred(tarball: &Path, scratch: &Path) -> Result<PathBuf> {
    let refusal = || {
        format!(
            "{} (upstream.archive in config.toml) is no tarball of rustc's source: name one, or its unpacked tree",
            tarball.display()
        )
    };
    let output =
        duct::cmd!("tar", "-C", scratch, "-xf", tarball).stderr_capture().unchecked().run()?;
    if !output.status.success() {
        bail!(refusal());
    }
    let mut entries = fs::read_dir(scratch)?.flatten().map(|entry| entry.path());
    entries.find(|path| path.join("src/version").exists()).with_context(refusal)
}

fn check_version(ctx: &Context, source: &Path) -> Result<()> {
    let version = fs::read_to_string(source.join("src/version")).unwrap_or_default();
    if version.trim() == ctx.pins.rustc {
        return Ok(());
    }
    let found = if version.is_empty() {
        "no source of rustc".to_owned()
    } else {
        format!("rustc {}", version.trim())
    };
    bail!(
        "what was unpacked is {found}, not rustc {}: put upstream.archive in config.toml right",
        ctx.pins.rustc
    );
}

fn refuse_a_full_disk(ctx: &Context) -> Result<()> {
    let room = rustix::fs::statvfs(&ctx.build)?;
    let gigabytes = room.f_bavail * room.f_frsize / 1_000_000_000;
    if gigabytes < ctx.pins.disk {
        bail!(
            "{} has {gigabytes} GB free and a build takes {}: free some, or name another folder as build.dir in config.toml",
            ctx.shown(&ctx.build),
            ctx.pins.disk
        );
    }
    Ok(())
}

/// Removes what killed runs left half done. The caller holds the lock, so nobody is at work there.
pub fn clear_leftovers(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with("partial-") {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
