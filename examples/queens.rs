//! All ways to place N queens on a board of N × N squares so that none attacks another.
//!
//! `queens 6` prints the boards for N = 6, and how many there are.

#![feature(native_generators)]

use std::env;
use std::error::Error;

/// Each solution tells the column of the queen in every row.
fn queens(n: usize) => impl Iterator<Item = Vec<usize>> {
    let mut board = Vec::new();
    let mut column = 0;
    loop {
        match (column..n).find(|&column| is_free(&board, column)) {
            Some(free) => {
                board.push(free);
                column = 0;
                if board.len() == n {
                    yield board.clone();
                    column = n;
                }
            }
            None => match board.pop() {
                Some(last) => column = last + 1,
                None => return,
            },
        }
    }
}

/// Whether a queen in the next row is safe in this column.
fn is_free(board: &[usize], column: usize) -> bool {
    let mut above = board.iter().rev().zip(1..);
    above.all(|(&other, rows)| other != column && other.abs_diff(column) != rows)
}

fn main() -> Result<(), Box<dyn Error>> {
    let n = env::args().nth(1).ok_or("usage: queens N")?.parse()?;
    let mut count = 0;
    for board in queens(n) {
        for queen in board {
            println!("{}Q{}", ". ".repeat(queen), " .".repeat(n - queen - 1));
        }
        println!();
        count += 1;
    }
    println!("{count} solutions");
    Ok(())
}
