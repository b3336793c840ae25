#!/usr/bin/env python3
"""The way in to everything this repository does: `./x.py --help`.

Thin on purpose: it finds cargo, builds the tool in src/fork, and becomes it.
"""

import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(ROOT, "build", "fork")
TOOL = os.path.join(TARGET, "release", "fork")


def find_cargo():
    home = os.environ.get("CARGO_HOME") or os.path.join(os.path.expanduser("~"), ".cargo")
    candidates = [os.environ.get("CARGO"), shutil.which("cargo"), os.path.join(home, "bin", "cargo")]
    for candidate in candidates:
        if candidate and os.access(candidate, os.X_OK):
            return candidate
    sys.exit("error: no cargo found: install the Rust toolchain that upstream.toml names as stage0, "
             "or set CARGO to its cargo")


def build_tool(cargo):
    manifest = os.path.join(ROOT, "src", "fork", "Cargo.toml")
    command = [cargo, "build", "--release", "--locked", "--manifest-path", manifest, "--target-dir", TARGET]
    if os.path.exists(TOOL):
        command.append("--quiet")
    # From another folder a rust-toolchain.toml or .cargo/config.toml there would have its say.
    if subprocess.call(command, stdout=sys.stderr, cwd=ROOT) != 0:
        sys.exit("error: the tool in src/fork did not build: cargo says why above")


def main():
    if sys.version_info < (3, 8):
        sys.exit("error: x.py needs Python 3.8 or newer: run it with `python3.8 x.py` or a later one")
    cargo = find_cargo()
    build_tool(cargo)
    os.environ["CARGO"] = cargo
    os.environ["X_PY_REPOSITORY"] = ROOT
    os.execv(TOOL, [TOOL] + sys.argv[1:])


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
