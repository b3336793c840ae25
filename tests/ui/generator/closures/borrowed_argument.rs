//@ edition: 2024

// As with any closure, a reference in the arguments of one without an expected type is not seen to
// live as long as what is returned, which here is the frame.

#![feature(native_generators)]

fn main() {
    let _ = |n: &u32| => { yield n }; //~ ERROR lifetime may not live long enough
    let _ = |text: &str| => { //~ ERROR lifetime may not live long enough
        yield text.len();
    };
}
