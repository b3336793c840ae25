//@ edition: 2024
//@ run-rustfix

// Where `yield..` hands on references to what is to be yielded, its operand can give that.

#![feature(native_generators)]

fn of_a_slice(numbers: &[u32]) => impl Iterator<Item = u32> {
    yield.. numbers; //~ ERROR mismatched types
}

fn of_an_iterator(numbers: &[u32]) => impl Iterator<Item = u32> {
    yield.. numbers.iter(); //~ ERROR mismatched types
}

fn of_strings(texts: &[String]) => impl Iterator<Item = String> {
    yield.. texts; //~ ERROR mismatched types
}

fn of_a_cast(numbers: &Vec<u32>) => impl Iterator<Item = u32> {
    yield.. numbers as &[u32]; //~ ERROR mismatched types
}

fn main() {
    assert!(of_a_slice(&[1, 2]).eq([1, 2]));
    assert!(of_an_iterator(&[1, 2]).eq([1, 2]));
    assert!(of_strings(&[String::from("a")]).eq(["a"]));
    assert!(of_a_cast(&vec![3]).eq([3]));
}
