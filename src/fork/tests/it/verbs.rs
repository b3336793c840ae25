//! What people type: `run`, `test`, `check`, `link`, `status`, and `build` with parts.

use std::fs;

use crate::world::{World, put, said};

#[test]
fn run_builds_compiles_and_becomes_the_program() {
    let world = World::new();
    world.write("examples/greet.rs", "#!/bin/sh\necho hello \"$@\"\nexit 7\n");
    let said = world.x(&["run", "examples/greet.rs", "--", "--loud", "two words"]);
    assert_eq!(said.code, Some(7), "{}", said.err);
    assert_eq!(said.out, "hello --loud two words\n", "standard output is the program's alone");
    assert!(said.err.contains("what bootstrap says"));
}

#[test]
fn run_refuses_what_is_no_program() {
    let world = World::new();
    world
        .x(&["run", "examples/none.rs"])
        .refused(&["examples/none.rs is no file", "name a Rust program"]);
    world.write("wrong.rs", "does not compile\n");
    world.x(&["run", "wrong.rs"]).refused(&["wrong.rs does not compile"]);
}

/// What the compiler prints of two frames.
const FRAMES: &str = include_str!("../../../../tests/ui/generator/frame/print_frames_json.stdout");

#[test]
fn frames_makes_a_page_and_says_where() {
    let world = World::new();
    let described: String = FRAMES.lines().map(|line| format!("// frame {line}\n")).collect();
    world.write("examples/fetch.rs", &described);
    let said = world.x(&["frames", "examples/fetch.rs"]).ok();
    let page = world.repository("build/frames/fetch.html");
    assert_eq!(said.out, format!("{}\n", page.display()), "standard output is where the page is");
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("<title>Frames of examples/fetch.rs</title>"), "{page}");
    assert!(page.contains("{async fn body of fetch()}") && page.contains("4,136 bytes"), "{page}");
}

#[test]
fn frames_refuses_what_has_none() {
    let world = World::new();
    world.x(&["frames", "none.rs"]).refused(&["none.rs is no file", "name a Rust program"]);
    world.write("wrong.rs", "does not compile\n");
    world.x(&["frames", "wrong.rs"]).refused(&["wrong.rs does not compile"]);
    world.write("plain.rs", "fn main() {}\n");
    world.x(&["frames", "plain.rs"]).refused(&["plain.rs has no frames", "generators or `async`"]);
    world.write("other.rs", "// frame {}\n");
    world.x(&["frames", "other.rs"]).refused(&["cannot read", "build both anew"]);
}

#[test]
fn a_build_that_fails_says_so_and_is_tried_again() {
    let world = World::new();
    world.let_be("broken");
    let said = world.x(&["build"]);
    said.refused(&["`x.py build library`", "stands above"]);
    assert!(said.err.contains("error[E0425]: made up"));
    world.let_not_be("broken");
    world.x(&["build"]).ok();
    assert_eq!(world.bootstrapped().len(), 2);
}

#[test]
fn doc_tools_are_built_when_asked_for() {
    let world = World::new();
    world.x(&["build", "--doc-tools"]).ok();
    assert!(world.exists("build/toolchain/bin/rustdoc"));
    world.x(&["build"]).ok();
    world.x(&["build", "--doc-tools"]).ok();
    assert_eq!(world.bootstrapped(), ["build library src/tools/rustdoc --stage 1 --warnings warn"]);
}

#[test]
fn check_checks_the_compiler_with_the_overlay() {
    let world = World::new();
    world.x(&["check"]).ok();
    assert_eq!(world.bootstrapped(), ["check compiler --stage 1 --warnings warn"]);
    assert!(world.exists("build/tree/compiler/rustc_one/src/generator.rs"));
}

#[test]
fn the_compiler_is_named_after_the_commit_that_last_changed_it() {
    let world = World::new();
    world.x(&["build"]).ok();
    let commit = world.git(&["log", "-1", "--format=%h %cs", "--abbrev=10"]);
    let description = |world: &World| {
        let settings = world.read("build/tree/bootstrap.toml");
        settings.lines().find(|line| line.starts_with("description")).unwrap().to_owned()
    };
    let expected = format!("description = \"{}) (rust-generators\"", commit.trim());
    assert_eq!(description(&world), expected);
    world.write("library/core/src/generator.rs", "");
    world.git(&["add", "--all"]);
    world.git(&["commit", "--quiet", "--message", "library"]);
    world.x(&["build"]).ok();
    assert!(
        description(&world).contains(commit.trim()),
        "a commit to the library leaves the compiler's name"
    );
    world.write("compiler/rustc_one/src/generator.rs", "");
    world.x(&["build"]).ok();
    assert!(description(&world).ends_with("with edits\""));
    world.write(
        "config.toml",
        &world.read("config.toml").replace("[build]", "[build]\nprofile = 'dev'"),
    );
    world.x(&["build"]).ok();
    assert_eq!(description(&world), "description = \"rust-generators-dev\"");
}

#[test]
fn status_says_where_everything_stands() {
    let world = World::new();
    assert!(world.x(&["status"]).ok().out.contains("tree:      none yet: run `./x.py build`"));
    world.x(&["build"]).ok();
    let out = world.x(&["status"]).ok().out;
    for line in [
        "pinned:    rustc 1.96.0 from rust-src 1.96-1",
        "overlay:   1 files of ours, 1 patches",
        "unsaved:   nothing",
        "built:     rustc 1.96.0-made-up (library)",
        "baseline:  nothing",
    ] {
        assert!(out.contains(line), "no {line:?} in {out}");
    }
}

#[test]
fn status_ends_quietly_where_nobody_reads_on() {
    let world = World::new();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let said = said(world.command(&["status"]).stdout(writer).output().unwrap()).ok();
    assert_eq!(said.err, "");
}

#[test]
fn link_tells_rustup_about_the_toolchain() {
    let world = World::new();
    world.x(&["link"]).refused(&["no toolchain to link yet", "./x.py build"]);
    world.x(&["build"]).ok();
    assert!(world.x(&["link"]).ok().out.contains("cargo +generators"));
    let log = fs::read_to_string(world.path("rustup.log")).unwrap();
    assert!(
        log.ends_with(&format!(
            "toolchain link generators {}\n",
            world.repository("build/toolchain").display()
        )),
        "{log}"
    );
}

/// A repository with something for most suites.
pub fn with_suites() -> World {
    let world = World::new();
    world.write("tests/ui/generator/a.rs", "//@ run-pass\n");
    world.write(
        "library/std/tests/generator.rs",
        "#!/bin/sh\necho 'test result: ok. 2 passed; 0 failed; 0 ignored'\n",
    );
    world.write("examples/greet.rs", "#!/bin/sh\nread name\necho hello \"$name\" \"$@\"\n");
    world.write("examples/greet/stdin", "you\n");
    world.write("examples/greet/args", "and\nyou all\n");
    world.write("examples/greet/stdout", "hello you and you all\n");
    world.write("tests/ecosystem/Cargo.toml", "[workspace]\n");
    world.write("tests/ecosystem/chat/Cargo.toml", "[package]\n");
    world.write("tests/ecosystem/embedded/Cargo.toml", "[package]\n");
    world.write("README.md", "# A\n```rust\nfn main() {}\n```\n```rust\nlet x = 1;\n```\n");
    world.write("src/doc/generators/book.toml", "");
    world.write(
        "src/doc/generators/src/a.md",
        "# A\n```rust,compile_fail\nthis does not compile\n```\n```text\nerror: it does not\n```\n",
    );
    world
}

#[test]
fn test_runs_every_suite_and_sums_them_up() {
    let world = with_suites();
    let said = world.x(&["test"]).ok();
    // tidy 7, ui 3, coretests 3, std 3, examples 1, docs 4: two of the README's, a chapter's, and its
    // quotation, ecosystem 5, memory 9: three that are caught, ui and examples again, and two of the library.
    assert_eq!(said.out.lines().last(), Some("35 passed, 0 failed"), "{}{}", said.out, said.err);
    assert_eq!(
        world.bootstrapped(),
        [
            "build library --stage 1 --warnings warn",
            "test --force-rerun --no-fail-fast tests/ui/generator --stage 1 --warnings warn",
            "test --no-fail-fast library/coretests --stage 1 --warnings warn",
            "test --no-fail-fast library/std --tests --test-args generator --stage 1 --warnings warn",
            "build library src/tools/rustdoc --stage 1 --warnings warn",
            BARE_METAL_TOO,
            SANITIZED,
        ]
    );
}

/// What it is asked for by the suite that looks after memory.
const SANITIZED: &str = "test --force-rerun --no-fail-fast \
    --test-args=--target-rustcflags=-Zsanitizer=address \
    --test-args=--target-rustcflags=-Zexternal-clangrt \
    --test-args=--target-rustcflags=-Zpre-link-arg=-Wl,--push-state,--no-as-needed \
    --test-args=--target-rustcflags=-Zpre-link-arg=../asan/libasan.so \
    --test-args=--target-rustcflags=-Zpre-link-arg=-Wl,--pop-state \
    tests/ui/generator/a.rs --stage 1 --warnings warn";

#[test]
fn memory_is_watched_by_a_sanitizer_that_is_shown_to_see() {
    let world = with_suites();
    world.write("tests/ui/generator/b.rs", "//@ check-pass\n");
    let said = world.x(&["test", "memory"]).ok();
    assert_eq!(said.out.lines().last(), Some("9 passed, 0 failed"), "{}{}", said.out, said.err);
    assert_eq!(world.bootstrapped()[1..], [SANITIZED]);
    let runtime = fs::read_link(world.repository("build/asan/libasan.so")).unwrap();
    assert_eq!(runtime, world.repository("build/clang-rt/usr/lib/llvm-99/libasan.so"));

    // What is there is not fetched again.
    world.let_be("offline");
    world.x(&["test", "memory"]).ok();

    world.let_be("blind");
    let said = world.x(&["test", "memory"]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("reads_a_freed_box is caught ... FAILED"), "{}", said.out);
    assert!(said.out.contains("no word of heap-use-after-free"), "{}", said.out);
    assert_eq!(said.out.lines().last(), Some("6 passed, 3 failed"));
}

#[test]
fn the_runtime_of_the_sanitizer_may_be_named_and_must_be_there() {
    let world = with_suites();
    let settings = world.read("config.toml") + "asan = 'mine/asan.so'\n";
    world.write("config.toml", &settings);
    let said = world.x(&["test", "memory"]);
    assert!(said.err.contains("llvm.asan in config.toml"), "{}", said.err);
    world.write("mine/asan.so", "");
    let said = world.x(&["test", "memory"]).ok();
    assert_eq!(said.out.lines().last(), Some("9 passed, 0 failed"), "{}", said.out);
    assert!(world.exists("build/asan/asan.so"));
    assert!(!world.exists("build/clang-rt"));
}

/// What bootstrap is asked for by the suite that compiles for a bare machine too.
const BARE_METAL_TOO: &str = "build library src/tools/rustdoc --target \
    x86_64-unknown-linux-gnu,thumbv7em-none-eabi --stage 1 --warnings warn";

#[test]
fn the_ecosystem_is_built_with_our_compiler_and_for_a_bare_machine_too() {
    let world = with_suites();
    let said = world.x(&["test", "ecosystem"]).ok();
    assert_eq!(said.out.lines().last(), Some("5 passed, 0 failed"), "{}", said.out);
    assert_eq!(world.bootstrapped(), [BARE_METAL_TOO]);
    let with = "with toolchain/bin/rustc and toolchain/bin/rustdoc in ecosystem";
    let test = format!("test --locked --no-fail-fast --workspace {with}");
    let build =
        format!("build --locked --release --package embedded --target thumbv7em-none-eabi {with}");
    assert_eq!(world.cargo_log(), [&*test, &*build]);

    // One package, and no other; the toolchain is as it was.
    world.x(&["test", "tests/ecosystem/chat/src/main.rs"]).ok();
    assert_eq!(
        world.cargo_log()[2..],
        [format!("test --locked --no-fail-fast --package chat {with}")]
    );
    assert_eq!(world.bootstrapped().len(), 1);

    world.let_be("no-bare-metal");
    let said = world.x(&["test", "tests/ecosystem/embedded"]);
    assert_eq!(said.code, Some(1));
    assert!(
        said.out.contains("tests/ecosystem/embedded for thumbv7em-none-eabi ... FAILED"),
        "{}",
        said.out
    );
    assert_eq!(said.out.lines().last(), Some("4 passed, 1 failed"));
}

#[test]
fn fuzz_tests_its_tool_and_tries_fresh_seeds_with_our_compiler() {
    let world = World::new();
    world.write("src/tools/generator-fuzz/Cargo.toml", "[package]\n");
    let said = world.x(&["test", "fuzz"]).ok();
    assert!(said.out.contains("300 fresh seeds ... ok"), "{}", said.out);
    assert_eq!(said.out.lines().last(), Some("5 passed, 0 failed"), "{}", said.out);
    let log = world.cargo_log();
    assert_eq!(log.len(), 2);
    assert!(log[0].starts_with("test --locked --release --no-fail-fast with "), "{}", log[0]);
    assert!(log[1].starts_with("run --locked --release --quiet -- --rustc "), "{}", log[1]);
    assert!(log[1].contains("/build/toolchain/bin/rustc --seeds 300 --keep "), "{}", log[1]);
    assert!(log[1].ends_with(" in fuzz/target"), "{}", log[1]);

    // Seeds that fail are a failure, whatever the tool's own tests say.
    world.let_be("failing-seeds");
    let said = world.x(&["test", "src/tools/generator-fuzz"]);
    assert_eq!(said.code, Some(1));
    assert_eq!(said.out.lines().last(), Some("4 passed, 1 failed"), "{}", said.out);
}

#[test]
fn crash_counts_its_mutants_and_names_a_baseline() {
    let world = World::new();
    world.write("src/tools/generator-crash/Cargo.toml", "[package]\n");
    let said = world.x(&["test", "crash"]);
    assert_eq!(said.out.lines().last(), Some("403 passed, 1 failed"), "{}", said.out);
    let log = world.cargo_log();
    assert!(log[0].starts_with("test --locked --release --no-fail-fast with "), "{}", log[0]);
    assert!(log[1].contains("/build/toolchain/bin/rustc --baseline "), "{}", log[1]);
    assert!(log[1].contains(" --cases 400 --unsaid coroutine "), "{}", log[1]);
    let (_, at_the_end) = said.out.rsplit_once("=== crash").unwrap();
    assert!(at_the_end.contains("399 passed; 1 failed"), "{at_the_end}");
}

#[test]
fn the_ecosystem_is_built_anew_with_another_toolchain() {
    let world = with_suites();
    world.x(&["test", "ecosystem"]).ok();
    world.write("build/ecosystem/debug/built", "");
    world.x(&["test", "ecosystem"]).ok();
    assert!(world.exists("build/ecosystem/debug/built"));
    world.write("compiler/rustc_one/src/generator.rs", "pub fn changed() {}\n");
    world.x(&["test", "ecosystem"]).ok();
    assert!(!world.exists("build/ecosystem/debug/built"));
}

#[test]
fn a_failed_test_fails_the_run_and_the_other_suites_run_on() {
    let world = with_suites();
    world.let_be("a-test-fails");
    let said = world.x(&["test", "ui", "examples"]);
    assert_eq!(said.code, Some(1));
    assert_eq!(said.out.lines().last(), Some("4 passed, 1 failed"), "{}", said.out);
}

#[test]
fn a_suite_that_cannot_run_counts_as_failed() {
    let world = with_suites();
    world.let_be("broken");
    let said = world.x(&["test", "tidy", "ui", "examples"]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("error: ui could not run: "), "{}", said.err);
    assert_eq!(said.out.lines().last(), Some("7 passed, 2 failed"), "{}", said.out);
}

#[test]
fn a_path_narrows_a_suite_and_a_wrong_one_is_refused() {
    let world = with_suites();
    world.x(&["test", "tests/ui/generator/a.rs", "--bless"]).ok();
    assert_eq!(
        world.bootstrapped()[1],
        "test --force-rerun --no-fail-fast --bless tests/ui/generator/a.rs --stage 1 --warnings warn"
    );
    world.x(&["test", "tests/uo"]).refused(&["no suite has tests/uo", "fork, tidy, ui"]);
}

#[test]
fn what_a_test_prints_is_blessed_in_the_repository() {
    let world = with_suites();
    world.x(&["build"]).ok();
    world.write("build/tree/library/core/src/lib.rs", "// an unsaved edit\n");
    world.x(&["test", "ui", "--bless"]).ok();
    assert_eq!(world.read("tests/ui/generator/a.stderr"), "error: made up\n");
    assert!(!world.exists("library/core/src/lib.rs.patch"), "nothing else is saved");
}

#[test]
fn a_chapter_is_tested_alone_and_fails_when_it_quotes_what_the_compiler_does_not_say() {
    let world = with_suites();
    let chapter = "src/doc/generators/src/a.md";
    let said = world.x(&["test", chapter]).ok();
    assert_eq!(said.out.lines().last(), Some("2 passed, 0 failed"), "{}", said.out);
    world.write(chapter, &world.read(chapter).replace("it does not\n", "it must not\n"));
    let said = world.x(&["test", "src/doc/generators"]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("does not say `error: it must not`"), "{}", said.out);
    assert_eq!(said.out.lines().last(), Some("1 passed, 1 failed"), "{}", said.out);
}

#[test]
fn an_example_that_prints_something_else_fails_until_it_is_blessed() {
    let world = with_suites();
    world.write("examples/greet/stdout", "goodbye\n");
    let said = world.x(&["test", "examples/greet.rs"]);
    assert!(
        said.out.contains("expected: goodbye\nprinted:  hello you and you all"),
        "{}",
        said.out
    );
    assert_eq!(said.out.lines().last(), Some("0 passed, 1 failed"));
    world.x(&["test", "examples", "--bless"]).ok();
    assert_eq!(world.read("examples/greet/stdout"), "hello you and you all\n");
}

#[test]
fn tidy_names_what_may_not_be_committed() {
    let world = with_suites();
    let context = world
        .patch(crate::world::PATCHED)
        .replace("@@ -6 +6 @@", "@@ -5,2 +5,2 @@")
        .replace("-    2;", " pub fn two() {\n-    2;");
    put(&world.repository("compiler/rustc_one/src/lib.rs.patch"), &context, 0o644);
    world.write("library/core/src/lib.rs", "// a copy\n");
    world.write("compiler/rustc_two/src/lib.rs", "");
    world.write("compiler/rustc_one/src/gone.rs.patch", "");
    world.write("tests/ui/generator/bare.rs", "fn main() {}\n");
    world.write("tests/ui/generator/gone.stderr", "");
    let out = world.x(&["test", "tidy"]).out;
    for complaint in [
        "library/core/src/lib.rs is a file of rustc's own",
        "has context lines",
        "compiler/rustc_one/src/gone.rs.patch lands nowhere",
        "compiler/rustc_two is neither rustc's nor ours",
        "tests/ui/generator/bare.rs: has no directive",
        "tests/ui/generator/gone.stderr: belongs to no test",
    ] {
        assert!(out.contains(complaint), "no {complaint:?} in {out}");
    }
    assert_eq!(out.lines().last(), Some("3 passed, 4 failed"));
}
