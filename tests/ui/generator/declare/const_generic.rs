//@ run-pass
//@ edition: 2024

// A generator function may be generic over constants.

#![feature(native_generators)]

fn elements<T: Copy, const N: usize>(array: [T; N]) => impl Iterator<Item = (usize, T)> {
    for i in 0..N {
        yield (N - i, array[i])
    }
}

fn multiples<const BY: u32>() => impl Iterator<Item = u32> {
    let mut n = 0;
    loop {
        yield n;
        n += BY;
    }
}

fn main() {
    assert_eq!(elements(['a', 'b']).collect::<Vec<_>>(), [(2, 'a'), (1, 'b')]);
    assert_eq!(elements([0u8; 0]).count(), 0);
    assert_eq!(multiples::<7>().take(3).collect::<Vec<_>>(), [0, 7, 14]);
}
