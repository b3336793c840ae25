//@ revisions: rpass1 rpass2
//@ edition: 2024

// A frame says where its body stands now, not where it stood when it was compiled first.

#![feature(native_generators)]

use std::fmt::Debug;

#[cfg(rpass1)]
fn named() => impl Iterator<Item = u32> + Debug { yield line!() }

#[cfg(rpass2)]
fn named() => impl Iterator<Item = u32> + Debug { yield line!() }

fn main() {
    let frame = named();
    let shown = format!("{frame:?}");
    let line = frame.into_iter().next().unwrap();
    assert!(shown.contains(&format!("places.rs:{line}:")), "{shown} should be on line {line}");
}
