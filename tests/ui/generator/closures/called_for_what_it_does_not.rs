//@ edition: 2024

// Without its `=>`, this closure could not suspend.

#![feature(native_generators)]

use std::generator::ready;

fn main() {
    vec![1].iter().for_each(|x| => { yield *x }); //~ ERROR E0308
    vec![1].iter().for_each(|x| => { let _ = await ready(*x); }); //~ ERROR E0308
}
