//@ run-rustfix
//@ edition: 2024

// A `yield` moves its operand, and not everything can be moved out of.

#![feature(native_generators)]

struct Loud(String);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn of_a_type_with_drop(loud: Loud) => impl Iterator<Item = String> {
    yield loud.0; //~ ERROR cannot move out of type `Loud`, which implements the `Drop` trait
}

fn behind_a_reference(loud: &Loud) => impl Iterator<Item = String> {
    yield loud.0; //~ ERROR cannot move out of `loud` which is behind a shared reference
}

fn indexed(lines: Vec<String>) => impl Iterator<Item = String> {
    for i in 0..lines.len() {
        yield lines[i]; //~ ERROR cannot move out of index of `Vec<String>`
    }
}

fn main() {
    let loud = Loud(String::from("out"));
    assert_eq!(behind_a_reference(&loud).count(), 1);
    assert_eq!(of_a_type_with_drop(loud).count(), 1);
    assert_eq!(indexed(vec![String::new()]).count(), 1);
}
