//@ edition: 2024

// What an owned box holds is lent as the box itself would be: the box moves with the frame. Behind
// a reference, it does not.

#![feature(native_generators)]

struct Page {
    title: String,
    next: Option<Box<Page>>,
}

fn content(number: Box<u32>) => impl Iterator<Item = u32> {
    let lent = &*number; //~ ERROR [E0626]
    yield 1;
    yield *lent;
}

fn field(mut page: Box<Page>) => impl Iterator<Item = usize> {
    let lent = &mut page.title; //~ ERROR [E0626]
    yield 1;
    lent.push('!');
    yield page.title.len();
}

fn box_in_a_box() => impl Iterator<Item = u32> {
    let mut number = Box::new(Box::new(1));
    let lent = &mut **number; //~ ERROR [E0626]
    yield 1;
    *lent += 1;
}

fn pattern(page: Option<Box<Page>>) => impl Iterator<Item = usize> {
    let Some(page) = page else { return };
    let Page { ref title, .. } = *page; //~ ERROR [E0626]
    yield 1;
    yield title.len();
}

fn elements(numbers: Box<[u32]>) => impl Iterator<Item = u32> {
    for n in numbers.iter() { //~ ERROR [E0626]
        yield *n;
    }
}

fn of_a_temporary() => impl Iterator<Item = u32> {
    let lent = &*Box::new(1); //~ ERROR [E0626]
    yield 1;
    yield *lent;
}

fn behind_a_reference(page: &mut Page) => impl Iterator<Item = usize> {
    if let Some(next) = &mut page.next {
        let lent = &mut next.title;
        yield lent.len();
        lent.push('!');
    }
}

fn reference_in_a_box(number: Box<&u32>) => impl Iterator<Item = u32> {
    let lent = &**number;
    yield 1;
    yield *lent;
}

fn leaked(number: Box<u32>) => impl Iterator<Item = u32> {
    let lent = Box::leak(number);
    yield 1;
    yield *lent;
}

fn main() {}
