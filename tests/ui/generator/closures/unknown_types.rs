//@ edition: 2024

// Nothing here says what the type is that is yielded or returned.

#![feature(native_generators)]

fn yielded() {
    let _ = || => { yield Vec::new() }; //~ ERROR type annotations needed
}

fn yielded_from_a_call() {
    let _ = |text: &'static str| => { yield text.parse().unwrap() };
    //~^ ERROR type annotations needed
}

fn returned() {
    let _ = |n: u32| => {
        yield n;
        (0..n).collect() //~ ERROR type annotations needed
    };
}

fn error() {
    let _ = |n: Option<u32>| => {
        yield n.ok_or("nothing")?;
        Ok(()) //~ ERROR type annotations needed
    };
}

fn main() {}
