//@ edition: 2024
//@ compile-flags: -Zcoroutine-layout=loose

// `-Zcoroutine-layout` knows two layouts.

fn main() {}

//~? ERROR incorrect value `loose` for unstable option `coroutine-layout`
