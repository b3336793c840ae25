//@ revisions: rpass1 rpass2 rpass3
//@ edition: 2024

// A generator that comes to hold more makes the frames larger that hold its own, though nothing in their
// bodies changed; and smaller again when it goes back.

#![feature(native_generators)]

fn inner(n: u64) => impl Iterator<Item = u64> {
    #[cfg(rpass2)]
    let held = [n + 1; 32];
    yield n;
    #[cfg(rpass2)]
    yield held[31];
}

fn middle(n: u64) => impl Iterator<Item = u64> {
    yield.. inner(n);
    yield.. inner(n + 10);
}

fn outer(n: u64) => impl Iterator<Item = u64> {
    await for value in middle(n) {
        yield 2 * value;
    }
}

fn main() {
    let frame = outer(1);
    assert_eq!(size_of_val(&frame) >= 256, cfg!(rpass2), "{} bytes", size_of_val(&frame));
    let values: Vec<u64> = frame.collect();
    assert_eq!(values, if cfg!(rpass2) { vec![2, 4, 22, 24] } else { vec![2, 22] });
}
