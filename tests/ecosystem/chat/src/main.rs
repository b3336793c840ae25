//! The chat server: `chat [ADDRESS]`. Visitors come with `nc` or `telnet`.

use std::io;

use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> io::Result<()> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:7777".to_owned());
    let listener = TcpListener::bind(&address).await?;
    println!("listening at {}", listener.local_addr()?);
    chat::serve(listener).await
}
