//@ edition: 2024

// A `gen` block, or a coroutine, is not `'static` if what it yields is not.

#![feature(coroutine_trait, coroutines, gen_blocks, stmt_expr_attributes)]

use std::cell::RefCell;
use std::ops::Coroutine;
use std::rc::Rc;

type Slot<'a> = Rc<RefCell<Option<&'a str>>>;

fn gen_block<'a>() -> impl Iterator<Item = Slot<'a>> + 'static {
    gen { //~ ERROR lifetime may not live long enough
        let slot = Rc::default();
        yield Rc::clone(&slot);
        yield slot;
    }
}

fn coroutine<'a>() -> impl Coroutine<Yield = Slot<'a>, Return = ()> + 'static {
    #[coroutine]
    || { //~ ERROR lifetime may not live long enough
        let slot: Slot<'a> = Rc::default();
        yield Rc::clone(&slot);
        yield slot;
    }
}

fn main() {}
