//@ edition: 2024

// What a local, an argument or a temporary owns is stored in the frame as far as loans are
// concerned: on the heap too, in a field, in an element, behind a smart pointer or a method.

#![feature(native_generators)]

use std::collections::HashMap;
use std::generator::{Future, ready};
use std::rc::Rc;

struct Page {
    title: String,
    number: u32,
}

fn counted(number: Rc<u32>) => impl Iterator<Item = u32> {
    let lent: &u32 = &number; //~ ERROR [E0626]
    yield 1;
    yield *lent;
}

fn element(numbers: [u32; 4]) => impl Iterator<Item = u32> {
    let lent = &numbers[2]; //~ ERROR [E0626]
    yield 1;
    yield *lent;
}

fn slice(numbers: [u32; 4]) => impl Iterator<Item = u32> {
    let lent = &numbers[1..]; //~ ERROR [E0626]
    yield 1;
    yield lent[0];
}

fn element_of_vec(numbers: Vec<u32>) => impl Iterator<Item = u32> {
    let lent = &numbers[2]; //~ ERROR [E0626]
    yield 1;
    yield *lent;
}

fn field(page: Page) => impl Iterator<Item = u32> {
    let lent = &page.number; //~ ERROR [E0626]
    yield 1;
    yield *lent;
}

fn part_of_a_tuple() => impl Iterator<Item = usize> {
    let pair = (1, String::new());
    let lent = &pair.1; //~ ERROR [E0626]
    yield 1;
    yield lent.len();
}

fn method(text: String) => impl Iterator<Item = char> {
    for letter in text.chars() { //~ ERROR [E0626]
        yield letter;
    }
}

fn entry(mut map: HashMap<u32, u32>) => impl Iterator<Item = u32> {
    let lent = map.entry(1).or_insert(2); //~ ERROR [E0626]
    yield 1;
    *lent += 1;
    yield map[&1];
}

fn reference_itself(text: &str) => impl Iterator<Item = usize> {
    let lent = &text; //~ ERROR [E0626]
    yield 1;
    yield lent.len();
}

fn exclusive_reference_itself(mut numbers: &mut [u32]) => impl Iterator<Item = u32> {
    let lent = &mut numbers; //~ ERROR [E0626]
    yield 1;
    *lent = &mut [];
}

fn shared_reborrow_of_itself(number: &mut u32) => impl Iterator<Item = u32> {
    let lent = &number; //~ ERROR [E0626]
    yield 1;
    yield **lent;
}

fn iterator_itself(numbers: &[u32]) => impl Iterator<Item = u32> {
    let mut numbers = numbers.iter();
    for n in numbers.by_ref().take(2) { //~ ERROR [E0626]
        yield *n;
    }
}

fn copied(number: u32) => impl Future<Return = u32> {
    let lent = &number; //~ ERROR [E0626]
    await ready(());
    *lent
}

fn receiver(page: Page) => impl Future<Return = usize> {
    let title = page.title(); //~ ERROR [E0626]
    await ready(());
    title.len()
}

impl Page {
    fn title(&self) -> &str {
        &self.title
    }

    fn by_value(self) => impl Iterator<Item = char> {
        for letter in self.title.chars() { //~ ERROR [E0626]
            yield letter;
        }
    }
}

fn pattern((first, second): (String, String)) => impl Iterator<Item = usize> {
    let (lent, other) = (&first, &second);
    //~^ ERROR [E0626]
    //~| ERROR [E0626]
    yield 1;
    yield lent.len() + other.len();
}

fn main() {}
