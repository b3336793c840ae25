//@ run-rustfix
//@ edition: 2024

// A closure has no face: the frame is seen as it is.

#![feature(native_generators)]

fn main() {
    let count = |n: u32| => impl Iterator<Item = u32> {
        //~^ ERROR a generator closure cannot name a face
        for i in 0..n {
            yield i
        }
    };
    assert_eq!(count(4).into_iter().sum::<u32>(), 6);

    let one = move || => static impl Iterator<Item = u32> { yield 1 };
    //~^ ERROR a generator closure cannot name a face
    assert_eq!(one().into_iter().sum::<u32>(), 1);
}
