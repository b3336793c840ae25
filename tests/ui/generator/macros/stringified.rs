//@ run-pass
//@ edition: 2024

// `stringify!` prints the new syntax back, from tokens and from fragments.

#![feature(native_generators)]

macro_rules! text {
    (item $item:item) => { stringify!($item) };
    (expr $expr:expr) => { stringify!($expr) };
    (tokens $($tokens:tt)*) => { stringify!($($tokens)*) };
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

fn main() {
    let item = text!(item fn f<'a>(n: &'a u32) => impl Iterator<Item = u32> + Send { yield *n });
    assert_eq!(squeezed(item), "fnf<'a>(n:&'au32)=>implIterator<Item=u32>+Send{yield*n}");
    let tokens = text!(tokens trait T { fn f(self) => impl Generator<E, Yield = (), Return = R>; });
    assert_eq!(squeezed(tokens), "traitT{fnf(self)=>implGenerator<E,Yield=(),Return=R>;}");
    assert_eq!(squeezed(text!(expr move |n: u32| => { yield n; })), "move|n:u32|=>{yieldn;}");
    assert_eq!(squeezed(text!(expr || => {})), "||=>{}");
}
