//@ edition: 2024

// A frame of which a suspend point may hold half a variable is not `Clone`, and says so.

#![feature(native_generators)]

fn assert_clone<T: Clone>(_: T) {}

fn main() {
    let on_one_way = |text: String, keep: bool| => {
        if !keep {
            drop(text);
        }
        yield 1;
    };
    assert_clone(on_one_way(String::new(), true)); //~ ERROR Clone` is not satisfied

    let one_half = |pair: (String, String)| => {
        drop(pair.0);
        yield 1;
    };
    assert_clone(one_half((String::new(), String::new()))); //~ ERROR Clone` is not satisfied

    let captured = String::new();
    let of_the_environment = move |keep: bool| => {
        if !keep {
            drop(captured);
        }
        yield 1;
    };
    assert_clone(of_the_environment(true)); //~ ERROR Clone` is not satisfied

    struct NotClone;
    let not_clone = |value: NotClone| => {
        yield 1;
        drop(value);
    };
    assert_clone(not_clone(NotClone)); //~ ERROR `NotClone: Clone` is not satisfied
}
