//@ edition: 2024

//! Procedural macros that give back what they are given.

extern crate proc_macro;

use proc_macro::TokenStream;

/// Gives the tokens back.
#[proc_macro]
pub fn identity(tokens: TokenStream) -> TokenStream {
    tokens
}

/// Gives the tokens back, printed and parsed again.
#[proc_macro]
pub fn reparsed(tokens: TokenStream) -> TokenStream {
    tokens.to_string().parse().unwrap()
}

/// Gives the item back, token by token.
#[proc_macro_attribute]
pub fn unchanged(arguments: TokenStream, item: TokenStream) -> TokenStream {
    assert!(arguments.is_empty());
    item.into_iter().collect()
}
