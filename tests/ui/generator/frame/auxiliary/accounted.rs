//@ edition: 2024
//@ compile-flags: -Zprint-frames

pub async fn told<T: Default>() -> T {
    let value = T::default();
    std::future::ready(()).await;
    value
}
