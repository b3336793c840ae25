//@ edition: 2024

// Two copies of a frame would both own what it holds. It is never `Copy`.

#![feature(native_generators)]

fn iterator() => impl Iterator<Item = u32> {
    yield 1
}

fn assert_copy<T: Copy>(_: T) {}

fn main() {
    assert_copy(iterator()); //~ ERROR the trait bound `impl Iterator<Item = u32>: Copy` is not

    let closure = || => { yield 1 };
    assert_copy(closure());
    //~^ ERROR Copy` is not satisfied
    assert_copy(closure);

    let _ = [iterator(); 2]; //~ ERROR the trait bound `impl Iterator<Item = u32>: Copy` is not
}
