//@ edition: 2024

// What a frame borrows from around its closure has to live as long as the frame.

#![feature(native_generators)]

fn main() {
    let frame = {
        let text = String::from("captured");
        let closure = || => { yield text.len() }; //~ ERROR `text` does not live long enough
        closure()
    };
    for _ in frame {}

    let mut count = 1;
    let closure = |n: u32| => { yield count + n };
    let frame = closure(1);
    count += 1; //~ ERROR cannot assign to `count` because it is borrowed
    drop(frame);

    let text = String::from("moved");
    let closure = || => { yield text.len() };
    let frame = closure();
    drop(text); //~ ERROR cannot move out of `text` because it is borrowed
    for _ in frame {}
}
