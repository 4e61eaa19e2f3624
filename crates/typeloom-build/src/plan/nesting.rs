//! Types that hold types that hold types: every so many levels one of them is in a `Box`.
//!
//! The compiler works out the layout of a type from within those that hold it, and gives up before it is a hundred levels
//! deep. Types that contain themselves are in boxes before this: what is left has an end.

use super::cycles::put_into_box;
use crate::model::{Item, ItemId};

/// How many types may stand in each other without a box between them. Nothing that people write is that deep.
const LEVELS: u32 = 24;

/// Puts into a box each use of a type that holds so many levels itself.
pub(super) fn boxes(items: &mut [Item]) {
    let held: Vec<Vec<ItemId>> = items.iter().map(held).collect();
    // How many levels an item holds, itself included; none before that is known.
    let mut levels: Vec<u32> = vec![0; items.len()];
    for root in 0..items.len() {
        let mut stack = vec![(root, 0)];
        while let Some((item, edge)) = stack.pop() {
            if levels[item] > 0 {
                continue;
            }
            if let Some(next) = held[item].get(edge) {
                stack.push((item, edge + 1));
                stack.push((next.0 as usize, 0));
                continue;
            }
            let of = |id: &ItemId| levels[id.0 as usize];
            let (deep, fine): (Vec<ItemId>, Vec<ItemId>) = held[item].iter().partition(|id| of(id) >= LEVELS);
            levels[item] = 1 + fine.iter().map(of).max().unwrap_or(0);
            deep.into_iter().for_each(|target| put_into_box(&mut items[item], target));
        }
    }
}

/// The items that an item holds with nothing between that is on the heap.
fn held(item: &Item) -> Vec<ItemId> {
    let held = item.kind.slots().into_iter().filter_map(|slot| slot.shape.held());
    let mut found: Vec<ItemId> = held.filter(|(_, boxed)| !boxed).map(|(id, _)| id).collect();
    found.sort_unstable();
    found.dedup();
    found
}
