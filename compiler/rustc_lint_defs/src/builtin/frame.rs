//! Lints about the frames of generators and of `async` bodies.

use crate::declare_lint;

declare_lint! {
    /// The `large_frames` lint detects `async` bodies and generators whose frames are large.
    ///
    /// ### Example
    ///
    /// ```rust,edition2024
    /// #![warn(large_frames)]
    ///
    /// pub async fn checksum(input: impl AsyncFn(&mut [u8]) -> usize) -> u32 {
    ///     let mut block = [0; 32768];
    ///     let length = input(&mut block).await;
    ///     block[..length].iter().map(|&byte| u32::from(byte)).sum()
    /// }
    ///
    /// pub async fn empty() -> u32 {
    ///     checksum(async |_: &mut [u8]| 0).await
    /// }
    /// ```
    ///
    /// {{produces}}
    ///
    /// ### Explanation
    ///
    /// What calls an `async` function or a generator gets its frame: a value that has room for
    /// all that the body holds while it is suspended. It is moved until it is pinned, it lies on
    /// the stack or in an allocation of its own, and it is part of the frame of whatever awaits it.
    /// A large one can take more memory, and more time, than it seems from the source.
    ///
    /// The lint names the largest values and the suspend points that they are held across. Often
    /// one is used no more and could be dropped earlier, or it can be put into a `Box`.
    ///
    /// It is for the author to say how large is too large, so this lint is "allow" by default. A
    /// frame is large if it has more bytes than the attribute `#![frame_size_limit = "N"]` says,
    /// or more than 16384 if there is none. The frame of a generic body is looked at
    /// each time that the body is compiled for other types.
    pub LARGE_FRAMES,
    Allow,
    "detects large frames of generators and of `async` bodies",
}
