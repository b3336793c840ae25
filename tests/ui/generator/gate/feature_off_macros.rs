//@ edition: 2024

// In a macro, the arrow is gated that the macro or its caller wrote.

macro_rules! generator {
    ($name:ident) => {
        fn $name() => impl Iterator<Item = u32> {} //~ ERROR generator functions are experimental
    };
}

macro_rules! item {
    ($item:item) => {
        $item
    };
}

generator!(written_by_the_macro);

item! {
    fn written_by_the_caller() => impl Iterator<Item = u32> {}
    //~^ ERROR generator functions are experimental
    //~| ERROR generator functions are experimental
}

fn main() {
    written_by_the_macro();
    written_by_the_caller();
}
