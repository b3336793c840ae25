//! Who is there, and who hears what.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::mpsc;

/// How many lines wait for a visitor who does not read. With more, the visitor has to leave.
pub const QUEUE: usize = 1024;

/// The visitors by their names.
#[derive(Debug, Default)]
pub struct Room {
    visitors: Mutex<BTreeMap<String, Queue>>,
}

/// The lines that a visitor is to read; `None` if there were too many.
type Queue = Option<mpsc::Sender<Arc<str>>>;

/// Why somebody may not enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    NoName,
    Taken,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refusal::NoName => "a name is letters and digits, and no more than twenty",
            Refusal::Taken => "somebody has that name",
        })
    }
}

impl Room {
    /// Lets somebody in, and tells the others. What is said from then on can be received.
    pub fn enter(
        self: &Arc<Room>,
        name: &str,
    ) -> Result<(Presence, mpsc::Receiver<Arc<str>>), Refusal> {
        if !(1..=20).contains(&name.len()) || !name.chars().all(char::is_alphanumeric) {
            return Err(Refusal::NoName);
        }
        let mut visitors = self.visitors();
        if visitors.contains_key(name) {
            return Err(Refusal::Taken);
        }
        let (sender, receiver) = mpsc::channel(QUEUE);
        visitors.insert(name.to_owned(), Some(sender));
        drop(visitors);
        self.tell_others(name, format!("* {name} is here\n"));
        Ok((Presence { name: name.to_owned(), room: Arc::clone(self) }, receiver))
    }

    fn tell_others(&self, name: &str, line: String) {
        let line: Arc<str> = line.into();
        for (other, queue) in &mut *self.visitors() {
            // Whose queue is full loses it, and leaves on seeing its end. The name is theirs until then.
            if other != name
                && queue.as_ref().is_some_and(|queue| queue.try_send(line.clone()).is_err())
            {
                *queue = None;
            }
        }
    }

    fn visitors(&self) -> MutexGuard<'_, BTreeMap<String, Queue>> {
        // Whatever panicked, the names and queues are in order.
        self.visitors.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Somebody's being there. They leave when this is dropped, however that comes about.
#[derive(Debug)]
pub struct Presence {
    name: String,
    room: Arc<Room>,
}

impl Presence {
    /// Says something to all others.
    pub fn say(&self, line: &str) {
        self.room.tell_others(&self.name, format!("{}: {line}\n", self.name));
    }

    /// The names of all others.
    pub fn others(&self) -> Vec<String> {
        self.room.visitors().keys().filter(|name| **name != self.name).cloned().collect()
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        self.room.visitors().remove(&self.name);
        self.room.tell_others(&self.name, format!("* {} is gone\n", self.name));
    }
}
