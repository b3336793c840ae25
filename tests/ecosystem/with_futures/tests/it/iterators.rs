//! Native iterators under itertools.

use std::generator::Generator;

use itertools::{Itertools, izip, kmerge, repeat_n};

fn words(text: &str) => impl Iterator<Item = &str> + Clone {
    for word in text.split(' ') {
        yield word;
    }
}

fn multiples(of: u32) => impl Iterator<Item = u32> + Clone {
    let mut n = of;
    loop {
        yield n;
        n += of;
    }
}

#[test]
fn adapters() {
    assert_eq!(words("b c a").sorted().join("-"), "a-b-c");
    assert_eq!(words("a b c").tuple_windows::<(_, _)>().collect_vec(), [("a", "b"), ("b", "c")]);
    assert_eq!(words("a b a").unique().collect_vec(), ["a", "b"]);
    assert_eq!(words("a b").cartesian_product(words("x y")).count(), 4);
    assert_eq!(words("aa b cc").into_group_map_by(|word| word.len())[&2], ["aa", "cc"]);
    assert_eq!(words("a b c").interleave(words("x y")).format("").to_string(), "axbyc");
    assert_eq!(multiples(3).merge(multiples(5)).dedup().take(5).collect_vec(), [3, 5, 6, 9, 10]);
    assert_eq!(kmerge([multiples(2), multiples(3)]).take(5).collect_vec(), [2, 3, 4, 6, 6]);
    assert_eq!(multiples(1).take(4).permutations(2).count(), 12);
    assert_eq!(izip!(multiples(1), words("a b"), repeat_n('!', 9)).last(), Some((2, "b", '!')));
    assert_eq!(multiples(2).take(3).minmax().into_option(), Some((2, 6)));
    let chunks = multiples(1).take(6).chunk_by(|n| n / 3);
    let sums = chunks.into_iter().map(|(_, chunk)| chunk.sum::<u32>()).collect_vec();
    assert_eq!(sums, [1 + 2, 3 + 4 + 5, 6]);
    let (even, odd): (Vec<u32>, Vec<u32>) = multiples(1).take(5).partition(|n| n % 2 == 0);
    assert_eq!((even, odd), (vec![2, 4], vec![1, 3, 5]));
    let (a, b) = multiples(7).tee();
    assert!(a.take(3).eq(b.take(3)));
    let mut rest = multiples(1).peekable();
    assert_eq!(rest.peeking_take_while(|n| *n < 3).collect_vec(), [1, 2]);
    assert_eq!(rest.next(), Some(3));
}

#[test]
fn raw_frames_by_iter() {
    fn countdown(from: u32) => impl Generator<Yield = u32, Return = ()> + Clone {
        for n in (0..from).rev() {
            yield n;
        }
    }
    assert_eq!(countdown(4).iter().tuples::<(_, _)>().collect_vec(), [(3, 2), (1, 0)]);
    assert_eq!(countdown(3).map_yield(|n| n * n).iter().sorted().collect_vec(), [0, 1, 4]);
}

#[test]
fn adapters_in_native_bodies() {
    fn table(text: &str) => impl Iterator<Item = String> {
        for (number, (a, b)) in words(text).tuples().enumerate() {
            yield format!("{number}: {a} {b}");
        }
        yield.. words(text).sorted().map(str::to_string);
    }
    assert_eq!(table("c a d b").join(", "), "0: c a, 1: d b, a, b, c, d");
}
