//@ edition: 2024

// What is configured out is gated all the same: the parser has seen it. What only a macro has seen
// as tokens is not.

#[cfg(false)]
fn removed() => impl Iterator<Item = u32> {} //~ ERROR generator functions are experimental

#[cfg(false)]
mod module {
    fn removed() {
        let _ = |_: u32| => {}; //~ ERROR generator functions are experimental
    }
}

macro_rules! discard {
    ($($tokens:tt)*) => {};
}

discard! {
    fn tokens() => impl Iterator<Item = u32> {
        yield 1
    }
}

fn main() {}
