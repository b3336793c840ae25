//@ revisions: e2015 e2018 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2024] edition: 2024

// Without the gate, the arrow around the new forms names it, and the forms are understood.

fn sums() => impl std::future::Future<Output = u32> { //~ ERROR generator functions are experimental
    let first = await std::future::ready(1);
    first + std::future::ready(2).await
}

fn streams() => impl Iterator<Item = u32> { //~ ERROR generator functions are experimental
    await for n in 0..3 {
        yield n;
    }
    yield.. [1, 2];
    let () = *ref executor;
    let closure = |n: u32| => { //~ ERROR generator functions are experimental
        yield.. Some(n);
    };
    drop(closure);
}

trait Waits {
    fn wait(&self) => static impl std::future::Future<Output = ()> {
    //~^ ERROR generator functions are experimental
        await std::future::ready(());
    }
}

fn main() {
    for _ in streams() {}
    drop(sums());
}
