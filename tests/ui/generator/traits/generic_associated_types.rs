//@ run-pass
//@ edition: 2024

// Items and arguments made of generic associated types, associated constants and bound lifetimes.

#![feature(native_generators)]

trait Container {
    type Item<'a>: PartialEq
    where
        Self: 'a;

    const TIMES: usize;

    fn get(&self, index: usize) -> Option<Self::Item<'_>>;

    fn items(&self) => impl Iterator<Item = Self::Item<'_>> {
        for _ in 0..Self::TIMES {
            let mut index = 0;
            while let Some(item) = self.get(index) {
                yield item;
                index += 1;
            }
        }
    }

    fn mapped<'a, R>(
        &'a self,
        f: impl for<'b> Fn(&'b Self::Item<'a>) -> R,
    ) => impl Iterator<Item = (R, Self::Item<'a>)> {
        for item in self.items() {
            yield (f(&item), item)
        }
    }

    fn changes(self) => impl Iterator<Item = usize>
    where
        Self: Sized,
    {
        let mut index = 1;
        while self.get(index).is_some() {
            if self.get(index) != self.get(index - 1) {
                yield index
            }
            index += 1;
        }
    }
}

impl<const N: usize> Container for [String; N] {
    type Item<'a> = &'a str;

    const TIMES: usize = N;

    fn get(&self, index: usize) -> Option<&str> {
        self.as_slice().get(index).map(String::as_str)
    }
}

impl<T: Clone + PartialEq> Container for Vec<T> {
    type Item<'a>
        = T
    where
        T: 'a;

    const TIMES: usize = 1;

    fn get(&self, index: usize) -> Option<T> {
        <[T]>::get(self, index).cloned()
    }
}

fn windows<const N: usize, T: Copy>(items: &[T]) => impl Iterator<Item = [T; N]>
where
    [T; N]: for<'a> TryFrom<&'a [T]>,
{
    for start in 0..(items.len() + 1).saturating_sub(N) {
        if let Ok(window) = items[start..start + N].try_into() {
            yield window
        }
    }
}

fn main() {
    let names = ["a", "b"].map(String::from);
    assert_eq!(names.items().collect::<Vec<_>>(), ["a", "b", "a", "b"]);
    assert_eq!(names.mapped(|name| name.len()).next(), Some((1, "a")));
    assert_eq!(names.changes().collect::<Vec<_>>(), [1]);
    assert_eq!(vec![1, 1, 2, 2, 3].changes().collect::<Vec<_>>(), [2, 4]);
    assert_eq!(windows::<2, _>(&[1, 2, 3]).collect::<Vec<_>>(), [[1, 2], [2, 3]]);
    assert_eq!(windows::<4, _>(&[1, 2, 3]).count(), 0);
}
