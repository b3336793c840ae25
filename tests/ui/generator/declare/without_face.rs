//@ edition: 2024

// After the `=>` of a function stands its face.

#![feature(native_generators)]

fn one() => { //~ ERROR expected the face of the generator after `=>`
    yield 1
}

struct Pair(u32, u32);

impl Pair {
    fn both(&self) => { //~ ERROR expected the face of the generator after `=>`
        yield self.0;
        yield self.1;
    }
}

trait Provided {
    fn nothing(&self) => {} //~ ERROR expected the face of the generator after `=>`
}

fn main() {
    // No errors about what the faces would have said.
    for number in one() {}
    Pair(1, 2).both().next();
}
