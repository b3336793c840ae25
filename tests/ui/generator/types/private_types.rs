//@ edition: 2024

// A face is an interface: what it names is as visible as the function.

#![feature(native_generators)]
#![deny(private_bounds, private_interfaces)]

pub mod inner {
    struct Private;
    trait Hidden {}
    impl<T> Hidden for T {}

    pub fn yields() => impl Iterator<Item = Private> { //~ ERROR type `Private` is more private than
        yield Private
    }

    pub fn takes(_private: Private) => impl Iterator<Item = u32> {
        //~^ ERROR type `Private` is more private than the item `takes`
        yield 1
    }

    pub fn bound() => impl Iterator<Item = u32> + Hidden {
        //~^ ERROR trait `Hidden` is more private than the item `inner::bound`
        yield 1
    }

    // What the frame holds is nobody's business.
    pub fn holds() => impl Iterator<Item = u32> {
        let private = Private;
        yield 1;
        drop(private);
    }
}

fn main() {}
