//! `x.py status`: where everything stands, changing nothing.

use std::fs;
use std::io::{self, ErrorKind, StdoutLock, Write};

use anyhow::Result;

use crate::build::Part;
use crate::context::{Context, Flavour};
use crate::overlay::Overlay;
use crate::tree::Tree;
use crate::upstream;

/// The whole of `x.py status`.
pub fn status(ctx: &Context) -> Result<()> {
    match show(ctx, &mut io::stdout().lock()) {
        // Whoever reads has seen enough, as `head` has.
        Err(error) if is_broken_pipe(&error) => Ok(()),
        shown => shown,
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

fn show(ctx: &Context, out: &mut StdoutLock<'_>) -> Result<()> {
    writeln!(out, "pinned:    {}", upstream::identity(ctx))?;
    writeln!(
        out,
        "           built by rustc {}, with LLVM {}",
        ctx.pins.stage0, ctx.pins.llvm.major
    )?;
    let dir = ctx.tree(Flavour::Fork);
    if !dir.join(".git").exists() {
        writeln!(out, "tree:      none yet: run `./x.py build`")?;
        return Ok(());
    }
    let tree = Tree::look(&dir)?;
    if tree.identity()? != upstream::identity(ctx) {
        writeln!(
            out,
            "tree:      of another version ({}); the next build makes it anew",
            tree.identity()?
        )?;
    }
    overlay(ctx, out, &tree)?;
    list(out, "unsaved:", "in build/tree, to be saved with `./x.py save`", tree.edits()?)?;
    toolchain(ctx, out, "built:", Flavour::Fork)?;
    toolchain(ctx, out, "baseline:", Flavour::Upstream)
}

/// What the overlay holds, and what of it no longer applies.
fn overlay(ctx: &Context, out: &mut StdoutLock<'_>, tree: &Tree) -> Result<()> {
    let overlay = Overlay::read(&ctx.repository)?;
    let patches = overlay.files.iter().filter(|path| path.ends_with(".patch")).count();
    writeln!(out, "overlay:   {} files of ours, {patches} patches", overlay.files.len() - patches)?;
    list(
        out,
        "stale:",
        "to be put right before the next build",
        overlay.render(&ctx.repository, tree)?.problems,
    )
}

fn toolchain(ctx: &Context, out: &mut StdoutLock<'_>, label: &str, flavour: Flavour) -> Result<()> {
    let rustc = ctx.toolchain(flavour).join("bin/rustc");
    let Ok(version) = duct::cmd!(rustc, "--version").stderr_null().read() else {
        writeln!(out, "{label:10} nothing")?;
        return Ok(());
    };
    let stamps = ctx.home(flavour).join("stamps");
    let parts = Part::ALL
        .into_iter()
        .map(Part::name)
        .filter(|name| fs::exists(stamps.join(name)).unwrap_or(false));
    writeln!(out, "{label:10} {version} ({})", parts.collect::<Vec<_>>().join(", "))?;
    Ok(())
}

fn list(
    out: &mut StdoutLock<'_>,
    label: &str,
    meaning: &str,
    items: impl IntoIterator<Item = String>,
) -> Result<()> {
    let items: Vec<String> = items.into_iter().collect();
    if items.is_empty() {
        writeln!(out, "{label:10} nothing")?;
        return Ok(());
    }
    writeln!(out, "{label:10} {} {meaning}", items.len())?;
    for item in items {
        writeln!(out, "           {item}")?;
    }
    Ok(())
}
