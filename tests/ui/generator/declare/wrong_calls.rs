//@ edition: 2024

// A call of a generator function is checked as any call.

#![feature(native_generators)]

fn count(from: u32, to: u32) => impl Iterator<Item = u32> {
    for i in from..to {
        yield i
    }
}

struct Step(u32);

impl Step {
    fn below(&self, limit: u32) => impl Iterator<Item = u32> {
        for i in (0..limit).step_by(self.0 as usize) {
            yield i
        }
    }
}

fn main() {
    let _ = count(1); //~ ERROR this function takes 2 arguments but 1 argument was supplied
    let _ = count("1", 2); //~ ERROR mismatched types
    let _ = count::<u32>(1, 2); //~ ERROR function takes 0 generic arguments
    let _ = Step(2).below(); //~ ERROR this method takes 1 argument but 0 arguments were supplied
}
