//@ edition: 2024

// Without an expectation, the first `yield` and the first `return` decide.

#![feature(native_generators)]

fn main() {
    let _ = |n: u32| => {
        yield n;
        yield "text"; //~ ERROR mismatched types
        yield; //~ ERROR mismatched types
    };
    let _ = |early: bool| => {
        if early {
            return 1;
        }
        yield early;
        "text" //~ ERROR mismatched types
    };
    let _ = |early: bool| => {
        if early {
            return;
        }
        yield early;
        5 //~ ERROR mismatched types
    };
}
