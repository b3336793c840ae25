//! What `./x.py bench compile-time` compiles besides other people's crates: a program in layers, as
//! applications are. Each function of a layer awaits three of the layer below, and each of those is awaited
//! by three. A compiler that puts what is awaited where it is awaited, without asking how often, is still
//! busy with this when others have gone home.

use std::future::{Future, ready};
use std::pin::pin;
use std::process::ExitCode;
use std::task::{Context, Poll, Waker};

/// Somebody asked for too much.
#[derive(Debug)]
struct TooMuch;

/// The functions of a layer, each with those of the layer below that it awaits.
macro_rules! functions {
    ($($name:ident: $first:ident $second:ident $third:ident,)*) => {$(
        pub async fn $name(log: &mut Vec<String>) -> Result<usize, TooMuch> {
            let mut sum = below::$first(log).await?;
            log.push(format!("{} {sum}", stringify!($name)));
            sum += below::$second(log).await?;
            if sum > 1_000_000 {
                return Err(TooMuch);
            }
            sum += below::$third(log).await?;
            Ok(sum)
        }
    )*};
}

macro_rules! layers {
    ($($layer:ident over $below:ident,)*) => {$(
        mod $layer {
            use super::{TooMuch, $below as below};

            functions! {
                add: add get find,
                find: find put add,
                get: get scan list,
                list: list add put,
                open: open find scan,
                put: put open get,
                scan: scan list open,
            }
        }
    )*};
}

layers! {
    storage over disk,
    tables over storage,
    records over tables,
    services over records,
    requests over services,
}

mod disk {
    use super::{TooMuch, ready};

    macro_rules! functions {
        ($($name:ident)*) => {$(
            pub async fn $name(log: &mut Vec<String>) -> Result<usize, TooMuch> {
                if log.len() > 10_000_000 {
                    return Err(TooMuch);
                }
                log.push(stringify!($name).to_owned());
                Ok(ready(log.len()).await % 3)
            }
        )*};
    }

    functions! { add find get list open put scan }
}

async fn application(log: &mut Vec<String>) -> Result<usize, TooMuch> {
    let mut sum = requests::add(log).await?;
    sum += requests::find(log).await?;
    sum += requests::get(log).await?;
    sum += requests::list(log).await?;
    sum += requests::open(log).await?;
    sum += requests::put(log).await?;
    Ok(sum + requests::scan(log).await?)
}

fn main() -> ExitCode {
    let mut log = Vec::new();
    let context = &mut Context::from_waker(Waker::noop());
    match pin!(application(&mut log)).poll(context) {
        Poll::Ready(Ok(sum)) => {
            println!("{sum}");
            ExitCode::SUCCESS
        }
        Poll::Ready(Err(_)) | Poll::Pending => ExitCode::FAILURE,
    }
}
