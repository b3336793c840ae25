//! Lang items of generators that belong together.

use super::LangItem;

impl LangItem {
    /// What generator functions return, one struct for each kind of face.
    pub const FRAMES: [LangItem; 4] = [
        LangItem::GeneratorFrame,
        LangItem::GeneratorFrameIter,
        LangItem::GeneratorFrameFuture,
        LangItem::GeneratorFrameAsyncIter,
    ];
}
