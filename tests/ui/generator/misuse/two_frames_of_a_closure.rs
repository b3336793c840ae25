//@ edition: 2024

// Two frames of one closure cannot both have what it captured, nor one have what is not the
// closure's any more.

#![feature(native_generators)]

use std::generator::Generator;

fn by_reference() {
    let mut numbers = vec![1];
    let pushes = || => {
        numbers.push(1);
        let last = &mut numbers[0];
        yield 1;
        *last += 1;
    };
    let mut first = pushes();
    let mut second = pushes(); //~ ERROR use of moved value: `pushes`
    first.step(&mut ());
    second.step(&mut ());
    first.step(&mut ());
}

fn by_value() {
    let numbers = vec![1];
    let reads = move || => {
        yield numbers[0];
    };
    let mut first = reads();
    drop(reads); //~ ERROR use of moved value: `reads`
    first.step(&mut ());
}

fn argument() {
    let reads = |text: &String| => { //~ ERROR lifetime may not live long enough
        yield text.len();
        yield text.len();
    };
    let mut frame;
    {
        let text = String::from("short");
        frame = reads(&text);
        frame.step(&mut ());
    }
    frame.step(&mut ());
}

fn used_while_lent() {
    let mut numbers = vec![1];
    let mut frame = (|| => {
        for number in &mut numbers {
            yield *number;
        }
    })();
    frame.step(&mut ());
    numbers.clear(); //~ ERROR cannot borrow `numbers` as mutable more than once at a time
    frame.step(&mut ());
}

fn main() {}
