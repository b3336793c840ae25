//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// The frame captures the lifetime of a borrowed argument, named or elided, in every edition.

#![feature(native_generators)]

fn lengths(words: &[&str]) => impl Iterator<Item = usize> {
    for word in words {
        yield word.len()
    }
}

fn letters<'a>(text: &'a str) => impl Iterator<Item = &'a str> {
    for (at, letter) in text.char_indices() {
        yield &text[at..at + letter.len_utf8()]
    }
}

fn clear(cells: &mut [u32]) => impl Iterator<Item = u32> {
    for cell in cells {
        yield std::mem::replace(cell, 0)
    }
}

fn main() {
    let words = vec!["a".to_string(), "bcd".to_string()];
    let words: Vec<&str> = words.iter().map(|word| &word[..]).collect();
    assert_eq!(lengths(&words).collect::<Vec<_>>(), [1, 3]);

    let text = String::from("añb");
    let outlives_the_frame = {
        let mut frame = letters(&text);
        frame.next();
        frame.next()
    };
    assert_eq!(outlives_the_frame, Some("ñ"));

    let mut cells = [1, 2, 3];
    assert_eq!(clear(&mut cells).take(2).sum::<u32>(), 3);
    assert_eq!(cells, [0, 0, 3]);
}
