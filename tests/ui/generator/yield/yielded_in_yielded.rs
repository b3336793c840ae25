//@ edition: 2024

// A `yield` in the operand of another says what a closure yields, and the other is told so.

#![feature(native_generators)]

fn main() {
    let _mismatched = || => {
        yield {
            yield "text";
            1 //~ ERROR mismatched types
        };
    };
    let _the_same = || => {
        yield {
            yield "text";
            "more"
        };
    };
}
