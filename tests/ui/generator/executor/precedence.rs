//@ run-pass
//@ revisions: e2015 e2018 e2021 e2024
//@[e2015] edition: 2015
//@[e2018] edition: 2018
//@[e2021] edition: 2021
//@[e2024] edition: 2024

// `ref executor` is a primary expression: fields, calls, indexing and operators take it whole.

#![feature(native_generators)]

use std::generator::{Executor, Future, State};
use std::ops::{AddAssign, Deref, Index};

#[derive(Debug, PartialEq)]
struct Machine {
    count: u32,
    registers: Vec<u32>,
    name: &'static str,
}

impl Executor for Machine {
    type Blocked = ();
    type Resume = ();

    fn take_resume(&mut self) {}
}

impl Machine {
    fn bump(&mut self) -> &mut Machine {
        self.count += 1;
        self
    }
}

impl Deref for Machine {
    type Target = str;

    fn deref(&self) -> &str {
        self.name
    }
}

impl Index<char> for Machine {
    type Output = u32;

    fn index(&self, name: char) -> &u32 {
        &self.registers[name as usize - 'a' as usize]
    }
}

impl AddAssign<u32> for Machine {
    fn add_assign(&mut self, n: u32) {
        self.count += n;
    }
}

impl<'a> std::ops::Add<u32> for &'a mut Machine {
    type Output = u32;

    fn add(self, n: u32) -> u32 {
        self.count + n
    }
}

fn postfix() => impl Future<Machine, Return = u32> {
    ref executor.count += 1;
    ref executor.bump().bump().registers.push(5);
    let first = ref executor.registers[0];
    let copy = ref executor.registers.clone()[1] as u64;
    first + copy as u32 + ref executor.len() as u32
}

fn prefix() => impl Future<Machine, Return = u32> {
    *ref executor += 2;
    *ref executor.registers.last_mut().unwrap() = 9;
    let indexed = (*ref executor)['b'] + (ref executor)['a'];
    let reborrowed = &mut *ref executor;
    reborrowed.count += 1;
    let twice = &mut &mut *ref executor;
    twice.count += 1;
    let negative = -(ref executor.count as i32);
    assert_eq!(negative, -7);
    assert!(!ref executor.registers.is_empty());
    let text: &str = &**ref executor;
    indexed * 100 + text.len() as u32
}

fn operators() => impl Future<Machine, Return = Vec<u32>> {
    let sum = ref executor + 10;
    let range = ref executor.count..ref executor.count + 2;
    let compared = ref executor.count == 7 && 7 <= ref executor.count;
    let array = [ref executor.count, ref executor.registers.len() as u32, u32::from(compared)];
    let mut all = vec![sum];
    all.extend(range);
    all.extend(array.iter());
    all
}

fn scrutinee() => impl Future<Machine, Return = &'static str> {
    let Machine { count, ref name, .. } = *ref executor;
    let (count, name) = (count, *name);
    match ref executor {
        Machine { registers, .. } if registers.is_empty() => "empty",
        Machine { count: n, .. } if *n == count => {
            if let [.., 9] = ref executor.registers[..] { name } else { "other" }
        }
        _ => "changed",
    }
}

fn replaced() => impl Future<Machine, Return = Machine> {
    let old = std::mem::replace(ref executor, Machine { count: 0, registers: vec![], name: "new" });
    *ref executor = Machine { count: 1, ..old };
    Machine { count: 2, registers: ref executor.registers.split_off(1), name: "last" }
}

fn run<F: Future<Machine> + Unpin>(mut future: F, machine: &mut Machine) -> F::Return {
    match future.step(machine) {
        State::Complete(value) => value,
        State::Blocked(()) => panic!("blocked"),
    }
}

fn main() {
    let mut machine = Machine { count: 0, registers: vec![4], name: "machine" };
    assert_eq!(run(postfix(), &mut machine), 4 + 5 + 7);
    assert_eq!(run(prefix(), &mut machine), 1307);
    assert_eq!(run(operators(), &mut machine), [17, 7, 8, 7, 2, 1]);
    assert_eq!(run(scrutinee(), &mut machine), "machine");
    assert_eq!(run(replaced(), &mut machine).registers, [9]);
    assert_eq!(machine, Machine { count: 1, registers: vec![4], name: "machine" });
}
