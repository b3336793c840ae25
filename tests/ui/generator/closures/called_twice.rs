//@ edition: 2024

// A frame that takes a captured value takes it out of the closure, which can then be called once.

#![feature(native_generators)]

fn main() {
    let text = String::new();
    let once = move || => {
        yield text.len();
        drop(text);
    };
    let _ = once();
    let _ = once(); //~ ERROR use of moved value: `once`

    let text = String::new();
    let _once = || => {
        yield 1;
        drop(text);
    };
    drop(text); //~ ERROR use of moved value: `text`
}
