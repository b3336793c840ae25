//! The tool as a whole, run as people run it, in a made-up world.

mod bench;
mod full;
mod overlay;
mod setup;
mod verbs;
mod world;
