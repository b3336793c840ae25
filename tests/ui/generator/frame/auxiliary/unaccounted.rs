//@ edition: 2024

pub async fn untold<T: Default>() -> T {
    let value = T::default();
    std::future::ready(()).await;
    value
}
