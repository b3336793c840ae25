//@ edition: 2024
//@ compile-flags: -Zprint-frames=xml

// `-Zprint-frames` knows two formats.

fn main() {}

//~? ERROR incorrect value `xml` for unstable option `print-frames`
