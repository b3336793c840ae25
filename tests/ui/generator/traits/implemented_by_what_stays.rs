//@ edition: 2024
//@ run-rustfix

// A trait that declares a method with `=>` promises its callers a generator that may move.

#![feature(native_generators)]

trait Fetch {
    fn get(&self) => impl Future<Output = u32>;
}

struct Web;

impl Fetch for Web {
    async fn get(&self) -> u32 { //~ ERROR cannot be unpinned
        1
    }
}

fn main() {
    assert_eq!(std::generator::block_on(Web.get()), 1);
}
