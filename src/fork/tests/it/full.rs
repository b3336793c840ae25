//! `test --full`, and the crates whose tests are compared with the baseline's.

use crate::verbs::with_suites;
use crate::world::{World, put, said};

/// What bootstrap is asked for by a full run, suite by suite; `build` calls are left out.
const TESTS: [&str; 7] = [
    "test --force-rerun --no-fail-fast tests/ui/generator --stage 1 --warnings warn",
    "test --no-fail-fast library/coretests --stage 1 --warnings warn",
    "test --no-fail-fast library/core --doc --stage 1 --warnings warn",
    "test --no-fail-fast library/std --tests --stage 1 --warnings warn",
    MEMORY,
    "test --no-fail-fast library/alloctests --stage 1 --warnings warn",
    "test --force-rerun --no-fail-fast tests/ui/generator --set build.full-bootstrap=true --stage 2 --warnings warn",
];

const MEMORY: &str = "test --force-rerun --no-fail-fast \
     --test-args=--target-rustcflags=-Zsanitizer=address \
     --test-args=--target-rustcflags=-Zexternal-clangrt \
     --test-args=--target-rustcflags=-Zpre-link-arg=-Wl,--push-state,--no-as-needed \
     --test-args=--target-rustcflags=-Zpre-link-arg=../asan/libasan.so \
     --test-args=--target-rustcflags=-Zpre-link-arg=-Wl,--pop-state \
     tests/ui/generator/a.rs --stage 1 --warnings warn";

/// A repository with suites that have a long form, and two crates.
fn with_long_suites() -> World {
    let world = with_suites();
    world.write("library/core/src/generator.rs", "// ours\n");
    let home = "tests/ecosystem/crates";
    world.write(&format!("{home}/Cargo.toml"), "[package]\n");
    world.write(&format!("{home}/with-tests.Cargo.lock"), "# the lockfile\n");
    let package = |name: &str| {
        put(&world.path(&format!("cache/{name}-1.0.0/src/lib.rs")), "", 0o644);
        let manifest = world.path(&format!("cache/{name}-1.0.0/Cargo.toml"));
        put(&manifest, "", 0o644);
        format!(
            r#"{{"name": "{name}", "version": "1.0.0", "manifest_path": {:?}, "dependencies": [], "metadata": null}}"#,
            manifest.display().to_string()
        )
    };
    let ways = r#"{"crates": {"two": {"features": ["a", "b"], "tests": ["t"], "skip": ["slow"], "patch": true}}}"#;
    let json = format!(
        r#"{{"packages": [{}, {}, {{"name": "crates", "version": "0.0.0", "manifest_path": "/none", "metadata": {ways},
            "dependencies": [{{"name": "one", "req": "=1.0.0"}}, {{"name": "two", "req": "=1.0.0"}}]}}]}}"#,
        package("one"),
        package("two")
    );
    put(&world.path("metadata.json"), &json, 0o644);
    world
}

/// The suites that bootstrap ran since `from` of its calls.
fn tested(world: &World, from: usize) -> Vec<String> {
    let calls = world.bootstrapped().split_off(from);
    calls.into_iter().filter(|call| call.starts_with("test")).collect()
}

/// The row of a suite in the table, without its time.
fn row(out: &str, suite: &str) -> Vec<String> {
    let line = out.lines().rfind(|line| line.split_whitespace().next() == Some(suite));
    line.unwrap_or_default().split_whitespace().take(5).map(str::to_owned).collect()
}

#[test]
fn a_full_run_runs_every_suite_in_its_long_form_and_none_twice() {
    let world = with_long_suites();
    let said = world.x(&["test", "--full"]).ok();
    assert_eq!(tested(&world, 0), TESTS);
    assert_eq!(row(&said.out, "crates"), ["crates", "6", "0", "2", "0"].map(String::from));
    assert_eq!(row(&said.out, "stage2"), ["stage2", "3", "0", "0", "1"].map(String::from));
    assert!(said.out.contains("one-1.0.0: tests/t.rs: second fails on both"), "{}", said.out);

    let calls = world.bootstrapped().len();
    let again = world.x(&["test", "--full"]).ok();
    assert_eq!(world.bootstrapped().len(), calls);
    assert_eq!(again.out.lines().last(), said.out.lines().last());
    assert!(again.out.contains("one-1.0.0: tests/t.rs: second fails on both"), "{}", again.out);

    // But a suite that is named.
    world.x(&["test", "--full", "alloctests"]).ok();
    assert_eq!(tested(&world, calls), [TESTS[5]]);
}

#[test]
fn the_plain_run_leaves_long_suites_out() {
    let world = with_long_suites();
    world.x(&["test"]).ok();
    let [docs, std] = ["core --doc", "std --tests"].map(|what| {
        format!(
            "test --no-fail-fast library/{what} --test-args generator --stage 1 --warnings warn"
        )
    });
    assert_eq!(tested(&world, 0), [TESTS[0], TESTS[1], &docs, &std, MEMORY]);
    assert!(!world.exists("build/crates"));
}

#[test]
fn a_full_run_that_is_stopped_says_how_far_it_came_and_goes_on_there() {
    let world = with_long_suites();
    put(&world.path("signal"), "library/alloctests 15", 0o644);
    let said = world.x(&["test", "--full"]);
    assert_eq!(said.code, Some(128 + 15), "{}{}", said.out, said.err);
    assert_eq!(row(&said.out, "coretests")[1], "3");
    assert_eq!(said.out.lines().last(), Some("not run yet: alloctests, crates, stage2"));
    assert!(said.err.contains("goes on with the first suite that has not run"), "{}", said.err);

    world.let_not_be("signal");
    let calls = world.bootstrapped().len();
    let said = world.x(&["test", "--full"]).ok();
    assert_eq!(tested(&world, calls), TESTS[5..]);
    assert_eq!(row(&said.out, "coretests")[1], "3", "what ran before the stop is in the table");
    assert!(!said.out.contains("not run yet"), "{}", said.out);
}

#[test]
fn what_a_full_run_starts_can_be_interrupted_even_in_the_background() {
    let world = with_long_suites();
    world.let_be("must-be-interruptible");
    let tool = world.command(&["test", "--full", "alloctests"]);
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", r#"trap '' INT; exec "$0" "$@""#]).arg(tool.get_program());
    shell.args(tool.get_args()).current_dir(world.repository(""));
    shell.envs(tool.get_envs().filter_map(|(name, value)| Some((name, value?))));
    said(shell.output().unwrap()).ok();
}

#[test]
fn a_full_run_that_is_killed_goes_on_where_it_was() {
    let world = with_long_suites();
    put(&world.path("signal"), "library/core 9", 0o644);
    assert_eq!(world.x(&["test", "--full"]).code, None);
    world.let_not_be("signal");
    let calls = world.bootstrapped().len();
    world.x(&["test", "--full"]).ok();
    assert_eq!(tested(&world, calls), TESTS[2..]);
}

#[test]
fn a_change_to_the_compiler_starts_anew_and_one_to_a_test_runs_its_suite() {
    let world = with_long_suites();
    world.x(&["test", "--full"]).ok();
    let calls = world.bootstrapped().len();
    world.write("tests/ui/generator/a.rs", "//@ run-pass\n//@ edition: 2024\n");
    let said = world.x(&["test", "--full"]).ok();
    assert_eq!(tested(&world, calls), [TESTS[0], MEMORY, TESTS[6]]);
    assert!(said.err.contains("what stage2 tests has changed since it ran"), "{}", said.err);

    let calls = world.bootstrapped().len();
    world.write("compiler/rustc_one/src/generator.rs", "pub fn changed() {}\n");
    let said = world.x(&["test", "--full"]).ok();
    assert_eq!(tested(&world, calls), TESTS);
    assert!(said.err.contains("compiler/, library/ or the tool has changed"), "{}", said.err);
}

#[test]
fn a_suite_that_could_not_run_runs_again() {
    let world = with_long_suites();
    world.x(&["build"]).ok();
    world.let_be("broken");
    let said = world.x(&["test", "--full"]);
    assert_eq!(said.code, Some(1));
    assert_eq!(row(&said.out, "ui"), ["ui", "0", "1", "0", "0"].map(String::from));
    world.let_not_be("broken");
    world.x(&["test", "--full"]).ok();
}

#[test]
fn a_known_failure_is_no_failure_and_is_named_with_its_reason() {
    let world = with_long_suites();
    let list = "src/fork/known-failures.toml";
    world.let_be("a-test-fails");
    let said = world.x(&["test", "--full", "coretests"]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("coretests: made::up FAILED"), "{}", said.out);
    assert_eq!(row(&said.out, "coretests"), ["coretests", "3", "1", "0", "1"].map(String::from));

    world.write(list, "[coretests]\n'made::up' = 'the moon is full'\n");
    let said = world.x(&["test", "coretests"]).ok();
    assert_eq!(row(&said.out, "coretests"), ["coretests", "3", "0", "1", "1"].map(String::from));
    let reason = "coretests: made::up fails on the baseline too: the moon is full";
    assert!(said.out.contains(reason), "{}", said.out);

    world.let_not_be("a-test-fails");
    let said = world.x(&["test", "coretests"]).ok();
    assert!(
        said.out.contains("made::up is listed in src/fork/known-failures.toml and did not fail")
    );

    world.write(list, "coretests = 3\n");
    let said = world.x(&["test", "coretests"]);
    assert!(
        said.err.contains("known-failures.toml is no list of tests and reasons"),
        "{}",
        said.err
    );
}

#[test]
fn every_crate_is_tested_with_both_toolchains_and_not_again() {
    let world = with_long_suites();
    let said = world.x(&["test", "crates"]).ok();
    let side = |toolchain: &str, name: &str| {
        let with = format!(
            "with {toolchain}/bin/rustc and {toolchain}/bin/rustdoc in crates/{name}/target"
        );
        let two = "--features a,b --lib --test t";
        let docs = "--features a,b --doc";
        [
            format!("test --locked --no-run {with}"),
            format!("test --locked --no-fail-fast {with}"),
            format!("test --locked --no-run {two} {with}"),
            format!("test --locked --no-fail-fast {two} -- --exact --skip slow {with}"),
            format!("test --locked --no-fail-fast {docs} -- --exact --skip slow {with}"),
        ]
    };
    let (ours, baseline) = (side("toolchain", "ours"), side("upstream/toolchain", "baseline"));
    let log = world.cargo_log();
    assert_eq!(log, [&baseline[..2], &ours[..2], &baseline[2..], &ours[2..]].concat());
    assert_eq!(said.out.lines().last(), Some("6 passed, 0 failed"), "{}", said.out);
    assert_eq!(world.read("build/crates/source/Cargo.lock"), "# the lockfile\n");
    let manifest = world.read("build/crates/source/Cargo.toml");
    assert!(manifest.contains(r#"members = ["one-1.0.0", "two-1.0.0"]"#), "{manifest}");
    assert!(
        manifest.ends_with("[patch.crates-io]\ntwo = { path = \"two-1.0.0\" }\n"),
        "{manifest}"
    );

    world.x(&["test", "crates"]).ok();
    assert_eq!(world.cargo_log().len(), log.len());

    // Ours changes, and the baseline does not.
    world.write("compiler/rustc_one/src/generator.rs", "pub fn changed() {}\n");
    world.x(&["test", "crates"]).ok();
    assert_eq!(world.cargo_log()[log.len()..], ours);
}

#[test]
fn one_crate_is_tested_alone() {
    let world = with_long_suites();
    let said = world.x(&["test", "tests/ecosystem/crates/two"]).ok();
    assert_eq!(said.out.lines().last(), Some("3 passed, 0 failed"), "{}", said.out);
    world
        .x(&["test", "tests/ecosystem/crates/three"])
        .refused(&["three is none of the crates", "tests/ecosystem/crates/Cargo.toml"]);
}

#[test]
fn a_crate_that_does_something_else_than_on_the_baseline_fails() {
    let world = with_long_suites();
    world.let_be("differs");
    let said = world.x(&["test", "crates"]);
    assert_eq!(said.code, Some(1));
    let words = "one-1.0.0: DIFFERS: tests/t.rs: third: fails, on the baseline passes";
    assert!(said.out.contains(words), "{}", said.out);
    assert_eq!(row(&said.out, "crates"), ["crates", "4", "2", "2", "0"].map(String::from));
    // On two sides a build and three rounds; those of the second crate are two calls each.
    assert_eq!(world.cargo_log().len(), 2 * (1 + 3) + 2 * (1 + 3 * 2));
}

#[test]
fn a_crate_that_builds_on_the_baseline_only_fails() {
    let world = with_long_suites();
    world.let_be("no-crate");
    let said = world.x(&["test", "tests/ecosystem/crates/one"]);
    assert_eq!(said.code, Some(1));
    let words = "one-1.0.0: DIFFERS: builds: fails, on the baseline passes";
    assert!(said.out.contains(words), "{}", said.out);
}

#[test]
fn a_crate_without_tests_that_could_run_is_built() {
    let world = with_long_suites();
    let json = std::fs::read_to_string(world.path("metadata.json")).unwrap();
    let json = json.replace(r#""features": ["a", "b"], "tests": ["t"]"#, r#""build-only": true"#);
    put(&world.path("metadata.json"), &json, 0o644);
    let said = world.x(&["test", "tests/ecosystem/crates/two"]).ok();
    assert_eq!(said.out.lines().last(), Some("1 passed, 0 failed"), "{}", said.out);
    let log = world.cargo_log();
    assert_eq!(log.len(), 2);
    assert!(log.iter().all(|call| call.starts_with("build --locked with ")), "{log:?}");
}

#[test]
fn a_test_that_is_seen_to_do_both_is_unsteady() {
    let world = with_long_suites();
    world.let_be("wobbles");
    let said = world.x(&["test", "ecosystem"]).ok();
    assert!(said.out.contains("one-1.0.0: tests/t.rs: third is unsteady"), "{}", said.out);
    assert_eq!(row(&said.out, "ecosystem")[1], "5", "the workspace is tested as well");
}
