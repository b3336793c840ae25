//@ edition: 2024

// What a guard sees of its arm's binding is a loan of the scrutinee.

#![feature(native_generators)]
#![allow(dead_code)]

use std::generator::{Future, ready};

fn looks_again(o: Option<u32>) => impl Future<Return = u32> {
    match o {
        Some(n) if await ready(true) && n > 1 => n, //~ ERROR still borrowed while the generator is suspended
        _ => 0,
    }
}

fn keeps_a_loan(o: Option<u32>) => impl Future<Return = u32> {
    match o {
        Some(n) if { //~ ERROR still borrowed while the generator is suspended
            let kept = &n;
            await ready(());
            *kept > 1
        } => n,
        _ => 0,
    }
}

fn by_reference(o: Option<u32>) => impl Future<Return = u32> {
    match o {
        Some(ref n) if await ready(true) => *n, //~ ERROR still borrowed while the generator is suspended
        _ => 0,
    }
}

fn main() {}
