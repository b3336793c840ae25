//@ edition: 2024

// The compiler beneath asks the same of what `async` and `gen` blocks and coroutines capture.

#![feature(coroutines, gen_blocks, stmt_expr_attributes)]

struct Shows<'a>(&'a Vec<u32>);

impl Drop for Shows<'_> {
    fn drop(&mut self) {
        assert!(self.0.len() < 9);
    }
}

fn main() {
    let numbers = vec![1];
    let shows = Shows(&numbers);
    let _frame = async {
        drop(shows);
    };
    drop(numbers); //~ ERROR cannot move out of `numbers` because it is borrowed

    let numbers = vec![1];
    let shows = Shows(&numbers);
    let _frame = gen {
        drop(shows);
        yield 1;
    };
    drop(numbers); //~ ERROR cannot move out of `numbers` because it is borrowed

    let numbers = vec![1];
    let shows = Shows(&numbers);
    let _frame = #[coroutine]
    || {
        drop(shows);
        yield 1;
    };
    drop(numbers); //~ ERROR cannot move out of `numbers` because it is borrowed
}
