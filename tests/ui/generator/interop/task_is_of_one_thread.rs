//@ edition: 2024

// What a task gives is of the thread that polls: a `Context` is neither `Send` nor `Sync`, and so
// is a `Task`.

#![feature(native_generators)]

use std::generator::Task;
use std::thread;

fn scoped(task: &mut Task) {
    thread::scope(|scope| {
        scope.spawn(|| task.with_context(|context| context.waker().wake_by_ref()));
        //~^ ERROR `Task` cannot be sent between threads safely
    });
}

fn is_send<T: Send>() {}

fn is_sync<T: Sync>() {}

fn main() {
    is_send::<Task>(); //~ ERROR `Task` cannot be sent between threads safely
    is_sync::<Task>(); //~ ERROR `Task` cannot be shared between threads safely
    is_send::<&mut Task>(); //~ ERROR `Task` cannot be sent between threads safely
}
