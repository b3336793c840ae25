//! The client in its three ways: the same cases for each.

#![feature(native_generators)]

mod cases;
mod scripted;
mod servers;
mod terminal;
mod toy;
