//@ edition: 2024

// Generator functions are as private as other functions, and what they yield keeps its privacy.

#![feature(native_generators)]

mod inner {
    pub struct Item {
        field: u32,
    }

    impl Item {
        fn fields(self) => impl Iterator<Item = u32> {
            yield self.field
        }
    }

    pub fn items() => impl Iterator<Item = Item> {
        yield Item { field: 1 }
    }

    fn private() => impl Iterator<Item = u32> {
        for item in items() {
            for field in item.fields() {
                yield field;
            }
        }
    }
}

fn fields() => impl Iterator<Item = u32> {
    for item in inner::items() {
        yield item.field; //~ ERROR field `field` of struct `Item` is private
    }
}

fn main() {
    let _ = inner::private(); //~ ERROR function `private` is private
    for item in inner::items() {
        let _ = item.fields(); //~ ERROR method `fields` is private
    }
}
