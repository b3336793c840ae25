//@ edition: 2024
//@ run-rustfix

// A generator closure where a function is to be called, not a frame to be made.

#![feature(native_generators)]

fn apply(f: &dyn Fn(u32)) {
    f(1);
}

fn main() {
    vec![1].iter().for_each(|x| => { println!("{x}") }); //~ ERROR E0308
    apply(&|x| => {
        //~^ ERROR E0308
        println!("{x}");
    });
}
