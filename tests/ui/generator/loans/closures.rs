//@ edition: 2024

// A closure keeps what it captures by reference lent for as long as it may be called.

#![feature(native_generators)]

use std::generator::{Future, ready};

struct Page {
    title: String,
    lines: Vec<String>,
}

fn by_reference(text: String) => impl Iterator<Item = usize> {
    let length = || text.len(); //~ ERROR [E0626]
    yield length();
    yield length();
}

fn by_exclusive_reference(mut text: String) => impl Iterator<Item = usize> {
    let mut push = || {
        text.push('a'); //~ ERROR [E0626]
        text.len()
    };
    yield push();
    yield push();
}

fn by_copy_of_a_place(page: Page) => impl Iterator<Item = usize> {
    let length = || page.title.len(); //~ ERROR [E0626]
    yield page.lines.len();
    yield length();
}

fn by_move_of_a_reference(text: String) => impl Iterator<Item = usize> {
    let lent = &text; //~ ERROR [E0626]
    let length = move || lent.len();
    yield 1;
    yield length();
}

fn lent_itself(text: &str) => impl Iterator<Item = usize> {
    let length = move || text.len();
    let lent: &dyn Fn() -> usize = &length; //~ ERROR [E0626]
    yield 1;
    yield lent();
}

fn in_an_adapter(numbers: Vec<u32>, factor: u32) => impl Iterator<Item = u32> {
    for n in numbers.into_iter().map(|n| n * factor) { //~ ERROR [E0626]
        yield n;
    }
}

fn to_what_is_delegated_to(numbers: Vec<u32>, factor: u32) => impl Iterator<Item = u32> {
    yield.. numbers.into_iter().filter(|n| *n > factor); //~ ERROR [E0626]
}

fn of_a_generator_closure(text: String) => impl Iterator<Item = usize> {
    let lengths = || => {
        yield text.len(); //~ ERROR [E0626]
    };
    for length in lengths() {
        yield length;
    }
}

fn boxed(text: String) => impl Future<Return = usize> {
    let length: Box<dyn Fn() -> usize + '_> = Box::new(|| text.len()); //~ ERROR [E0626]
    await ready(());
    length()
}

// What follows is accepted.

fn by_move(text: String, mut count: u32) => impl Iterator<Item = usize> {
    let mut next = move || {
        count += 1;
        text.len() + count as usize
    };
    yield next();
    yield next();
}

fn through_a_reference(page: &mut Page) => impl Iterator<Item = usize> {
    let mut push = |c| {
        page.title.push(c);
        page.title.len()
    };
    yield push('a');
    yield push('b');
    let lines = || page.lines.len();
    yield lines();
    yield lines();
}

fn not_called_again(text: String) => impl Iterator<Item = usize> {
    let length = || text.len();
    let found = length();
    yield found;
}

fn anew_each_time(mut text: String) => impl Iterator<Item = usize> {
    loop {
        let length = (|| {
            text.push('a');
            text.len()
        })();
        yield length;
    }
}

fn captures_nothing() => impl Iterator<Item = u32> {
    let twice = |n: u32| 2 * n;
    let twice = &twice;
    yield twice(1);
}

fn main() {}
