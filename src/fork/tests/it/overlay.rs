//! The overlay and the tree: what `build` lays, what it leaves alone, what it refuses, and the way back by
//! `save`.

use std::fs;
use std::time::SystemTime;

use crate::world::{HOST, LIB, PATCHED, World, put};

const PATCHED_FILE: &str = "build/tree/compiler/rustc_one/src/lib.rs";
const OUR_FILE: &str = "build/tree/compiler/rustc_one/src/generator.rs";
const UNTOUCHED_FILE: &str = "build/tree/library/core/src/lib.rs";

fn modified(world: &World, path: &str) -> SystemTime {
    fs::metadata(world.repository(path)).unwrap().modified().unwrap()
}

#[test]
fn a_fresh_build_lays_the_overlay_over_rustc() {
    let world = World::new();
    world.x(&["build"]).ok();
    assert_eq!(world.read(PATCHED_FILE), PATCHED);
    assert_eq!(world.read(OUR_FILE), "pub fn generator() {}\n");
    assert_eq!(world.bootstrapped(), ["build library --stage 1 --warnings warn"]);
    assert!(world.exists("build/toolchain/bin/rustc"));
    let root = world.git_in("build/tree", &["rev-list", "--max-parents=0", "HEAD"]);
    assert_eq!(
        world.git_in(
            "build/tree",
            &["show", &format!("{}:compiler/rustc_one/src/lib.rs", root.trim())]
        ),
        LIB
    );
    assert_eq!(world.git_in("build/tree", &["status", "--porcelain"]), "");
}

#[test]
fn a_second_build_does_nothing() {
    let world = World::new();
    world.x(&["build"]).ok();
    let said = world.x(&["build"]).ok();
    assert!(said.err.contains("build/toolchain is up to date"), "{}", said.err);
    assert_eq!(world.bootstrapped().len(), 1);
}

#[test]
fn a_changed_file_touches_that_file_alone() {
    let world = World::new();
    world.x(&["build"]).ok();
    let (ours, patched, untouched) = (
        modified(&world, OUR_FILE),
        modified(&world, PATCHED_FILE),
        modified(&world, UNTOUCHED_FILE),
    );
    world.write("compiler/rustc_one/src/generator.rs", "pub fn generators() {}\n");
    world.x(&["build"]).ok();
    assert_eq!(world.read(OUR_FILE), "pub fn generators() {}\n");
    assert!(modified(&world, OUR_FILE) > ours);
    assert_eq!(modified(&world, PATCHED_FILE), patched);
    assert_eq!(modified(&world, UNTOUCHED_FILE), untouched);
    assert_eq!(world.bootstrapped().len(), 2);
}

#[test]
fn a_test_or_a_chapter_alone_does_not_rebuild() {
    let world = World::new();
    world.x(&["build"]).ok();
    world.write("tests/ui/generator/a.rs", "//@ run-pass\n");
    world.write("src/doc/generators/src/a.md", "# A\n");
    world.x(&["build"]).ok();
    assert!(world.exists("build/tree/tests/ui/generator/a.rs"));
    assert!(world.exists("build/tree/src/doc/generators/src/a.md"));
    assert_eq!(world.bootstrapped().len(), 1);
}

#[test]
fn a_removed_overlay_file_is_removed_and_a_removed_patch_taken_back() {
    let world = World::new();
    world.write("compiler/rustc_one/src/generator/deep/mod.rs", "");
    world.x(&["build"]).ok();
    world.remove("compiler/rustc_one/src/generator/deep/mod.rs");
    world.remove("compiler/rustc_one/src/lib.rs.patch");
    world.x(&["build"]).ok();
    assert!(!world.exists("build/tree/compiler/rustc_one/src/generator"));
    assert_eq!(world.read(PATCHED_FILE), LIB);
    assert!(world.exists(OUR_FILE));
}

#[test]
fn an_unsaved_edit_is_built_and_stays() {
    let world = World::new();
    world.x(&["build"]).ok();
    world.write(OUR_FILE, "pub fn edited() {}\n");
    world.x(&["build"]).ok();
    assert_eq!(world.bootstrapped().len(), 2, "the edit is built");
    world.write("compiler/rustc_one/src/other.rs", "");
    world.x(&["build"]).ok();
    assert_eq!(world.read(OUR_FILE), "pub fn edited() {}\n", "a change elsewhere leaves it");
    let status = world.x(&["status"]).ok().out;
    assert!(
        status.contains("unsaved:   1 in build/tree")
            && status.contains("compiler/rustc_one/src/generator.rs"),
        "{status}"
    );
}

#[test]
fn an_unsaved_edit_is_not_overwritten() {
    let world = World::new();
    world.x(&["build"]).ok();
    world.write(OUR_FILE, "pub fn edited() {}\n");
    world.write("compiler/rustc_one/src/generator.rs", "pub fn changed() {}\n");
    world.write("compiler/rustc_one/src/other.rs", "");
    world.x(&["build"]).refused(&[
        "compiler/rustc_one/src/generator.rs",
        "./x.py save",
        "git checkout HEAD -- FILE",
    ]);
    assert_eq!(world.read(OUR_FILE), "pub fn edited() {}\n");
    assert!(!world.exists("build/tree/compiler/rustc_one/src/other.rs"), "all or nothing");
    world
        .x(&["save"])
        .refused(&["compiler/rustc_one/src/generator.rs", "git checkout HEAD -- FILE"]);
    assert_eq!(world.read("compiler/rustc_one/src/generator.rs"), "pub fn changed() {}\n");
    world.git(&["checkout", "compiler"]);
    world.x(&["save"]).ok();
    assert_eq!(world.read("compiler/rustc_one/src/generator.rs"), "pub fn edited() {}\n");
}

#[test]
fn a_hunk_that_does_not_apply_is_named() {
    let world = World::new();
    let patch = world.read("compiler/rustc_one/src/lib.rs.patch").replace("-    2;", "-    3;");
    world.write("compiler/rustc_one/src/lib.rs.patch", &patch);
    world.x(&["build"]).refused(&[
        "compiler/rustc_one/src/lib.rs.patch",
        "hunk `@@ -6 +6 @@",
        "put the patch right",
        "./x.py save",
    ]);
    assert!(world.bootstrapped().is_empty());
    assert!(world.x(&["status"]).ok().out.contains("stale:     1"));
}

#[test]
fn a_patch_of_another_version_of_the_file_is_named() {
    let world = World::new();
    let mut lines: Vec<String> =
        world.read("compiler/rustc_one/src/lib.rs.patch").lines().map(str::to_owned).collect();
    lines[1] = format!("index {}..{} 100644", "1".repeat(40), "2".repeat(40));
    world.write("compiler/rustc_one/src/lib.rs.patch", &(lines.join("\n") + "\n"));
    world.x(&["build"]).refused(&[
        "was made for another version of compiler/rustc_one/src/lib.rs (1111111111, not ",
    ]);
}

#[test]
fn a_lockfile_that_is_whole_already_needs_no_patch() {
    let world = World::new();
    let patch = world
        .read("compiler/rustc_one/src/lib.rs.patch")
        .replace("compiler/rustc_one/src/lib.rs", "Cargo.lock");
    world.write("Cargo.lock.patch", &patch);
    world.x(&["build"]).ok();
    assert_eq!(world.read("build/tree/Cargo.lock"), "# packaged\n");
}

#[test]
fn a_whole_file_where_rustc_has_one_is_refused() {
    let world = World::new();
    world.write("library/core/src/lib.rs", "// ours\n");
    world.x(&["build"]).refused(&[
        "library/core/src/lib.rs is a file of rustc's own",
        "library/core/src/lib.rs.patch",
    ]);
}

#[test]
fn save_writes_files_whole_and_changes_as_patches_without_context() {
    let world = World::new();
    world.x(&["build"]).ok();
    world.write("build/tree/library/core/src/lib.rs", "// core\npub mod generator;\n");
    world.write("build/tree/library/core/src/generator.rs", "//! ours\n");
    world.write("build/tree/notes.txt", "mine\n");
    fs::remove_file(world.repository(OUR_FILE)).unwrap();
    world.write(PATCHED_FILE, LIB);
    let said = world.x(&["save"]).ok();
    assert!(said.err.contains("notes.txt is left alone"), "{}", said.err);
    assert_eq!(world.read("library/core/src/generator.rs"), "//! ours\n");
    let patch = world.read("library/core/src/lib.rs.patch");
    assert!(
        patch.contains("+++ b/library/core/src/lib.rs\n@@ -1,0 +2 @@\n+pub mod generator;\n"),
        "{patch}"
    );
    assert!(patch.lines().all(|line| !line.starts_with(' ')), "{patch}");
    assert!(
        !world.exists("compiler/rustc_one/src/generator.rs")
            && !world.exists("compiler/rustc_one/src/lib.rs.patch")
    );
    assert_eq!(world.git_in("build/tree", &["status", "--porcelain"]), "?? notes.txt\n");
    assert!(world.x(&["save"]).ok().out.contains("nothing to save"));
}

#[test]
fn what_is_saved_builds_the_same_tree_elsewhere() {
    let world = World::new();
    world.x(&["build"]).ok();
    world.write(
        PATCHED_FILE,
        &PATCHED.replace("1;", "11;\n    111;").replace("\n}\n\npub", "\n}\npub"),
    );
    world.write("build/tree/library/core/src/lib.rs", "// core, without a newline at its end");
    world.x(&["save"]).ok();
    let saved = world.git_in("build/tree", &["rev-parse", "HEAD^{tree}"]);
    fs::remove_dir_all(world.repository("build")).unwrap();
    world.x(&["build"]).ok();
    assert_eq!(world.git_in("build/tree", &["rev-parse", "HEAD^{tree}"]), saved);
}

#[test]
fn save_refuses_to_delete_a_file_of_rustcs() {
    let world = World::new();
    world.x(&["build"]).ok();
    fs::remove_file(world.repository(UNTOUCHED_FILE)).unwrap();
    world.x(&["save"]).refused(&[
        "library/core/src/lib.rs is rustc's own",
        "git checkout HEAD -- library/core/src/lib.rs",
    ]);
}

#[test]
fn a_run_killed_while_it_lays_the_overlay_is_finished_by_the_next() {
    let world = World::new();
    world.x(&["build"]).ok();
    world.write("compiler/rustc_one/src/generator.rs", "pub fn second() {}\n");
    // A git that kills its caller when HEAD is to move: the files are written, HEAD is not.
    let git = "#!/bin/sh\ncase \"$*\" in *'update-ref HEAD'*) kill -9 $PPID; exit 1 ;; esac\nPATH=\"${PATH#*:}\" exec git \"$@\"\n";
    put(&world.path("bin/git"), git, 0o755);
    assert_eq!(world.x(&["build"]).code, None, "killed");
    fs::remove_file(world.path("bin/git")).unwrap();
    assert_eq!(
        world.git_in("build/tree", &["diff", "--name-only", "HEAD"]),
        "compiler/rustc_one/src/generator.rs\n"
    );
    world.write("build/tree/.git/index.lock", "");
    world.write("compiler/rustc_one/src/generator.rs", "pub fn third() {}\n");
    world.x(&["build"]).ok();
    assert_eq!(world.read(OUR_FILE), "pub fn third() {}\n");
    assert_eq!(world.git_in("build/tree", &["status", "--porcelain"]), "");
}

#[test]
fn another_pin_makes_another_tree_but_never_over_unsaved_work() {
    let world = World::new();
    world.x(&["build"]).ok();
    world.write("upstream.toml", &world.pins().replace("1.96-1", "1.96-2"));
    world.write(OUR_FILE, "pub fn edited() {}\n");
    world.x(&["build"]).refused(&[
        "rust-src 1.96-1",
        "compiler/rustc_one/src/generator.rs is edited there",
        "move the folder away",
    ]);
    world.git_in("build/tree", &["checkout", "."]);
    world.x(&["build"]).ok();
    assert!(world.git_in("build/tree", &["log", "--format=%s"]).contains("rust-src 1.96-2"));
}

#[test]
fn the_baseline_is_rustc_without_the_overlay() {
    let world = World::new();
    world.x(&["build", "--upstream"]).ok();
    assert!(world.exists(&format!("build/upstream/tree/build/{HOST}/stage1/bin/rustc")));
    assert!(world.exists("build/upstream/toolchain/bin/rustc"));
    assert_eq!(world.read("build/upstream/tree/compiler/rustc_one/src/lib.rs"), LIB);
    assert!(!world.exists("build/tree"));
}
