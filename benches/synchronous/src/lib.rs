//! The inputs of the two programs that must come to the same machine code.
//!
//! A unit of work is a byte of the input, a value or a step.

use std::sync::LazyLock;

use measure::Numbers;

/// How many bytes the input has.
const LENGTH: usize = 16_384;

/// Records: a length in one or two bytes, and as many bytes.
pub static RECORDS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut bytes = Vec::new();
    for number in Numbers::new(5) {
        let length = number as usize % 300;
        if bytes.len() + length + 2 > LENGTH {
            break;
        }
        if length < 128 {
            bytes.push(length as u8);
        } else {
            bytes.extend([128 | (length >> 8) as u8, length as u8]);
        }
        bytes.extend(Numbers::new(number | 1).take(length).map(|byte| byte as u8));
    }
    bytes
});

/// Reads the input until so many bytes are read, or as many more as it takes to come to its end.
pub fn repeat(bytes: u64, mut read: impl FnMut(&[u8]) -> u64) -> u64 {
    (0..bytes.div_ceil(LENGTH as u64)).fold(0, |total, _| total.wrapping_add(read(&RECORDS)))
}

/// What comes of a record, byte by byte.
pub fn hashed(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
}
