//! Set-up: what is fetched, checked and unpacked, and what happens where that cannot be.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};

use crate::world::{World, put, stage0};

/// The folders that a killed run leaves and the next one clears.
fn leftovers(world: &World) -> usize {
    let Ok(entries) = fs::read_dir(world.repository("build")) else { return 0 };
    entries
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("partial-"))
        .count()
}

#[test]
fn a_corrupt_download_is_refused_and_the_next_one_taken() {
    let world = World::new();
    let deb = world.path("packages/rust-src.deb");
    let right = fs::read(&deb).unwrap();
    fs::write(&deb, [&right[..], b"x"].concat()).unwrap();
    world.x(&["build"]).refused(&[
        "rust-src",
        "is not the one that upstream.toml pins",
        "upstream.archive in config.toml",
    ]);
    assert!(!world.exists("build/tree"));
    assert_eq!(fs::read_dir(world.repository("build/download")).unwrap().count(), 0);
    fs::write(&deb, right).unwrap();
    world.x(&["build"]).ok();
}

#[test]
fn a_download_that_rotted_on_disk_is_fetched_again() {
    let world = World::new();
    world.x(&["build"]).ok();
    let kept =
        fs::read_dir(world.repository("build/download")).unwrap().next().unwrap().unwrap().path();
    fs::write(&kept, "rotten").unwrap();
    fs::remove_dir_all(world.repository("build/tree")).unwrap();
    world.x(&["build"]).ok();
    assert!(fs::metadata(&kept).unwrap().len() > 100);
}

#[test]
fn a_killed_unpack_leaves_nothing_that_the_next_run_trips_over() {
    let world = World::new();
    world.let_be("kill-unpack");
    assert_eq!(world.x(&["build"]).code, None, "killed");
    assert!(!world.exists("build/tree"));
    assert_eq!(leftovers(&world), 1);
    world.let_not_be("kill-unpack");
    world.x(&["build"]).ok();
    assert_eq!(leftovers(&world), 0);
}

#[test]
fn without_a_network_the_way_out_is_named() {
    let world = World::new();
    world.let_be("offline");
    world.x(&["build"]).refused(&[
        "apt-get could not bring rust-src 1.96-1",
        "Temporary failure",
        "upstream.archive in config.toml",
    ]);
    world.let_not_be("offline");
    world.x(&["build"]).ok();
    world.let_be("offline");
    world.write("compiler/rustc_one/src/generator.rs", "pub fn offline() {}\n");
    world.x(&["build"]).ok();
}

#[test]
fn a_version_that_is_no_longer_offered_is_told_from_a_lost_network() {
    let world = World::new();
    world.let_be("superseded");
    world
        .x(&["build"])
        .refused(&["apt-get no longer offers rust-src 1.96-1", "upstream.archive in config.toml"]);
}

#[test]
fn lists_of_our_own_are_tried_before_giving_up() {
    let world = World::new();
    world.let_be("superseded");
    world.x(&["build"]);
    let log = fs::read_to_string(world.path("apt.log")).unwrap();
    let private = format!("Dir::State={}", world.repository("build/apt/state").display());
    assert!(log.lines().any(|line| line.contains(&private) && line.ends_with("update")), "{log}");
}

#[test]
fn without_apt_the_way_out_is_named() {
    let world = World::new();
    let tools = world.path("tools only");
    fs::create_dir(&tools).unwrap();
    for tool in ["git", "python3", "cc", "c++", "sh", "dirname"] {
        let found = which::which_in(tool, std::env::var_os("PATH"), "/").unwrap();
        symlink(found, tools.join(tool)).unwrap();
    }
    let said = crate::world::said(world.command(&["build"]).env("PATH", &tools).output().unwrap());
    said.refused(&[
        "rust-src 1.96-1 comes by apt-get, which is not here",
        "upstream.archive in config.toml",
    ]);
}

#[test]
fn a_source_tree_stands_in_for_the_package() {
    let world = World::new();
    world.let_be("offline");
    configure(&world, "package/usr/src/rustc");
    put(&world.path("package/usr/src/rustc/build/junk"), "", 0o644);
    world.x(&["build"]).ok();
    assert!(!world.exists("build/tree/build/junk"));
}

#[test]
fn a_tarball_and_a_package_file_stand_in_too() {
    let world = World::new();
    world.let_be("offline");
    let tar = Command::new("tar")
        .arg("-C")
        .arg(world.path("package/usr/src"))
        .arg("-cf")
        .arg(world.path("rustc.tar"))
        .arg("rustc")
        .status()
        .unwrap();
    assert!(tar.success());
    configure(&world, "rustc.tar");
    world.x(&["build"]).ok();
    configure(&world, "packages/rust-src.deb");
    world.x(&["build"]).ok();
}

#[test]
fn a_source_of_another_version_is_refused() {
    let world = World::new();
    put(&world.path("package/usr/src/rustc/src/version"), "1.97.0\n", 0o644);
    configure(&world, "package/usr/src/rustc");
    world
        .x(&["build"])
        .refused(&["rustc 1.97.0, not rustc 1.96.0", "upstream.archive in config.toml"]);
    assert!(!world.exists("build/tree"));
}

/// Names a source in config.toml.
fn configure(world: &World, archive: &str) {
    let config = world.read("config.toml");
    let config = config.split("[upstream]").next().unwrap();
    world.write(
        "config.toml",
        &format!("{config}[upstream]\narchive = '{}'\n", world.path(archive).display()),
    );
}

#[test]
fn a_wrong_stage0_is_refused() {
    let world = World::new();
    put(&world.path("stage0/bin/rustc"), &stage0("1.94.0"), 0o755);
    world
        .x(&["build"])
        .refused(&["build.stage0 in config.toml is rustc 1.94.0", "only rustc 1.95.0"]);
    world.write(
        "config.toml",
        &world.read("config.toml").replace("stage0/bin/rustc", "nowhere/rustc"),
    );
    world.x(&["build"]).refused(&["is no rustc with a cargo beside it", "name rustc 1.95.0"]);
}

#[test]
fn a_missing_stage0_is_refused_with_what_there_is() {
    let world = World::new();
    put(&world.path("elsewhere/bin/rustc"), &stage0("1.93.1"), 0o755);
    put(&world.path("elsewhere/bin/cargo"), "", 0o755);
    put(&world.path("bin/rustc"), "#!/bin/sh\nexec \"$WORLD/elsewhere/bin/rustc\" \"$@\"\n", 0o755);
    world.write("config.toml", "");
    world.x(&["build"]).refused(&[
        "rustc 1.95.0",
        "there is rustc 1.93.1",
        "rustup toolchain install 1.95.0",
    ]);
}

#[test]
fn a_place_that_cannot_be_written_is_refused() {
    let world = World::new();
    world.write("build", "a file where a folder is wanted");
    world.x(&["build"]).refused(&["build cannot be written", "build.dir in config.toml"]);
    world.remove("build");
    let config = world.read("config.toml").replace("[build]", "[build]\ndir = '/proc/generators'");
    world.write("config.toml", &config);
    world
        .x(&["build"])
        .refused(&["/proc/generators cannot be written", "build.dir in config.toml"]);
}

#[test]
fn a_disk_without_room_is_refused_before_anything_is_fetched() {
    let world = World::new();
    world.write("upstream.toml", &world.pins().replace("disk = 0", "disk = 1000000000"));
    world
        .x(&["build"])
        .refused(&["GB free and a build takes 1000000000", "build.dir in config.toml"]);
    assert!(!world.path("apt.log").exists());
}

#[test]
fn llvm_is_unpacked_privately_where_it_cannot_be_installed() {
    let world = World::new();
    world.write("config.toml", world.read("config.toml").split("[llvm]").next().unwrap());
    world.x(&["build"]).ok();
    let settings = world.read("build/tree/bootstrap.toml");
    assert!(settings.contains("build/llvm/usr/lib/llvm-99/bin/llvm-config"), "{settings}");
    assert!(world.exists("build/toolchain/lib/libLLVM.so.99"), "the compiler finds its LLVM");
}

#[test]
fn llvm_is_installed_where_that_is_allowed() {
    let world = World::new();
    world.let_be("may-install");
    world.write("config.toml", world.read("config.toml").split("[llvm]").next().unwrap());
    world.x(&["build"]).ok();
    let log = fs::read_to_string(world.path("apt.log")).unwrap();
    let installed = log.contains("install --yes --no-install-recommends llvm-99-dev=99.1");
    assert_eq!(installed, rustix::process::geteuid().is_root(), "{log}");
}

#[test]
fn a_wrong_llvm_is_refused() {
    let world = World::new();
    world.write("upstream.toml", &world.pins().replace("major = 99", "major = 98"));
    world.x(&["build"]).refused(&["llvm.config in config.toml", "LLVM 98"]);
}

#[test]
fn an_unknown_setting_is_refused() {
    let world = World::new();
    world.write("config.toml", "[build]\ntarget = 'x'\n");
    world
        .x(&["build"])
        .refused(&["config.toml, line 2: unknown field `target`", "config.example.toml"]);
}

#[test]
fn two_at_once_take_turns() {
    let world = World::new();
    let mut both = [world.command(&["build"]), world.command(&["build"])]
        .map(|mut command| command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
    assert!(both.iter_mut().all(|child| child.wait().unwrap().success()));
    assert_eq!(world.bootstrapped().len(), 1);
}
