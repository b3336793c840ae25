//@ edition: 2024

// The same gate guards the library.

use std::generator::Arg; //~ ERROR use of unstable library feature `native_generators`
use std::generator::State; //~ ERROR use of unstable library feature `native_generators`

fn main() {
    std::generator::from_iter::<(), _>([1]);
    //~^ ERROR use of unstable library feature `native_generators`
}
