//@ check-pass
//@ edition: 2024

// The compiler beneath takes a `gen` block, or a coroutine, to be `'static` although what it yields
// is not.

#![feature(coroutine_trait, coroutines, gen_blocks, stmt_expr_attributes)]
#![allow(dead_code)]

use std::cell::RefCell;
use std::ops::Coroutine;
use std::rc::Rc;

type Slot<'a> = Rc<RefCell<Option<&'a str>>>;

fn gen_block<'a>() -> impl Iterator<Item = Slot<'a>> + 'static {
    gen {
        let slot = Rc::default();
        yield Rc::clone(&slot);
        yield slot;
    }
}

fn coroutine<'a>() -> impl Coroutine<Yield = Slot<'a>, Return = ()> + 'static {
    #[coroutine]
    || {
        let slot: Slot<'a> = Rc::default();
        yield Rc::clone(&slot);
        yield slot;
    }
}

fn main() {}
