//@ run-pass
//@ edition: 2024

// Since edition 2021 a closure captures just the fields that its body names.

#![feature(native_generators)]

struct Config {
    name: String,
    sizes: Vec<u32>,
    log: Vec<String>,
}

fn main() {
    let mut config = Config { name: "n".to_string(), sizes: vec![1, 2], log: vec![] };
    let sizes = |factor: u32| => {
        for size in &config.sizes {
            yield size * factor
        }
    };
    for size in sizes(10) {
        config.log.push(format!("{}{size}", config.name));
    }
    let name = config.name;
    assert_eq!(sizes(1).into_iter().sum::<u32>(), 3);
    assert_eq!(config.log, ["n10", "n20"]);
    assert_eq!(name, "n");
}
