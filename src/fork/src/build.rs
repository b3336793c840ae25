//! From a fresh clone to a toolchain: fetch, overlay, configure, compile.
//!
//! Each step looks at what is there and does what is missing, so a build can be stopped anywhere and
//! begun again. A toolchain is stamped with a fingerprint of all that it was made from; while that holds,
//! a build ends after the second it takes to see so, without asking bootstrap.

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use sha2::{Digest as _, Sha256};

use crate::bootstrap::{self, Bootstrap};
use crate::config::Profile;
use crate::context::{Context, Flavour};
use crate::git::Git;
use crate::llvm::{self, Llvm};
use crate::overlay::Overlay;
use crate::report::{loud_step, step};
use crate::stage0::Stage0;
use crate::tree::Tree;
use crate::{apt, asan, upstream};

/// What a toolchain can consist of. bootstrap makes the sysroot anew each time it runs and puts there
/// only what was asked for, so the parts are stamped one by one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The compiler and the library.
    Library,
    /// Those, and rustdoc.
    DocTools,
    /// All that, and `core` for a machine without an operating system.
    BareMetal,
}

/// The machine without an operating system that we compile for.
pub const BARE_METAL: &str = "thumbv7em-none-eabi";

impl Part {
    pub const ALL: [Self; 3] = [Self::Library, Self::DocTools, Self::BareMetal];

    pub fn name(self) -> &'static str {
        match self {
            Self::Library => "library",
            Self::DocTools => "doc-tools",
            Self::BareMetal => "bare-metal",
        }
    }

    /// The file of the sysroot without which the part is not there.
    fn file(self) -> String {
        match self {
            Self::Library => "bin/rustc".to_owned(),
            Self::DocTools => "bin/rustdoc".to_owned(),
            Self::BareMetal => format!("lib/rustlib/{BARE_METAL}/lib"),
        }
    }
}

/// A tree that is ready to be compiled.
pub struct Workshop<'a> {
    ctx: &'a Context,
    flavour: Flavour,
    pub tree: Tree,
    stage0: Stage0,
    llvm: Llvm,
    fingerprint: String,
}

impl<'a> Workshop<'a> {
    /// Brings everything up to the point where bootstrap takes over. The caller holds the lock.
    pub fn open(ctx: &'a Context, flavour: Flavour) -> Result<Self> {
        let stage0 = Stage0::find(ctx)?;
        for (command, package) in
            [("git", "git"), ("python3", "python3"), ("cc", "gcc"), ("c++", "g++")]
        {
            apt::ensure_command(command, package)?;
        }
        let llvm = llvm::ensure(ctx)?;
        let tree = upstream::ensure(ctx, flavour)?;
        lay(ctx, flavour, &tree)?;
        let description = description(ctx, flavour, &tree)?;
        let settings = bootstrap::settings(ctx, &stage0, &llvm, &description);
        let path = tree.dir.join("bootstrap.toml");
        if fs::read_to_string(&path).ok().as_ref() != Some(&settings) {
            fs::write(path, &settings)?;
        }
        let fingerprint = fingerprint(&tree, &[&settings, &stage0.version, &llvm.version])?;
        Ok(Self { ctx, flavour, tree, stage0, llvm, fingerprint })
    }

    /// Builds a part of the toolchain, if it is not there as it should be.
    pub fn build(&self, part: Part) -> Result<()> {
        if self.is_built(part) {
            return Ok(());
        }
        let targets = format!("{},{BARE_METAL}", self.stage0.host);
        let (what, args) = match part {
            Part::Library => ("build the compiler and the library", vec!["build", "library"]),
            Part::DocTools => (
                "build the compiler, the library and rustdoc",
                vec!["build", "library", "src/tools/rustdoc"],
            ),
            Part::BareMetal => (
                "build the compiler, the library for two targets and rustdoc",
                vec!["build", "library", "src/tools/rustdoc", "--target", &targets],
            ),
        };
        self.forget()?;
        loud_step(what, || self.bootstrap().run(&args))?;
        self.complete()?;
        for done in Part::ALL {
            if self.is_there(done) {
                self.stamp(done)?;
            }
        }
        Ok(())
    }

    /// Type-checks the compiler.
    pub fn check(&self) -> Result<()> {
        loud_step("check the compiler", || self.bootstrap().run(&["check", "compiler"]))
    }

    /// Runs a suite through bootstrap, with the compiler of a stage: what it printed, and whether it
    /// succeeded. A suite leaves a complete sysroot when it ran at all, that is when it came to the point
    /// of having results.
    pub fn test(
        &self,
        stage: u32,
        args: &[&str],
        has_results: impl Fn(&str) -> bool,
    ) -> Result<(String, bool)> {
        self.forget()?;
        let (output, success) = self.bootstrap().tested(stage, args)?;
        self.complete()?;
        if has_results(&output) {
            for part in Part::ALL {
                if self.is_there(part) {
                    self.stamp(part)?;
                }
            }
        }
        Ok((output, success))
    }

    /// A hash of all that the toolchain is made from.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The compiler that builds ours, and its cargo.
    pub fn stage0(&self) -> &Stage0 {
        &self.stage0
    }

    /// stage0's cargo.
    pub fn cargo(&self) -> &Path {
        &self.stage0.cargo
    }

    /// stage0's rustc, for tools that cargo builds and that need no generators.
    pub fn stage0_rustc(&self) -> &Path {
        &self.stage0.rustc
    }

    /// A program of the toolchain.
    pub fn program(&self, name: &str) -> PathBuf {
        self.ctx.toolchain(self.flavour).join("bin").join(name)
    }

    fn bootstrap(&self) -> Bootstrap {
        Bootstrap {
            tree: self.tree.dir.clone(),
            // For all that it does, whether there is a sanitizer yet or not: a build script of the compiler
            // runs again when the list of these folders changes.
            libraries: self
                .llvm
                .libraries
                .iter()
                .cloned()
                .chain([asan::folder(self.ctx)])
                .collect(),
        }
    }

    fn sysroot(&self) -> PathBuf {
        self.tree.dir.join("build").join(&self.stage0.host).join("stage1")
    }

    fn stamp_file(&self, part: Part) -> PathBuf {
        self.ctx.home(self.flavour).join("stamps").join(part.name())
    }

    fn is_there(&self, part: Part) -> bool {
        self.sysroot().join(part.file()).exists()
    }

    fn is_built(&self, part: Part) -> bool {
        self.is_there(part)
            && fs::read_to_string(self.stamp_file(part))
                .is_ok_and(|stamp| stamp == self.fingerprint)
    }

    fn stamp(&self, part: Part) -> Result<()> {
        let path = self.stamp_file(part);
        self.ctx.make_dir(path.parent().expect("stamps lie in a folder"))?;
        Ok(fs::write(path, &self.fingerprint)?)
    }

    /// Takes the stamps away while bootstrap is at work.
    fn forget(&self) -> Result<()> {
        for part in Part::ALL {
            let path = self.stamp_file(part);
            if path.exists() {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }

    /// Adds to the sysroot what bootstrap leaves out, and points `toolchain` at it.
    fn complete(&self) -> Result<()> {
        let sysroot = self.sysroot();
        for library in self.llvm.libraries.iter().flat_map(|folder| llvm::shared_libraries(folder))
        {
            let link = sysroot.join("lib").join(library.file_name().expect("a library has a name"));
            if sysroot.join("lib").exists() && link.symlink_metadata().is_err() {
                symlink(&library, link)?;
            }
        }
        let link = self.ctx.toolchain(self.flavour);
        let target = sysroot
            .strip_prefix(self.ctx.home(self.flavour))
            .expect("the tree lies at home")
            .to_owned();
        if fs::read_link(&link).ok().as_ref() == Some(&target) {
            return Ok(());
        }
        if link.symlink_metadata().is_ok() && fs::remove_file(&link).is_err() {
            bail!(
                "{} is in the way of the link to the toolchain: move it away",
                self.ctx.shown(&link)
            );
        }
        Ok(symlink(target, link)?)
    }
}

/// What the overlay has only because the package lacks it: parts of the lockfiles, and two texts that
/// rustdoc is compiled with.
const PACKAGE_LACKS: [&str; 3] = ["Cargo.lock.patch", "LICENSE-APACHE.txt", "LICENSE-MIT.txt"];

/// Lays the overlay over the tree. The baseline gets of it only what the package lacks.
pub fn lay(ctx: &Context, flavour: Flavour, tree: &Tree) -> Result<()> {
    let mut overlay = Overlay::read(&ctx.repository)?;
    if flavour == Flavour::Upstream {
        overlay.files.retain(|path| PACKAGE_LACKS.iter().any(|end| path.ends_with(end)));
    }
    let rendering = overlay.render(&ctx.repository, tree)?;
    if !rendering.problems.is_empty() {
        bail!("{}", rendering.problems.join("\n       "));
    }
    let start = std::time::Instant::now();
    let count = tree.lay(&rendering.files)?;
    if count > 0 {
        eprintln!(
            "lay the overlay, {count} files changed: {}",
            crate::report::Took(start.elapsed())
        );
    }
    Ok(())
}

/// How `rustc -vV` names the compiler: this fork, and for users the commit that last changed it.
///
/// It stands in parentheses behind the version. Build scripts read there either one word, or a commit and its
/// date, as rustc has them; what comes after is nothing to them.
fn description(ctx: &Context, flavour: Flavour, tree: &Tree) -> Result<String> {
    if flavour == Flavour::Upstream {
        return Ok("upstream-of-rust-generators".to_owned());
    }
    if ctx.config.build.profile == Profile::Dev {
        return Ok("rust-generators-dev".to_owned());
    }
    let git = Git::at(&ctx.repository);
    let commit = git
        .text(&["log", "-1", "--format=%h %cs", "--abbrev=10", "--", "compiler"])
        .unwrap_or_default();
    let uncommitted = !git.text(&["status", "--porcelain", "--", "compiler"])?.is_empty();
    let edited = uncommitted || tree.edits()?.iter().any(|path| path.starts_with("compiler/"));
    if commit.is_empty() {
        return Ok("rust-generators-uncommitted".to_owned());
    }
    Ok(format!("{commit}) (rust-generators{}", if edited { " with edits" } else { "" }))
}

/// A hash of all that a toolchain depends on. Tests and books lie in the tree and are no part of it.
fn fingerprint(tree: &Tree, others: &[&str]) -> Result<String> {
    let is_part =
        |path: &str| !["tests", "src/doc"].iter().any(|no| Path::new(path).starts_with(no));
    let mut state = String::new();
    for entries in [["ls-tree", "-z", "HEAD"].as_slice(), &["ls-tree", "-z", "HEAD", "src/"]] {
        for entry in tree.git.fields(entries)? {
            // `src` itself is there entry by entry.
            if entry.rsplit_once('\t').is_some_and(|(_, path)| path != "src" && is_part(path)) {
                writeln!(state, "{entry}")?;
            }
        }
    }
    for path in tree.edits()?.iter().filter(|path| is_part(path)) {
        let file = tree.on_disk(path)?.map(|file| file.entry());
        writeln!(state, "{path} {file:?}")?;
    }
    let mut hash = Sha256::new_with_prefix(&state);
    others.iter().for_each(|other| hash.update(other));
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The whole of `x.py build`.
pub fn build(ctx: &Context, flavour: Flavour, part: Part) -> Result<()> {
    let _lock = ctx.lock()?;
    let workshop = Workshop::open(ctx, flavour)?;
    if workshop.is_built(part) {
        return step(format!("{} is up to date", ctx.shown(&ctx.toolchain(flavour))), || Ok(()));
    }
    workshop.build(part)?;
    eprintln!("{}", ctx.shown(&workshop.program("rustc")));
    Ok(())
}
