//! Nothing: the manifest beside this file is what the package is for, and cargo wants a crate in it.
