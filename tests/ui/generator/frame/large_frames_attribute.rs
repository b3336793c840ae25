//@ edition: 2024

// `#![frame_size_limit]` has a gate, belongs to the crate, and takes a number.

#![frame_size_limit = "many"]
//~^ ERROR the `#[frame_size_limit]` attribute is an experimental feature
//~| ERROR `limit` must be a non-negative integer

fn main() {}
