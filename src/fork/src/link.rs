//! `x.py link`: the toolchain under a name that `cargo +NAME` knows.

use anyhow::{Result, bail};

use crate::context::{Context, Flavour};

/// The whole of `x.py link`.
pub fn link(ctx: &Context, name: &str) -> Result<()> {
    let toolchain = ctx.toolchain(Flavour::Fork);
    if !toolchain.join("bin/rustc").exists() {
        bail!("there is no toolchain to link yet: run `./x.py build` first");
    }
    let Ok(output) = duct::cmd!("rustup", "toolchain", "link", name, &toolchain)
        .stderr_capture()
        .unchecked()
        .run()
    else {
        bail!(
            "rustup, which keeps toolchains by name, is not here: install it, or set RUSTC={} for cargo",
            toolchain.join("bin/rustc").display()
        );
    };
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        bail!(
            "rustup did not link it ({}): try another name, as in `./x.py link my-generators`",
            words.trim()
        );
    }
    println!("linked: try `cargo +{name} build`");
    Ok(())
}
