//@ edition: 2024

// A `const` closure is called in constants, a `static` one is an immovable coroutine. A closure
// that makes frames is neither.

#![feature(const_closures, const_trait_impl, coroutines, native_generators)]

fn main() {
    let _ = const || => { yield 1 }; //~ ERROR `const` closures cannot be generators
    let _ = const move |n: u32| => { yield n }; //~ ERROR `const` closures cannot be generators
    let _ = static || => { yield 1 }; //~ ERROR `static` closures cannot be generators
    let _ = static move |n: u32| => { yield n }; //~ ERROR `static` closures cannot be generators
}
