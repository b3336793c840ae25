//! A calculator: each line of standard input is cut into tokens, and the tokens are evaluated.

#![feature(native_generators)]

use std::io;
use std::iter::Peekable;

#[derive(Clone, Copy, PartialEq)]
enum Token {
    Number(f64),
    Symbol(char),
}

type Result<T> = std::result::Result<T, String>;

/// The tokens of a line, up to its end or to the first thing that is none.
fn tokens(line: &str) => impl Iterator<Item = Result<Token>> {
    let mut rest = line.trim_start();
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '0'..='9' => rest.find(|c| !matches!(c, '0'..='9' | '.')).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (text, after) = rest.split_at(end);
        yield Ok(match first {
            '0'..='9' => Token::Number(text.parse().map_err(|_| format!("bad number {text}"))?),
            '+' | '-' | '*' | '/' | '(' | ')' => Token::Symbol(first),
            _ => Err(format!("unexpected {first:?}"))?,
        });
        rest = after.trim_start();
    }
}

/// Evaluates as long as the operators bind at least as tightly as `level`.
fn evaluate(
    tokens: &mut Peekable<impl Iterator<Item = Result<Token>>>,
    level: usize,
) -> Result<f64> {
    let mut left = match tokens.next().ok_or("unexpected end")?? {
        Token::Number(number) => number,
        Token::Symbol('-') => -evaluate(tokens, 2)?,
        Token::Symbol('(') => {
            let inner = evaluate(tokens, 0)?;
            match tokens.next().ok_or("unclosed (")?? {
                Token::Symbol(')') => inner,
                _ => Err("unclosed (")?,
            }
        }
        Token::Symbol(symbol) => Err(format!("unexpected {symbol:?}"))?,
    };
    while let Some(Ok(Token::Symbol(operator))) = tokens.peek() {
        let (binds, apply): (_, fn(f64, f64) -> f64) = match operator {
            '+' => (0, |a, b| a + b),
            '-' => (0, |a, b| a - b),
            '*' => (1, |a, b| a * b),
            '/' => (1, |a, b| a / b),
            _ => break,
        };
        if binds < level {
            break;
        }
        tokens.next();
        left = apply(left, evaluate(tokens, binds + 1)?);
    }
    Ok(left)
}

fn calculate(line: &str) -> Result<f64> {
    let mut tokens = tokens(line).peekable();
    let value = evaluate(&mut tokens, 0)?;
    match tokens.next().transpose()? {
        None => Ok(value),
        Some(_) => Err("more than one expression".to_string()),
    }
}

fn main() -> io::Result<()> {
    for line in io::stdin().lines() {
        match calculate(&line?) {
            Ok(value) => println!("{value}"),
            Err(error) => println!("error: {error}"),
        }
    }
    Ok(())
}
