//@ edition: 2024

// `static` stands between `=>` and `impl`, once, and nowhere else.

#![feature(native_generators)]

use std::generator::Future;

fn without_impl() => static Future<Return = ()> {} //~ ERROR expected `impl`

fn concrete() => static u32 {} //~ ERROR expected `impl`

fn main() {}
