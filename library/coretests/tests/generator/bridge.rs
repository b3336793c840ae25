use core::generator::{Executor, Generator, IntoGenerator, State};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};

use super::count;

#[test]
fn an_iterator_is_a_generator() {
    let mut iter = 1..=2;
    assert_eq!(iter.step(&mut ()), State::Yielded(1));
    assert_eq!(iter.step(&mut ()), State::Yielded(2));
    assert_eq!(iter.step(&mut ()), State::Complete(()));
}

#[test]
fn so_are_borrowed_and_boxed_iterators() {
    let mut iter = 0..4;
    assert_eq!((&mut iter).step(&mut ()), State::Yielded(0));
    let mut boxed: Box<dyn Iterator<Item = i32>> = Box::new(&mut iter);
    assert_eq!(boxed.step(&mut ()), State::Yielded(1));
    drop(boxed);
    let dynamic: &mut dyn Iterator<Item = i32> = &mut iter;
    assert_eq!(dynamic.iter().collect::<Vec<_>>(), [2, 3]);
}

#[test]
fn adapters_of_generators_work_on_iterators() {
    let shouted = ["a", "b"].into_iter().map_yield(str::to_uppercase).map_return(|()| "end");
    let mut shouted = shouted;
    assert_eq!(shouted.step(&mut ()), State::Yielded("A".to_string()));
    assert_eq!(shouted.step(&mut ()), State::Yielded("B".to_string()));
    assert_eq!(shouted.step(&mut ()), State::Complete("end"));
}

/// What a generator yields, and what it returns.
fn run<G: IntoGenerator<()>>(generator: G) -> (Vec<G::Yield>, G::Return) {
    let mut generator = Box::pin(generator.into_generator());
    let mut yielded = Vec::new();
    loop {
        match generator.as_mut().resume(&mut ()) {
            State::Yielded(value) => yielded.push(value),
            State::Complete(value) => return (yielded, value),
        }
    }
}

#[test]
fn generators_and_iterators_turn_into_themselves() {
    assert_eq!(run(count(2)), (vec![0, 1], 2));
    assert_eq!(run(count(2).by_mut()), (vec![0, 1], 2));
    assert_eq!(run("ab".chars()), (vec!['a', 'b'], ()));
}

#[test]
fn generic_code_can_delegate() {
    fn into<E: Executor, G: Generator<E>>(generator: G) -> G {
        generator.into_generator()
    }

    let _ = into::<(), _>(count(1));
}

#[test]
fn collections_of_core() {
    let mut array = [1, 2];
    assert_eq!(run(array), (vec![1, 2], ()));
    assert_eq!(run(&array), (vec![&1, &2], ()));
    assert_eq!(run(&array[1..]), (vec![&2], ()));
    for n in run(&mut array).0 {
        *n += 1;
    }
    for n in run(&mut array[1..]).0 {
        *n += 1;
    }
    assert_eq!(array, [2, 4]);

    let mut option = Some(1);
    assert_eq!(run(option).0, [1]);
    assert_eq!(run(&option).0, [&1]);
    *run(&mut option).0[0] = 2;
    assert_eq!(option, Some(2));
    assert!(run(None::<u8>).0.is_empty());

    let mut result: Result<u8, ()> = Ok(1);
    assert_eq!(run(result).0, [1]);
    assert_eq!(run(&result).0, [&1]);
    *run(&mut result).0[0] = 2;
    assert_eq!(result, Ok(2));
    assert!(run(Err::<u8, _>(3)).0.is_empty());
}

#[test]
fn collections_of_alloc_and_std() {
    macro_rules! by_value_and_by_reference {
        ($($collection:ty),*) => {$({
            let collection = <$collection>::from([1]);
            assert_eq!(run(&collection).0, [&1]);
            assert_eq!(run(collection).0, [1]);
        })*};
    }
    by_value_and_by_reference!(
        Vec<u8>,
        VecDeque<u8>,
        LinkedList<u8>,
        BinaryHeap<u8>,
        BTreeSet<u8>,
        HashSet<u8>
    );

    macro_rules! maps {
        ($($map:ty),*) => {$({
            let mut map = <$map>::from([(1, 2)]);
            assert_eq!(run(&map).0, [(&1, &2)]);
            *run(&mut map).0[0].1 += 1;
            assert_eq!(run(map).0, [(1, 3)]);
        })*};
    }
    maps!(BTreeMap<u8, u8>, HashMap<u8, u8>);

    let mut vec = vec![1];
    *run(&mut vec).0[0] = 2;
    let mut deque = VecDeque::from(vec);
    *run(&mut deque).0[0] = 3;
    let mut list = LinkedList::from_iter(deque);
    *run(&mut list).0[0] = 4;
    assert_eq!(run(list).0, [4]);
}

#[test]
fn elements_need_not_be_unpin() {
    use core::marker::PhantomPinned;

    assert_eq!(run(vec![PhantomPinned, PhantomPinned]).0.len(), 2);
}
