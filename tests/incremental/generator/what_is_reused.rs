//@ revisions: rpass1 rpass2
//@ edition: 2024
//@ compile-flags: -Zquery-dep-graph

// Where only the inside of a generator changes, and neither its signature nor what it holds, the body
// that hands on what it yields is not checked again.

#![feature(native_generators, rustc_attrs)]

fn steps(n: u32) => impl Iterator<Item = u32> {
    for i in 0..n {
        yield if cfg!(rpass1) { i } else { 2 * i };
    }
}

#[rustc_clean(cfg = "rpass2")]
fn twice(n: u32) => impl Iterator<Item = u32> {
    yield.. steps(n);
    yield.. steps(n);
}

fn main() {
    assert_eq!(twice(3).sum::<u32>(), if cfg!(rpass1) { 6 } else { 12 });
}
