//@ edition: 2024

// `await` wants an operand, before it or behind it.

#![feature(native_generators)]

use std::generator::Future;

fn statement() => impl Future<Return = ()> {
    await; //~ ERROR expected expression, found `;`
}

fn tail() => impl Future<Return = u32> {
    await
} //~ ERROR expected expression, found `}`

fn parenthesised() => impl Future<Return = u32> {
    (await) //~ ERROR expected expression, found `)`
}

fn right_operand() => impl Future<Return = u32> {
    1 + await
} //~ ERROR expected expression, found `}`

fn argument() => impl Future<Return = ()> {
    drop(await, 1) //~ ERROR expected expression, found `,`
}

fn initializer() => impl Future<Return = ()> {
    let nothing = await; //~ ERROR expected expression, found `;`
}

fn scrutinee() => impl Future<Return = ()> {
    match (await) {} //~ ERROR expected expression, found `)`
}

fn keyword() => impl Future<Return = ()> {
    await let x = 1; //~ ERROR expected expression, found `let` statement
}

fn postfix() => impl Future<Return = u32> {
    .await //~ ERROR expected expression, found `.`
}

fn main() {}
