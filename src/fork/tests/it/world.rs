//! A made-up world for the tool to work in: a small "rustc" in a package, a repository with an overlay,
//! and stand-ins for everything that would go to the network or take long.
//!
//! Only git, tar and Python are real. `apt-get` serves packages from a folder, `dpkg` unpacks tarballs,
//! the stage0 compiler says its version, and the packaged bootstrap "compiles" by copying: its rustc makes
//! a program out of a shell script. All paths have a space in them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

pub const HOST: &str = "x86_64-unknown-linux-gnu";

/// A file of the made-up rustc.
pub const LIB: &str = "pub fn one() {\n    1;\n}\n\npub fn two() {\n    2;\n}\n";

/// The overlay's change to it: `two` says 22.
pub const PATCHED: &str = "pub fn one() {\n    1;\n}\n\npub fn two() {\n    22;\n}\n";

pub struct World {
    folder: TempDir,
}

/// What the tool said and how it ended.
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Said {
    /// The tool must have succeeded.
    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!(self.code, Some(0), "{}{}", self.out, self.err);
        self
    }

    /// The tool must have refused in one sentence that says all of `parts`.
    #[track_caller]
    pub fn refused(&self, parts: &[&str]) {
        assert_eq!(self.code, Some(1), "{}{}", self.out, self.err);
        let sentence =
            self.err.lines().rfind(|line| line.starts_with("error: ")).unwrap_or_default();
        for part in parts {
            assert!(sentence.contains(part), "no {part:?} in: {}{}", self.out, self.err);
        }
    }
}

impl World {
    /// A world in which `build` works.
    pub fn new() -> Self {
        let world = Self { folder: tempfile::Builder::new().prefix("made up ").tempdir().unwrap() };
        world.make_package();
        world.make_stand_ins();
        world.write("upstream.toml", &world.pins());
        world.write(
            "config.toml",
            &format!(
                "[build]\nstage0 = '{}'\n[llvm]\nconfig = '{}'\n",
                world.path("stage0/bin/rustc").display(),
                world.path("bin/fake-llvm-config").display()
            ),
        );
        world.write(".gitignore", "/build/\n/config.toml\n");
        world.write("compiler/rustc_one/src/generator.rs", "pub fn generator() {}\n");
        world.write("compiler/rustc_one/src/lib.rs.patch", &world.patch(PATCHED));
        world.git(&["init", "--quiet"]);
        world.git(&["add", "--all"]);
        world.git(&["commit", "--quiet", "--message", "overlay"]);
        world
    }

    /// A path of the world.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// A path of the repository.
    pub fn repository(&self, path: &str) -> PathBuf {
        self.path("the repository").join(path)
    }

    pub fn write(&self, path: &str, text: &str) {
        put(&self.repository(path), text, 0o644);
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.repository(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn exists(&self, path: &str) -> bool {
        self.repository(path).exists()
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.repository(path)).unwrap();
    }

    /// Runs the tool as x.py does.
    pub fn x(&self, args: &[&str]) -> Said {
        said(self.command(args).output().unwrap())
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fork"));
        let path = format!("{}:{}", self.path("bin").display(), std::env::var("PATH").unwrap());
        command.args(args).current_dir(self.repository("")).env("PATH", path);
        command.env("X_PY_REPOSITORY", self.repository("")).env("WORLD", self.path(""));
        command.env("GIT_CONFIG_GLOBAL", "/dev/null");
        command
    }

    /// git in the repository, as a person would use it.
    pub fn git(&self, args: &[&str]) -> String {
        self.git_in("", args)
    }

    pub fn git_in(&self, folder: &str, args: &[&str]) -> String {
        let output = Command::new("git")
            .args(["-c", "user.name=me", "-c", "user.email=me@localhost"])
            .args(args)
            .current_dir(self.repository(folder))
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "git {args:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    /// What bootstrap was asked to do, call by call.
    pub fn bootstrapped(&self) -> Vec<String> {
        let log = fs::read_to_string(self.path("bootstrap.log")).unwrap_or_default();
        log.lines().map(str::to_owned).collect()
    }

    /// What stage0's cargo was asked to do, call by call.
    pub fn cargo_log(&self) -> Vec<String> {
        let log = fs::read_to_string(self.path("cargo.log")).unwrap_or_default();
        log.lines().map(str::to_owned).collect()
    }

    /// Makes a stand-in behave otherwise from now on.
    pub fn let_be(&self, what: &str) {
        put(&self.path(what), "", 0o644);
    }

    /// Takes that back.
    pub fn let_not_be(&self, what: &str) {
        fs::remove_file(self.path(what)).unwrap();
    }

    /// The patch that makes the made-up `lib.rs` into `new`, as git writes it.
    pub fn patch(&self, new: &str) -> String {
        let (old, new_file) = (self.path("patch/a/lib.rs"), self.path("patch/b/lib.rs"));
        put(&old, LIB, 0o644);
        put(&new_file, new, 0o644);
        let args =
            ["diff", "--no-index", "-U0", "--full-index", "--no-prefix", "a/lib.rs", "b/lib.rs"];
        let output =
            Command::new("git").args(args).current_dir(self.path("patch")).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        text.replace("a/lib.rs", "a/compiler/rustc_one/src/lib.rs")
            .replace("b/lib.rs", "b/compiler/rustc_one/src/lib.rs")
    }

    /// The pins of this world, with the right checksum of its package.
    pub fn pins(&self) -> String {
        let checksum = |name: &str| {
            let deb = fs::read(self.path("packages").join(name).with_extension("deb")).unwrap();
            Sha256::digest(deb).iter().map(|byte| format!("{byte:02x}")).collect::<String>()
        };
        format!(
            "rustc = '1.96.0'\nstage0 = '1.95.0'\ndisk = 0\n\
             [source]\npackage = 'rust-src'\nversion = '1.96-1'\nsha256 = '{}'\ntree = 'usr/src/rustc'\n\
             [llvm]\nmajor = 99\nversion = '99.1'\ninstall = ['llvm-99-dev']\nprefix = 'usr/lib/llvm-99'\nlibraries = 'usr/lib'\n\
             [llvm.sha256]\nllvm-99 = '{}'\n\
             [asan]\npackage = 'clang-rt-99'\nsha256 = '{}'\nlibrary = 'usr/lib/llvm-99/libasan.so'\n",
            checksum("rust-src"),
            checksum("llvm-99"),
            checksum("clang-rt-99")
        )
    }

    fn make_package(&self) {
        let files = [
            ("src/version", "1.96.0\n", 0o644),
            ("x.py", BOOTSTRAP, 0o755),
            ("Cargo.lock", "# packaged\n", 0o644),
            ("compiler/rustc_one/Cargo.toml", "", 0o644),
            ("compiler/rustc_one/src/lib.rs", LIB, 0o644),
            ("library/core/src/lib.rs", "// core\n", 0o644),
            ("library/std/src/lib.rs", "// std\n", 0o644),
        ];
        for (path, text, mode) in files {
            put(&self.path("package/usr/src/rustc").join(path), text, mode);
        }
        self.pack("package", "rust-src");
        put(&self.path("llvm package/usr/lib/llvm-99/bin/llvm-config"), LLVM_CONFIG, 0o755);
        put(
            &self.path("llvm package/usr/lib/llvm-99/include/llvm/Config/llvm-config.h"),
            "",
            0o644,
        );
        put(&self.path("llvm package/usr/lib/libLLVM.so.99"), "", 0o644);
        self.pack("llvm package", "llvm-99");
        put(&self.path("asan package/usr/lib/llvm-99/libasan.so"), "", 0o644);
        self.pack("asan package", "clang-rt-99");
    }

    /// Makes a "package" of a folder.
    fn pack(&self, folder: &str, name: &str) {
        fs::create_dir_all(self.path("packages")).unwrap();
        let deb = self.path("packages").join(name).with_extension("deb");
        let status = Command::new("tar")
            .arg("-C")
            .arg(self.path(folder))
            .arg("-cf")
            .arg(deb)
            .arg(".")
            .status()
            .unwrap();
        assert!(status.success());
    }

    fn make_stand_ins(&self) {
        put(&self.path("stage0/bin/rustc"), &stage0("1.95.0"), 0o755);
        put(&self.path("stage0/bin/cargo"), CARGO, 0o755);
        put(&self.path("bin/apt-get"), APT_GET, 0o755);
        put(&self.path("bin/dpkg"), DPKG, 0o755);
        put(&self.path("bin/rustup"), RUSTUP, 0o755);
        put(&self.path("bin/fake-llvm-config"), LLVM_CONFIG, 0o755);
        put(&self.path("bin/cc"), "#!/bin/sh\n", 0o755);
        put(&self.path("bin/c++"), "#!/bin/sh\n", 0o755);
        put(&self.path("bin/g++"), GCC, 0o755);
        put(&self.path("include/llvm/Config/llvm-config.h"), "", 0o644);
    }
}

pub fn said(output: Output) -> Said {
    Said {
        code: output.status.code(),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

pub fn put(path: &Path, text: &str, mode: u32) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    if mode & 0o111 == 0 {
        fs::write(path, text).unwrap();
    } else {
        // By another process: what this one has open for writing, a child that another test starts has open
        // as well for a moment, and then it cannot be run.
        let write = "cat >\"$0\" && chmod \"$1\" \"$0\"";
        let write = duct::cmd!("sh", "-c", write, path, format!("{mode:o}")).stdin_bytes(text);
        write.run().unwrap();
    }
}

/// A compiler that knows who it is.
pub fn stage0(version: &str) -> String {
    format!(
        "#!/bin/sh\ncase \"$1\" in\n-vV) printf 'rustc {version} (made up)\\nhost: {HOST}\\nrelease: {version}\\n' ;;\n\
         --print) cd \"$(dirname \"$0\")/..\" && pwd ;;\nesac\n"
    )
}

const LLVM_CONFIG: &str = r#"#!/bin/sh
case "$1" in
--version) echo 99.1.0 ;;
--includedir) echo "$(dirname "$0")/../include" ;;
esac
"#;

/// Logs what it is asked to do and with which compiler. Its four tests pass; it builds nothing for a bare
/// machine when `no-bare-metal` is there, and what it runs fails when `failing-seeds` is; one of the crash
/// tester's mutants breaks a compiler. A crate has three tests: one passes and one fails; the third passes,
/// unless it `differs` with our compiler, or `wobbles`, which it does once. A program of the benchmarks is a
/// shell script that lies at their top.
const CARGO: &str = r#"#!/bin/sh
case "$1" in
metadata) exec cat "$WORLD/metadata.json" ;;
fetch) exit ;;
esac
case "$PWD" in */benches)
    for last; do :; done
    mkdir -p "$CARGO_TARGET_DIR/release"
    cp "$last" "$CARGO_TARGET_DIR/release/$last" && exec chmod +x "$CARGO_TARGET_DIR/release/$last" ;;
esac
echo "$* with ${RUSTC##*/build/} and ${RUSTDOC##*/build/} in ${CARGO_TARGET_DIR##*/build/}" >> "$WORLD/cargo.log"
mkdir -p "$CARGO_TARGET_DIR/debug"
case "$PWD $RUSTC $*" in
*/source/*upstream*--no-run*) exit ;;
*"/source/"*" build "*) exit ;;
*/source/*--no-run*) [ ! -e "$WORLD/no-crate" ]; exit ;;
*/source/*)
    third=ok
    case "$RUSTC" in */upstream/*) ;; *)
        if [ -e "$WORLD/differs" ]; then third=FAILED; fi
        if [ -e "$WORLD/wobbles" ]; then third=FAILED; rm "$WORLD/wobbles"; fi
    esac
    echo "     Running tests/t.rs (made up)"
    printf "test first ... ok\ntest second ... FAILED\ntest third ... $third\n"
    exit 1 ;;
esac
case "$1" in
test) echo "test result: ok. 4 passed; 0 failed; 0 ignored" ;;
run) case "$PWD" in *crash) echo "test result: FAILED. 399 passed; 1 failed; 0 ignored"; exit 1 ;; esac ;;
esac
case "$1" in
build) [ ! -e "$WORLD/no-bare-metal" ] ;;
run) [ ! -e "$WORLD/failing-seeds" ] ;;
esac
"#;

/// Says its version, and makes a program of a shell script, or fails where `no-c++` is.
const GCC: &str = r#"#!/bin/sh
if [ "$1" = --version ]; then echo 'g++ (made up) 12'; exit; fi
if [ -e "$WORLD/no-c++" ]; then echo 'made up: no coroutines' >&2; exit 1; fi
while [ "$1" != -o ]; do shift; done
cp "$3" "$2" && chmod +x "$2"
"#;

/// Serves what lies in `packages`; the network is there unless `offline` is.
const APT_GET: &str = r#"#!/bin/sh
echo "$*" >> "$WORLD/apt.log"
for last; do :; done
name="${last%%=*}"
if [ -e "$WORLD/offline" ]; then echo "E: Temporary failure resolving 'packages'" >&2; exit 100; fi
case "$*" in
*download*)
    if [ -e "$WORLD/superseded" ]; then echo "E: Version '1.96-1' for 'rust-src' was not found" >&2; exit 100; fi
    cp "$WORLD/packages/$name.deb" "./${name}_1_all.deb" ;;
*install*) [ -e "$WORLD/may-install" ] && cp "$WORLD/bin/fake-llvm-config" "$WORLD/bin/llvm-config-99" ;;
esac
"#;

/// Unpacks a tarball; with `kill-unpack` there, the caller is killed when half is out.
const DPKG: &str = r#"#!/bin/sh
mkdir -p "$3"
if [ -e "$WORLD/kill-unpack" ]; then
    tar -xf "$2" -C "$3" ./usr/src/rustc/src
    kill -9 $PPID
    exit 1
fi
tar -xf "$2" -C "$3"
"#;

const RUSTUP: &str = r#"#!/bin/sh
echo "$*" >> "$WORLD/rustup.log"
[ "$1" = toolchain ]
"#;

/// bootstrap: makes the sysroot anew each time, with what was asked for. Where `signal` names one of its
/// arguments and a signal, it sends that to the tool, and waits to be ended. Its rustc copies shell
/// scripts; a program that is to be caught by a sanitizer says what it is caught as, unless `blind` is
/// there, and one that has frames says what is printed of them.
const BOOTSTRAP: &str = r##"
import os, shutil, signal, sys
world = os.environ["WORLD"]
with open(os.path.join(world, "bootstrap.log"), "a") as log:
    print(" ".join(sys.argv[1:]), file=log)
if os.path.exists(os.path.join(world, "signal")):
    argument, number = open(os.path.join(world, "signal")).read().split()
    if argument in sys.argv:
        os.kill(os.getppid(), int(number))
        if int(number) != signal.SIGKILL:
            signal.pause()
        sys.exit(1)
if os.path.exists(os.path.join(world, "broken")):
    sys.exit("error[E0425]: made up")
sysroot = "build/x86_64-unknown-linux-gnu/stage1"
def program(name, text):
    path = os.path.join(sysroot, "bin", name)
    with open(path, "w") as file:
        file.write("#!/bin/sh\n" + text)
    os.chmod(path, 0o755)
if "check" not in sys.argv:
    shutil.rmtree(sysroot, ignore_errors=True)
    os.makedirs(sysroot + "/bin")
    os.makedirs(sysroot + "/lib")
    program("rustc", 'if [ "$1" = --version ]; then echo rustc 1.96.0-made-up; exit; fi\n'
        'while [ $# -gt 0 ]; do if [ "$1" = -o ]; then out="$2"; fi; case "$1" in -Zprint-frames=json) frames=yes ;; -*) ;; *) last="$1" ;; esac; shift; done\n'
        'if grep -q "does not compile" "$last"; then echo "error: it does not" >&2; exit 1; fi\n'
        'caught=$(sed -n "s|^// caught as ||p" "$last")\n'
        'if [ "$caught" ] && [ -e "$WORLD/blind" ]; then caught=nothing; fi\n'
        'if [ "$caught" ]; then printf "#!/bin/sh\\necho %s >&2; exit 1\\n" "$caught" > "$out"; else cp "$last" "$out"; fi\n'
        'chmod +x "$out"\n'
        'if [ "$frames" ]; then sed -n "s|^// frame ||p" "$last"; fi\n')
    if "--target" in sys.argv:
        for target in sys.argv[sys.argv.index("--target") + 1].split(","):
            os.makedirs(sysroot + "/lib/rustlib/" + target + "/lib")
    if "src/tools/rustdoc" in sys.argv:
        program("rustdoc", 'grep -c "^...rust" "$2" | while read n; do echo "test result: ok. $n passed; 0 failed; 0 ignored"; done\n')
if "test" in sys.argv:
    if os.path.exists(os.path.join(world, "must-be-interruptible")):
        if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
            sys.exit("error: Ctrl-C is ignored")
    if "--bless" in sys.argv:
        with open("tests/ui/generator/a.stderr", "w") as file:
            file.write("error: made up\n")
    failed = os.path.exists(os.path.join(world, "a-test-fails"))
    if failed:
        print("\nfailures:\n    made::up\n")
    print("test result: %s. 3 passed; %d failed; 1 ignored; 0 measured; 0 filtered out" % ("FAILED" if failed else "ok", failed))
    sys.exit(failed)
print("what bootstrap says")
"##;
