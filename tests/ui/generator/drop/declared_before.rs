//@ edition: 2024

// Values are dropped in the opposite order they are declared, frames included.

#![feature(native_generators)]

fn once(n: &u32) => impl Iterator<Item = u32> {
    yield *n;
}

struct Loud<'a>(&'a u32);

impl Drop for Loud<'_> {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn in_a_body() => impl Iterator<Item = u32> {
    {
        let loud;
        let n = 5;
        loud = Loud(&n); //~ ERROR `n` does not live long enough
    }
    yield 1;
}

fn main() {
    let _frame;
    let n = 1;
    _frame = once(&n); //~ ERROR `n` does not live long enough

    let mut frames = Vec::new();
    let m = 2;
    frames.push(once(&m)); //~ ERROR `m` does not live long enough
}
