//@ run-rustfix
//@ edition: 2024

// An `async` closure is not a generator as well.

#![feature(native_generators)]

fn main() {
    let one = async || => { yield 1 }; //~ ERROR `async` closures cannot be generators
    assert_eq!(one().into_iter().sum::<u32>(), 1);

    let n = 2;
    let two = async move |m: u32| => { //~ ERROR `async` closures cannot be generators
        yield n * m
    };
    assert_eq!(two(2).into_iter().sum::<u32>(), 4);
}
