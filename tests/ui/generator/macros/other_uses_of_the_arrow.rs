//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// Macros go on using `=>` after whatever may stand before it, closures and signatures included.

#![feature(native_generators)]

macro_rules! expressions {
    ($left:expr => $right:expr) => {
        ($left, $right)
    };
}

macro_rules! types {
    ($ty:ty => $value:expr) => {{
        let value: $ty = $value;
        value
    }};
}

macro_rules! patterns {
    ($($pattern:pat_param)|* => $then:expr) => {
        match 3 {
            $($pattern)|* => $then,
            _ => 0,
        }
    };
}

macro_rules! others {
    (block $block:block => $then:expr) => { $then };
    (path $path:path => $then:expr) => { $then };
}

// Spelt out before an expression is tried, these never were closures.
macro_rules! lambdas {
    (|$x:ident| => $body:block) => {{
        let $x = 3;
        $body
    }};
    (|| => $body:block) => { $body };
    (move || => $body:block) => { $body };
    ($closure:expr) => { $closure };
}

macro_rules! functions {
    (fn $name:ident($($arg:ident: $ty:ty),*) => impl $bound:path, $body:block) => {
        fn $name($($arg: $ty),*) -> impl $bound $body
    };
    (fn $name:ident($($arg:ident: $ty:ty),*) => $ret:ty, $body:block) => {
        fn $name($($arg: $ty),*) -> $ret $body
    };
}

functions! { fn opaque() => impl std::fmt::Debug, { 3 } }
functions! { fn add(a: u32, b: u32) => u32, { a + b } }

fn main() {
    let (left, right) = expressions!(|x: u32| x + 1 => |y: u32| -> u32 { y * 2 });
    assert_eq!(right(left(1)), 4);

    let (generator, function) = expressions!(|x: u32| => { yield x } => |x: u32| x + 1);
    assert_eq!(generator(function(1)).into_iter().next(), Some(2));

    assert_eq!(types!(fn(u32) -> u32 => |x| x)(3), 3);
    assert_eq!(types!(Box<dyn Fn() -> u32> => Box::new(|| 3))(), 3);
    assert_eq!(types!(&dyn Fn(u32) => &|_| ())(1), ());

    assert_eq!(patterns!(3 | 4 => 1), 1);
    assert_eq!(others!(block { 1 } => 2), 2);
    assert_eq!(others!(path Fn(u32) -> u32 => 2), 2);

    assert_eq!(lambdas!(|x| => { x }), 3);
    assert_eq!(lambdas!(|| => { 4 }), 4);
    assert_eq!(lambdas!(move || => { 5 }), 5);
    assert_eq!(lambdas!(|| -> u32 { 6 })(), 6);

    assert_eq!(format!("{:?}", opaque()), "3");
    assert_eq!(add(1, 2), 3);

    let (yes, no) = (true, false);
    let matched = match |x: u32| x + 1 {
        f if (|y| f(y) == 9)(1) => 1,
        f if no || f(1) == 9 => 2,
        f if { let g = |y| y; g(f(1)) } == 2 && (yes | no) => 3,
        _ => 4,
    };
    assert_eq!(matched, 3);
    let matched = match 5 {
        | 1 | 2 => 0,
        x if (move || x == 4)() => 1,
        _ if no || yes => 2,
        _ => 3,
    };
    assert_eq!(matched, 2);
}
