//! What a coroutine's frame has to hold at each moment, and what of it may have one place.
//!
//! [`StateTransform`](crate::coroutine) saves in the frame each local that is live across a suspend
//! point. Left alone it keeps every capture for good and moves it into a local besides, and gives bytes
//! of their own to any two locals whose storage overlaps, needed or not. Here that is put right:
//!
//! * Captures become locals of the body ([`captures`]), so that it is known how long they are needed.
//! * Calls that give back their argument, such as the `into_future` of a future, become moves.
//! * What is assigned beside what is about to end is assigned after that has ended ([`sink`]).
//! * Flags whose values the state tells are set again when it is resumed, and not held ([`flags`]).
//! * Two locals are in conflict where both are *needed*: live, or borrowed ([`needs`]).
//! * What moves from one local to the next has one place, a *slot*, unless they are in conflict
//!   ([`slots`]). The value that a caller passes stays where it is until it is awaited, through as many
//!   variables as it may go.
//! * An index that is held is read into a local where it is used ([`indices`]).
//! * What is lent to nobody while the frame is suspended is told from the rest ([`lent`]): the number of
//!   the state may be among the bytes that it does not use.
//!
//! [`rustc_abi`] then packs the slots. With `-Zcoroutine-layout=prefix` nothing of this is done.
//!
//! Who asks why a value is held gets an [`account`] of it, however the frame is laid out.

mod account;
mod captures;
mod flags;
mod indices;
mod lent;
mod needs;
mod pointers;
mod references;
mod sink;
mod slots;

use rustc_middle::mir::*;

pub(crate) use self::account::account;
pub(crate) use self::captures::Captures;
pub(crate) use self::indices::read_saved_indices;
pub(crate) use self::pointers::locals_with_raw_pointers;
pub(crate) use self::slots::FramePlan;

/// Lets control do something where it goes from one block to another one.
fn insert_on_edge<'tcx>(
    body: &mut Body<'tcx>,
    from: BasicBlock,
    to: BasicBlock,
    statements: impl IntoIterator<Item = StatementKind<'tcx>>,
) {
    let source_info = body[from].terminator().source_info;
    let statements = statements.into_iter().map(|kind| Statement::new(source_info, kind));
    let blocks = body.basic_blocks_mut();
    let between = blocks.push(BasicBlockData::new_stmts(
        statements.collect(),
        Some(Terminator { source_info, kind: TerminatorKind::Goto { target: to } }),
        blocks[to].is_cleanup,
    ));
    blocks[from].terminator_mut().successors_mut(|successor| {
        if *successor == to {
            *successor = between;
        }
    });
}
