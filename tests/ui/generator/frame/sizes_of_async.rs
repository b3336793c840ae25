//@ run-pass
//@ edition: 2024

// Frames of `async` code are as small as what they hold at once. The figures behind the names are those
// of the same source where what lives across two suspend points shares no bytes, and an argument is
// there twice.

use std::future::{Future, pending};
use std::hint::black_box;
use std::mem::size_of_val;

struct Owned<const N: usize>([u8; N]);

impl<const N: usize> Drop for Owned<N> {
    fn drop(&mut self) {
        black_box(&self.0);
    }
}

fn owned<const N: usize>() -> Owned<N> {
    Owned([1; N])
}

async fn wait() {
    pending::<()>().await
}

async fn argument(a: Owned<8192>) {
    wait().await;
    drop(a)
}

async fn use_future<F: Future>(future: F) -> F::Output {
    future.await
}

async fn leaf(a: Owned<8192>) {
    black_box(&a);
}

async fn combining<F: Future>(future: F) {
    async {}.await;
    future.await;
}

async fn one_after_another() {
    let a = owned::<512>();
    wait().await;
    drop(a);
    let b = owned::<1024>();
    wait().await;
    drop(b);
    let c = owned::<2048>();
    wait().await;
    drop(c);
}

async fn a_kib() {
    let a = owned::<1020>();
    wait().await;
    drop(a);
}

async fn four_arms(n: u8) {
    match n {
        0 => a_kib().await,
        1 => a_kib().await,
        2 => a_kib().await,
        _ => a_kib().await,
    }
}

async fn holding<F: Future>(n: u64, future: F) {
    let x = n;
    future.await;
    black_box(x);
}

async fn small(a: u32) {
    wait().await;
    black_box(a);
}

async fn by_reference(a: &u64) -> u64 {
    wait().await;
    *a
}

async fn one_more(a: &u64) -> u64 {
    by_reference(a).await + 1
}

async fn two_more(a: &u64) -> u64 {
    one_more(a).await + 1
}

macro_rules! nested {
    ($function:ident($($first:expr)?; $inner:expr)) => { $inner };
    ($function:ident($($first:expr)?; $inner:expr) $one:tt $($more:tt)*) => {
        nested!($function($($first)?; $function($($first,)? $inner)) $($more)*)
    };
}

fn at_most(name: &str, size: usize, most: usize) {
    assert!(size <= most, "{name}: {size} bytes");
}

fn main() {
    at_most("16386", size_of_val(&argument(owned())), 8200);
    let ten = nested!(use_future(; leaf(owned())) 1 2 3 4 5 6 7 8 9 10);
    at_most("8390655", size_of_val(&ten), 8240);
    let block = owned::<65536>();
    let block = async move {
        wait().await;
        drop(block);
    };
    let four = nested!(combining(; block) 1 2 3 4);
    at_most("1048653", size_of_val(&four), 65600);
    at_most("3588", size_of_val(&one_after_another()), 2060);
    at_most("1029", size_of_val(&four_arms(0)), 1032);
    let sixteen = nested!(holding(7; small(7)) 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16);
    at_most("1834984", size_of_val(&sixteen), 200);
    at_most("56", size_of_val(&two_more(&7)), 16);
}
