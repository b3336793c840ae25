//! What things cost in bytes.

use core::cell::Cell;
use core::future::poll_fn;
use core::generator::lowering::Handle;
use core::generator::{self, Arg, ByMut, Generator, Ready, Selected, State, Task};
use core::mem::{align_of, size_of, size_of_val};
use core::num::NonZero;
use core::task::Poll;

use super::upto;

#[test]
fn executors() {
    assert_eq!((size_of::<Task>(), align_of::<Task>()), (0, 1));
    assert_eq!(size_of::<Arg<NonZero<u32>>>(), size_of::<u32>());
    assert_eq!(size_of::<Arg<u32>>(), size_of::<Option<u32>>());
    assert_eq!(size_of::<Handle<[u64; 9]>>(), size_of::<usize>());
}

/// Without what cannot happen, an answer is no larger than what it says.
#[test]
fn states() {
    assert_eq!(size_of::<State<!, u64>>(), size_of::<u64>());
    assert_eq!(size_of::<State<u64, !>>(), size_of::<u64>());
    assert_eq!(size_of::<State<!, (), ()>>(), 1);
    assert_eq!(size_of::<State<!, u64, ()>>(), size_of::<Poll<u64>>());
    assert_eq!(size_of::<State<&u8, ()>>(), size_of::<usize>());
    assert_eq!(size_of::<Selected<(), (), u8, u8>>(), 2);
}

#[test]
fn sources() {
    assert_eq!(size_of::<Ready<u8>>(), 2);
    assert_eq!(size_of::<Ready<Box<u8>>>(), size_of::<usize>());
    let n = 3u32;
    let from_fn = generator::from_fn(move |_: &mut ()| State::<u32, ()>::Yielded(n));
    assert_eq!(size_of_val(&from_fn), size_of::<u32>());
    assert_eq!(size_of_val(&generator::from_iter::<(), _>(Some(1u8))), size_of::<Option<u8>>() + 1);
}

#[test]
fn adapters_of_a_frame() {
    let size = size_of_val(&upto(1));
    assert_eq!(size_of_val(&upto(1).map_yield(|n| n + 1)), size);
    assert_eq!(size_of_val(&upto(1).map_yield(|n| n + 1).map_yield(|n| n + 1)), size);
    assert_eq!(size_of_val(&upto(1).by_mut()), size_of::<usize>());
    type Dynamic = dyn Generator<Yield = (), Return = ()>;
    assert_eq!(size_of::<ByMut<'_, Dynamic>>(), 2 * size_of::<usize>());
    // These note that the generator has ended.
    assert!(size_of_val(&upto(1).map_return(drop)) <= size + align_of::<u32>());
    assert!(size_of_val(&upto(1).iter()) <= size + align_of::<u32>());
}

#[test]
fn faces_add_nothing() {
    fn raw(n: u64) => impl generator::Future<Task, Return = u64> {
        await poll_fn(|_| Poll::<()>::Pending);
        n
    }

    fn face(n: u64) => impl Future<Output = u64> {
        await poll_fn(|_| Poll::<()>::Pending);
        n
    }

    assert_eq!(size_of_val(&raw(1)), size_of_val(&face(1)));
    assert_eq!(size_of_val(&raw(1).into_core()), size_of_val(&face(1)));
    let closure = |n: u64| => {
        await poll_fn(|_| Poll::<()>::Pending);
        n
    };
    let size = size_of_val(&closure(1));
    assert_eq!(size_of_val(&closure(1).into_future()), size);
}

/// A join keeps a future or its result, whichever it has, and no count of them.
#[test]
fn joins() {
    let join = generator::join::<(), _>((generator::ready(1u8), generator::ready(2u8)));
    assert_eq!(size_of_val(&join), 2 * size_of::<Ready<u8>>());
    let join = generator::join::<(), _>([(); 10].map(|()| generator::ready(Cell::new(1u8))));
    assert_eq!(size_of_val(&join), 10 * size_of::<Ready<Cell<u8>>>());
    let select = generator::select(generator::ready(1u8), generator::ready(2u8));
    assert_eq!(size_of_val(&select), 2 * size_of::<Ready<u8>>());
}
