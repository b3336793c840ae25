//! `bench`, and the suite that sees to its programs.

use crate::world::{World, put};

/// The programs that cargo makes, by group.
const PROGRAMS: [(&str, &[&str]); 4] = [
    (
        "iteration",
        &["iteration_ours", "by_hand", "gen_blocks", "with_genawaiter", "with_corosensei"],
    ),
    ("awaits", &["awaits_ours", "async_fn"]),
    ("synchronous", &["synchronous_ours", "straight_line"]),
    ("tasks", &["tasks_ours", "on_tokio", "on_local_pool"]),
];

/// What says that a unit takes so many nanoseconds, and that the checksum is 7.
fn program(nanoseconds: &str) -> String {
    format!("#!/bin/sh\necho {nanoseconds} 7\n")
}

/// A repository with all programs. They are shell scripts, which the made-up compilers copy.
fn with_benches() -> World {
    let world = World::new();
    for (group, programs) in PROGRAMS {
        for program_of in programs {
            world.write(&format!("benches/{program_of}"), &program("2"));
        }
        world.write(&format!("benches/{group}/coroutines.cpp"), &program("4"));
    }
    for form in ["async_fn", "immovable", "movable"] {
        world.write(&format!("benches/frames/{form}.rs"), &sizes(1_000));
    }
    world.write("benches/compile-time/layers.rs", "#!/bin/sh\necho 5\n");
    world
}

/// A program that says of each shape that it has this size.
fn sizes(bytes: u32) -> String {
    let shapes =
        ["argument", "ten-nested", "four-nested", "one-after-another", "arms", "sixteen-nested"];
    let lines: String = shapes.iter().map(|shape| format!("echo {shape} {bytes}\n")).collect();
    format!("#!/bin/sh\n{lines}")
}

/// The row of a table that begins with these cells, without its blanks.
fn row(text: &str, what: &str, against: &str) -> Vec<String> {
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let mut rows = text.lines().map(cells);
    let row = rows.find(|row| row.len() > 2 && row[1] == what && row[2] == against);
    row.unwrap_or_else(|| panic!("no row {what} / {against} in {text}"))[3..].to_vec()
}

#[test]
fn a_group_is_measured_with_both_compilers_and_written_down() {
    let world = with_benches();
    world.write("benches/reasons.toml", "[frames]\n\"sixteen nested with a number each: movable / async of the baseline\" = 'It grows.'\n");
    let said = world.x(&["bench", "frames"]).ok();
    assert!(said.err.contains("benches/RESULTS.md"), "{}", said.err);
    assert_eq!(world.bootstrapped().len(), 2, "both compilers were built");
    let results = world.read("benches/RESULTS.md");
    assert!(results.contains("\n## frames\n"), "{results}");
    assert!(results.contains("```text\n./x.py bench frames\n```"), "{results}");
    assert!(results.contains("- ours: rustc 1.96.0-made-up\n- baseline: rustc 1.96.0-made-up\n"));
    assert!(results.contains("- g++: g++ (made up) 12\n"), "{results}");
    let baseline = "async of the baseline";
    assert_eq!(
        row(&results, "four arms with 1 KiB each: static", baseline),
        ["1,000 B", "1,000 B", "1.00", "≤ 1,032 B", "reached", ""]
    );
    assert_eq!(
        row(&results, "sixteen nested with a number each: movable", baseline),
        ["1,000 B", "1,000 B", "1.00", "≤ 200 B", "**missed**", ""]
    );
    assert!(results.contains("number each: movable / async of the baseline: It grows.\n"));
    assert!(
        results
            .contains("number each: async / async of the baseline: the reason is not known yet\n")
    );
    assert!(results.contains("![frames](frames.svg)") && world.exists("benches/frames.svg"));
    assert!(!results.contains(&world.repository("").display().to_string()), "{results}");
}

#[test]
fn a_group_that_is_measured_again_replaces_its_section_alone() {
    let world = with_benches();
    world.x(&["bench", "awaits", "frames"]).ok();
    let before = world.read("benches/RESULTS.md");
    assert_eq!(row(&before, "1 await", "async")[..3], ["2.00 ns", "2.00 ns", "1.00"]);
    assert_eq!(row(&before, "1 await", "g++ coroutines")[2..5], ["0.50", "< 1 ×", "reached"]);

    world.write("benches/async_fn", &program("8"));
    world.x(&["bench", "awaits"]).ok();
    let after = world.read("benches/RESULTS.md");
    assert_eq!(row(&after, "1 await", "async")[..3], ["2.00 ns", "8.00 ns", "0.25"]);
    let frames = |text: &str| text[text.find("## frames").unwrap()..].to_owned();
    assert_eq!(frames(&before), frames(&after));
}

#[test]
fn what_does_not_count_stays_out_of_the_repository() {
    let world = with_benches();
    world.x(&["bench", "awaits", "--quick"]).ok();
    let compiler = world.repository("build/toolchain/bin/rustc").display().to_string();
    world.x(&["bench", "frames", "--rustc", &compiler]).ok();
    assert!(!world.exists("benches/RESULTS.md") && !world.exists("benches/frames.svg"));
    let results = world.read("build/bench/RESULTS.md");
    assert!(results.contains("a quick run, whose figures mean nothing"), "{results}");
    assert!(results.contains("\n## frames\n") && world.exists("build/bench/frames.svg"));
}

#[test]
fn what_cannot_be_measured_is_refused_or_said() {
    let world = with_benches();
    world.x(&["bench", "waits"]).refused(&["there is no group waits", "iteration, awaits"]);
    world
        .x(&["bench", "frames", "--baseline", "nowhere/rustc"])
        .refused(&["nowhere/rustc is not there: name a rustc"]);
    world.let_be("no-c++");
    let said = world.x(&["bench", "awaits", "--quick"]).ok();
    assert!(said.err.contains("made up: no coroutines"), "{}", said.err);
    assert_eq!(row(&said.out, "4 awaits", "g++ coroutines")[4], "does not compile");

    put(&world.repository("benches/async_fn"), "#!/bin/sh\necho 2 8\n", 0o644);
    world.x(&["bench", "awaits", "--quick"]).refused(&[
        "native generators and async come to different checksums at 1 await (7 and 8)",
        "put right the one that is wrong",
    ]);
}

#[test]
fn the_programs_are_tested_without_a_baseline_and_without_measuring() {
    let world = with_benches();
    let said = world.x(&["test", "benches"]);
    // 12 programs and two of C++, 15 cases, three that show sizes, and one whose compilation is measured. A
    // script is no machine code for a board.
    assert_eq!(said.out.lines().last(), Some("33 passed, 1 failed"), "{}{}", said.out, said.err);
    assert!(said.out.contains("benches/size ... FAILED"), "{}", said.out);
    assert!(!world.exists("build/upstream"));

    world.write("benches/by_hand", "#!/bin/sh\necho 2 8\n");
    world.write("benches/frames/movable.rs", "does not compile\n");
    world.let_be("no-c++");
    let said = world.x(&["test", "benches/iteration"]);
    assert!(said.out.contains("benches/iteration, g++ coroutines ... FAILED"), "{}", said.out);
    assert!(said.out.contains("benches/iteration, Fibonacci: all do the same ... FAILED"));
    assert!(said.out.contains("benches/awaits, 1 await: all do the same ... ok"));
    assert!(said.out.contains("benches/frames/movable.rs ... FAILED"), "{}", said.out);
}
