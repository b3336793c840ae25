//@ run-pass
//@ edition: 2024

// In the face `Iterator`, `?` on `None` yields `None` as the last item where the items are options.

#![feature(native_generators)]

fn digits(text: &str) => impl Iterator<Item = Option<u32>> {
    for letter in text.chars() {
        yield Some(letter.to_digit(10)?);
    }
}

fn main() {
    assert_eq!(digits("12").collect::<Vec<_>>(), [Some(1), Some(2)]);
    assert_eq!(digits("1x2").collect::<Vec<_>>(), [Some(1), None]);

    let mut frame = digits("x");
    assert_eq!(frame.next(), Some(None));
    assert_eq!(frame.next(), None);
}
