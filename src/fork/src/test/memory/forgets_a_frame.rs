// caught as detected memory leaks
#![feature(native_generators)]

fn body(text: String) => impl Iterator<Item = usize> {
    yield text.len();
}

fn main() {
    let mut frame = body(String::from("forgotten"));
    println!("{}", frame.next().unwrap());
    std::mem::forget(frame);
}
