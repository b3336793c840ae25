//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `await for` in methods, provided methods and closures, over what receivers and captures hold.

#![feature(native_generators)]

use std::generator::{self, Executor, Future, Generator, Stream, from_iter};

struct Shelf {
    books: Vec<String>,
    lent: Vec<usize>,
}

trait Library {
    fn titles<E: Executor>(&self) => impl Stream<E, Yield = &str, Return = usize>;

    fn longest<E: Executor>(&self) => impl Future<E, Return = Option<String>> {
        let mut longest: Option<&str> = None;
        await for title in self.titles() {
            match longest {
                Some(other) if other.len() >= title.len() => {}
                _ => longest = Some(title),
            }
        };
        longest.map(str::to_string)
    }

    fn absorb<E, S>(&mut self, books: S) => impl Future<E, Return = usize>
    where
        E: Executor,
        S: Stream<E, Yield = String, Return = ()> + Unpin;
}

impl Library for Shelf {
    fn titles<E: Executor>(&self) => impl Stream<E, Yield = &str, Return = usize> {
        let mut hidden = 0;
        await for (at, book) in from_iter(self.books.iter().enumerate()) {
            if self.lent.contains(&at) {
                hidden += 1;
                continue;
            }
            yield book;
        }
        hidden
    }

    fn absorb<E, S>(&mut self, books: S) => impl Future<E, Return = usize>
    where
        E: Executor,
        S: Stream<E, Yield = String, Return = ()> + Unpin,
    {
        await for book in books {
            self.books.push(book);
        }
        self.books.len()
    }
}

fn closures(shelf: &mut Shelf) => impl Future<(), Return = (usize, Vec<usize>)> {
    let count = |shelf: &Shelf| -> usize {
        let counting = |titles: Vec<String>| => {
            let mut count = 0;
            await for title in titles {
                count += title.len();
            }
            count
        };
        generator::run(counting(shelf.books.clone()))
    };
    let before = count(shelf);
    let words = |text: &'static str| => {
        await for word in text.split(' ') {
            yield word.to_string();
        }
    };
    let mut sizes = vec![before];
    let size = await shelf.absorb(words("war and peace"));
    sizes.push(size);
    (await for _ in shelf.titles() {}, sizes)
}

fn main() {
    let mut shelf = Shelf { books: vec!["faust".to_string(), "emma".to_string()], lent: vec![0] };
    assert_eq!(generator::run(shelf.longest()).as_deref(), Some("emma"));
    assert_eq!(generator::run(closures(&mut shelf)), (1, vec![9, 5]));
    assert_eq!(generator::run(shelf.longest()).as_deref(), Some("peace"));
    assert_eq!(shelf.titles().map_return(drop).iter().last(), Some("peace"));
}
