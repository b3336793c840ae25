//! AddressSanitizer's runtime: LLVM's, of the version that our compiler is built with, so that the two know
//! each other. It is the system's where that has it, and otherwise a private copy, unpacked from Debian's
//! package. Either way it is found as `build/asan/NAME`.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::apt::{self, Package};
use crate::context::Context;
use crate::report::step;

/// The setting that makes the package needless.
const INSTEAD: &str = "llvm.asan";

/// Where the runtime is, if it is there.
pub fn folder(ctx: &Context) -> PathBuf {
    ctx.build.join("asan")
}

/// The runtime, where programs that need it are linked against it.
pub struct Runtime {
    /// The folder that holds it and nothing else.
    pub folder: PathBuf,
    name: String,
}

impl Runtime {
    /// Finds the runtime, or brings it.
    pub fn ensure(ctx: &Context) -> Result<Self> {
        let pins = &ctx.pins.asan;
        let folder = folder(ctx);
        let (library, name) = match &ctx.config.llvm.asan {
            Some(library) if library.is_file() => (library.clone(), file_name(library)),
            Some(library) => bail!(
                "{INSTEAD} in config.toml ({}) is no file: name LLVM {}'s shared runtime of AddressSanitizer",
                library.display(),
                ctx.pins.llvm.major
            ),
            None => {
                let packaged = Path::new(&pins.library);
                (on_system_or_private(ctx, packaged)?, file_name(packaged))
            }
        };
        ctx.make_dir(&folder)?;
        let link = folder.join(&name);
        if fs::read_link(&link).ok().as_ref() != Some(&library) {
            let _ = fs::remove_file(&link);
            symlink(&library, &link)?;
        }
        Ok(Self { folder, name })
    }

    /// What rustc is told in order to instrument a program and link it against the runtime, which lies in
    /// `folder` as the linker sees it. The runtime comes first: it stands before the C library.
    pub fn flags(&self, folder: &Path) -> Vec<String> {
        let library = folder.join(&self.name);
        vec![
            "-Zsanitizer=address".to_owned(),
            // rustc would look for a runtime of its own.
            "-Zexternal-clangrt".to_owned(),
            "-Zpre-link-arg=-Wl,--push-state,--no-as-needed".to_owned(),
            format!("-Zpre-link-arg={}", library.display()),
            "-Zpre-link-arg=-Wl,--pop-state".to_owned(),
        ]
    }

    /// The flag by which a program finds the runtime by itself.
    pub fn found_by_itself(&self) -> String {
        format!("-Clink-arg=-Wl,-rpath,{}", self.folder.display())
    }
}

fn file_name(library: &Path) -> String {
    library.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn on_system_or_private(ctx: &Context, packaged: &Path) -> Result<PathBuf> {
    let on_system = Path::new("/").join(packaged);
    if on_system.is_file() {
        return Ok(on_system);
    }
    let home = ctx.build.join("clang-rt");
    let private = home.join(packaged);
    if private.is_file() {
        return Ok(private);
    }
    if cfg!(not(target_arch = "x86_64")) {
        bail!(
            "only x86-64 has the runtime of AddressSanitizer pinned: name LLVM {}'s as {INSTEAD} in config.toml",
            ctx.pins.llvm.major
        );
    }
    let pins = &ctx.pins.asan;
    let package = Package {
        name: &pins.package,
        version: &ctx.pins.llvm.version,
        sha256: &pins.sha256,
        instead: INSTEAD,
    };
    let deb = package.fetch(ctx)?;
    let scratch = tempfile::Builder::new().prefix("partial-").tempdir_in(&ctx.build)?;
    step(format!("unpack {}", pins.package), || {
        apt::unpack(&deb, &scratch.path().join("clang-rt"))
    })?;
    let _ = fs::remove_dir_all(&home);
    fs::rename(scratch.path().join("clang-rt"), &home)?;
    fs::remove_file(deb)?;
    if !private.is_file() {
        bail!(
            "{} has no {}: put upstream.toml right, or set {INSTEAD} in config.toml",
            pins.package,
            pins.library
        );
    }
    Ok(private)
}
