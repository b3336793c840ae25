//@ run-pass
//@ edition: 2024

// Macros that write traits and their implementations with generator methods.

#![feature(native_generators)]

macro_rules! visitor {
    ($trait:ident => $item:ty { $($type:ty: |$this:ident| $body:block)* }) => {
        trait $trait {
            fn visit(&self) => impl Iterator<Item = $item>;

            fn visit_twice(&self) => impl Iterator<Item = $item> {
                for item in self.visit() {
                    yield item;
                }
                for item in self.visit() {
                    yield item;
                }
            }
        }

        $(impl $trait for $type {
            fn visit(&self) => impl Iterator<Item = $item> {
                let $this = self;
                $body
            }
        })*
    };
}

visitor! {
    Bytes => u8 {
        str: |this| { for byte in this.bytes() { yield byte } }
        [u8]: |this| { for byte in this { yield *byte } }
        bool: |this| { if *this { yield 1 } }
    }
}

fn main() {
    assert_eq!("ab".visit().collect::<Vec<_>>(), *b"ab");
    assert_eq!([1u8, 2][..].visit_twice().collect::<Vec<_>>(), [1, 2, 1, 2]);
    assert_eq!((true.visit().count(), false.visit_twice().count()), (1, 0));
}
