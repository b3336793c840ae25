//@ edition: 2015

// Macros of a crate where `await` is an ordinary name.

pub struct Flag {
    pub await: u32,
}

pub fn await(n: u32) -> u32 {
    n + 1
}

#[macro_export]
macro_rules! field {
    ($flag:expr) => {
        $flag.await + $crate::await($flag.await)
    };
}

#[macro_export]
macro_rules! apply {
    ($operand:expr, $then:expr) => {
        $then + $operand
    };
}

#[macro_export]
macro_rules! block {
    ($body:block) => {
        $body
    };
}
