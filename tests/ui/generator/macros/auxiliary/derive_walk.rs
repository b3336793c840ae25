//@ edition: 2021

//! A derive macro that writes a generator method, and an attribute that wraps one.

extern crate proc_macro;

use proc_macro::{Delimiter, Group, TokenStream, TokenTree};

/// Implements `walk(&self)`, which yields the name of the type, and then the name of each field.
#[proc_macro_derive(Walk)]
pub fn derive_walk(item: TokenStream) -> TokenStream {
    let mut name = None;
    let mut fields = Vec::new();
    let mut tokens = item.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) if ident.to_string() == "struct" => {
                name = tokens.next().map(|name| name.to_string());
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let tokens: Vec<_> = group.stream().into_iter().collect();
                for pair in tokens.windows(2) {
                    if let [TokenTree::Ident(field), TokenTree::Punct(colon)] = pair {
                        if colon.as_char() == ':' {
                            fields.push(field.to_string());
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let name = name.unwrap();
    let yields: String = fields
        .iter()
        .map(|field| format!("yield (\"{field}\", self.{field}.to_string());"))
        .collect();
    format!(
        "impl {name} {{
            fn walk(&self) => impl Iterator<Item = (&'static str, String)> {{
                yield (\"{name}\", String::new());
                {yields}
            }}
        }}"
    )
    .parse()
    .unwrap()
}

/// Puts statements before and after the body of a generator function.
#[proc_macro_attribute]
pub fn framed(_: TokenStream, item: TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = item.into_iter().collect();
    let Some(TokenTree::Group(body)) = tokens.pop() else { panic!("no body") };
    let mut framed: TokenStream = "yield \"<\".to_string();".parse().unwrap();
    framed.extend([TokenTree::Group(body)]);
    framed.extend::<TokenStream>("yield \">\".to_string();".parse().unwrap());
    tokens.push(Group::new(Delimiter::Brace, framed).into());
    tokens.into_iter().collect()
}
