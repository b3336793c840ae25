//! Which types may go to another thread, and which need be pinned.

use core::cell::Cell;
use core::generator::{
    self, Arg, ByMut, Executor, FromFn, FromIter, Generator, IntoCore, Iter, Join, Joined,
    MapReturn, MapYield, Ready, Select, Selected, State, Task,
};
use core::marker::PhantomPinned;
use core::ops::Range;
use core::panic::{RefUnwindSafe, UnwindSafe};
use core::pin::Pin;
use std::generator::{Boxed, BoxedSend};

/// Fails to compile where a type has a trait that it must not have.
///
/// The type of `which` can be inferred only if the second implementation is not there.
macro_rules! assert_not {
    ($($type:ty: $trait:ident,)*) => {$(
        const _: () = {
            struct Has;
            trait Which<T> {
                const WHICH: () = ();
            }
            impl<T: ?Sized> Which<()> for T {}
            impl<T: ?Sized + $trait> Which<Has> for T {}
            <$type as Which<_>>::WHICH
        };
    )*};
}

macro_rules! assert_all {
    ($($type:ty: $($trait:ident)+,)*) => {$(
        const _: fn() = || {
            fn has<T: ?Sized $(+ $trait)+>() {}
            has::<$type>();
        };
    )*};
}

/// An executor that can go nowhere.
struct Local(#[allow(dead_code)] *const ());

impl Executor for Local {
    type Blocked = *const ();
    type Resume = ();
    fn take_resume(&mut self) {}
}

/// A future for any executor that must be pinned.
struct Immovable(#[allow(dead_code)] PhantomPinned);

impl<E: Executor> Generator<E> for Immovable {
    type Yield = !;
    type Return = ();
    fn resume(self: Pin<&mut Self>, _: &mut E) -> State<!, (), E::Blocked> {
        State::Complete(())
    }
}

type Pointer = *const u8;

assert_all! {
    Arg<u8>: Send Sync Unpin UnwindSafe RefUnwindSafe,
    Task: Unpin,
    State<u8, u8, u8>: Send Sync Unpin,
    Selected<u8, u8, u8, u8>: Send Sync Unpin,

    Ready<u8>: Send Sync Unpin UnwindSafe RefUnwindSafe,
    Ready<Cell<u8>>: Send,
    Ready<PhantomPinned>: Unpin,
    FromFn<Local, u8>: Send Sync Unpin UnwindSafe RefUnwindSafe,
    FromFn<Task, PhantomPinned>: Unpin,
    FromIter<Local, Range<u8>>: Send Sync Unpin UnwindSafe RefUnwindSafe,
    FromIter<Task, PhantomPinned>: Unpin,

    ByMut<'_, Cell<u8>>: Send,
    ByMut<'_, PhantomPinned>: Unpin,
    MapYield<u8, u8>: Send Sync Unpin,
    MapYield<u8, PhantomPinned>: Unpin,
    MapReturn<u8, u8>: Send Sync Unpin,
    MapReturn<u8, PhantomPinned>: Unpin,
    Iter<u8>: Send Sync Unpin,
    IntoCore<u8>: Send Sync Unpin,
    Boxed<'_, (), (), ()>: Unpin,
    BoxedSend<'_, Local, (), ()>: Send Unpin,

    Joined<(), Ready<u8>>: Send Sync Unpin,
    Joined<Local, Ready<Cell<u8>>>: Send,
    Joined<Task, Ready<PhantomPinned>>: Unpin,
    Join<(Joined<(), Ready<u8>>, Joined<(), Ready<i8>>)>: Send Sync Unpin,
    Join<[Joined<Local, Ready<u8>>; 3]>: Send Sync Unpin,
    Select<u8, u8>: Send Sync Unpin,
}

assert_not! {
    // It stands for a `Context`, which is neither.
    Task: Send,
    Task: Sync,
    Arg<Pointer>: Send,
    State<(), (), Pointer>: Send,

    Ready<Pointer>: Send,
    Ready<Cell<u8>>: Sync,
    FromFn<(), Pointer>: Send,
    FromIter<(), Cell<u8>>: Sync,

    ByMut<'_, Pointer>: Send,
    MapYield<Pointer, u8>: Send,
    MapYield<u8, Pointer>: Send,
    MapYield<PhantomPinned, u8>: Unpin,
    MapReturn<PhantomPinned, u8>: Unpin,
    Iter<Cell<u8>>: Sync,
    IntoCore<Pointer>: Send,
    IntoCore<PhantomPinned>: Unpin,
    Boxed<'_, (), (), ()>: Send,
    BoxedSend<'_, (), (), ()>: Sync,

    Joined<(), Ready<Pointer>>: Send,
    Joined<(), Immovable>: Unpin,
    Join<(Joined<(), Ready<u8>>, Joined<(), Immovable>)>: Unpin,
    Join<[Joined<Local, Immovable>; 2]>: Unpin,
    Select<u8, Pointer>: Send,
    Select<u8, PhantomPinned>: Unpin,
}

/// Frames by what they hold while they wait, and not by who resumes them.
#[test]
fn frames() {
    fn local() => impl generator::Future<Local, Return = ()> {
        await generator::ready(());
    }

    fn cell() => impl Future<Output = u8> {
        let cell = Cell::new(1);
        await core::future::ready(());
        cell.get()
    }

    fn all<T: Send + Sync + Unpin + UnwindSafe>(_: &T) {}
    fn send<T: Send + Unpin>(_: &T) {}

    all(&local());
    all(&generator::join((local(), local())));
    send(&cell());
    send(&generator::join((cell(), cell())));
    send(&generator::select(cell(), cell()));
    assert!(local().step(&mut Local(&())).is_complete());
}
