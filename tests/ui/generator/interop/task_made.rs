//@ edition: 2024

// A task cannot be made from its fields.

#![feature(native_generators)]

use std::generator::Task;

fn by_its_fields() -> Task {
    Task { _private: () } //~ ERROR field `_private` of struct `Task` is private
}

fn main() {}
