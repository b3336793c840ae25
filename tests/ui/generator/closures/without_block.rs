//@ run-rustfix
//@ edition: 2024

// The body of a generator closure is a block, as the body of a function.

#![feature(native_generators)]

fn main() {
    let once = |n: u32| => yield n; //~ ERROR the body of a generator closure must be a block
    assert_eq!(once(4).into_iter().sum::<u32>(), 4);

    let endless = move || => loop { yield 1 };
    //~^ ERROR the body of a generator closure must be a block
    assert_eq!(endless().into_iter().take(3).sum::<u32>(), 3);

    let odd = |n: u32| => if n % 2 == 1 { yield n };
    //~^ ERROR the body of a generator closure must be a block
    assert_eq!(odd(5).into_iter().chain(odd(6)).sum::<u32>(), 5);

    let sized = |n: u32| => match n {
        //~^ ERROR the body of a generator closure must be a block
        0 => yield "none",
        _ => yield "some",
    };
    assert!(sized(0).into_iter().chain(sized(1)).eq(["none", "some"]));
}
