//@ edition: 2024

// Iterators and futures are generators, which is nothing to tell those who have never heard of them.

fn takes_future(_: impl std::future::Future) {}

async fn fetch() -> Vec<u32> {
    let range = 0..3;
    range.await //~ ERROR is not a future
}

fn main() {
    takes_future(0..3); //~ ERROR is not a future
    for _ in fetch() {} //~ ERROR is not an iterator
}
