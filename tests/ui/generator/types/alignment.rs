//@ run-pass
//@ edition: 2024

// What a frame keeps stays aligned, wherever the frame is moved to.

#![feature(native_generators)]

#[repr(align(64))]
#[derive(Clone, Copy)]
struct Aligned(u8);

fn addresses(argument: Aligned) => impl Iterator<Item = usize> {
    let local = Aligned(argument.0 + 1);
    for offset in 0..2u8 {
        let inner = Aligned(offset);
        yield &raw const local as usize;
        yield &raw const inner as usize;
        assert_eq!(inner.0, offset);
    }
    assert_eq!(local.0, argument.0 + 1);
}

fn main() {
    let mut frame = addresses(Aligned(7));
    assert_eq!(align_of_val(&frame), 64);
    for _ in 0..4 {
        let mut moved = Box::new((0u8, frame));
        assert_eq!(moved.1.next().unwrap() % 64, 0);
        frame = moved.1;
    }
    assert_eq!(frame.next(), None);
}
