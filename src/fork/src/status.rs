//! `x.py status`: where everything stands, changing nothing.

use std::fs;

use anyhow::Result;

use crate::build::Part;
use crate::context::{Context, Flavour};
use crate::overlay::Overlay;
use crate::tree::Tree;
use crate::upstream;

/// The whole of `x.py status`.
pub fn status(ctx: &Context) -> Result<()> {
    println!("pinned:    {}", upstream::identity(ctx));
    println!("           built by rustc {}, with LLVM {}", ctx.pins.stage0, ctx.pins.llvm.major);
    let dir = ctx.tree(Flavour::Fork);
    if !dir.join(".git").exists() {
        println!("tree:      none yet: run `./x.py build`");
        return Ok(());
    }
    let tree = Tree::look(&dir)?;
    if tree.identity()? != upstream::identity(ctx) {
        println!(
            "tree:      of another version ({}); the next build makes it anew",
            tree.identity()?
        );
    }
    overlay(ctx, &tree)?;
    list("unsaved:", "in build/tree, to be saved with `./x.py save`", tree.edits()?);
    toolchain(ctx, "built:", Flavour::Fork);
    toolchain(ctx, "baseline:", Flavour::Upstream);
    Ok(())
}

/// What the overlay holds, and what of it no longer applies.
fn overlay(ctx: &Context, tree: &Tree) -> Result<()> {
    let overlay = Overlay::read(&ctx.repository)?;
    let patches = overlay.files.iter().filter(|path| path.ends_with(".patch")).count();
    println!("overlay:   {} files of ours, {patches} patches", overlay.files.len() - patches);
    list(
        "stale:",
        "to be put right before the next build",
        overlay.render(&ctx.repository, tree)?.problems,
    );
    Ok(())
}

fn toolchain(ctx: &Context, label: &str, flavour: Flavour) {
    let rustc = ctx.toolchain(flavour).join("bin/rustc");
    let Ok(version) = duct::cmd!(rustc, "--version").stderr_null().read() else {
        println!("{label:10} nothing");
        return;
    };
    let stamps = ctx.home(flavour).join("stamps");
    let parts = Part::ALL
        .into_iter()
        .map(Part::name)
        .filter(|name| fs::exists(stamps.join(name)).unwrap_or(false));
    println!("{label:10} {version} ({})", parts.collect::<Vec<_>>().join(", "));
}

fn list(label: &str, meaning: &str, items: impl IntoIterator<Item = String>) {
    let items: Vec<String> = items.into_iter().collect();
    if items.is_empty() {
        println!("{label:10} nothing");
        return;
    }
    println!("{label:10} {} {meaning}", items.len());
    for item in items {
        println!("           {item}");
    }
}
