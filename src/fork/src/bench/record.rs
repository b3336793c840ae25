//! How cargo calls the compiler, written down: this tool is put between the two, as cargo's wrapper.
//!
//! So a crate can be compiled again and again just as cargo does it, without cargo; and what the compiler
//! prints about the types of each crate can be told apart.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context as _, Result, bail};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The variable that makes this tool a wrapper, and names the folder that calls are written into.
pub const FOLDER: &str = "X_PY_RECORD";

/// The variable that has the sizes of all types written there as well.
pub const SIZES: &str = "X_PY_RECORD_SIZES";

/// A call of the compiler.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Call {
    program: PathBuf,
    args: Vec<String>,
    folder: PathBuf,
    variables: BTreeMap<String, String>,
}

impl Call {
    /// The name of the crate that is compiled; none, if cargo only asks the compiler about itself.
    fn name(&self) -> Option<&str> {
        let place = self.args.iter().position(|arg| arg == "--crate-name")?;
        self.args.get(place + 1).map(String::as_str).filter(|name| *name != "___")
    }

    /// Whether this compiles the crate of that name, with that argument.
    pub fn is_of(&self, name: &str, argument: &str) -> bool {
        self.name() == Some(name) && self.args.iter().any(|arg| arg == argument)
    }

    /// The package whose crate is compiled.
    pub fn package(&self) -> &str {
        self.variables.get("CARGO_PKG_NAME").map_or("", String::as_str)
    }

    /// The call with its products in another folder.
    pub fn again(&self, products: &Path) -> Command {
        let mut command = Command::new(&self.program);
        let mut args = self.args.iter();
        while let Some(arg) = args.next() {
            command.arg(arg);
            if arg == "--out-dir" {
                args.next();
                command.arg(products);
            }
        }
        command.env_clear().envs(&self.variables).current_dir(&self.folder);
        command.stdin(Stdio::null());
        command
    }

    fn stem(&self) -> String {
        let hash = Sha256::digest(self.args.join("\n"));
        let digits: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        format!("{}-{digits}", self.name().unwrap_or_default())
    }
}

/// All calls that were written into a folder, each with what the compiler said about the sizes of types, if
/// it was to be written down.
pub fn calls(folder: &Path) -> Result<Vec<(Call, String)>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.flatten().map(|it| it.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path: PathBuf| {
        let call = serde_json::from_str(&fs::read_to_string(&path)?)
            .with_context(|| format!("{} is no call: remove its folder", path.display()))?;
        let sizes = fs::read(path.with_extension("sizes")).unwrap_or_default();
        Ok((call, String::from_utf8_lossy(&sizes).into_owned()))
    };
    paths.into_iter().map(read).collect()
}

/// The tool as a wrapper: writes the call down, and makes it.
pub fn wrap(folder: &Path) -> Result<ExitCode> {
    let mut args = std::env::args_os().skip(1);
    let Some(program) = args.next() else { bail!("{FOLDER} is for x.py alone: unset it") };
    let args: Vec<OsString> = args.collect();
    let text = |text: &OsString| text.to_string_lossy().into_owned();
    let variables = std::env::vars_os().map(|(name, value)| (text(&name), text(&value)));
    let call = Call {
        program: program.clone().into(),
        args: args.iter().map(text).collect(),
        folder: std::env::current_dir()?,
        variables: variables.filter(|(name, _)| !name.starts_with("X_PY_")).collect(),
    };
    let mut command = Command::new(program);
    command.args(&args);
    if call.name().is_some() {
        let path = folder.join(call.stem());
        fs::write(path.with_added_extension("json"), serde_json::to_string(&call)?)?;
        if std::env::var_os(SIZES).is_some() {
            command.arg("-Zprint-type-sizes");
            command.stdout(fs::File::create(path.with_added_extension("sizes"))?);
        }
    }
    let status = command.status()?;
    Ok(ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(args: &[&str]) -> Call {
        Call {
            program: "rustc".into(),
            args: args.iter().map(|arg| (*arg).to_owned()).collect(),
            folder: "/source".into(),
            variables: BTreeMap::from([("CARGO_PKG_NAME".to_owned(), "syn".to_owned())]),
        }
    }

    #[test]
    fn a_call_is_made_again_with_other_products() {
        let call = call(&["--crate-name", "syn", "--out-dir", "old", "-g"]);
        let again = call.again(Path::new("new"));
        let args: Vec<_> = again.get_args().collect();
        assert_eq!(args, ["--crate-name", "syn", "--out-dir", "new", "-g"]);
        assert_eq!(again.get_current_dir(), Some(Path::new("/source")));
    }

    #[test]
    fn a_call_is_found_by_its_crate_and_an_argument() {
        let call = call(&["--crate-name", "syn", "--cfg=mine"]);
        assert!(call.is_of("syn", "--cfg=mine"));
        assert!(!call.is_of("syn", "--cfg=yours") && !call.is_of("serde", "--cfg=mine"));
        assert_eq!(call.package(), "syn");
    }

    #[test]
    fn a_question_about_the_compiler_is_no_call() {
        assert_eq!(call(&["-", "--crate-name", "___", "--print=cfg"]).name(), None);
        assert_eq!(call(&["-vV"]).name(), None);
    }
}
