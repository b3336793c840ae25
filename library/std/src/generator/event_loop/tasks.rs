//! The tasks of an event loop, each in a place of its own.
//!
//! When a task has ended, the next one gets its place. A waker may outlive its task: so each task has
//! a number besides, which none has ever had before.

use core::generator::Future;

use super::EventLoop;
use super::wake_up::TaskId;
use crate::boxed::Box;
use crate::mem;
use crate::pin::Pin;
use crate::vec::Vec;

pub(super) type TaskFuture = Pin<Box<dyn Future<EventLoop, Return = ()>>>;

#[derive(Default)]
pub(super) struct Tasks {
    places: Vec<Place>,
    free: Vec<usize>,
    /// The number of the last task.
    last: u64,
}

struct Place {
    /// 0 while the place is free.
    number: u64,
    /// `None` while the task is being resumed.
    future: Option<TaskFuture>,
}

impl Tasks {
    /// Names a task that has no place here.
    pub(super) fn elsewhere(&mut self) -> TaskId {
        self.last += 1;
        TaskId { place: usize::MAX, number: self.last }
    }

    /// Gives a task a place. Its future is yet to be put there.
    pub(super) fn add(&mut self) -> TaskId {
        self.last += 1;
        let number = self.last;
        let place = self.free.pop().unwrap_or_else(|| {
            self.places.push(Place { number: 0, future: None });
            self.places.len() - 1
        });
        self.places[place].number = number;
        TaskId { place, number }
    }

    fn place(&mut self, id: TaskId) -> Option<&mut Place> {
        self.places.get_mut(id.place).filter(|place| place.number == id.number)
    }

    /// Takes the future of a task, unless the task has ended or is being resumed.
    pub(super) fn take(&mut self, id: TaskId) -> Option<TaskFuture> {
        self.place(id)?.future.take()
    }

    /// Puts the future of a task where it belongs.
    pub(super) fn put(&mut self, id: TaskId, future: TaskFuture) {
        if let Some(place) = self.place(id) {
            place.future = Some(future);
        }
    }

    /// Frees the place of a task that has ended.
    pub(super) fn remove(&mut self, id: TaskId) {
        if let Some(place) = self.place(id) {
            place.number = 0;
            self.free.push(id.place);
        }
    }

    pub(super) fn len(&self) -> usize {
        self.places.len() - self.free.len()
    }

    /// Takes all futures, in the order in which their tasks were added.
    pub(super) fn take_all(&mut self) -> impl Iterator<Item = TaskFuture> + use<> {
        let Tasks { mut places, .. } = mem::take(self);
        places.sort_unstable_by_key(|place| place.number);
        places.into_iter().filter_map(|place| place.future)
    }
}
