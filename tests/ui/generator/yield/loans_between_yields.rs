//@ run-pass
//@ edition: 2024

// Loans of locals are free between two suspend points, and temporaries borrow as usual.

#![feature(native_generators)]

fn words(text: String) => impl Iterator<Item = String> {
    let mut word = String::new();
    let mut longest: usize = 0;
    for letter in text.chars().collect::<Vec<_>>() {
        let here = &mut word;
        if letter != ' ' {
            here.push(letter);
            continue;
        }
        longest = longest.max(here.len());
        yield std::mem::take(&mut word);
    }
    {
        let rest: &str = &word;
        longest = longest.max(rest.len());
    }
    yield word;
    yield longest.to_string();
}

fn peeking(text: String) => impl Iterator<Item = u64> {
    let mut letters = text.chars().collect::<Vec<_>>().into_iter().peekable();
    while let Some(&letter) = letters.peek() {
        if !letter.is_ascii_digit() {
            letters.next();
            continue;
        }
        let mut number = 0;
        while let Some(digit) = letters.peek().and_then(|letter| letter.to_digit(10)) {
            number = number * 10 + u64::from(digit);
            letters.next();
        }
        yield number;
    }
}

fn main() {
    assert_eq!(words("ab c def".to_string()).collect::<Vec<_>>(), ["ab", "c", "def", "3"]);
    assert_eq!(peeking("12, 7 and 300".to_string()).collect::<Vec<_>>(), [12, 7, 300]);
}
