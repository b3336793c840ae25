//@ edition: 2024

// Without generators, `await e` is what it was: a mistake in `async` code.

async fn prefix() {
    await std::future::ready(1); //~ ERROR incorrect use of `await`
}

fn main() {}
