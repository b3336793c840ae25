//@ run-pass
//@ edition: 2024

// `$i:item`, `$v:vis`, `$m:meta` and repetitions carry generator functions, methods and traits.

#![feature(native_generators)]

macro_rules! items {
    ($($item:item)*) => { $($item)* };
}

macro_rules! in_module {
    ($name:ident {
        $($(#[$meta:meta])* $vis:vis fn $function:ident() => $item:ty $body:block)*
    }) => {
        mod $name {
            $($(#[$meta])* $vis fn $function() => impl Iterator<Item = $item> $body)*
        }
    };
}

items! {
    /// Documented.
    #[inline]
    pub fn one() => impl Iterator<Item = u32> {
        yield 1
    }

    trait Source {
        fn items(&self) => impl Iterator<Item = u32>;
        fn provided(&self) => impl Iterator<Item = u32> { for n in self.items() { yield n + 1 } }
    }

    impl Source for u32 {
        fn items(&self) => impl Iterator<Item = u32> { yield *self }
    }

    mod inner {
        pub(super) fn two() => impl Iterator<Item = u32> { yield 2 }
    }
}

in_module! {
    letters {
        #[inline]
        pub fn a() => char { yield 'a' }
        pub(super) fn nothing() => bool {}
    }
}

fn main() {
    items! {
        fn local() => impl Iterator<Item = u32> { yield 3 }
    }
    assert_eq!(one().chain(inner::two()).chain(local()).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(5u32.provided().next(), Some(6));
    assert_eq!(letters::a().next(), Some('a'));
    assert_eq!(letters::nothing().next(), None);
}
