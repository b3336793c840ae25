//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `impl Trait` in argument position names a type parameter that the frame captures.

#![feature(native_generators)]

fn doubled(items: impl Iterator<Item = u32>) => impl Iterator<Item = u32> {
    for item in items {
        yield item * 2
    }
}

fn kept(
    items: impl IntoIterator<Item = u32>,
    keep: impl Fn(u32) -> bool,
) => impl Iterator<Item = u32> {
    for item in items {
        if keep(item) {
            yield item
        }
    }
}

fn main() {
    let limit = 3;
    let odd_one_out = kept(vec![1, 2, 3, 4, 5], |n| n != limit);
    assert_eq!(doubled(odd_one_out).collect::<Vec<_>>(), [2, 4, 8, 10]);
}
